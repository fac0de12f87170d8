"""How is money followed through the year: rows, budget, forecast, what is owed, closing?"""
