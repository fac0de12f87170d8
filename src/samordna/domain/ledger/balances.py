"""Which sums do statements read, and how do postings become them?

Statements never touch a posting. Import sums postings once, per account and month, per account, object
and month, and per account, declared pair of objects and month; statements cost the same with a thousand
postings or a million.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from samordna.domain.ledger.books import Account, Books, FiscalYear, ObjectKey
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, month_of

ByMonth: TypeAlias = Mapping[Month, Ore]

DECLARED_PAIRS: Final = (("1", "6"),)
"""Pairs of dimensions summed together: cost centre (1) split by project (6)."""


@dataclass(frozen=True, slots=True)
class Sums:
    """The movements of one fiscal year in öre, debit positive, by month.

    ``accounts`` is keyed by account, ``objects`` by (account, object key), ``pairs`` by (account, first
    object key, second object key).
    """

    accounts: Mapping[str, ByMonth]
    objects: Mapping[tuple[str, ObjectKey], ByMonth] = field(default_factory=dict)
    pairs: Mapping[tuple[str, ObjectKey, ObjectKey], ByMonth] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YearBalances:
    """One fiscal year as known in one import: opening balances, movements, budget.

    ``version`` is the import's number, ``covers_to`` the last month it covers, ``budget`` the yearly
    budget the file carried, by account and month.
    """

    year: FiscalYear
    version: int
    covers_to: Month
    opening: Mapping[str, Ore]
    movements: Sums
    budget: Mapping[str, ByMonth] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Balances:
    """Everything statements read: the chart of accounts, names of objects, and the years, oldest first."""

    accounts: Mapping[str, Account]
    objects: Mapping[ObjectKey, str]
    years: tuple[YearBalances, ...]

    def year_of(self, month: Month) -> YearBalances | None:
        """Return the fiscal year that ``month`` lies in, None when it has not been read."""
        return next((known for known in self.years if month in known.year.period), None)


def sum_postings(books: Books, pairs: tuple[tuple[str, str], ...] = DECLARED_PAIRS) -> Sums:
    """Return the sums of the books' postings. Sums over objects count a posting once per object it names.

    A posting belongs to the month of its voucher: the row's own date is only a remark in SIE. A voucher
    dated outside the year is in no sum, neither of the period nor of a balance (the reader warns of it).
    """
    year = books.year
    accounts: dict[str, dict[Month, Ore]] = defaultdict(lambda: defaultdict(int))
    objects: dict[tuple[str, ObjectKey], dict[Month, Ore]] = defaultdict(lambda: defaultdict(int))
    split: dict[tuple[str, ObjectKey, ObjectKey], dict[Month, Ore]] = defaultdict(lambda: defaultdict(int))
    for voucher in books.vouchers:
        if voucher.date not in year:
            continue
        month = month_of(voucher.date)
        for posting in voucher.postings:
            account, amount = posting.account, posting.amount
            accounts[account][month] += amount
            for key in posting.objects:
                objects[account, key][month] += amount
            if len(posting.objects) > 1:
                held = dict(posting.objects)
                for first, second in pairs:
                    if first in held and second in held:
                        split[account, (first, held[first]), (second, held[second])][month] += amount
    return Sums(accounts, objects, split)
