"""How does one table stand on its sheet?

Title, unit, a link back; the headings, frozen; then the rows, numbers as numbers, and the remarks below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import Final

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from samordna.domain.document import Cell, Document, Hidden, Number, Reasoned, Row, Table
from samordna.domain.values.language import swedish
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import Part, Slot, cells, remarks, slots, unit_line
from samordna.renderers.printable import one_line, printable
from samordna.renderers.xlsx.look import Look, number_format

HEAD: Final = 4
"""The row of the headings, counted from 0: title, unit, status, link and then these."""
WIDEST_LABEL: Final = 58
A4: Final = 9
PORTRAIT_WIDTH: Final = 105
"""In characters: what fits in width on a standing A4 without becoming hard to read."""
FOOT: Final = 120
"""How much of a foot's line a printed sheet can hold besides its title."""
LONGEST_CELL: Final = 32_767
LINE: Final = 15
"""The height of a line in points, as Excel has it."""
COMMENT_WIDTH: Final = 240
COMMENT_LINE: Final = 18
COMMENT_LETTERS: Final = 34
"""A comment's width and the height of a line in pixels, and how many letters fit on one."""


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
    heads = [len(wrap(slot.heading, _width(table, slot) - 1)) for slot in columns]
    place.sheet.set_row(HEAD, LINE * max(1, *heads))
    notes = Footnotes.of(table)
    for line, row in enumerate(table.rows, start=HEAD + 1):
        for at, slot in enumerate(columns):
            _write_entry(place, (line, at), notes, row, slot)
    below, said = HEAD + len(table.rows) + 2, (*remarks(table), *notes.lines())
    for line, text in enumerate(said, start=below):
        _write_remark(place, table, line, one_line(text))
    _set_up(place.sheet, table, document)
    return below + len(said) + 1


def _write_remark(place: TableSheet, table: Table, line: int, text: str) -> None:
    """Write a remark; one wider than the table is broken over lines, so that the printed page keeps its size."""
    columns = slots(table)
    width = sum(_width(table, slot) for slot in columns)
    lines = len(wrap(text, width))
    if lines < 2 or len(columns) < 2:
        place.words((line, 0), text, place.look.quiet)
        return
    place.sheet.merge_range(line, 0, line, len(columns) - 1, "", place.look.quiet_lines)
    place.words((line, 0), text, place.look.quiet_lines)
    place.sheet.set_row(line, LINE * lines)


def _write_entry(place: TableSheet, at: tuple[int, int], notes: Footnotes, row: Row, slot: Slot) -> None:
    """Write what stands in a column of a row, with its marks, and what they stand for as a comment of the cell."""
    cell = cells(notes.table, row)[slot.figure] if slot.part is Part.FIGURE else None
    if cell is not None:
        _write_figure(place, at, notes, row, slot)
    else:
        level = row.level if slot.part is Part.LABEL else 0
        text = one_line(slot.text(notes.table, row)) + notes.raised(row, slot)
        place.words(at, text, place.look.words(row.kind, level))
    reason = [cell.reason] if isinstance(cell, Reasoned) else []
    _comment(place.sheet, at, [*reason, *(note.text for note in notes.at(row, slot))])


def _write_figure(place: TableSheet, at: tuple[int, int], notes: Footnotes, row: Row, slot: Slot) -> None:
    style, marks = place.look.figure(row.kind), notes.raised(row, slot)
    cell = cells(notes.table, row)[slot.figure]
    if isinstance(cell, Number):
        style = place.look.figure(row.kind, number_format(cell, notes.table.unit, marks, notes.longest(slot)))
        # Excel holds nothing but floats: the one place where a figure becomes one, from its shown decimals,
        # which a float gives back exactly up to 15 digits
        place.sheet.write_number(*at, float(Decimal(cell.decimal)), style)
    elif text := _in_place_of_figure(place, cell, marks):
        place.words(at, text, style)
    else:
        place.sheet.write_blank(*at, None, style)


def _in_place_of_figure(place: TableSheet, cell: Cell, marks: str) -> str:
    """Return what stands where there is no figure; a sign that hides one is told even where it is drawn as zero."""
    if place.plotted and not isinstance(cell, Hidden):
        return ""
    return f"{cell.sign if isinstance(cell, Reasoned) else ''}{marks}"


def _comment(sheet: Worksheet, at: tuple[int, int], texts: Sequence[str]) -> None:
    """Put the texts on a cell as one comment, large enough that it can be read."""
    lines = [one_line(text) for text in texts]
    if lines:
        height = sum(COMMENT_LINE * (1 + len(line) // COMMENT_LETTERS) for line in lines) + COMMENT_LINE
        text = "\n\n".join(lines)[:LONGEST_CELL]
        sheet.write_comment(*at, text, {"author": "", "width": COMMENT_WIDTH, "height": height})


def _width(table: Table, slot: Slot) -> int:
    """Return a column's width in characters: its longest entry, or the longest word of its heading."""
    indent, notes = 2 if slot.part is Part.LABEL else 0, Footnotes.of(table)
    marks = [len(notes.longest(slot) if slot.part is Part.FIGURE else notes.raised(row, slot)) for row in table.rows]
    entries = [len(slot.text(table, row)) + indent * row.level for row in table.rows]
    words = [len(word) for word in slot.heading.split()]
    longest = max([4, *map(sum, zip(entries, marks, strict=True)), *words])
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
    sheet.set_footer(_foot(document))


def _foot(document: Document) -> str:
    """Return what stands at the foot of each printed page: title and page, and below them what the figures rest on."""
    title, page = _header_text(document.title), f"{swedish('Sida')} &P {swedish('av')} &N"
    if not document.foot:
        return f"&L{title}&R{page}"
    return f"&L{title} · {page}\n{_header_text(document.foot, FOOT)}"


def _header_text(text: str, longest: int = 100) -> str:
    """Return text for a header or footer: & begins a code there, and the whole holds 255 characters."""
    line = one_line(text).replace("&", "&&")
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip('&')}…"
