"""How does a walk become one of Excel's own charts, that follows its table when somebody changes a figure?

Excel has no bars that begin where others end, in the form that every program reads. So each row gets, to the right
of the table and in plain sight, where its bar begins and ends, and the parts that are stacked to draw it: what is left
out, what is drawn above zero and what below. All of it is formulas of the table.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from samordna.domain.document import Number, Table
from samordna.domain.values.language import swedish
from samordna.renderers.grid import Part, cells, slots
from samordna.renderers.palette import ACCENT, SERIES
from samordna.renderers.walk import Step, Way, steps, walked_column
from samordna.renderers.xlsx.sheet import HEAD, TableSheet

_HEADS: Final = (
    swedish("Från"), swedish("Till"), swedish("Ritas inte"), swedish("Ritas över noll"), swedish("Ritas under noll"),
)  # fmt: skip
_FORMULAS: Final = (
    "=MAX(MIN({start},{end}),0)+MIN(MAX({start},{end}),0)",
    "=MAX({start},{end},0)-MAX(MIN({start},{end}),0)",
    "=MIN({start},{end},0)-MIN(MAX({start},{end}),0)",
)
_UNSEEN: Final = {"fill": {"none": True}, "border": {"none": True}}
_BORDER: Final = {"color": ACCENT, "width": 0.75}
_LOOKS: Final[dict[Way, dict[str, object]]] = {
    Way.LEVEL: {"fill": {"color": SERIES[0]}, "border": _BORDER},
    Way.UP: {"fill": {"color": SERIES[1]}, "border": _BORDER},
    Way.DOWN: {
        "pattern": {"pattern": "wide_upward_diagonal", "fg_color": ACCENT, "bg_color": SERIES[2]}, "border": _BORDER,
    },
}  # fmt: skip
"""Dark, light and striped, as in the picture of other formats."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A row of the walk on its sheet: its line there, its step, and between which shown values its bar lies."""

    line: int
    step: Step
    start: Decimal
    end: Decimal

    @property
    def parts(self) -> tuple[Decimal, Decimal, Decimal]:
        """What is left out, what is drawn above zero and what below: what the formulas give."""
        low, high, zero = min(self.start, self.end), max(self.start, self.end), Decimal(0)
        return max(low, zero) + min(high, zero), max(high, zero) - max(low, zero), min(low, zero) - min(high, zero)


def walk_chart(workbook: Workbook, place: TableSheet, table: Table, walked: Collection[str]) -> Any:
    """Return the chart of the rows ``walked`` of a table, and write beside it what the chart is drawn from."""
    sheet, beside = place.sheet, len(slots(table)) + 1
    whole = replace(table, rows=tuple(row for row in table.rows if row.id in walked))
    lines = {row.id: line for line, row in enumerate(table.rows, start=HEAD + 1) if row.id in walked}
    _write_parts(place, whole, lines, beside)
    drawn = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    label = next(i for i, slot in enumerate(slots(table)) if slot.part is Part.LABEL)
    looks = _looks(whole)
    for at in range(2, len(_HEADS)):
        column = beside + at
        drawn.add_series(
            {
                "name": [sheet.name, HEAD, column],
                "categories": stretches(sheet, lines.values(), label),
                "values": stretches(sheet, lines.values(), column),
                "gap": 45,
                **(_UNSEEN if at == 2 else {"points": looks}),
            }
        )
    return drawn


def stretches(sheet: Worksheet, lines: Iterable[int], column: int) -> str:
    """Return the cells of a column on some lines of a sheet, in as few stretches as they lie."""
    name, found = sheet.name.replace("'", "''"), []
    for _, stretch in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
        rows = [line for _, line in stretch]
        found.append(f"'{name}'!{xl_range_abs(rows[0], column, rows[-1], column)}")
    return f"=({','.join(found)})" if len(found) > 1 else f"={''.join(found)}"


def _looks(table: Table) -> list[dict[str, object] | None]:
    """Return how the bar of each row of the table is drawn; a heading has none."""
    looks = {step.row.id: _LOOKS[step.way] for step in steps(table)}
    return [looks.get(row.id) for row in table.rows]


def _write_parts(place: TableSheet, table: Table, lines: Mapping[str, int], beside: int) -> None:
    sheet, look = place.sheet, place.look
    figure = next(i for i, s in enumerate(slots(table)) if s.part is Part.FIGURE and s.figure == walked_column(table))
    for at, head in enumerate(_HEADS, start=beside):
        sheet.write_string(HEAD, at, head, look.heading(figure=True, emphasis=False))
    sheet.set_column(beside, beside + len(_HEADS) - 1, 16)
    before = ""
    for stretch in _stretches(table, lines):
        start, end = (xl_rowcol_to_cell(stretch.line, beside + i) for i in (0, 1))
        shown = xl_rowcol_to_cell(stretch.line, figure)
        level = stretch.step.way is Way.LEVEL or not before
        first = ("=0" if level else f"={before}", f"={shown}" if level else f"={start}+{shown}")
        formulas = (*first, *(formula.format(start=start, end=end) for formula in _FORMULAS))
        values = (stretch.start, stretch.end, *stretch.parts)
        for at, (formula, value) in enumerate(zip(formulas, values, strict=True), start=beside):
            sheet.write_formula(stretch.line, at, formula, look.quiet, float(value))
        before = end


def _stretches(table: Table, lines: Mapping[str, int]) -> Iterator[_Stretch]:
    """Yield the rows that are drawn, in the figures that the sheet shows."""
    at, number = Decimal(0), walked_column(table)
    for step in steps(table):
        cell = cells(table, step.row)[number]
        if step.end is not None and isinstance(cell, Number):
            start = Decimal(0) if step.way is Way.LEVEL else at
            at = start + Decimal(cell.decimal)
            yield _Stretch(lines[step.row.id], step, start, at)
