"""What does an association mean to do with its money, what does it expect, and what does it owe?"""
