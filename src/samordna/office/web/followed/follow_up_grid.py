"""How does a table of the follow-up become one that forecasts are written in, and what changes when one is saved?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeAlias
from urllib.parse import quote

from django.urls import reverse

from samordna.domain.document import Blank, Cell, Column, Number, Row, RowKind
from samordna.domain.plan.forecast import Ground
from samordna.domain.plan.register import COST_CENTRE
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.look.grid_answers import NewTotal, SavedCell
from samordna.look.grid_parts import Grid, GridColumn, GridComment, GridEntry, GridFigure, GridRow
from samordna.office.questions import FollowUpGrid, ForecastCell, WrittenTable
from samordna.office.web.books.object_address import object_address
from samordna.office.web.followed.follow_up_wanted import FollowUpWanted, ending
from samordna.office.web.forms.wanted import Wanted

COMMENT: Final = "prognoskommentar"
"""The column where it is written why a forecast is believed."""

TABLE: Final = "tabell"
"""The name, in addresses that cells are sent to, of the table that they stand in."""

_GROUNDS: Final[Mapping[Ground, str]] = {
    Ground.AGREEMENT: swedish("Förslag: avtal"),
    Ground.LAST_YEAR: swedish("Förslag: fjolåret"),
    Ground.RUN_RATE: swedish("Förslag: takten"),
    Ground.BUDGET: swedish("Förslag: budget"),
}
_UNEXPLAINED: Final = swedish("Kommentar saknas")


@dataclass(frozen=True, slots=True)
class NotSaved:
    """What somebody typed in a cell and could not be saved, why, and who has changed the cell meanwhile."""

    typed: str
    problem: Problem
    by: str = ""


Unsaved: TypeAlias = Mapping[tuple[str, str], NotSaved]
"""What could not be saved, by row and column."""


@dataclass(frozen=True)
class WrittenGrid:
    """A table of the follow-up as a grid."""

    shown: WrittenTable
    wanted: FollowUpWanted
    may_comment: bool
    unsaved: Unsaved = field(default_factory=dict)

    def grid(self) -> Grid:
        """Return the grid."""
        table = self.shown.table
        at = (TABLE, table.id)
        return Grid(
            id=table.id,
            caption=table.title,
            columns=tuple(self._columns()),
            rows=tuple(self._row(row) for row in table.rows),
            action=f"{reverse('follow_up')}{ending(self.wanted.query, at)}",
            save=f"{reverse('save_forecast')}{ending(self.wanted.query, at)}",
            stub=table.stub or swedish("Kostnadsställe"),
            code_label=table.code_label,
            unit=table.unit.suffix,
        )

    def saved_cells(self, row: str) -> tuple[SavedCell, ...]:
        """Return the two cells of a row's forecast as they are held."""
        cell = self.shown.forecasts[row]
        told = ((self.shown.forecast_column, self._forecast(cell)), (COMMENT, self._comment(cell)))
        return tuple(SavedCell(row, column, entry.text, entry.seen, entry.note) for column, entry in told)

    def figures(self, row: str) -> Iterator[NewTotal]:
        """Yield the figures that may follow from a row's forecast: its own, and those of every sum."""
        for one in self.shown.table.rows:
            if one.id == row or one.kind not in {RowKind.DETAIL, RowKind.HEADING}:
                for column, cell in zip(self.shown.table.columns, one.cells, strict=False):
                    if not self._is_written(one, column) and not isinstance(cell, Blank):
                        figure = self._figure(one, column, cell)
                        yield NewTotal(figure.id, figure.text, figure.absent)

    def _columns(self) -> Iterator[GridColumn]:
        for column in self.shown.table.columns:
            is_forecast = column.id == self.shown.forecast_column
            yield GridColumn(column.id, column.label, emphasis=is_forecast)
            if is_forecast:
                yield GridColumn(COMMENT, swedish("Kommentar till prognosen"), words=True)

    def _row(self, row: Row) -> GridRow:
        if row.kind is RowKind.HEADING:
            return GridRow(row.id, row.label, kind=row.kind, level=row.level)
        href = object_address(COST_CENTRE, row.code, self._of_figures) if row.code else ""
        mark = self._marks.get((row.id, ""), "")
        return GridRow(row.id, row.label, tuple(self._cells(row)), row.kind, row.code, href, row.level, mark)

    def _cells(self, row: Row) -> Iterator[GridFigure | GridEntry]:
        for column, cell in zip(self.shown.table.columns, row.cells, strict=True):
            written = self._is_written(row, column)
            yield self._forecast(self.shown.forecasts[row.id]) if written else self._figure(row, column, cell)
            if column.id == self.shown.forecast_column:
                yield self._comment(self.shown.forecasts[row.id]) if written else GridFigure()

    def _is_written(self, row: Row, column: Column) -> bool:
        return column.id == self.shown.forecast_column and row.id in self.shown.forecasts

    def _figure(self, row: Row, column: Column, cell: Cell) -> GridFigure:
        if isinstance(cell, Blank):
            return GridFigure()
        number, address = isinstance(cell, Number), self._address(row.id, column.id)
        return GridFigure(
            text=cell.text if isinstance(cell, Number) else swedish("saknas"),
            id=".".join(quote(name, safe="") for name in (self.shown.table.id, row.id, column.id)),
            href=address,
            absent=not number,
            comment=self._commented(row.id, column.id, address) if number else None,
        )

    def _forecast(self, cell: ForecastCell) -> GridEntry:
        number = cell.number
        note = _GROUNDS[number.proposal.ground] if number and number.proposal and not number.is_own else ""
        text = swedish_number(cell.shown, cell.cell.unit.decimals) if cell.shown is not None else ""
        column = self.shown.forecast_column
        comment = self._commented(cell.row, column, self._address(cell.row, column))
        return self._entry(cell, column, text, note, comment)

    def _comment(self, cell: ForecastCell) -> GridEntry:
        return self._entry(cell, COMMENT, cell.comment, _UNEXPLAINED if cell.lacks_comment else "", None)

    def _entry(self, cell: ForecastCell, column: str, text: str, note: str, comment: GridComment | None) -> GridEntry:
        left = self.unsaved.get((cell.row, column))
        if left is None:
            return GridEntry(text, cell.seen, note, comment=comment)
        return GridEntry(text, cell.seen, note, left.typed, left.problem, left.by, comment)

    def _commented(self, row: str, column: str, address: str) -> GridComment | None:
        """Return the way to where a figure is commented on, which is where it is explained."""
        mark = self._marks.get((row, column), "")
        return GridComment(f"{address}#kommentar", mark) if address and (mark or self.may_comment) else None

    def _address(self, row: str, column: str) -> str:
        return self._of_figures.figure(self.shown.table.id, row, column) or ""

    @cached_property
    def _of_figures(self) -> Wanted:
        return self.wanted.of_figures

    @cached_property
    def _marks(self) -> Mapping[tuple[str, str], str]:
        """The numbers of the notes to each row and cell."""
        found: dict[tuple[str, str], list[str]] = {}
        for note in self.shown.table.footnotes:
            found.setdefault((note.row, note.column), []).append(str(note.number))
        return {place: ", ".join(numbers) for place, numbers in found.items()}


def figures_after(told: FollowUpGrid, row: str, wanted: FollowUpWanted) -> Iterator[NewTotal]:
    """Yield the figures of every table that may follow from a row's forecast."""
    for shown in told.tables:
        yield from WrittenGrid(shown, wanted, may_comment=False).figures(row)
