"""How is a ledger laid out in an association's own form?

A layout is data: an ordered tree of lines and, apart from it, a list of columns. One engine lays out all of
them: income statement, balance sheet, notes, cash flow, key figures, follow-up by cost centre.
"""
