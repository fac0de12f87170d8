"""What is there to ask of statements, once they have been laid out?

The tables that are shown, together with the layout and the books they were laid out from: a place in a table
leads back to its line and column.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from samordna.domain.document import Cell
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.statements.column_values import ColumnValues, shown_sign
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Holdings, When
from samordna.domain.statements.laid_out import ColumnPeriods
from samordna.domain.statements.lay_out import Statements, column_periods, evaluated
from samordna.domain.statements.layout import ColumnLayout, Line, Measure, StatementLayout
from samordna.domain.statements.tree import Printed
from samordna.domain.values.unit import Unit


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: statement, row and column, as the layout names them."""

    statement: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that was found: the statement, the line where it is printed, the column and its time."""

    statement: StatementLayout
    printed: Printed
    column: ColumnLayout
    when: When

    @property
    def line(self) -> Line:
        """The line."""
        return self.printed.line

    @property
    def unit(self) -> Unit:
        """The unit its figure is shown in."""
        return self.line.unit or self.statement.unit

    @property
    def sign(self) -> int:
        """What the debit-positive amount is multiplied with to be shown."""
        return shown_sign(self.statement, self.column, self.printed)

    @property
    def measure(self) -> Measure | None:
        """What of its accounts is shown; None when each line it comes from says so itself."""
        return self.line.measure or self.column.measure or self.statement.measure


@dataclass(frozen=True)
class Reading:
    """Laid-out statements and what they were laid out from."""

    statements: Statements
    balances: Balances
    entered: tuple[EnteredFigure, ...] = ()
    plan: Plan = NO_PLAN

    @cached_property
    def times(self) -> ColumnPeriods:
        """The months that each column tells of."""
        return column_periods(self.statements.layout, self.balances, self.statements.asked)

    @cached_property
    def evaluation(self) -> Evaluation:
        """What any line is worth, as the tables have it."""
        return evaluated(self.statements.layout, self.balances, self.times, self.entered, plan=self.plan)

    @cached_property
    def beyond(self) -> Evaluation:
        """What any line is worth in any year that was read, told of in a table or not."""
        return Evaluation(self.statements.layout, Holdings(self.balances, self.entered, self.plan))

    def spot(self, place: Place) -> Spot:
        """Return what stands at a place; raises ``KeyError`` when no table has it."""
        self.cell(place)
        statement = self.statements.layout.statement(place.statement)
        column = next(column for column in statement.columns if column.id == place.column)
        when = When(self.times[statement.id, column.id], column.scenario)
        return Spot(statement, self.evaluation.find(statement, place.row), column, when)

    def cell(self, place: Place) -> Cell:
        """Return the cell at a place; raises ``KeyError`` when no table has it."""
        return self.statements.table(place.statement).cell(place.row, place.column)

    def has(self, place: Place) -> bool:
        """Tell whether a table has a cell at a place."""
        try:
            self.cell(place)
        except KeyError:
            return False
        return True

    def values(self, statement: StatementLayout) -> ColumnValues:
        """Return what the lines of a statement are worth in its columns."""
        periods = {column.id: self.times[statement.id, column.id] for column in statement.columns}
        return ColumnValues(self.evaluation, statement, periods)

    def columns(self, statement_id: str) -> Iterator[ColumnLayout]:
        """Yield the columns of a statement that its table has."""
        printed = {column.id for column in self.statements.table(statement_id).columns}
        for column in self.statements.layout.statement(statement_id).columns:
            if column.id in printed:
                yield column
