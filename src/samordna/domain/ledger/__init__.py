"""The books: what a ledger holds, what can be wrong with it, and the sums that statements read."""
