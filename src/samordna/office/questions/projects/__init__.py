"""How do the projects stand that somebody else pays for?"""
