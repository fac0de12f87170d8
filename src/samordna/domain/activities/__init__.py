"""Which activities does an association pay for, who performs them, and what is agreed and reported of each?"""
