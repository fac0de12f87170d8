"""What is a line worth in a column, when columns can be computed from each other?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from samordna.domain.document import BLANK, ComputedOrigin
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.arithmetic import difference, rounded, together
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount, Value, When
from samordna.domain.statements.layout import Better, ColumnLayout, StatementKind, StatementLayout
from samordna.domain.statements.span import heading
from samordna.domain.statements.tree import Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period

_UNPLANNED: Final = swedish("Ingen har planerat det, så inget är budgeterat.")


@dataclass(frozen=True)
class ColumnValues:
    """A statement held against the books; ``periods`` are the months that each of its columns tells of."""

    evaluation: Evaluation
    statement: StatementLayout
    periods: Mapping[str, Period]

    def value(self, placed: Printed, column: ColumnLayout) -> Value:
        """Return what a line is worth in a column, exact and debit positive."""
        if not column.made_of:
            return self.evaluation.value(self.statement, placed, self.when(column), column.measure)
        parts = [(self.heading(one), self.counted(placed, one)) for one in self.made_of(column)]
        if column.difference and self._plans_nothing(placed):
            parts = self._as_nothing(parts)
        return difference(parts[0], parts[1]) if column.difference else together(parts)

    def _plans_nothing(self, placed: Printed) -> bool:
        """Tell whether a line without a plan is planned to be nothing: its variance is in that of the result."""
        held_elsewhere = self.statement.kind is StatementKind.SUMMARY and placed.line.planned == ()
        return placed.line.seldom_planned or held_elsewhere

    @staticmethod
    def _as_nothing(parts: list[tuple[str, Value]]) -> list[tuple[str, Value]]:
        """Return the two of a difference where what nobody has planned is nothing, as it is in the sums."""
        if all(value == BLANK for _, value in parts):
            return parts
        nothing = Amount(0, ComputedOrigin(_UNPLANNED))
        return [(label, nothing if value == BLANK else value) for label, value in parts]

    def counted(self, placed: Printed, column: ColumnLayout) -> Value:
        """Return what a line is worth in a column that another is computed from: rounded first where rows are."""
        value = self.value(placed, column)
        return rounded(value, placed.line.unit or self.statement.unit) if self.statement.totals_of_rounded else value

    def made_of(self, column: ColumnLayout) -> tuple[ColumnLayout, ...]:
        """Return the columns that a column is computed from, in the order it names them."""
        by_id = {one.id: one for one in self.statement.columns}
        return tuple(by_id[name] for name in column.made_of)

    def when(self, column: ColumnLayout) -> When:
        """Return the time that a column tells of."""
        return self._times[column.id]

    @cached_property
    def _times(self) -> Mapping[str, When]:
        return {column.id: When(self.periods[column.id], column.scenario) for column in self.statement.columns}

    def heading(self, column: ColumnLayout) -> str:
        """Return a column's label with its dates."""
        return self._headings[column.id]

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        return {column.id: heading(column.label, self.periods[column.id]) for column in self.statement.columns}


def shown_sign(statement: StatementLayout, column: ColumnLayout, placed: Printed) -> int:
    """Return what the debit-positive amount of a line is multiplied with to be shown in a column.

    A column that says which sign is good news shows a lower cost with it, whichever of its two columns is named first.
    """
    if column.better is None or column.difference is None:
        return (column.shows or placed.shows).sign
    first, second = (next(one for one in statement.columns if one.id == name) for name in column.difference)
    meant_first = first.scenario is Scenario.BUDGET and second.scenario is not Scenario.BUDGET
    return (1 if meant_first else -1) * (1 if column.better is Better.PLUS else -1)
