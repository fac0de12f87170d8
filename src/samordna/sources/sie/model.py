"""What does a SIE file say, record by record, whichever of its types it is?

One frozen model of all 35 records of SIE 1–4 (SIE-Gruppen, filformat utgåva 4B), and of what SIE 5 says in other
words. Nothing is corrected and nothing left out: what no field here holds is kept in ``others`` and ``trailing``.
Amounts are whole öre, debit positive (``ore``); ``amount`` is the same as a ``Decimal`` of kronor.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias

from samordna.domain.ledger.books import AccountKind, FiscalYear, ObjectKey, voucher_name
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month

Objects: TypeAlias = tuple[ObjectKey, ...]
"""An object list (objektlista): ``(("1", "3001"), ("6", "P1"))`` is ``{1 "3001" 6 "P1"}``."""


def kronor(ore: Ore) -> Decimal:
    """Return öre as a ``Decimal`` of kronor with two decimals."""
    return Decimal(ore).scaleb(-2)


class RowKind(Enum):
    """What a row of a voucher is. Only booked rows count; the others tell how the voucher was corrected."""

    BOOKED = "#TRANS"
    ADDED = "#RTRANS"
    """Added after the voucher was registered; the booked row beside it says the same (tillagd transaktionspost)."""
    STRUCK = "#BTRANS"
    """Removed after the voucher was registered (borttagen transaktionspost)."""


class Row(NamedTuple):
    """A row of a voucher (transaktionspost). ``date`` is None where the file gives none: then the voucher's holds.

    On a row of history ``date`` and ``sign`` may be when and by whom it was corrected.
    """

    account: str
    objects: Objects
    ore: Ore
    date: dt.date | None = None
    text: str = ""
    quantity: Decimal | None = None
    sign: str = ""
    kind: RowKind = RowKind.BOOKED

    @property
    def amount(self) -> Decimal:
        """The amount in kronor, debit positive."""
        return kronor(self.ore)


class Voucher(NamedTuple):
    """A voucher (verifikation): its booked rows sum to zero. ``rows`` are all, history too, in the file's order.

    ``series`` and ``number`` may be empty (a file of type 4I): then its place in the file is what it is known by.
    ``registered`` and ``sign`` tell when and by whom. ``line`` is where it begins in the file, 0 in one that was made.
    """

    series: str
    number: str
    date: dt.date
    text: str = ""
    registered: dt.date | None = None
    sign: str = ""
    rows: tuple[Row, ...] = ()
    line: int = 0

    @property
    def name(self) -> str:
        """What a person calls it: ``A 12``."""
        return voucher_name(self.series, self.number)

    @property
    def booked(self) -> tuple[Row, ...]:
        """The rows that are booked."""
        return tuple(row for row in self.rows if row.kind is RowKind.BOOKED)

    @property
    def history(self) -> tuple[Row, ...]:
        """The rows that tell of corrections and are never booked."""
        return tuple(row for row in self.rows if row.kind is not RowKind.BOOKED)


class Balance(NamedTuple):
    """A balance or result: ``#IB``, ``#UB``, ``#RES``, with objects ``#OIB``, ``#OUB``. ``year`` 0 is the file's."""

    year: int
    account: str
    objects: Objects
    ore: Ore
    quantity: Decimal | None = None

    @property
    def amount(self) -> Decimal:
        """The amount in kronor, debit positive."""
        return kronor(self.ore)


class PeriodBalance(NamedTuple):
    """What an account moved in a month, or is budgeted to: ``#PSALDO``, ``#PBUDGET``. No objects: the whole account."""

    year: int
    month: Month
    account: str
    objects: Objects
    ore: Ore
    quantity: Decimal | None = None

    @property
    def amount(self) -> Decimal:
        """The amount in kronor, debit positive."""
        return kronor(self.ore)


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """An account as declared: ``#KONTO``, ``#KTYP``, ``#ENHET``, ``#SRU``. ``kind`` is None where no record says."""

    number: str
    name: str = ""
    kind: AccountKind | None = None
    unit: str = ""
    sru: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DimensionRecord:
    """A dimension: ``#DIM``, ``#UNDERDIM``. ``parent`` is the number of the one it is part of, mostly empty."""

    number: str
    name: str = ""
    parent: str = ""


class Record(NamedTuple):
    """A record that SIE does not know, kept as it was read: ``label`` with its ``#``."""

    label: str
    fields: tuple[str | tuple[str, ...], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself, its program and its company. Empty where it says nothing.

    ``declared_type`` and ``format`` belong to the form and not to the ledger: two heads alike but for them are equal.
    """

    flagged: bool = False
    """Whether a ledger has marked the file as imported (``#FLAGGA 1``)."""
    program: str = ""
    program_version: str = ""
    format: str = field(default="", compare=False)
    generated: dt.date | None = None
    generated_by: str = ""
    declared_type: str = field(default="", compare=False)
    prose: tuple[str, ...] = ()
    company_form: str = ""
    company_code: str = ""
    organisation_number: str = ""
    """``222000-2071`` where that could be understood, else as written (``#ORGNR``)."""
    acquisition_number: str = ""
    activity_number: str = ""
    industry: str = ""
    address: tuple[str, ...] = ()
    """Contact, street, postal address, telephone: as many as there are (``#ADRESS``)."""
    company: str = ""
    tax_year: str = ""
    covered_to: dt.date | None = None
    chart: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class SieFile:
    """A file as read, nothing corrected. All mappings and tuples are in the order of the file.

    ``years`` maps the file's year numbers (0 is the year it is for, −1 the one before) to fiscal years. ``others``
    are records that SIE does not know, ``trailing`` fields that were written after a record's last, by record.
    ``beyond`` is what SIE 5 tells that no other type can (customers, documents, locking …): no part of the ledger,
    so files that differ only there are equal.
    """

    head: Head = field(default_factory=Head)
    years: Mapping[int, FiscalYear] = field(default_factory=dict)
    accounts: Mapping[str, AccountRecord] = field(default_factory=dict)
    dimensions: Mapping[str, DimensionRecord] = field(default_factory=dict)
    objects: Mapping[ObjectKey, str] = field(default_factory=dict)
    opening: tuple[Balance, ...] = ()
    closing: tuple[Balance, ...] = ()
    results: tuple[Balance, ...] = ()
    object_opening: tuple[Balance, ...] = ()
    object_closing: tuple[Balance, ...] = ()
    period_balances: tuple[PeriodBalance, ...] = ()
    period_budgets: tuple[PeriodBalance, ...] = ()
    vouchers: tuple[Voucher, ...] = ()
    others: tuple[Record, ...] = ()
    trailing: tuple[Record, ...] = ()
    beyond: tuple[Record, ...] = field(default=(), compare=False)

    @property
    def has_balances(self) -> bool:
        """Tell whether it states balances, which a file of vouchers to import (4I) does not."""
        return bool(self.opening or self.closing or self.results)

    @property
    def file_type(self) -> str:
        """``1``, ``2``, ``3``, ``4E``, ``4I``, ``5`` or ``5I``. 4E and 4I both say 4: balances part them (SPEC, 1)."""
        if self.head.declared_type.startswith("5"):
            return self.head.declared_type
        if self.vouchers or self.head.declared_type == "4":
            return "4E" if self.has_balances else "4I"
        return self.head.declared_type or "1"

    @property
    def rows(self) -> Iterator[Row]:
        """Every row that is booked."""
        return (row for voucher in self.vouchers for row in voucher.rows if row.kind is RowKind.BOOKED)

    @property
    def content(self) -> "SieFile":
        """What it says, without line numbers and in one order: two files that say the same have equal contents.

        SIE leaves free how balances are ordered, and vouchers of different series. A file without a currency is in
        kronor (SIE 4B, #VALUTA).
        """
        return replace(
            self,
            head=replace(self.head, currency=self.head.currency or "SEK"),
            opening=_in_order(self.opening),
            closing=_in_order(self.closing),
            results=_in_order(self.results),
            object_opening=_in_order(self.object_opening),
            object_closing=_in_order(self.object_closing),
            period_balances=_by_month(self.period_balances),
            period_budgets=_by_month(self.period_budgets),
            vouchers=tuple(voucher._replace(line=0) for voucher in sorted(self.vouchers, key=lambda one: one.series)),
            others=tuple(record._replace(line=0) for record in self.others),
            trailing=tuple(record._replace(line=0) for record in self.trailing),
        )


def _in_order(balances: tuple[Balance, ...]) -> tuple[Balance, ...]:
    return tuple(sorted(balances, key=lambda one: (-one.year, one.account, one.objects)))


def _by_month(balances: tuple[PeriodBalance, ...]) -> tuple[PeriodBalance, ...]:
    return tuple(sorted(balances, key=lambda one: (-one.year, one.month, one.account, one.objects)))
