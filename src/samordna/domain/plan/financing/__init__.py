"""Who pays what in a year, as asked for, announced and decided, and what would change it?"""
