"""How does money go through the year: rows, budget, forecast, what is owed, closing?"""
