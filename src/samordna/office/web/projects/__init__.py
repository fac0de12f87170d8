"""How are the projects that somebody else pays for shown, changed, and claimed for?"""
