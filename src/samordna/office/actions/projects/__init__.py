"""How does the association tell of projects that somebody else pays for?"""
