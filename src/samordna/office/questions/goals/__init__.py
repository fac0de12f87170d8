"""Are the goals reached, to those who are to read it?"""
