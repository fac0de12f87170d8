"""How many people live in the municipalities on a day, by Statistics Sweden's open tables?"""
