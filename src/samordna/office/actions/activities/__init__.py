"""How does the association say which activities there are, and what is agreed and reported of each?"""
