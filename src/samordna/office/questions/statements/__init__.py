"""How are the books laid out, and where does each figure come from?"""
