"""What did a person write in a form for a budget or a forecast, away from the site?

``read_budget`` and ``read_forecast`` take a workbook that ``domain.plan.budget_sheet`` made the form of, and give its
rows, or say cell by cell why not. Nothing is taken by halves.
"""

from samordna.sources.budgets.read import LARGEST_FILE, Expected, SheetReading, read_budget, read_forecast

__all__ = ["LARGEST_FILE", "Expected", "SheetReading", "read_budget", "read_forecast"]
