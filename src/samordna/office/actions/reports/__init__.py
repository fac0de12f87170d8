"""How is a report made, and a file taken home?"""
