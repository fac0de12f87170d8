"""How do the association's reports read, and what do plan and counts say in them?"""
