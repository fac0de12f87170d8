"""How are reports made, read and taken home?"""
