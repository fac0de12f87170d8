"""How are the books laid out on pages, each figure explained, and the layout changed?"""
