"""How does the association say who pays what?"""
