"""How do hundreds of thousands of vouchers become values, fast and without losing a row?

Nearly every voucher has a plain form, which regular expressions take apart whole (``plain.py``). Whatever
does not fit it goes the careful way here, line by line, which knows every tolerance and tells what it met.
Nothing is skipped in silence: a row that cannot be understood is told, and refuses the file when it must.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from samordna.domain.ledger.books import ObjectKey, voucher_name
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.language import swedish
from samordna.sources.sie.fields import Field, Record, object_keys, split_record
from samordna.sources.sie.model import Record as Kept
from samordna.sources.sie.model import Row, RowKind, Voucher
from samordna.sources.sie.plain import Known, Run, plain_record, plain_run, vouchers_of
from samordna.sources.sie.values import account_of, amount_of, any_account_of, quantity_of

_ROWS: Final = {kind.value: kind for kind in RowKind}
_TOGETHER: Final = 10_000
"""Vouchers taken apart at a time; a megabyte holds fewer."""
_LONGEST_LINE: Final = 20_000
"""Characters in a line. No program writes longer ones; a file without line ends must not take for ever."""
_FIELDS_OF_VOUCHER: Final = 6
_FIELDS_OF_ROW: Final = 7


class VoucherReader:
    """Reads the lines of vouchers; ``take`` what has come of them.

    ``counts`` says how many records there are of each label, ``findings`` collects what is found.
    """

    def __init__(self, findings: Findings, *, fast: bool = True) -> None:
        self.first_used: dict[str, int] = {}  # accounts that are booked on, and the line where each occurs first
        self.counts: Counter[str] = Counter()
        self.trailing: list[Kept] = []
        self._fast = fast
        self.findings = findings
        self._known = Known()
        self._done: list[Voucher] = []
        self._head: Voucher | None = None
        self._rows: list[Row] | None = None  # None until the voucher's opening brace
        self._closes_itself = False  # a voucher without braces ends where something else begins

    @property
    def known(self) -> Known:
        """What has been understood so far."""
        return self._known

    @property
    def between(self) -> bool:
        """Tell whether the next line begins something: no voucher is open."""
        return self._head is None

    def take(self) -> list[Voucher]:
        """Return the vouchers read since the last time, and forget them."""
        done, self._done = self._done, []
        return done

    def read(self, text: str, number: int) -> Iterator[tuple[int, Record]]:
        """Take the vouchers of ``text``, whole lines from line ``number`` on; yield other records with their lines."""
        at = one_by_one = 0
        while at < len(text):
            run = self._plain_run(text, at, number, 1 if at < one_by_one else _TOGETHER) if self._fast else None
            if run and self._book_run(run):
                at, number = run.end, run.line
                continue
            if run and at >= one_by_one:
                one_by_one = run.end  # one of these needs care: which?
                continue
            end = (text.find("\n", at) + 1) or len(text)
            record = self.line(text[at:end].strip(" \t\n"), number)
            if record:
                yield number, record
            at, number = end, number + 1

    def _plain_run(self, text: str, at: int, number: int, most: int) -> Run | None:
        return None if self._head else plain_run(text, at, number, self._known, most)

    def _book_run(self, run: Run) -> bool:
        """Take plain vouchers, all or none: tell whether every row of them could be understood."""
        vouchers = vouchers_of(run, self._known)
        if vouchers is None:
            return False
        self._done += vouchers
        self._count_run(run)
        return True

    def _book(self, voucher: Voucher) -> None:
        """Take a voucher that was read with care."""
        self._done.append(voucher)

    def _count_run(self, run: Run) -> None:
        self.counts["#VER"] += len(run.heads)
        self.counts["#TRANS"] += len(run.rows)

    def finish(self) -> None:
        """Take the last voucher; an open one means that the rest of the file is missing."""
        if self._head is None:
            return
        if self._closes_itself:
            self._keep()
        else:
            what = swedish("den slutar mitt i verifikation {voucher}").format(voucher=self._name)
            self.findings.in_file(file_kinds.TRUNCATED, what=what)

    def line(self, line: str, number: int) -> Record | None:
        """Take one line, stripped of blanks, the careful way; return its record when it is none of a voucher's."""
        if line == "{":
            self._open(number)
        elif line == "}":
            self._close(number)
        elif line:
            record = self._split(line)
            if record is None:
                self.findings.on_line(record_kinds.STRAY_LINE, number)
            else:
                return self._record(record, number)
        return None

    def _split(self, line: str) -> Record | None:
        if len(line) > _LONGEST_LINE:
            return None
        return (plain_record(line) if self._fast else None) or split_record(line)

    def _record(self, record: Record, number: int) -> Record | None:
        self.counts[record.label] += 1
        if record.stray_quote:
            self.findings.on_line(record_kinds.STRAY_QUOTE, number)
        if record.label in _ROWS:
            self._row(record, number)
        elif record.label == "#VER":
            self._begin(self._voucher(record, number))
        else:
            if self._closes_itself:
                self._keep()
            return record
        return None

    def _voucher(self, record: Record, number: int) -> Voucher:
        """Return the head of a voucher, still without rows."""
        self._keep_trailing(record, _FIELDS_OF_VOUCHER, number)
        return Voucher(
            series=record.text(0),
            number=record.text(1),
            date=self._date_of(record.text(2), record.label, number) or dt.date.min,
            text=record.text(3),
            registered=self._remark_of(record.text(4), record.label, number),
            sign=record.text(5),
            line=number,
        )

    def _row(self, record: Record, number: int) -> None:
        kind = _ROWS[record.label]
        if self._head is None:
            self.findings.on_line(voucher_kinds.ROW_OUTSIDE_VOUCHER, number, label=record.label)
            return
        if self._rows is None:
            self.findings.on_line(record_kinds.MISSING_BRACE, number, voucher=self._name)
            self._rows, self._closes_itself = [], True
        fields = list(record.fields) or [""]
        if len(fields) < 2 or isinstance(fields[1], str):  # the object list was left out
            self.findings.on_line(record_kinds.BROKEN_OBJECT_LIST, number)
            fields.insert(1, ())
        whole = record._replace(fields=tuple(fields))
        self._keep_trailing(whole, _FIELDS_OF_ROW, number)
        self._rows.append(self._understood(whole, kind, number))

    def _understood(self, record: Record, kind: RowKind, number: int) -> Row:
        """Return the row. What is broken is told; a broken amount refuses the file, so its value matters no more."""
        written = record.text(3)
        return Row(
            account=self._account_of(record, kind, number),
            objects=self._keys(record.fields[1], number),
            ore=self._amount_of(record, number),
            date=self._date_of(written, record.label, number) if written else None,
            text=record.text(4),
            quantity=self._quantity_of(record.text(5), record.label, number),
            sign=record.text(6),
            kind=kind,
        )

    def _account_of(self, record: Record, kind: RowKind, number: int) -> str:
        written = record.text(0)
        try:
            account = self._known.account(account_of(written))
        except ValueError:
            told = voucher_kinds.ODD_ACCOUNT if any_account_of(written) else voucher_kinds.BROKEN_ACCOUNT
            self.findings.on_line(told, number, text=written, label=record.label)
            account = any_account_of(written) or written
        if kind is RowKind.BOOKED:
            self.first_used.setdefault(account, number)
        return account

    def _amount_of(self, record: Record, number: int) -> int:
        try:
            return amount_of(record.text(2))
        except ValueError:
            self.findings.on_line(voucher_kinds.BROKEN_AMOUNT, number, text=record.text(2), label=record.label)
            return 0

    def _quantity_of(self, text: str, label: str, number: int) -> Decimal | None:
        try:
            return quantity_of(text) if text else None
        except ValueError:
            self.findings.on_line(record_kinds.BROKEN_FIELD, number, text=text, label=label)
            return None

    def _keys(self, items: Field, number: int) -> tuple[ObjectKey, ...]:
        try:
            return object_keys(() if isinstance(items, str) else items)
        except ValueError:
            self.findings.on_line(record_kinds.BROKEN_OBJECT_LIST, number)
            return ()

    def _date_of(self, text: str, label: str, number: int) -> dt.date | None:
        try:
            return self._known.dates[text]
        except ValueError:
            self.findings.on_line(voucher_kinds.BROKEN_DATE, number, text=text, label=label)
            return None

    def _remark_of(self, text: str, label: str, number: int) -> dt.date | None:
        """Return a day that nothing is booked by: one that is broken does no harm."""
        try:
            return self._known.dates[text] if text else None
        except ValueError:
            self.findings.on_line(record_kinds.BROKEN_FIELD, number, text=text, label=label)
            return None

    def _keep_trailing(self, record: Record, most: int, number: int) -> None:
        if len(record.fields) > most:
            self.trailing.append(Kept(record.label, record.fields[most:], number))

    # A voucher begins and ends

    @property
    def _name(self) -> str:
        return voucher_name(self._head.series, self._head.number) if self._head else ""

    def _begin(self, head: Voucher) -> None:
        if self._head is not None:
            if self._rows is not None and not self._closes_itself:
                self.findings.on_line(voucher_kinds.UNCLOSED_VOUCHER, self._head.line, voucher=self._name)
            self._keep()
        self._head = head

    def _open(self, number: int) -> None:
        if self._head is None or self._rows is not None:
            self.findings.on_line(record_kinds.STRAY_LINE, number)
        else:
            self._rows = []

    def _close(self, number: int) -> None:
        if self._head is None:
            self.findings.on_line(record_kinds.STRAY_LINE, number)
        else:
            self._keep()

    def _keep(self) -> None:
        if self._head is not None:
            self._book(self._head._replace(rows=tuple(self._rows or ())))
        self._head, self._rows, self._closes_itself = None, None, False
