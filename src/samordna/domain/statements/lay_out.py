"""How do a layout, the books and a question become tables?

The one engine: every statement of every association goes through ``lay_out``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from samordna.domain.document import Cell, Column, Number, Row, RowKind, Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.ledger.problems import COMPARISON_WITHIN_BALANCES, PERIOD_BEYOND_LEDGER
from samordna.domain.statements.arithmetic import difference, rounded
from samordna.domain.statements.controls import failing, note_differs, uncounted
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount, Holdings, Value, When
from samordna.domain.statements.layout import (
    ColumnLayout,
    Layout,
    Measure,
    StatementKind,
    StatementLayout,
    Unassigned,
)
from samordna.domain.statements.problems import ACCOUNT_WITHOUT_LINE
from samordna.domain.statements.span import Asked, heading, resolve
from samordna.domain.statements.tree import Heading, Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words
from samordna.domain.values.problem import Problem

ColumnPeriods: TypeAlias = Mapping[tuple[str, str], Period]
"""The months that each column tells of, by statement and column."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Laid-out statements in the layout's order, and what is wrong with them."""

    layout: Layout
    asked: Asked
    tables: tuple[Table, ...]
    findings: tuple[Problem, ...]

    def table(self, statement_id: str) -> Table:
        """Return the table of a statement; raises ``KeyError`` when it was not laid out."""
        for table in self.tables:
            if table.id == statement_id:
                return table
        raise KeyError(statement_id)

    def only(self, kind: StatementKind) -> "Statements":
        """Return the statements of one kind."""
        kept = {statement.id for statement in self.layout.statements if statement.kind is kind}
        return Statements(self.layout, self.asked, tuple(t for t in self.tables if t.id in kept), self.findings)


def lay_out(layout: Layout, balances: Balances, asked: Asked, entered: Iterable[EnteredFigure] = ()) -> Statements:
    """Return every statement of the layout for what was asked, from sums and figures entered by hand."""
    times = column_periods(layout, balances, asked)
    evaluation = evaluated(layout, balances, times, entered)
    laid_out = [_LaidOut(evaluation, statement, times) for statement in layout.statements]
    tables = tuple(one.table() for one in laid_out)
    by_id = {table.id: table for table in tables}
    findings = (
        *_uncovered(balances, laid_out),
        *_untold(balances, laid_out),
        *_without_line(evaluation),
        *(problem for control in layout.controls for problem in failing(control, by_id[control.statement])),
        *(problem for one in laid_out for problem in one.differences()),
    )
    return Statements(layout, asked, tables, findings)


def column_periods(layout: Layout, balances: Balances, asked: Asked) -> ColumnPeriods:
    """Return the months that each column of each statement tells of."""
    return {
        (statement.id, column.id): resolve(column.span, asked, balances)
        for statement in layout.statements
        for column in statement.columns
    }


def evaluated(
    layout: Layout, balances: Balances, times: ColumnPeriods, entered: Iterable[EnteredFigure] = ()
) -> Evaluation:
    """Return the layout held against the books of the years that its columns tell of."""
    return Evaluation(layout, Holdings(_touched(balances, times.values()), tuple(entered)))


def _touched(balances: Balances, periods: Iterable[Period]) -> Balances:
    """Return the balances of the years that some column tells of: what an older year held is no matter here."""
    wanted = list(periods)
    years = (year for year in balances.years if any(year.year.period.overlaps(period) for period in wanted))
    return replace(balances, years=tuple(years))


def _uncovered(balances: Balances, laid_out: Iterable["_LaidOut"]) -> Iterator[Problem]:
    """Yield a problem for each period that a column tells of but the books do not reach the end of."""
    told = dict.fromkeys(period for one in laid_out for period in one.actual_periods())
    for period in told:
        year = balances.year_of(period.last)
        if year and period.first <= year.covers_to < period.last:
            covered = month_in_words(year.covers_to)
            yield PERIOD_BEYOND_LEDGER.at(str(period), period=period.in_words, covered_to=covered)


def _untold(balances: Balances, laid_out: Iterable["_LaidOut"]) -> Iterator[Problem]:
    """Yield a problem for each period that the books tell of only as part of a longer one."""
    told = dict.fromkeys(period for one in laid_out for period in one.movement_periods())
    for period in told:
        year = balances.year_of(period.last)
        if year and not year.tells_movement(period):
            known = year.covered.in_words
            yield COMPARISON_WITHIN_BALANCES.at(str(period), period=period.in_words, known=known)


def _without_line(evaluation: Evaluation) -> Iterator[Problem]:
    accounts = evaluation.holdings.balances.accounts
    for statement in evaluation.layout.statements:
        for number in evaluation.unassigned(statement, statement.answers_for):
            yield ACCOUNT_WITHOUT_LINE.at(statement.title, account=number, name=accounts[number].name)


class _LaidOut:
    """One statement on its way to a table."""

    def __init__(self, evaluation: Evaluation, statement: StatementLayout, times: ColumnPeriods) -> None:
        self.evaluation, self.statement = evaluation, statement
        self.periods = {column.id: times[statement.id, column.id] for column in statement.columns}

    def table(self) -> Table:
        """Return the finished table: columns without anything to show and lines that are not needed left out."""
        rows = [self._row(item) for item in self.evaluation.printed(self.statement) if self._is_needed(item)]
        kept = [i for i, column in enumerate(self.statement.columns) if not column.optional or _has_figures(rows, i)]
        return Table(
            id=self.statement.id,
            title=self.statement.title,
            unit=self.statement.unit,
            columns=tuple(self._column(self.statement.columns[i]) for i in kept),
            rows=tuple(_with_cells(row, kept) for row in rows),
            stub=self.statement.stub,
            code_label=self.statement.code_label,
            note_label=self.statement.note_label,
            notes_last=self.statement.notes_last,
            remarks=self._remarks(),
        )

    def _remarks(self) -> tuple[str, ...]:
        """Return what must be known to read the table: balances hold the result of the whole year so far."""
        years = self.evaluation.holdings.balances
        inside = any(
            (year := years.year_of(period.last)) and period.first > year.year.period.first
            for period in self.actual_periods()
        )
        if self.statement.kind is StatementKind.BALANCE and inside:
            return (swedish("Resultatet i balansräkningen är räknat från räkenskapsårets början."),)
        return ()

    def actual_periods(self) -> Iterator[Period]:
        """Yield the months that the columns of what happened tell of; an opening balance needs none of them."""
        for column in self._told():
            if column.measure is not Measure.OPENING:
                yield self.periods[column.id]

    def movement_periods(self) -> Iterator[Period]:
        """Yield the months that the columns of what was moved tell of."""
        for column in self._told():
            if (column.measure or self.statement.measure) in {None, Measure.MOVEMENT}:
                yield self.periods[column.id]

    def differences(self) -> Iterator[Problem]:
        """Yield what is wrong with the statement's money: a note that differs, accounts not counted once."""
        for column in self._told():
            label = heading(column.label, self.periods[column.id])
            at = (When(self.periods[column.id], column.scenario), column.measure)
            if self.statement.explains:
                yield from note_differs(self.evaluation, self.statement, label, at)
            if self.statement.answers_for:
                yield from uncounted(self.evaluation, self.statement, label, at)

    def _told(self) -> Iterator[ColumnLayout]:
        return (c for c in self.statement.columns if c.scenario is Scenario.ACTUAL and not c.difference)

    def _column(self, column: ColumnLayout) -> Column:
        return Column(column.id, heading(column.label, self.periods[column.id]), column.emphasis)

    def _is_needed(self, item: Printed | Heading) -> bool:
        if isinstance(item, Printed) and isinstance(item.line.source, Unassigned):
            return bool(self.evaluation.unassigned(self.statement, item.line.source.kinds))
        return True

    def _row(self, item: Printed | Heading) -> Row:
        if isinstance(item, Heading):
            return Row(item.id, item.text, RowKind.HEADING, level=item.level)
        line = item.line
        cells = tuple(self._cell(item, column) for column in self.statement.columns)
        return Row(line.id, line.label, line.kind, cells, code=line.code, note=line.note, level=item.level)

    def _value(self, placed: Printed, column: ColumnLayout) -> Value:
        if column.difference:
            return self._difference(placed, *column.difference)
        when = When(self.periods[column.id], column.scenario)
        return self.evaluation.value(self.statement, placed, when, column.measure)

    def _difference(self, placed: Printed, *names: str) -> Value:
        by_id = {column.id: column for column in self.statement.columns}
        values = [self._value(placed, by_id[name]) for name in names]
        if self.statement.totals_of_rounded:
            values = [rounded(value, placed.line.unit or self.statement.unit) for value in values]
        labels = [heading(by_id[name].label, self.periods[name]) for name in names]
        return difference((labels[0], values[0]), (labels[1], values[1]))

    def _cell(self, placed: Printed, column: ColumnLayout) -> Cell:
        value = self._value(placed, column)
        if not isinstance(value, Amount):
            return value
        line = placed.line
        sign = (column.shows or placed.shows).sign
        nil = self.statement.nil if line.nil is None else line.nil
        return Number(value.exact * sign, line.unit or self.statement.unit, value.origin, nil)


def _has_figures(rows: Iterable[Row], index: int) -> bool:
    return any(row.cells and isinstance(row.cells[index], Number) for row in rows)


def _with_cells(row: Row, kept: list[int]) -> Row:
    if not row.cells:
        return row
    return Row(row.id, row.label, row.kind, tuple(row.cells[i] for i in kept), row.code, row.note, row.level)
