"""How do hundreds of thousands of entries become vouchers, fast and without losing a row?

Here is where the time of reading SIE 5 goes. A row in its usual form is a few look-ups of what was understood before;
one that is not goes the careful way, which tells what it met.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Final, TypeAlias

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import records as kinds
from samordna.domain.values.money import Ore
from samordna.sources.sie.model import Objects, Row, RowKind, Voucher
from samordna.sources.sie.xml.aside import Aside
from samordna.sources.sie.xml.elements import CHILDREN
from samordna.sources.sie.xml.fields import Fields
from samordna.sources.sie.xml.markup import Attributes, Markup
from samordna.sources.sie.xml.values import Same

_Open: TypeAlias = tuple[str, Ore, dt.date | None, str, Decimal | None]
"""A row while its element is open: account, amount, date, text, quantity."""
_Head: TypeAlias = tuple[str, dt.date, str, int]
"""An entry while it is open: number, date, text, line."""
_Remark: TypeAlias = tuple[dt.date | None, str]
"""When, and by whom."""

_OF_ROW: Final = CHILDREN["LedgerEntry"] - {"ObjectReference"}
_OF_ENTRY: Final = CHILDREN["JournalEntry"] - {"LedgerEntry"}
_MOST_OBJECTS: Final = 100
"""Objects of a row. No program writes more; a row of a million must not fill the memory."""
_row_of: Final = tuple.__new__  # ``Row(*fields)`` at half the time
_BOOKED: Final = RowKind.BOOKED


class Entries:
    """Takes the elements inside a journal; ``take`` what has come of them. ``leave`` is called where it ends."""

    def __init__(self, markup: Markup, findings: Findings, aside: Aside, fields: Fields) -> None:
        self._counts: Counter[str] = Counter()
        self._entry_count = self._row_count = self._object_count = 0
        self._markup, self._findings, self._aside, self._fields = markup, findings, aside, fields
        self._accounts, self._amounts, self._days = fields.accounts, fields.amounts, fields.days
        self._quantities, self._texts, self._keys = fields.quantities, fields.texts, fields.keys
        self._lists = Same[Objects]()
        self._series = ""
        self._leave: Callable[[], None] = _nowhere
        self._done: list[Voucher] = []
        self._head: _Head | None = None
        self._rows: list[Row] = []
        self._row: _Open | None = None
        self._ready = False  # an entry is open, and nothing inside it
        self._objects: list[ObjectKey] = []
        self._remarks: dict[str, _Remark] = {}  # of the entry that is open
        self._row_remarks: dict[str, _Remark] = {}

    def begin(self, series: str, leave: Callable[[], None]) -> None:
        """Begin a journal; ``leave`` is called where it ends."""
        self._series, self._leave = series, leave

    def take(self) -> list[Voucher]:
        """Return the vouchers read since the last time, and forget them."""
        done, self._done = self._done, []
        return done

    @property
    def counts(self) -> Counter[str]:
        """The number of elements by name."""
        often = {"JournalEntry": self._entry_count, "LedgerEntry": self._row_count}
        return self._counts + Counter({**often, "ObjectReference": self._object_count})

    # What is called for every element

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the beginning of an element."""
        if name == "ObjectReference" and self._row is not None and len(self._objects) < _MOST_OBJECTS:
            try:
                self._objects.append(self._keys[attributes["dimId"], attributes["objectId"]])
            except (KeyError, ValueError):
                self._odd_reference(attributes)
            if len(attributes) != 2:
                self._aside.attributes(name, attributes, self._markup.line)
        elif name == "LedgerEntry" and self._ready:
            self._row = self._plain(attributes) or self._careful(attributes)
            self._ready = False
        elif name == "JournalEntry" and self._head is None:
            self._head = self._entry(attributes)
            self._ready = True
        elif self._ready and name in _OF_ENTRY:
            self._remarks[name] = self._remark(name, attributes)
            self._ready = False
        elif self._row is not None and name in _OF_ROW:
            self._row_remarks[name] = self._remark(name, attributes)
            self._markup.skip(self._unknown)
        else:
            self._unknown(name, attributes)
            self._markup.skip(self._inner)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "ObjectReference":
            return
        if name == "LedgerEntry" and self._row is not None:
            account, ore, date, text, quantity = self._row
            objects: Objects = ()
            if self._objects:
                objects = self._lists[tuple(self._objects)]
                self._object_count += len(objects)
                self._objects.clear()
            row = _row_of(Row, (account, objects, ore, date, text, quantity, "", _BOOKED))
            self._row = None
            self._ready = True
            self._row_count += 1
            if self._row_remarks:
                self._corrected(row)
            else:
                self._rows.append(row)
        elif name == "JournalEntry":
            self._keep()
        elif name == "Journal":
            self._leave()
        else:
            self._ready = True  # what told of the entry ends

    def _unknown(self, name: str, attributes: Attributes) -> None:
        label = self._markup.called(name)
        self._counts[label] += 1
        self._aside.element(label, attributes, self._markup.line)

    def _inner(self, name: str, attributes: Attributes) -> None:
        label = self._markup.called(name)
        self._counts[label] += 1
        self._aside.inner(label, attributes, self._markup.line)

    # Rows

    def _plain(self, attributes: Attributes) -> _Open | None:
        """Return the fields of a row in the usual form; None of one that needs care."""
        text, date, quantity = attributes.get("text"), attributes.get("ledgerDate"), attributes.get("quantity")
        found = 5 - (text, date, quantity).count(None)
        if found != len(attributes):
            return None
        try:
            return (
                self._accounts[attributes["accountId"]],
                self._amounts[attributes["amount"]],
                None if date is None else self._days[date],
                "" if text is None else self._texts[text],
                None if quantity is None else self._quantities[quantity],
            )
        except (KeyError, ValueError):
            return None

    def _careful(self, attributes: Attributes) -> _Open:
        name, fields = "LedgerEntry", self._fields
        self._aside.attributes(name, attributes, self._markup.line)
        return (
            fields.account(attributes.get("accountId", ""), name),
            fields.amount(attributes.get("amount", ""), name),
            fields.day(attributes["ledgerDate"], name) if attributes.get("ledgerDate") else None,
            fields.texts[attributes.get("text", "")],
            fields.quantity(attributes.get("quantity", ""), name),
        )

    def _odd_reference(self, attributes: Attributes) -> None:
        """Tell of an object in a dimension that is no number; one without a code is none, as in every type."""
        self._object_count += 1
        if attributes.get("objectId") or not attributes.get("dimId"):
            self._findings.on_line(kinds.BROKEN_OBJECT_LIST, self._markup.line)

    def _corrected(self, row: Row) -> None:
        """Keep a row that was added to its voucher, or struck from it, after the rest was registered.

        An added row is one element here and two rows in the model, as it is two records in SIE 4. When and by whom it
        was corrected is history's date and sign, as programs write them there; what is booked has neither.
        """
        added, struck = self._row_remarks.get("EntryInfo"), self._row_remarks.get("Overstrike")
        self._row_remarks = {}
        if struck is not None:
            when, sign = struck
            self._rows.append(row._replace(date=when or row.date, sign=sign, kind=RowKind.STRUCK))
            self._tell_struck(row, when, added)
        elif added is not None:
            when, sign = added
            self._rows.append(row._replace(date=when or row.date, sign=sign, kind=RowKind.ADDED))
            self._rows.append(row)

    def _tell_struck(self, row: Row, when: dt.date | None, added: _Remark | None) -> None:
        """Set aside what there is no place for: that a struck row had been added, and the day it was booked on."""
        line = self._markup.line
        if added is not None:
            self._aside.element("EntryInfo", _attributes(added), line)
        if row.date is not None and when not in {None, row.date}:
            self._aside.value("LedgerEntry@ledgerDate", row.date.isoformat(), line)

    # Entries

    def _entry(self, attributes: Attributes) -> _Head:
        """Return what an entry that begins says of itself."""
        line, number, text = self._markup.line, attributes.get("id"), attributes.get("text")
        if len(attributes) != 3 - (number, text).count(None):
            self._aside.attributes("JournalEntry", attributes, line)
        try:
            day = self._days[attributes["journalDate"]]
        except (KeyError, ValueError):
            day = self._fields.day(attributes.get("journalDate", ""), "JournalEntry") or dt.date.min
        return number or "", day, self._texts[text or ""], line

    def _remark(self, name: str, attributes: Attributes) -> _Remark:
        """Return when and by whom a row or an entry was made or struck."""
        self._counts[name] += 1
        if len(attributes) == 2:
            try:
                return self._days[attributes["date"]], self._texts[attributes["by"]]
            except (KeyError, ValueError):
                pass  # it needs care
        self._aside.attributes(name, attributes, self._markup.line)
        return self._fields.remark(attributes.get("date", ""), name), self._texts[attributes.get("by", "")]

    def _keep(self) -> None:
        """Keep the voucher that ends."""
        head, info, original = self._head, self._remarks.get("EntryInfo"), self._remarks.get("OriginalEntryInfo")
        if info is not None and original is not None:
            self._aside.element("OriginalEntryInfo", _attributes(original), self._markup.line)
        registered, sign = info or original or (None, "")
        if head is not None:
            number, day, text, line = head
            self._done.append(Voucher(self._series, number, day, text, registered, sign, tuple(self._rows), line))
        self._entry_count += 1
        self._head, self._rows, self._remarks, self._ready = None, [], {}, False


def _attributes(remark: _Remark) -> dict[str, str]:
    when, sign = remark
    return {"date": when.isoformat() if when else "", "by": sign}


def _nowhere() -> None:
    """Leave no journal: none has begun."""
