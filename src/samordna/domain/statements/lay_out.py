"""How do a layout, the books and a question become tables?

The one engine: every statement of every association goes through ``lay_out``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from samordna.domain.document import Cell, Column, Number, Row, RowKind, Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.ledger.problems import PERIOD_BEYOND_LEDGER
from samordna.domain.statements.controls import failing_controls
from samordna.domain.statements.evaluate import Evaluation, difference
from samordna.domain.statements.holdings import Amount, Holdings, Value, When
from samordna.domain.statements.layout import ColumnLayout, Layout, StatementKind, StatementLayout, Unassigned
from samordna.domain.statements.problems import ACCOUNT_WITHOUT_LINE
from samordna.domain.statements.span import Asked, heading, resolve
from samordna.domain.statements.tree import Heading, Printed
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


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
    evaluation = Evaluation(layout, Holdings(balances, tuple(entered)))
    tables = tuple(_LaidOut(evaluation, statement, asked).table() for statement in layout.statements)
    findings = (
        *_uncovered(balances, asked),
        *_without_line(evaluation),
        *failing_controls(layout, tables),
    )
    return Statements(layout, asked, tables, findings)


def _uncovered(balances: Balances, asked: Asked) -> Iterable[Problem]:
    year = balances.year_of(asked.period.last)
    if year and year.covers_to < asked.period.last:
        covered = Period(year.covers_to, year.covers_to)
        yield PERIOD_BEYOND_LEDGER.at(str(asked.period), period=asked.period.in_words, covered_to=covered.in_words)


def _without_line(evaluation: Evaluation) -> Iterable[Problem]:
    accounts = evaluation.holdings.balances.accounts
    for statement in evaluation.layout.statements:
        for number in evaluation.unassigned(statement):
            yield ACCOUNT_WITHOUT_LINE.at(statement.title, account=number, name=accounts[number].name)


class _LaidOut:
    """One statement on its way to a table."""

    def __init__(self, evaluation: Evaluation, statement: StatementLayout, asked: Asked) -> None:
        self.evaluation, self.statement = evaluation, statement
        balances = evaluation.holdings.balances
        self.periods = {column.id: resolve(column.span, asked, balances) for column in statement.columns}

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
        )

    def _column(self, column: ColumnLayout) -> Column:
        return Column(column.id, heading(column.label, self.periods[column.id]), column.emphasis)

    def _is_needed(self, item: Printed | Heading) -> bool:
        if isinstance(item, Printed) and isinstance(item.line.source, Unassigned):
            return bool(self.evaluation.unassigned(self.statement))
        return True

    def _row(self, item: Printed | Heading) -> Row:
        if isinstance(item, Heading):
            return Row(item.id, item.text, RowKind.HEADING, level=item.level)
        line = item.line
        cells = tuple(self._cell(item, column) for column in self.statement.columns)
        return Row(line.id, line.label, line.kind, cells, code=line.code, note=line.note, level=item.level)

    def _value(self, placed: Printed, column: ColumnLayout) -> Value:
        if column.difference:
            by_id = {other.id: other for other in self.statement.columns}
            one, other = (self._value(placed, by_id[name]) for name in column.difference)
            return difference(one, other)
        when = When(self.periods[column.id], column.scenario)
        return self.evaluation.value(self.statement, placed, when, column.measure)

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
