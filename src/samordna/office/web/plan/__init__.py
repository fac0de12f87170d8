"""How is the plan of a year written, and adopted?"""
