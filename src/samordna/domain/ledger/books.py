"""What does a ledger file hold, whatever program wrote it?

Amounts are öre, debit positive. A posting's objects are pairs (dimension, object) such as
``("1", "3001")``; an object code is text and compared exactly.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, month_of, swedish_date

ObjectKey: TypeAlias = tuple[str, str]
"""A dimension's number and an object's code: ``("1", "3001")`` is cost centre 3001."""


class AccountKind(Enum):
    """The nature of an account (kontotyp), as SIE's ``#KTYP`` names it."""

    ASSET = "T"
    LIABILITY = "S"
    COST = "K"
    INCOME = "I"

    @property
    def on_balance_sheet(self) -> bool:
        """Tell whether the account carries a balance from year to year."""
        return self in {AccountKind.ASSET, AccountKind.LIABILITY}


@dataclass(frozen=True, slots=True)
class Account:
    """An account (konto): its number, name and nature."""

    number: str
    name: str
    kind: AccountKind


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year (räkenskapsår), first and last day included."""

    start: dt.date
    end: dt.date

    @property
    def period(self) -> Period:
        """Its months."""
        return Period(month_of(self.start), month_of(self.end))

    @property
    def in_words(self) -> str:
        """``2024``, or both days of a fiscal year that is no calendar year: ``1 juli 2023–30 juni 2024``."""
        first, last = self.start, self.end
        if (first.month, first.day) == (1, 1) and last == dt.date(first.year, 12, 31):
            return str(first.year)
        return f"{swedish_date(first)}–{swedish_date(last)}"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.start <= day <= self.end


class Posting(NamedTuple):
    """A row of a voucher. Tuples, not data classes: a ledger holds hundreds of thousands of them."""

    account: str
    objects: tuple[ObjectKey, ...]
    amount: Ore
    date: dt.date
    text: str


class Voucher(NamedTuple):
    """A voucher (verifikation): its rows sum to zero. ``line`` is where it begins in the file."""

    series: str
    number: str
    date: dt.date
    text: str
    postings: tuple[Posting, ...]
    line: int

    @property
    def name(self) -> str:
        """What a person calls it: ``A 12``."""
        return voucher_name(self.series, self.number)


def voucher_name(series: str, number: str) -> str:
    """Return ``A 12``, or a word for a voucher that has neither series nor number."""
    return f"{series} {number}".strip() or swedish("utan nummer")


class Movement(NamedTuple):
    """What an account moved in a month, as told by a ledger that has no vouchers. No objects: the whole account."""

    account: str
    objects: tuple[ObjectKey, ...]
    month: Month
    amount: Ore


class Detail(Enum):
    """How much a ledger tells of what moved (detaljeringsgrad)."""

    VOUCHERS = "vouchers"
    """Every voucher: a figure can be followed to the end."""
    MONTHS = "months"
    """Sums by month, and no vouchers."""
    PERIOD = "period"
    """One sum from the year's first day to the last one covered; it stands in the last month covered."""

    @property
    def in_words(self) -> str:
        """What a file of this detail holds."""
        return _DETAILS[self]

    @property
    def balances_only(self) -> str:
        """What is said wherever somebody would look for vouchers that there are none of; empty where there are."""
        return "" if self is Detail.VOUCHERS else swedish("Filen hade saldon, inga verifikationer.")


_DETAILS: Final[Mapping[Detail, str]] = {
    Detail.VOUCHERS: swedish("verifikationer"),
    Detail.MONTHS: swedish("saldon per månad, inga verifikationer"),
    Detail.PERIOD: swedish("saldon för hela tiden, inga verifikationer"),
}


@dataclass(frozen=True, slots=True)
class Books:
    """A ledger file as read, nothing corrected.

    ``years`` maps the file's year numbers (0 is the year it is for, −1 the one before) to fiscal years;
    ``opening``, ``closing`` and ``results`` map year number → account → öre; ``budget`` maps (account,
    month) → öre for year 0, whole accounts only. ``covered_to`` is the last day that the balances
    include, None when the file does not say. Books without ``vouchers`` have ``movements`` instead, as far as
    ``detail`` tells.
    """

    company: str
    organisation_number: str
    program: str
    generated: dt.date | None
    file_type: str
    years: Mapping[int, FiscalYear]
    covered_to: dt.date | None
    accounts: Mapping[str, Account]
    dimensions: Mapping[str, str]
    objects: Mapping[ObjectKey, str]
    opening: Mapping[int, Mapping[str, Ore]]
    closing: Mapping[int, Mapping[str, Ore]]
    results: Mapping[int, Mapping[str, Ore]]
    vouchers: Sequence[Voucher]
    budget: Mapping[tuple[str, Month], Ore] = field(default_factory=dict)
    movements: Sequence[Movement] = ()
    detail: Detail = Detail.VOUCHERS

    @property
    def year(self) -> FiscalYear:
        """The fiscal year the file is for."""
        return self.years[0]

    @property
    def posting_count(self) -> int:
        """The number of voucher rows."""
        return sum(len(voucher.postings) for voucher in self.vouchers)

    @property
    def covers_to_month(self) -> Month:
        """The last month the books cover.

        As declared; else the whole year when the file was made after it; else the month of the year's last
        voucher or movement; else its first month.
        """
        if self.covered_to:
            return month_of(self.covered_to)
        if self.generated and self.generated > self.year.end:
            return self.year.period.last
        if self.movements:
            return max((moved.month for moved in self.movements if moved.amount), default=self.year.period.first)
        return month_of(max((v.date for v in self.vouchers if v.date in self.year), default=self.year.start))
