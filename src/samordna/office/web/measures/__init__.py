"""How are statistics read, given out, and keyed into the national follow-up?"""
