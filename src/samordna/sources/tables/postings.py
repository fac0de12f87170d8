"""What does each row of a huvudbok or a verifikationslista turn out to be?

In a huvudbok an account begins a section, with what it opened with, its postings, and what it closed with. In a
verifikationslista a voucher does, or stands on every row. Both may instead say everything on each row. A row is
a posting when it has a voucher; what has none is told by its words, and a sum is checked and never booked.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.sources.sie.model import Objects
from samordna.sources.tables.cells import Cell, text_of
from samordna.sources.tables.fields import Field, TableKind
from samordna.sources.tables.labels import Label, label_of
from samordna.sources.tables.names import Names
from samordna.sources.tables.sums import Tally, check_sum
from samordna.sources.tables.table_rows import Amounts, TableRows
from samordna.sources.tables.values import Named, date_of

_SECTION: Final = re.compile(
    r"(?:konto(?:nr|nummer)?\.?\s*:?\s*)?([0-9]{4,8})(?:[\s:.–-]+(\D.{0,200}))?", re.IGNORECASE | re.DOTALL
)
_SERIES_AND_NUMBER: Final = re.compile(r"([^\W\d_]{1,4})[\s:./-]?([0-9]{1,12})")
_NUMBER, _DATE = swedish("verifikationsnummer"), swedish("datum")


class VoucherHead(NamedTuple):
    """What identifies a voucher, and its text."""

    series: str = ""
    number: str = ""
    date: dt.date | None = None
    text: str = ""


class Posted(NamedTuple):
    """A posting: a row of a voucher. ``balance`` is what the account held after it, where the table says."""

    row: int
    voucher: VoucherHead
    account: str
    objects: Objects
    ore: Ore
    text: str
    balance: Ore | None


class Stated(NamedTuple):
    """What an account is said to hold at the beginning (``OPENING``, ``BEFORE``) or the end (``CLOSING``)."""

    row: int
    account: str
    label: Label
    ore: Ore


@dataclass(slots=True)
class _Context:
    """What the rows above say for those below: the account of a section, the voucher."""

    account: str = ""
    voucher: VoucherHead = field(default_factory=VoucherHead)


class PostingRows:
    """Goes through the rows in order."""

    def __init__(self, rows: TableRows, names: Names) -> None:
        self._rows, self._names = rows, names
        self._in_sections = rows.mapping.kind is TableKind.LEDGER
        self._tally = Tally({Field.AMOUNT})
        self._above = _Context()

    def __iter__(self) -> Iterator[Posted | Stated]:
        """Yield postings and stated balances."""
        for row in self._rows:
            found = self._row(row)
            if found:
                yield found

    def _row(self, row: int) -> Posted | Stated | None:
        rows = self._rows
        amounts, label = rows.amounts(row), label_of(rows.grid.rows[row])
        own, head = rows.account(row), self._head(row)
        section = self._section(row, own, amounts) if self._in_sections else None
        if section:
            self._above.account = self._names.account(section)
            self._tally.begin()
            return self._stated(row, Label.OPENING, amounts) if amounts.ore else None
        if label in _STATED and not head.number:
            if own:
                self._above.account = self._names.account(own)
            return self._stated(row, label, amounts) if own or self._in_sections else None
        if self._has_voucher(row, head, own, label):
            return self._with_voucher(row, head, own, amounts)
        if amounts.ore and not rows.is_heading(row, amounts):
            self._sum(row, amounts, label)
        else:
            self._names.begin_section(rows, row)
        return None

    def _has_voucher(self, row: int, head: VoucherHead, own: Named | None, label: Label | None) -> bool:
        """Tell whether a row belongs to a voucher: by its number or day, or in a list of vouchers by its account."""
        if own and not self._in_sections:
            return True
        if label is Label.SUM and not self._in_sections:
            return False
        return bool(head.number) or (self._rows.cell(row, Field.DATE) != "" and (own is not None or label is None))

    def _section(self, row: int, own: Named | None, amounts: Amounts) -> Named | None:
        """Return the account whose section a row begins: no day, no amount booked, an account and its name first."""
        if any(column.field is Field.AMOUNT for column in amounts.ore) or self._day(row):
            return None
        cells = [cell for cell in self._rows.grid.rows[row] if cell != ""]
        if own and own.code == text_of(cells[0]):
            return own if own.name else own._replace(name=_second_text(cells))
        found = _SECTION.fullmatch(text_of(cells[0])) if not isinstance(cells[0], dt.date) else None
        name = ((found[2] or "").strip() or _second_text(cells)) if found else ""
        return Named(found[1], name) if found and name and label_of([name]) is None else None

    def _head(self, row: int) -> VoucherHead:
        rows = self._rows
        series, number = rows.text(row, Field.SERIES), rows.text(row, Field.NUMBER)
        if label_of([number]):  # ``Summa`` or ``IB`` where a number should be
            number = ""
        parted = _SERIES_AND_NUMBER.fullmatch(number) if not series else None
        if parted:
            series, number = parted[1], parted[2]
        text = rows.text(row, Field.VOUCHER_TEXT)
        return VoucherHead(series if number else "", number, self._day(row), text)

    def _day(self, row: int) -> dt.date | None:
        cell = self._rows.cell(row, Field.DATE)
        try:
            return date_of(cell) if cell != "" else None
        except ValueError:
            return None

    def _stated(self, row: int, label: Label, amounts: Amounts) -> Stated | None:
        """Return the balance that a row states of the account it stands under, in the balance's column or any."""
        rows, account = self._rows, self._above.account
        rows.tell_broken(row, amounts)
        if not account:
            return None
        fields = (Field.CLOSING, Field.OPENING, Field.AMOUNT)
        found = (rows.sum_of(field, account, amounts) for field in fields)
        ore = next((ore for ore in found if ore is not None), None)
        return Stated(row, account, label, ore or 0)

    def _with_voucher(self, row: int, head: VoucherHead, own: Named | None, amounts: Amounts) -> Posted | None:
        """Take a row that has a voucher: a posting, or the head of the postings below."""
        unread = head.date is None and self._rows.cell(row, Field.DATE) != ""
        voucher = head if unread else self._filled(head)
        there = amounts.ore or amounts.broken
        account = own or (Named(self._above.account) if self._in_sections and self._above.account else None)
        if not there and not own:
            if voucher.number:
                text = voucher.text or self._rows.text(row, Field.TEXT)
                self._above.voucher = voucher._replace(text=text)
            return None
        if account is None:
            self._tell_no_account(row)
            return None
        if not there:
            return None
        return self._posted(row, voucher, account, amounts)

    def _filled(self, head: VoucherHead) -> VoucherHead:
        """Return the voucher of a row, with what only the rows above say of it."""
        above = self._above.voucher
        same = (head.series, head.number) == (above.series, above.number)
        if not head.number and head.date in {None, above.date} and not self._in_sections:
            return above
        if head.number and head.date is None and same:
            return above
        return head._replace(text=above.text) if same and head.date == above.date and not head.text else head

    def _posted(self, row: int, voucher: VoucherHead, account: Named, amounts: Amounts) -> Posted | None:
        rows = self._rows
        rows.tell_broken(row, amounts)
        number = self._names.account(account)
        if not self._is_whole(row, voucher):
            return None
        self._above.voucher = voucher
        self._tally.add(amounts.ore)
        text = rows.text(row, Field.TEXT)
        ore = rows.sum_of(Field.AMOUNT, number, amounts) or 0
        balance = rows.sum_of(Field.CLOSING, number, amounts)
        return Posted(row, voucher, number, self._names.objects(rows, row), ore, text, balance)

    def _is_whole(self, row: int, voucher: VoucherHead) -> bool:
        """Tell whether a voucher has what it is known by; what it lacks is told."""
        rows = self._rows
        if voucher.date is None and rows.cell(row, Field.DATE) != "":
            rows.tell(kinds.CELL_DATE, row, Field.DATE, text=rows.shown(row, Field.DATE))
        elif voucher.date is None or not voucher.number:
            what = _DATE if voucher.number else _NUMBER
            rows.tell(kinds.ROW_WITHOUT_VOUCHER, row, Field.DATE if voucher.number else Field.NUMBER, what=what)
        else:
            return True
        return False

    def _tell_no_account(self, row: int) -> None:
        rows = self._rows
        if rows.account(row):
            rows.tell(kinds.ROW_WITHOUT_VOUCHER, row, Field.NUMBER, what=_NUMBER)
        elif text := rows.shown(row, Field.ACCOUNT):
            rows.tell(kinds.CELL_ACCOUNT, row, Field.ACCOUNT, text=text)
        else:
            rows.tell(kinds.ROW_WITHOUT_ACCOUNT, row, Field.ACCOUNT)

    def _sum(self, row: int, amounts: Amounts, label: Label | None) -> None:
        if not check_sum(self._rows, row, amounts, self._tally, label):
            self._tell_no_account(row)


_STATED: Final = frozenset({Label.OPENING, Label.BEFORE, Label.CLOSING})


def _second_text(cells: list[Cell]) -> str:
    """Return the name beside an account's number."""
    second = cells[1] if len(cells) > 1 else ""
    return second if isinstance(second, str) else ""
