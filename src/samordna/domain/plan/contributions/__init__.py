"""Who is asked for which part of the year's contributions, when, and what has come of it?"""
