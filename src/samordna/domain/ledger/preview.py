"""What can be told of a ledger file that somebody handed in, before it is taken?"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Books, Detail, FiscalYear
from samordna.domain.ledger.differences import LedgerTotals
from samordna.domain.ledger.dimensions import DimensionFound
from samordna.domain.ledger.vouchers_compared import VouchersCompared
from samordna.domain.values.problem import Problem, refuses

_SHORT: Final = 16
"""Letters of a word for what was chosen."""

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
        year = YearBalances(books.year, 0, books.covers_to_month, opening, sums, detail=books.detail)
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
    def detail(self) -> Detail:
        """How much the file tells of what moved."""
        return self.totals.detail

    @property
    def balances(self) -> Balances:
        """What a layout can be held against: whole accounts, no objects."""
        totals = self.totals
        sums = Sums(totals.movements)
        year = YearBalances(totals.year, 0, totals.covers_to, totals.opening, sums, detail=totals.detail)
        return Balances(totals.accounts, {}, (year,))


@dataclass(frozen=True, slots=True)
class FileForm:
    """How a file is written. Empty where that could not be told.

    ``file_type`` is ``1``, ``2``, ``3``, ``4E``, ``4I``, ``5`` or ``5I`` for SIE, ``saldolista`` and the like for a
    table, which is a workbook when it has no ``encoding``. ``signed``: it carries a checksum
    that agrees. ``history`` counts rows that tell of corrections and are never booked.
    """

    file_type: str = ""
    encoding: str = ""
    signed: bool = False
    history: int = 0


UNKNOWN_FORM: Final = FileForm()


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A ledger that came as a table: what its columns mean, and enough of it to see that this is right.

    ``mapping`` is JSON, as the reader of tables keeps it. ``agreed`` tells whether somebody has said so, now or for an
    earlier file; else it is a suggestion, and ``questions`` are what it lacks (a code, and the question). ``sheets``
    are those that can be chosen, ``heads`` the words of the head row and ``sample`` the first rows below it, possible
    identity numbers hidden.
    """

    mapping: str
    agreed: bool
    questions: tuple[tuple[str, str], ...]
    sheets: tuple[str, ...]
    heads: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]


def read_with(dimensions: Iterable[DimensionFound], table: TableFacts | None) -> str:
    """Return in short what was chosen when a file was read."""
    chosen = " ".join(f"{found.number}={found.role.value}" for found in dimensions)
    chosen += table.mapping if table else ""
    return hashlib.sha256(chosen.encode()).hexdigest()[:_SHORT]


@dataclass(frozen=True, slots=True)
class LedgerPreview:
    """What looking at a file told. ``books`` is None when it cannot be read.

    ``against`` is the version that held for the year when it was looked at, None when there was none: what is said
    of the file here is said with that beside it.
    """

    form: FileForm
    problems: tuple[Problem, ...]
    books: BooksFacts | None = None
    against: int | None = None
    dimensions: tuple[DimensionFound, ...] = ()
    vouchers: VouchersCompared | None = None
    """What differs by voucher; None when one of the two has none to compare."""
    table: TableFacts | None = None
    """What is known of the columns, where the file is a table."""

    @property
    def read_with(self) -> str:
        """What somebody chose that the file was read with, in short: another choice is another word."""
        return read_with(self.dimensions, self.table)

    @property
    def may_be_taken(self) -> bool:
        """Tell whether nothing that was found stops it."""
        return self.books is not None and not refuses(self.problems)
