"""What does a SIE file say?

Reads SIE 4E and 4I (SIE-Gruppen, filformat utgåva 4B) as far as the ledgers here need: the chart of
accounts, objects, opening and closing balances, yearly budget and vouchers. ``#TRANS`` rows are booked;
``#RTRANS`` and ``#BTRANS`` tell the history of corrections and are only counted. Balances per object and
per period (``#OIB``, ``#OUB``, ``#PSALDO``) follow from the vouchers and are not read.
"""

from samordna.sources.sie.reader import Reading, read_sie

__all__ = ["Reading", "read_sie"]
