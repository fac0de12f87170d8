"""How does the association say what its equity should be, and what the balance requirement is judged by?"""
