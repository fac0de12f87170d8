"""Which activities are there, who performs them, and what is agreed and reported of each?"""
