"""How do ledgers come in, and what is said of their vouchers and columns?"""
