"""How much is measured, and how many times?"""

from dataclasses import dataclass
from typing import Final

ROWS_A_VOUCHER: Final = 3
"""Rows of a voucher, on average, in ``tests.large_ledger``."""

COST_CENTRES: Final = 200
"""Rows of the follow-up table."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What one run measures: numbers of postings and vouchers, and how often each thing is repeated.

    ``people`` use the site at once for so many ``seconds``.
    """

    few_postings: int
    many_postings: int
    layings_out: int
    vouchers: int
    imports: int
    readings: int
    reports: int
    screens: int
    publications: int
    people: int
    seconds: int


FULL: Final = Sizes(
    few_postings=1_000, many_postings=1_000_000, layings_out=60, vouchers=200_000, imports=3, readings=5, reports=4,
    screens=20, publications=5, people=50, seconds=40,
)  # fmt: skip
"""What is promised."""

QUICK: Final = Sizes(
    few_postings=1_000, many_postings=50_000, layings_out=8, vouchers=1_000, imports=1, readings=1, reports=1,
    screens=3, publications=1, people=5, seconds=5,
)  # fmt: skip
"""Enough to see that it runs, and that statements do not grow with postings."""
