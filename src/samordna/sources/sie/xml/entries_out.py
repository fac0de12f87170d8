"""How are vouchers written as the journals of SIE 5?

A series is a journal. An added row, which is two rows in the model as it is two records in SIE 4, is one entry with
its own ``EntryInfo``; a struck row is one with an ``Overstrike``. A file of entries to import has no corrections.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from samordna.domain.values.language import swedish
from samordna.sources.sie.model import Row, RowKind, Voucher
from samordna.sources.sie.xml.chart_out import references
from samordna.sources.sie.xml.losses import Losses
from samordna.sources.sie.xml.tags import Quoted, kronor_of, quantity_in

_SIGNS: Final = swedish("underskrifter på bokförda rader")
_LONE: Final = swedish("tillagda rader utan sin bokförda rad bredvid (#RTRANS utan #TRANS)")
_UNLIKE: Final = swedish("uppgifter där en tillagd rad skiljer sig från den bokförda bredvid")
_HISTORY: Final = swedish("rättelser (#RTRANS och #BTRANS)")
_NUMBERS: Final = swedish("verifikationsnummer som är heltal")
_REGISTERED: Final = swedish("den dag då en verifikation registrerades")
_CORRECTED: Final = swedish("den dag då en rad lades till eller ströks")


class Journals:
    """Writes the vouchers of one file; ``names`` are those of its series, ``entry`` is one of entries to import."""

    def __init__(self, quoted: Quoted, losses: Losses, names: Mapping[str, str], *, entry: bool) -> None:
        self._quoted, self._losses, self._names, self._entry = quoted, losses, names, entry

    def journals(self, vouchers: Sequence[Voucher]) -> Iterator[str]:
        """Yield a journal for each series, in the order of their first vouchers."""
        by_series: dict[str, list[Voucher]] = {}
        for voucher in vouchers:
            by_series.setdefault(voucher.series, []).append(voucher)
        for series, its_vouchers in by_series.items():
            if self._entry:
                yield self._quoted.element("Journal", id=series or None) + ">\n"
            else:
                yield self._quoted.element("Journal", id=series, name=self._names.get(series, series)) + ">\n"
            yield from map(self._voucher, its_vouchers)
            yield "</Journal>\n"

    def _voucher(self, voucher: Voucher) -> str:
        number, quoted = voucher.number, self._quoted
        if not (number.isascii() and number.isdecimal()) and (number or not self._entry):
            self._losses.missing(_NUMBERS)
        head = (
            f"<JournalEntry{f' id={quoted[number]}' if number else ''} journalDate={quoted[voucher.date.isoformat()]}"
            f"{f' text={quoted[voucher.text]}' if voucher.text else ''}>\n"
        )
        return "".join((head, self._registered(voucher), *self._rows(voucher.rows), "</JournalEntry>\n"))

    def _registered(self, voucher: Voucher) -> str:
        if voucher.registered is None:
            self._losses.missing(_REGISTERED)
            if not voucher.sign:
                return ""
        name = "OriginalEntryInfo" if self._entry else "EntryInfo"
        return self._by_whom(name, voucher.registered, voucher.sign) + "\n"

    def _by_whom(self, name: str, when: dt.date | None, sign: str) -> str:
        date = f" date={self._quoted[when.isoformat()]}" if when else ""
        return f"<{name}{date} by={self._quoted[sign]}/>"

    # Rows

    def _rows(self, rows: Sequence[Row]) -> Iterator[str]:
        added: Row | None = None
        for row in rows:
            kind = row.kind
            if kind is RowKind.BOOKED:
                if added is None:
                    yield self._row(row, "")
                else:
                    yield from self._after_added(added, row)
                added = None
                continue
            if added is not None:
                self._losses.left_out(_LONE)
                added = None
            if kind is RowKind.ADDED:
                added = row
            else:
                yield self._struck(row)
        if added is not None:
            self._losses.left_out(_LONE)

    def _row(self, row: Row, remark: str) -> str:
        account, objects, ore, date, text, quantity, sign, _ = row
        quoted = self._quoted
        if sign and row.kind is RowKind.BOOKED:
            self._losses.left_out(_SIGNS)
        head = f'<LedgerEntry accountId={quoted[account]} amount="{kronor_of(ore)}"'
        if quantity is not None:
            head += f' quantity="{quantity_in(quantity)}"'
        if text:
            head += f" text={quoted[text]}"
        if date is not None:
            head += f" ledgerDate={quoted[date.isoformat()]}"
        if objects or remark:
            return f"{head}>{references(objects, quoted)}{remark}</LedgerEntry>\n"
        return f"{head}/>\n"

    def _after_added(self, added: Row, booked: Row) -> Iterator[str]:
        """Yield a booked row that stands after one that tells it was added: one entry, when they are the same row."""
        if added[:3] != booked[:3]:
            self._losses.left_out(_LONE)
            yield self._row(booked, "")
        elif self._entry:
            self._losses.left_out(_HISTORY)
            yield self._row(booked, "")
        else:
            self._losses.missing(_CORRECTED, added.date is None)
            same = (added.text, added.quantity) == (booked.text, booked.quantity)
            if not same or (added.date is None and booked.date is not None):
                self._losses.left_out(_UNLIKE)
            yield self._row(booked, self._by_whom("EntryInfo", added.date, added.sign))

    def _struck(self, row: Row) -> str:
        if self._entry:
            self._losses.left_out(_HISTORY)
            return ""
        self._losses.missing(_CORRECTED, row.date is None)
        return self._row(row._replace(date=None), self._by_whom("Overstrike", row.date, row.sign))
