"""What can be told of a ledger file that somebody handed in, before it is taken?"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Books, FiscalYear
from samordna.domain.ledger.differences import LedgerTotals
from samordna.domain.values.problem import Problem, refuses

PLACES_SHOWN: Final = 200
"""How many places with possible identity numbers are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where in a file something stands: the first places, in words, and how many there are in all."""

    shown: tuple[str, ...] = ()
    count: int = 0

    @classmethod
    def of(cls, places: tuple[str, ...]) -> "Places":
        """Return the first of the places, and their number."""
        return cls(places[:PLACES_SHOWN], len(places))

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.shown)


NOWHERE: Final = Places()


@dataclass(frozen=True, slots=True)
class BooksFacts:
    """What the books of a file are: what the file says of itself, its counts, and what its accounts come to.

    ``identity_numbers`` are the places of texts that may carry one, and will be masked.
    """

    company: str
    organisation_number: str
    program: str
    generated: dt.date | None
    file_type: str
    covered_to: dt.date | None
    vouchers: int
    postings: int
    totals: LedgerTotals
    identity_numbers: Places = NOWHERE

    @classmethod
    def of(cls, books: Books, sums: Sums, identity_numbers: Places) -> "BooksFacts":
        """Return what is told of books and their sums."""
        opening = books.opening.get(0, {})
        year = YearBalances(books.year, 0, books.covers_to_month, opening, sums)
        return cls(
            company=books.company,
            organisation_number=books.organisation_number,
            program=books.program,
            generated=books.generated,
            file_type=books.file_type,
            covered_to=books.covered_to,
            vouchers=len(books.vouchers),
            postings=books.posting_count,
            totals=LedgerTotals.of(Balances(books.accounts, books.objects, (year,))),
            identity_numbers=identity_numbers,
        )

    @property
    def year(self) -> FiscalYear:
        """The fiscal year."""
        return self.totals.year

    @property
    def balances(self) -> Balances:
        """What a layout can be held against: whole accounts, no objects."""
        totals = self.totals
        sums = Sums(totals.movements)
        return Balances(totals.accounts, {}, (YearBalances(totals.year, 0, totals.covers_to, totals.opening, sums),))


@dataclass(frozen=True, slots=True)
class LedgerPreview:
    """What looking at a file told. ``books`` is None when it cannot be read.

    ``against`` is the version that held for the year when it was looked at, None when there was none: what is said
    of the file here is said with that beside it.
    """

    encoding: str
    problems: tuple[Problem, ...]
    books: BooksFacts | None = None
    against: int | None = None

    @property
    def may_be_taken(self) -> bool:
        """Tell whether nothing that was found stops it."""
        return self.books is not None and not refuses(self.problems)
