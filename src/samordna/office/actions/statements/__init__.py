"""How are the layout, and figures that no ledger holds, changed?"""
