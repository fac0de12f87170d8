"""How does a table of figures become a table in Word?

No boxes: a rule below the headings, a thin one above a sum, and a stronger pair around a result. Headings are
marked to be repeated on each page, rows are not split, and short tables stay together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Row, RowKind, Table
from samordna.renderers.docx.columns import INDENT, Columns, columns_of, hanging_room
from samordna.renderers.docx.measure import line_count
from samordna.renderers.docx.notes import Notes, hanging_width
from samordna.renderers.docx.xml import Element, paragraph, run, twips, unbroken, w
from samordna.renderers.grid import Part, Slot, unit_line
from samordna.renderers.palette import INK, MUTED, TINT
from samordna.renderers.printable import one_line

TALLEST_TOGETHER: Final = 460.0
"""In points: a table no taller than this stands on one page, a taller one may go on overleaf."""

_RULES: Final = {"hair": {"sz": 4, "color": MUTED}, "strong": {"sz": 8, "color": INK}}
_ROW_RULES: Final[dict[RowKind, dict[str, str]]] = {
    RowKind.HEADING: {},
    RowKind.DETAIL: {},
    RowKind.SUBTOTAL: {"top": "hair"},
    RowKind.RESULT: {"top": "strong", "bottom": "strong"},
}


def table_element(table: Table, notes: Notes) -> Element:
    """Return the table; its caption, remarks and ``notes`` stand outside it."""
    columns = columns_of(table)
    hanging = {slot: hanging_room(table, slot, columns.size) for slot in columns.slots}
    grid = _Grid(table, columns, notes, hanging)
    return w("tbl", _table_properties(table, grid.columns), _grid_element(grid.columns), grid.head(), *grid.rows())


def _table_properties(table: Table, columns: Columns) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val="Rakenskapstabell"),
        w("tblW", w=sum(map(twips, columns.widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        w("tblCaption", val=one_line(table.title)),
        w("tblDescription", val=one_line(_description(table))),
    )


def _description(table: Table) -> str:
    return f"{unit_line(table)}. {', '.join(column.label for column in table.columns)}."


def _grid_element(columns: Columns) -> Element:
    return w("tblGrid", *(w("gridCol", w=twips(width)) for width in columns.widths))


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table on its way to paper: the columns it gets, its notes, and the room that marks hang in."""

    table: Table
    columns: Columns
    notes: Notes
    hanging: Mapping[Slot, float]

    def head(self) -> Element:
        """Return the row of headings, repeated on every page the table reaches."""
        properties = w("trPr", w("cantSplit"), w("tblHeader"))
        return w("tr", properties, *(self._head_cell(slot, width) for slot, width in self._columns()))

    def rows(self) -> Iterator[Element]:
        """Yield the rows."""
        together = _kept_together(self.table.rows, self._height())
        for row, keep in zip(self.table.rows, together, strict=True):
            written = (self._cell(row, slot, width, keep=keep) for slot, width in self._columns())
            yield w("tr", w("trPr", w("cantSplit")), *written)

    def _height(self) -> float:
        """Return about how tall the rows are together: what their labels take."""
        size = self.columns.size
        lines = (
            line_count(row.label, self.columns.label_width - INDENT * (row.level + 1), size.text, hanging=INDENT)
            for row in self.table.rows
        )
        return sum(count * size.line + size.space for count in lines)

    def _columns(self) -> Iterable[tuple[Slot, float]]:
        return zip(self.columns.slots, self.columns.widths, strict=True)

    def _head_cell(self, slot: Slot, width: float) -> Element:
        text = unbroken(one_line(slot.heading), style="Strong" if slot.emphasis else "")
        place = (*_room(self.hanging[slot]), w("jc", val="right")) if slot.part is Part.FIGURE else ()
        content = paragraph(self.columns.size.style("Tabellhuvud"), text, keep_next=True, properties=place)
        return w("tc", _cell_properties(slot, width, {"bottom": "strong"}, at="bottom"), content)

    def _cell(self, row: Row, slot: Slot, width: float, *, keep: bool) -> Element:
        style = self.columns.size.style("Tabellsiffra" if slot.part is Part.FIGURE else "Tabelltext")
        own = hanging_width(self.notes.footnotes, row, slot, self.columns.size.text)
        indent = _room(self.hanging[slot] - own) if slot.part is Part.FIGURE else _indent(row, slot)
        content = paragraph(style, *self._runs(row, slot), keep_next=keep, properties=indent)
        # figures stand beside the last line of a label, as the eye reads it; codes beside its first
        place = "bottom" if slot.part is Part.FIGURE else "top"
        return w("tc", _cell_properties(slot, width, _ROW_RULES[row.kind], at=place), content)

    def _runs(self, row: Row, slot: Slot) -> Iterator[Element]:
        text = one_line(slot.text(self.table, row))
        if text:
            yield run(text, style="" if row.kind is RowKind.DETAIL else "Strong")
        yield from self.notes.marks(row, slot)


def _cell_properties(slot: Slot, width: float, rules: dict[str, str], *, at: str) -> Element:
    borders = [
        w(side, val="single", space=0, sz=_RULES[rule]["sz"], color=str(_RULES[rule]["color"]).lstrip("#").upper())
        for side, rule in rules.items()
    ]
    return w(
        "tcPr",
        w("tcW", w=twips(width), type="dxa"),
        w("tcBorders", *borders) if borders else None,
        w("shd", val="clear", color="auto", fill=TINT.lstrip("#").upper()) if slot.emphasis else None,
        w("vAlign", val=at),
    )


def _indent(row: Row, slot: Slot) -> tuple[Element, ...]:
    """Return the indent of a label: its level, and a little more from its second line on."""
    if slot.part is not Part.LABEL:
        return ()
    return (w("ind", left=twips(INDENT * (row.level + 1)), hanging=twips(INDENT)),)


def _room(width: float) -> tuple[Element, ...]:
    """Return the indent that leaves room at the right; none where no room is asked for."""
    return (w("ind", left=0, right=twips(width), hanging=0),) if width else ()


def _kept_together(rows: Sequence[Row], height: float) -> list[bool]:
    """Tell for each row whether it stays on the page of the next one.

    All but the last of a short table do. In a taller one the first two do, a heading, and what stands before a sum.
    """
    last = len(rows) - 1
    if height <= TALLEST_TOGETHER:
        return [i < last for i in range(len(rows))]
    summed = {RowKind.SUBTOTAL, RowKind.RESULT}
    return [
        i < last and (i < 2 or row.kind is RowKind.HEADING or rows[i + 1].kind in summed) for i, row in enumerate(rows)
    ]
