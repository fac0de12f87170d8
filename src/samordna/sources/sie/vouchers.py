"""How do hundreds of thousands of vouchers become values, fast and without losing a row?

Nearly every voucher has a plain form, which regular expressions take apart whole (``plain.py``). Whatever
does not fit it goes the careful way here, line by line, which knows every tolerance and tells what it met.
Nothing is skipped in silence: a row that cannot be understood refuses the file.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from samordna.domain.ledger import problems as kinds
from samordna.domain.ledger.books import ObjectKey, Posting, Voucher, voucher_name
from samordna.domain.ledger.findings import Findings
from samordna.domain.values.language import swedish
from samordna.sources.sie.fields import Field, Record, object_keys, split_record
from samordna.sources.sie.plain import Known, plain_voucher
from samordna.sources.sie.values import account_of, amount_of

_NOT_BOOKED: Final = frozenset({"#RTRANS", "#BTRANS"})
_LONGEST_LINE: Final = 20_000
"""Characters in a line. No program writes longer ones; a file without line ends must not take for ever."""


class VoucherReader:
    """Reads the lines of vouchers; ``vouchers`` and ``history`` (rows that are not booked) grow as it goes."""

    def __init__(self, findings: Findings) -> None:
        self.vouchers: list[Voucher] = []
        self.first_used: dict[str, int] = {}  # accounts that are booked on, and the line where each occurs first
        self.history = 0
        self._findings = findings
        self._known = Known()
        self._dimensions: set[str] = set()
        self._head: tuple[str, str, dt.date, str, int] | None = None
        self._rows: list[Posting] | None = None  # None until the voucher's opening brace
        self._closes_itself = False  # a voucher without braces ends where something else begins

    @property
    def dimensions(self) -> set[str]:
        """The dimensions that rows are booked on."""
        return self._dimensions | {dimension for keys in self._known.objects.values() for dimension, _ in keys}

    def read(self, text: str, number: int) -> Iterator[tuple[int, Record]]:
        """Take the vouchers of ``text``, whole lines from line ``number`` on; yield other records with their lines."""
        at = 0
        while at < len(text):
            plain = None if self._head else plain_voucher(text, at, number, self._known)
            if plain:
                voucher, end = plain
                self.vouchers.append(voucher)
                number += text.count("\n", at, end)
            else:
                end = (text.find("\n", at) + 1) or len(text)
                record = self._line(text[at:end].strip(" \t\n"), number)
                if record:
                    yield number, record
                number += 1
            at = end

    def finish(self) -> None:
        """Take the last voucher; an open one means that the rest of the file is missing."""
        if self._head is None:
            return
        if self._closes_itself:
            self._keep()
        else:
            what = swedish("den slutar mitt i verifikation {voucher}").format(voucher=self._name)
            self._findings.in_file(kinds.TRUNCATED, what=what)

    def _line(self, line: str, number: int) -> Record | None:
        """Take one line the careful way; return its record when it is none of a voucher's."""
        if line == "{":
            self._open(number)
        elif line == "}":
            self._close(number)
        elif line:
            record = split_record(line) if len(line) <= _LONGEST_LINE else None
            if record is None:
                self._findings.on_line(kinds.STRAY_LINE, number)
            else:
                return self._record(record, number)
        return None

    def _record(self, record: Record, number: int) -> Record | None:
        if record.stray_quote:
            self._findings.on_line(kinds.STRAY_QUOTE, number)
        if record.label == "#TRANS":
            self._row(record, number)
        elif record.label == "#VER":
            day = self._date_of(record.text(2), record.label, number)
            self._begin((record.text(0), record.text(1), day, record.text(3), number))
        elif record.label in _NOT_BOOKED:
            self.history += 1
        else:
            if self._closes_itself:
                self._keep()
            return record
        return None

    def _row(self, record: Record, number: int) -> None:
        if self._head is None:
            self._findings.on_line(kinds.ROW_OUTSIDE_VOUCHER, number)
            return
        if self._rows is None:
            self._findings.on_line(kinds.MISSING_BRACE, number, voucher=self._name)
            self._rows, self._closes_itself = [], True
        fields = list(record.fields) or [""]
        if len(fields) < 2 or isinstance(fields[1], str):  # the object list was left out
            self._findings.on_line(kinds.BROKEN_OBJECT_LIST, number)
            fields.insert(1, ())
        self._rows.append(self._posting(record._replace(fields=tuple(fields)), number))

    def _posting(self, record: Record, number: int) -> Posting:
        """Return the row; a part that is broken is told, and the file refused, so its value matters no more."""
        account = record.text(0)
        try:
            account = self._known.account(account_of(account))
            self.first_used.setdefault(account, number)
        except ValueError:
            self._findings.on_line(kinds.BROKEN_ACCOUNT, number, text=account, label=record.label)
        try:
            amount = amount_of(record.text(2))
        except ValueError:
            self._findings.on_line(kinds.BROKEN_AMOUNT, number, text=record.text(2), label=record.label)
            amount = 0
        written = record.text(3)
        day = self._date_of(written, record.label, number) if written else self._head_date
        return Posting(account, self._keys(record.fields[1], number), amount, day, record.text(4))

    def _keys(self, items: Field, number: int) -> tuple[ObjectKey, ...]:
        try:
            keys = object_keys(() if isinstance(items, str) else items)
        except ValueError:
            self._findings.on_line(kinds.BROKEN_OBJECT_LIST, number)
            return ()
        self._dimensions.update(dimension for dimension, _ in keys)
        return keys

    def _date_of(self, text: str, label: str, number: int) -> dt.date:
        try:
            return self._known.dates[text]
        except ValueError:
            self._findings.on_line(kinds.BROKEN_DATE, number, text=text, label=label)
            return dt.date.min

    # A voucher begins and ends

    @property
    def _name(self) -> str:
        return voucher_name(self._head[0], self._head[1]) if self._head else ""

    @property
    def _head_date(self) -> dt.date:
        return self._head[2] if self._head else dt.date.min

    def _begin(self, head: tuple[str, str, dt.date, str, int]) -> None:
        if self._head is not None:
            if self._rows is not None and not self._closes_itself:
                self._findings.on_line(kinds.UNCLOSED_VOUCHER, self._head[4], voucher=self._name)
            self._keep()
        self._head = head

    def _open(self, number: int) -> None:
        if self._head is None or self._rows is not None:
            self._findings.on_line(kinds.STRAY_LINE, number)
        else:
            self._rows = []

    def _close(self, number: int) -> None:
        if self._head is None:
            self._findings.on_line(kinds.STRAY_LINE, number)
        else:
            self._keep()

    def _keep(self) -> None:
        if self._head is not None:
            series, number, date, text, line = self._head
            self.vouchers.append(Voucher(series, number, date, text, tuple(self._rows or ()), line))
        self._head, self._rows, self._closes_itself = None, None, False
