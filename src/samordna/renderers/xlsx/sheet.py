"""How does one table stand on its sheet?

Title, unit, a link back; the headings, frozen; then the rows, numbers as numbers, and the remarks below.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from samordna.domain.document import Blank, Cell, Document, Missing, Row, Table
from samordna.domain.values.language import swedish
from samordna.renderers.grid import MISSING, Part, Slot, cells, remarks, slots, unit_line
from samordna.renderers.printable import one_line, printable
from samordna.renderers.xlsx.look import Look, number_format

HEAD: Final = 4
"""The row of the headings, counted from 0: title, unit, status, link and then these."""
WIDEST_LABEL: Final = 58
A4: Final = 9
PORTRAIT_WIDTH: Final = 105
"""In characters: what fits in width on a standing A4 without becoming hard to read."""
LONGEST_CELL: Final = 32_767


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A sheet to write a table on, the workbook's look, and the name of the sheet to go back to.

    ``plotted`` tells that a chart is drawn of the table: there a text among the figures would be drawn as zero.
    """

    sheet: Worksheet
    look: Look
    front: str
    plotted: bool = False

    def words(self, at: tuple[int, int], text: str, style: object) -> None:
        """Write text as text, whatever it looks like."""
        self.sheet.write_string(*at, printable(text)[:LONGEST_CELL], style)


def write_table(place: TableSheet, table: Table, document: Document) -> int:
    """Write the table and return the first free row below it."""
    columns = slots(table)
    place.words((0, 0), one_line(table.title), place.look.title)
    place.words((1, 0), unit_line(table), place.look.quiet)
    place.words((2, 0), one_line(document.status), place.look.warning)
    place.sheet.write_url(3, 0, f"internal:'{place.front}'!A1", place.look.link, swedish("Till innehållet"))
    for at, slot in enumerate(columns):
        style = place.look.heading(figure=slot.part is Part.FIGURE, emphasis=slot.emphasis)
        place.words((HEAD, at), one_line(slot.heading), style)
        place.sheet.set_column(at, at, _width(table, slot))
    for line, row in enumerate(table.rows, start=HEAD + 1):
        for at, slot in enumerate(columns):
            _write_entry(place, (line, at), table, row, slot)
    below = HEAD + len(table.rows) + 2
    for line, remark in enumerate(remarks(table), start=below):
        place.words((line, 0), one_line(remark), place.look.quiet)
    _set_up(place.sheet, table, document)
    return below + len(remarks(table)) + 1


def _write_entry(place: TableSheet, at: tuple[int, int], table: Table, row: Row, slot: Slot) -> None:
    if slot.part is Part.FIGURE:
        _write_figure(place, at, table, row, cells(table, row)[slot.figure])
    else:
        level = row.level if slot.part is Part.LABEL else 0
        place.words(at, one_line(slot.text(table, row)), place.look.words(row.kind, level))


def _write_figure(place: TableSheet, at: tuple[int, int], table: Table, row: Row, cell: Cell) -> None:
    style = place.look.figure(row.kind)
    if isinstance(cell, Blank):
        place.sheet.write_blank(*at, None, style)
    elif isinstance(cell, Missing):
        place.words(at, "" if place.plotted else MISSING, style)
        place.sheet.write_comment(*at, one_line(cell.reason), {"author": ""})
    else:
        style = place.look.figure(row.kind, number_format(cell, table.unit))
        # Excel holds nothing but floats: the one place where a figure becomes one, from its shown decimals,
        # which a float gives back exactly up to 15 digits
        place.sheet.write_number(*at, float(Decimal(cell.decimal)), style)


def _width(table: Table, slot: Slot) -> int:
    """Return a column's width in characters: its longest entry, or the longest word of its heading."""
    indent = 2 if slot.part is Part.LABEL else 0
    entries = [len(slot.text(table, row)) + indent * row.level for row in table.rows]
    words = [len(word) for word in slot.heading.split()]
    longest = max([4, *entries, *words])
    return min(longest, WIDEST_LABEL) + 2


def _set_up(sheet: Worksheet, table: Table, document: Document) -> None:
    """Freeze the headings, and make the sheet print as a page: A4, one page wide, headings on each."""
    columns = slots(table)
    first_figure = next((i for i, slot in enumerate(columns) if slot.part is Part.FIGURE), 0)
    sheet.freeze_panes(HEAD + 1, first_figure)
    sheet.set_paper(A4)
    if sum(_width(table, slot) for slot in columns) > PORTRAIT_WIDTH:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.hide_gridlines(2)
    sheet.set_header(f"&L{_header_text(document.author)}&R{_header_text(document.status)}")
    sheet.set_footer(f"&L{_header_text(document.title)}&R{swedish('Sida')} &P {swedish('av')} &N")


def _header_text(text: str) -> str:
    """Return text for a header or footer: & begins a code there, and the whole holds 255 characters."""
    return one_line(text)[:100].replace("&", "&&")
