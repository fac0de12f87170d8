"""How does the association say what its goals are?"""
