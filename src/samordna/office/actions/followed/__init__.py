"""How does the association say what its rows may cost and will cost, and close a period?"""
