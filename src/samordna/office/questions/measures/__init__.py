"""What may somebody read of the counts, and what has been given out and keyed?"""
