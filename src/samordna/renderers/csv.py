"""How is a table written so that a Swedish Excel opens it with a double click?

Semicolons between cells, comma in the decimals, a byte order mark so that å stays å, and line breaks as
Windows has them. A cell of text that a spreadsheet would run as a formula gets an apostrophe in front.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from samordna.domain.document import Cell, Hidden, Missing, Number, Row, Table
from samordna.domain.values.language import swedish
from samordna.renderers.footnotes import BETWEEN_MARKS, Footnotes
from samordna.renderers.grid import Part, Slot, cells, slots
from samordna.renderers.printable import one_line

BYTE_ORDER_MARK: Final = "\ufeff"
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for a formula; the last four are the same signs in full width."""


def table_csv(table: Table) -> str:
    """Return the table as text to be written in UTF-8: a heading line, then one line for each row.

    Figures are the shown ones, without grouping; a column says in which unit they are. Where there are footnotes one
    more says which, so that figures stay figures, and after an empty line each stands with what it belongs to.
    """
    written = io.StringIO()
    lines = csv.writer(written, delimiter=";", lineterminator="\r\n")
    columns, notes = slots(table), Footnotes.of(table)
    noted = [swedish("Fotnot")] if table.footnotes else []
    lines.writerow([*(harmless(_heading(table, slot)) for slot in columns), swedish("Enhet"), *noted])
    for row in table.rows:
        marks = [_marks(notes, row)] if noted else []
        lines.writerow([*(_entry(table, row, slot) for slot in columns), harmless(_unit(table, row)), *marks])
    if noted:
        lines.writerow([])
        lines.writerow([*noted, swedish("Gäller"), swedish("Text")])
        lines.writerows(map(harmless, (str(n.number), notes.said_of(n), n.text)) for n in table.footnotes)
    return BYTE_ORDER_MARK + written.getvalue()


def _marks(notes: Footnotes, row: Row) -> str:
    """Return the numbers of all notes of a row and its cells: ``1, 2``."""
    return BETWEEN_MARKS.join(str(note.number) for note in notes.of_row(row))


def lines_csv(lines: Iterable[Sequence[str]]) -> str:
    """Return lines of words, the first of them the headings, as text to be written in UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows(map(harmless, line) for line in lines)
    return BYTE_ORDER_MARK + written.getvalue()


def tables_csv(tables: Iterable[Table]) -> str:
    """Return tables one after another, each under a line with its title, an empty line between them."""
    parts = (f"{_titled(table)}{table_csv(table).removeprefix(BYTE_ORDER_MARK)}" for table in tables)
    return BYTE_ORDER_MARK + "\r\n".join(parts)


def _titled(table: Table) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow([harmless(table.title)])
    return written.getvalue()


def harmless(text: str) -> str:
    """Return ``text`` on one line, with an apostrophe before what a spreadsheet would run as a formula."""
    line = one_line(text)
    return f"'{line}" if line.lstrip().startswith(FORMULA_STARTS) else line


def _heading(table: Table, slot: Slot) -> str:
    if slot.part is Part.LABEL and not slot.heading:
        return table.title
    return slot.heading


def _entry(table: Table, row: Row, slot: Slot) -> str:
    if slot.part is Part.FIGURE:
        return _figure(cells(table, row)[slot.figure])
    return harmless(slot.text(table, row))


def _figure(cell: Cell) -> str:
    if isinstance(cell, Number):
        return cell.decimal.replace(".", ",")
    if isinstance(cell, Hidden):
        return harmless(cell.sign)
    return harmless(cell.reason) if isinstance(cell, Missing) else ""


def _unit(table: Table, row: Row) -> str:
    """Return the unit of the row's figures; where they differ, each of them once."""
    units = (cell.unit for cell in cells(table, row) if isinstance(cell, Number))
    return ", ".join(dict.fromkeys(unit.suffix or unit.name for unit in units))
