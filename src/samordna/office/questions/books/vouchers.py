"""What does a voucher say, what did other imports of its year say of it, and which papers belong to it?"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.document import ComputedOrigin, LedgerOrigin, Number
from samordna.domain.ledger.books import ObjectKey, voucher_name
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR_ORE
from samordna.office.questions.books.attachments import AttachmentShown, attachments_of
from samordna.office.questions.books.ledgers import TakenImport, taken_import
from samordna.office.questions.statements.object_accounts import USUAL_DIMENSIONS
from samordna.office.store import models
from samordna.office.store.ledger_rows import objects_of

SHOWN_ROWS: Final = 1_000
"""Rows of a voucher that are shown. The sums are of all of them."""


@dataclass(frozen=True, slots=True)
class RowObject:
    """What a row is marked with: a cost centre, a project."""

    dimension: str
    key: ObjectKey
    name: str


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A row of a voucher; the amount stands in ``debit`` or in ``credit``, and is positive there."""

    account: str
    account_name: str
    text: str
    objects: tuple[RowObject, ...]
    debit: Number | None
    credit: Number | None


class Likeness(Enum):
    """What another import says of the same voucher."""

    SAME = "same"
    CHANGED = "changed"
    ABSENT = "absent"
    NO_VOUCHERS = "no-vouchers"
    """It has none to look among."""


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """Another import of the year, and its voucher of the same series and number; ``voucher`` is None when absent."""

    taken: TakenImport
    likeness: Likeness
    voucher: int | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The voucher before or after, as they stand in the file."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class VoucherShown:
    """A voucher of an import. ``hidden_rows`` is how many rows there are beyond those that are shown.

    ``numbered``: papers can be put to it, which takes a number.
    """

    id: int
    name: str
    numbered: bool
    date: dt.date
    text: str
    taken: TakenImport
    rows: tuple[VoucherRow, ...]
    hidden_rows: int
    debit: Number
    credit: Number
    others: tuple[OtherVersion, ...]
    previous: Neighbour | None
    next: Neighbour | None
    attachments: tuple[AttachmentShown, ...]

    @property
    def period(self) -> Period:
        """The month it is booked in."""
        month = self.date.year * 100 + self.date.month
        return Period(month, month)

    @property
    def balanced(self) -> bool:
        """Whether its rows add up to nothing, as they should."""
        return self.debit.exact == self.credit.exact


def voucher(voucher_id: int) -> VoucherShown | None:
    """Return a voucher by its key; None when there is none."""
    row = models.Voucher.objects.select_related("ledger_import").filter(pk=voucher_id).first()
    if row is None:
        return None
    postings = list(models.Posting.objects.filter(voucher=row).order_by("id"))
    debit, credit = (sum(max(sign * posting.ore, 0) for posting in postings) for sign in (1, -1))
    return VoucherShown(
        id=row.id,
        name=voucher_name(row.series, row.number),
        numbered=bool(row.number),
        date=row.date,
        text=row.text,
        taken=taken_import(row.ledger_import),
        rows=_rows(row, postings[:SHOWN_ROWS]),
        hidden_rows=max(len(postings) - SHOWN_ROWS, 0),
        debit=Number(debit, KRONOR_ORE, ComputedOrigin(swedish("Summan av raderna i debet."))),
        credit=Number(credit, KRONOR_ORE, ComputedOrigin(swedish("Summan av raderna i kredit."))),
        others=_others(row, postings),
        previous=_neighbour(row, -1),
        next=_neighbour(row, 1),
        attachments=attachments_of(row.ledger_import.year_start, row.series, row.number) if row.number else (),
    )


def _rows(row: models.Voucher, postings: Collection[models.Posting]) -> tuple[VoucherRow, ...]:
    accounts = models.Account.objects.filter(
        ledger_import=row.ledger_import_id, number__in={posting.account for posting in postings}
    )
    names, objects = dict(accounts.values_list("number", "name")), _objects(row, postings)
    return tuple(
        VoucherRow(
            account=posting.account,
            account_name=names.get(posting.account, ""),
            text=posting.text if posting.text != row.text else "",
            objects=objects[posting.objects_text],
            debit=_amount(row, posting) if posting.ore >= 0 else None,
            credit=_amount(row, posting) if posting.ore < 0 else None,
        )
        for posting in postings
    )


def _amount(row: models.Voucher, posting: models.Posting) -> Number:
    month = Period(row.month, row.month)
    origin = LedgerOrigin((posting.account,), month, "movement", (), (row.ledger_import_id,))
    return Number(abs(posting.ore), KRONOR_ORE, origin)


def _objects(row: models.Voucher, postings: Iterable[models.Posting]) -> Mapping[str, tuple[RowObject, ...]]:
    """Return what the rows' marks stand for, by the text they are kept as."""
    written = {posting.objects_text: objects_of(posting.objects_text) for posting in postings}
    keys = {key for marks in written.values() for key in marks}
    of_import = {"ledger_import": row.ledger_import_id}
    dimensions = models.Dimension.objects.filter(number__in={dimension for dimension, _ in keys}, **of_import)
    called = USUAL_DIMENSIONS | dict(dimensions.values_list("number", "name"))
    rows = models.DimensionObject.objects.filter(code__in={code for _, code in keys}, **of_import)
    names = {(dimension, code): name for dimension, code, name in rows.values_list("dimension", "code", "name")}
    shown = {key: RowObject(called.get(key[0], key[0]), key, names.get(key, "")) for key in keys}
    return {text: tuple(shown[key] for key in marks) for text, marks in written.items()}


def _others(row: models.Voucher, postings: Iterable[models.Posting]) -> tuple[OtherVersion, ...]:
    """Return what the other imports of the year say of the voucher, the latest first."""
    mine = row.ledger_import
    taken = models.LedgerImport.objects.filter(year_start=mine.year_start).exclude(pk=mine.pk).order_by("-version")
    imports = {other.version: other for other in taken}
    if not imports or not row.number:
        return ()
    alike = models.Voucher.objects.filter(ledger_import__in=imports, number=row.number, series=row.series)
    there: dict[int, list[models.Voucher]] = defaultdict(list)
    for other in alike.order_by("id"):
        there[other.ledger_import_id].append(other)
    rows: dict[int, Counter[tuple[object, ...]]] = defaultdict(Counter)
    for posting in models.Posting.objects.filter(voucher__in=[one.id for found in there.values() for one in found]):
        rows[posting.voucher_id][_said(posting)] += 1
    said = Counter(map(_said, postings))
    return tuple(_other(row, said, taken_import(other), there[version], rows) for version, other in imports.items())


def _other(
    row: models.Voucher,
    said: Counter[tuple[object, ...]],
    taken: TakenImport,
    there: list[models.Voucher],
    rows: Mapping[int, Counter[tuple[object, ...]]],
) -> OtherVersion:
    if not there:
        return OtherVersion(taken, Likeness.NO_VOUCHERS if taken.balances_only else Likeness.ABSENT, None)
    for other in there:
        if (other.date, other.text) == (row.date, row.text) and rows.get(other.id, Counter()) == said:
            return OtherVersion(taken, Likeness.SAME, other.id)
    return OtherVersion(taken, Likeness.CHANGED, there[0].id)


def _said(posting: models.Posting) -> tuple[object, ...]:
    return posting.account, posting.ore, posting.objects_text, posting.text


def _neighbour(row: models.Voucher, step: int) -> Neighbour | None:
    found = models.Voucher.objects.filter(pk=row.id + step, ledger_import=row.ledger_import_id).first()
    return Neighbour(found.id, voucher_name(found.series, found.number)) if found else None
