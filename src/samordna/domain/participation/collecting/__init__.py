"""How do counts come in: who is asked by when, and how far has each answer come?"""
