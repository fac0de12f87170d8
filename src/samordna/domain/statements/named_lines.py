"""What is there to ask of a line that the layout names: what it is called, worth, made of?"""

from dataclasses import dataclass

from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Value, When
from samordna.domain.statements.layout import FromAccounts, FromLine, Measure, StatementLayout, Unassigned
from samordna.domain.statements.tree import Printed


@dataclass(frozen=True)
class NamedLines:
    """Lines of a layout by their names (``income:res3``); each raises ``KeyError`` for a line that is not there."""

    evaluation: Evaluation

    def label(self, line: FromLine) -> str:
        """Return what a line is called in its statement."""
        return self.placed(line).line.label

    def value(self, line: FromLine, when: When, measure: Measure | None = None) -> Value:
        """Return what a line is worth at a time, debit positive."""
        return self.evaluation.value(self._statement(line), self.placed(line), when, measure)

    def placed(self, line: FromLine) -> Printed:
        """Return a line where it is printed."""
        return self.evaluation.find(self._statement(line), line.line)

    def summed(self, line: FromLine) -> tuple[Printed, ...]:
        """Return the lines that a sum adds up; the line itself when it is none."""
        placed = self.placed(line)
        return placed.parts or (placed,)

    def accounts(self, line: FromLine) -> frozenset[str]:
        """Return the accounts of the books that a line holds, however many lines it adds up or repeats."""
        return self._accounts(self._statement(line), self.placed(line))

    def _accounts(self, statement: StatementLayout, placed: Printed) -> frozenset[str]:
        match placed.line.source:
            case FromAccounts(accounts) | FromCostCentre(_, accounts):
                return frozenset(self.evaluation.holdings.selected(accounts))
            case FromLine() as other:
                return self.accounts(other)
            case Unassigned(kinds):
                return frozenset(self.evaluation.unassigned(statement, kinds))
            case _:
                return frozenset().union(*(self._accounts(statement, part) for part in placed.parts))

    def _statement(self, line: FromLine) -> StatementLayout:
        return self.evaluation.layout.statement(line.statement)
