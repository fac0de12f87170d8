"""How does one statement become a table?

Lines and columns that are not needed are left out, figures are shown on their side and in their unit, and what must be
known to read it is said below.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from samordna.domain.document import Cell, Column, Comment, Number, Row, RowKind, Table, annotated, rounded_remark
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.column_values import ColumnValues, shown_sign
from samordna.domain.statements.controls import note_differs, uncounted
from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount
from samordna.domain.statements.layout import ColumnLayout, Measure, StatementKind, StatementLayout, Unassigned
from samordna.domain.statements.merging import Merging
from samordna.domain.statements.tree import Heading, Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem

ColumnPeriods: TypeAlias = Mapping[tuple[str, str], Period]
"""The months that each column tells of, by statement and column."""


class LaidOut:
    """One statement on its way to a table."""

    def __init__(self, evaluation: Evaluation, statement: StatementLayout, times: ColumnPeriods) -> None:
        self.evaluation, self.statement = evaluation, statement
        self.periods = {column.id: times[statement.id, column.id] for column in statement.columns}
        self.columns = ColumnValues(evaluation, statement, self.periods)
        self.shown = tuple(column for column in statement.columns if not column.extra)
        self.items = [item for item in evaluation.printed(statement) if self._is_needed(item)]
        rows = {source.key: item for item, source in self._cost_centres() if source.planned}
        self.merging = Merging(evaluation.holdings.plan.register, self.columns, rows)

    def table(self) -> Table:
        """Return the finished table: columns without anything to show and lines that are not needed left out."""
        rows = [self._row(item) for item in self.items]
        kept = [i for i, column in enumerate(self.shown) if self._is_shown(column, rows)]
        table = Table(
            id=self.statement.id,
            title=self.statement.title,
            unit=self.statement.unit,
            columns=tuple(self._column(self.shown[i]) for i in kept),
            rows=tuple(_with_cells(row, kept) for row in rows),
            stub=self.statement.stub,
            code_label=self.statement.code_label,
            note_label=self.statement.note_label,
            notes_last=self.statement.notes_last,
            remarks=(*self._remarks(), *self._of_rounding(rows, kept)),
        )
        return annotated(table, self._comments(self.shown[i] for i in kept))

    def without_row(self) -> Iterator[FromCostCentre]:
        """Yield the lines of cost centres that only the ledger knows of."""
        return (source for _, source in self._cost_centres() if source.row is None)

    def _cost_centres(self) -> Iterator[tuple[Printed, FromCostCentre]]:
        """Yield the printed rows of the register, and of the ledger's cost centres."""
        for item in self.items:
            if isinstance(item, Printed) and isinstance(item.line.source, FromCostCentre):
                yield item, item.line.source

    def _is_shown(self, column: ColumnLayout, rows: list[Row]) -> bool:
        """Tell whether a column has anything to show; one that is a total when each of its parts has."""
        if not column.optional:
            return True
        if column.total:
            return all(self._tells(one) for one in self.columns.made_of(column))
        return _has_figures(rows, self.shown.index(column))

    def _tells(self, column: ColumnLayout) -> bool:
        """Tell whether any line has a figure in a column, shown or not."""
        placed = (item for item in self.items if isinstance(item, Printed))
        return any(isinstance(self.columns.value(item, column), Amount) for item in placed)

    def _comments(self, shown: Iterable[ColumnLayout]) -> Iterator[Comment]:
        """Yield what is said of rows and figures: the register's remarks, and what rows tell of together."""
        for item, source in self._cost_centres():
            if source.planned and source.row:
                yield Comment(item.line.id, "", source.row.remark)
        yield from self.merging.comments(shown)

    def _remarks(self) -> tuple[str, ...]:
        """Return what must be known to read the table: which result the equity of a balance sheet holds."""
        if self.statement.kind is not StatementKind.BALANCE:
            return ()
        return tuple(dict.fromkeys((*self._of_part_years(), *self._of_unread_years())))

    def _of_rounding(self, rows: Sequence[Row], kept: Sequence[int]) -> tuple[str, ...]:
        """Return how sums are rounded, in the two statements of the same result that stand beside each other."""
        if self.statement.kind not in {StatementKind.OPERATING, StatementKind.SUMMARY}:
            return ()
        if self.statement.totals_of_rounded:
            return (_OF_ROUNDED,)
        by_id = {row.id: row for row in rows}
        sums = (
            (by_id[item.line.id], [by_id[part.line.id] for part in item.parts if part.line.id in by_id])
            for item in self.items
            if isinstance(item, Printed) and item.line.is_sum and item.line.id in by_id
            if all(part.shows is item.shows for part in item.parts)
        )
        return rounded_remark(sums, kept)

    def _of_part_years(self) -> Iterator[str]:
        years = self.evaluation.holdings.balances
        inside = any(
            (year := years.year_of(period.last)) and period.first > year.year.period.first
            for period in self.actual_periods()
        )
        if inside:
            yield swedish("Resultatet i balansräkningen är räknat från räkenskapsårets början.")

    def _of_unread_years(self) -> Iterator[str]:
        for period in self.actual_periods():
            if opened := self.evaluation.holdings.next_opened(period):
                yield _OPENED.format(end=period.end.isoformat(), year=opened.year.period.last // 100)

    def actual_periods(self) -> Iterator[Period]:
        """Yield the months that the columns of what happened tell of; an opening balance needs none of them."""
        for column in self._of_what_happened():
            if column.measure is not Measure.OPENING:
                yield self.periods[column.id]

    def movement_periods(self) -> Iterator[Period]:
        """Yield the months that the columns of what was moved tell of."""
        for column in self._of_what_happened():
            if (column.measure or self.statement.measure) in {None, Measure.MOVEMENT}:
                yield self.periods[column.id]

    def differences(self) -> Iterator[Problem]:
        """Yield what is wrong with the statement's money: a note that differs, accounts not counted once."""
        for column in self._of_what_happened():
            label = self.columns.heading(column)
            at = (self.columns.when(column), column.measure)
            if self.statement.explains:
                yield from note_differs(self.evaluation, self.statement, label, at)
            if self.statement.answers_for:
                yield from uncounted(self.evaluation, self.statement, label, at)

    def _of_what_happened(self) -> Iterator[ColumnLayout]:
        return (c for c in self.shown if c.scenario is Scenario.ACTUAL and not c.made_of)

    def _column(self, column: ColumnLayout) -> Column:
        return Column(column.id, self.columns.heading(column), column.emphasis)

    def _is_needed(self, item: Printed | Heading) -> bool:
        if isinstance(item, Printed) and isinstance(item.line.source, Unassigned):
            return bool(self.evaluation.unassigned(self.statement, item.line.source.kinds))
        if isinstance(item, Printed) and isinstance(item.line.source, FromCostCentre):
            return self._is_in_use(item, item.line.source)
        return True

    def _is_in_use(self, placed: Printed, source: FromCostCentre) -> bool:
        """Tell whether a row is meant to be used in what is shown, or holds anything there."""
        if source.always and any(source.in_use(self.periods[column.id]) for column in self.shown):
            return True
        plain = (column for column in self.shown if not column.made_of)
        values = (self.columns.value(placed, column) for column in plain)
        return any(isinstance(value, Amount) and value.exact for value in values)

    def _row(self, item: Printed | Heading) -> Row:
        if isinstance(item, Heading):
            return Row(item.id, item.text, RowKind.HEADING, level=item.level)
        line = item.line
        cells = tuple(self._cell(item, column) for column in self.shown)
        return Row(line.id, line.label, line.kind, cells, code=line.code, note=line.note, level=item.level)

    def _cell(self, placed: Printed, column: ColumnLayout) -> Cell:
        value = self.merging.value(placed, column)
        if not isinstance(value, Amount):
            return value
        line = placed.line
        sign = shown_sign(self.statement, column, placed)
        nil = self.statement.nil if line.nil is None else line.nil
        return Number(value.exact * sign, line.unit or self.statement.unit, value.origin, nil)


_OF_ROUNDED: Final = swedish(
    "Summorna är av de avrundade raderna: de kan skilja sig i sista siffran från summor som är räknade på öret."
)
_OPENED: Final = swedish(
    "Beloppen den {end} är ingående balans {year}: resultatet till och med den dagen ingår i eget kapital."
)


def _has_figures(rows: Iterable[Row], index: int) -> bool:
    return any(row.cells and isinstance(row.cells[index], Number) for row in rows)


def _with_cells(row: Row, kept: list[int]) -> Row:
    if not row.cells:
        return row
    return Row(row.id, row.label, row.kind, tuple(row.cells[i] for i in kept), row.code, row.note, row.level)
