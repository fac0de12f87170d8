"""What is to be done with a year's money, by whom, for how many, and does the money suffice?"""
