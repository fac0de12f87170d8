"""Which sums do statements read, and how do postings become them?

Statements never touch a posting. Import sums postings once, per account and month, per account, object
and month, and per account, declared pair of objects and month; statements cost the same with a thousand
postings or a million.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from samordna.domain.ledger.books import Account, Books, Detail, FiscalYear, ObjectKey
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, month_of

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
    budget the file carried, by account and month, ``detail`` how much it tells of what moved. ``told`` are the
    dimensions, and the pairs of them, that it has sums for; None for a ledger with vouchers, which tells of every one.
    """

    year: FiscalYear
    version: int
    covers_to: Month
    opening: Mapping[str, Ore]
    movements: Sums
    budget: Mapping[str, ByMonth] = field(default_factory=dict)
    detail: Detail = Detail.VOUCHERS
    told: frozenset[tuple[str, ...]] | None = None

    @property
    def covered(self) -> Period:
        """The months of the year that it covers."""
        return covered_of(self.year, self.covers_to)

    @property
    def has_months(self) -> bool:
        """Tell whether it is known month by month, and not as one sum."""
        return self.detail is not Detail.PERIOD

    def tells_movement(self, period: Period) -> bool:
        """Tell whether what moved over ``period`` can be told apart from the rest of the year."""
        return self.has_months or period.covers(self.covered)

    def tells_objects(self, dimensions: tuple[str, ...]) -> bool:
        """Tell whether sums over objects of a dimension, or of a pair of them, can be told; of no dimension always."""
        return not dimensions or self.told is None or dimensions in self.told

    def tells_balance(self, month: Month) -> bool:
        """Tell whether balances at the end of ``month``, or before the year's first, can be told."""
        return self.has_months or month not in self.covered or month == self.covered.last


def covered_of(year: FiscalYear, covers_to: Month) -> Period:
    """Return the months of a fiscal year that books of it cover."""
    whole = year.period
    return Period(whole.first, max(whole.first, min(whole.last, covers_to)))


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
    Books without vouchers are summed from the movements that they tell.
    """
    sums = _Summing(pairs)
    for voucher in books.vouchers:
        if voucher.date in books.year:
            month = month_of(voucher.date)
            for posting in voucher.postings:
                sums.accounts[posting.account][month] += posting.amount
                if posting.objects:
                    sums.add_objects(posting.account, posting.objects, month, posting.amount)
    for account, objects, month, amount in books.movements:
        if objects:  # part of the whole account's movement, which is told besides
            sums.add_objects(account, objects, month, amount)
        else:
            sums.accounts[account][month] += amount
    return Sums(sums.accounts, sums.objects, sums.split)


class _Summing:
    """Sums as they grow."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._pairs = pairs
        self.accounts: dict[str, dict[Month, Ore]] = defaultdict(lambda: defaultdict(int))
        self.objects: dict[tuple[str, ObjectKey], dict[Month, Ore]] = defaultdict(lambda: defaultdict(int))
        self.split: dict[tuple[str, ObjectKey, ObjectKey], dict[Month, Ore]] = defaultdict(lambda: defaultdict(int))

    def add_objects(self, account: str, objects: tuple[ObjectKey, ...], month: Month, amount: Ore) -> None:
        """Add an amount to each of the objects it names, and to each declared pair of them."""
        for key in objects:
            self.objects[account, key][month] += amount
        if len(objects) > 1:
            held = dict(objects)
            for first, second in self._pairs:
                if first in held and second in held:
                    self.split[account, (first, held[first]), (second, held[second])][month] += amount
