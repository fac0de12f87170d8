"""What can a column of a ledger mean?"""

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple

from samordna.domain.values.language import swedish


class Field(Enum):
    """What a column holds."""

    ACCOUNT = "account"
    ACCOUNT_NAME = "account-name"
    OPENING = "opening"
    """What an account held when the year began."""
    BEFORE = "before"
    """What it held when the table's first day began; only a check where ``OPENING`` is there too."""
    AMOUNT = "amount"
    """What was booked on the row, or what an account moved in all the time that the table covers."""
    CLOSING = "closing"
    """What an account holds at the end; in a list of postings, after each of them."""
    MONTH = "month"
    """What an account moved in one month, the same for all rows."""
    PERIOD = "period"
    """Which month the row's amount belongs to."""
    DATE = "date"
    SERIES = "series"
    NUMBER = "number"
    """A voucher's number, mostly with its series: ``A 12``."""
    VOUCHER_TEXT = "voucher-text"
    TEXT = "text"
    COST_CENTRE = "cost-centre"
    COST_CENTRE_NAME = "cost-centre-name"
    PROJECT = "project"
    PROJECT_NAME = "project-name"


class Side(Enum):
    """Which amounts stand in a column."""

    BOTH = ""
    DEBIT = "debit"
    CREDIT = "credit"


class Column(NamedTuple):
    """A column and what it means.

    ``place`` is counted from 0, ``month`` is 1–12 for ``MONTH`` and else 0, ``head`` is its words in the file.
    """

    place: int
    field: Field
    side: Side = Side.BOTH
    month: int = 0
    head: str = ""


class TableKind(Enum):
    """Which ledger a table is."""

    VOUCHERS = "verifikationslista"
    LEDGER = "huvudbok"
    BALANCES = "saldolista"


class Signs(Enum):
    """How amounts in one column tell debit from credit."""

    DEBIT = "debit-positive"
    """Debit is plus, as in SIE: assets and costs plus, liabilities and income minus."""
    CREDIT = "credit-positive"
    """Credit is plus."""
    REPORT = "report"
    """As in a balance sheet and an income statement: assets and income plus, liabilities and costs minus."""
    NATURAL = "natural"
    """Each account plus on its usual side: all of them plus."""


AMOUNTS: Final = frozenset({Field.OPENING, Field.BEFORE, Field.AMOUNT, Field.CLOSING, Field.MONTH})
"""Fields that hold money."""

SIDED: Final = frozenset({Field.OPENING, Field.BEFORE, Field.AMOUNT, Field.CLOSING})
"""Fields that a table may have two columns of, one for debit and one for credit."""

DIMENSIONS: Final[Mapping[Field, str]] = {Field.COST_CENTRE: "1", Field.PROJECT: "6"}
"""The dimensions that columns are, by the numbers that SIE gives them."""

NAMES_OF: Final[Mapping[Field, Field]] = {
    Field.ACCOUNT: Field.ACCOUNT_NAME,
    Field.COST_CENTRE: Field.COST_CENTRE_NAME,
    Field.PROJECT: Field.PROJECT_NAME,
}
"""The column that names what another one numbers."""

IN_WORDS: Final[Mapping[Field, str]] = {
    Field.ACCOUNT: swedish("Konto"),
    Field.ACCOUNT_NAME: swedish("Kontots namn"),
    Field.OPENING: swedish("Ingående balans (årets början)"),
    Field.BEFORE: swedish("Ingående saldo (tabellens början)"),
    Field.AMOUNT: swedish("Belopp eller förändring"),
    Field.CLOSING: swedish("Utgående balans eller saldo"),
    Field.MONTH: swedish("Förändring under en månad"),
    Field.PERIOD: swedish("Radens månad"),
    Field.DATE: swedish("Verifikationens datum"),
    Field.SERIES: swedish("Verifikationsserie"),
    Field.NUMBER: swedish("Verifikationsnummer"),
    Field.VOUCHER_TEXT: swedish("Verifikationens text"),
    Field.TEXT: swedish("Radens text"),
    Field.COST_CENTRE: swedish("Kostnadsställe"),
    Field.COST_CENTRE_NAME: swedish("Kostnadsställets namn"),
    Field.PROJECT: swedish("Projekt"),
    Field.PROJECT_NAME: swedish("Projektets namn"),
}
"""What a person chooses among."""

SIDES_IN_WORDS: Final[Mapping[Side, str]] = {
    Side.BOTH: "",
    Side.DEBIT: swedish("debet"),
    Side.CREDIT: swedish("kredit"),
}

SIGNS_IN_WORDS: Final[Mapping[Signs, str]] = {
    Signs.DEBIT: swedish("Debet är plus: tillgångar och kostnader plus, skulder och intäkter minus"),
    Signs.CREDIT: swedish("Kredit är plus: skulder och intäkter plus, tillgångar och kostnader minus"),
    Signs.REPORT: swedish("Som i rapporter: tillgångar och intäkter plus, skulder och kostnader minus"),
    Signs.NATURAL: swedish("Allt är plus: tillgångar, skulder, intäkter och kostnader"),
}
