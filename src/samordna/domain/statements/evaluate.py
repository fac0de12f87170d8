"""What is the value of a line in a column?

Values are debit positive and exact here; the side that is shown and the rounding come afterwards.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from samordna.domain.document import BLANK, EnteredOrigin, Missing
from samordna.domain.ledger.books import AccountKind
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.arithmetic import added, ratio, rounded
from samordna.domain.statements.holdings import Amount, Holdings, Value, When
from samordna.domain.statements.layout import (
    AccountLines,
    Entered,
    FromAccounts,
    FromLine,
    FromRatio,
    Layout,
    Line,
    Measure,
    StatementLayout,
    Unassigned,
    account_lines_of,
    lines_of,
)
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, AccountSelection, ObjectSelection
from samordna.domain.statements.tree import Heading, Printed, flatten
from samordna.domain.values.language import swedish


@dataclass(frozen=True)
class Evaluation:
    """One layout held against one set of books: answers what any line of any statement is worth."""

    layout: Layout
    holdings: Holdings
    _printed: dict[str, tuple[Printed | Heading, ...]] = field(default_factory=dict)
    _known: dict[tuple[str, str, When, Measure | None], Value] = field(default_factory=dict)

    def printed(self, statement: StatementLayout) -> tuple[Printed | Heading, ...]:
        """Return the statement's lines in printed order."""
        if statement.id not in self._printed:
            self._printed[statement.id] = flatten(statement, self._open_accounts)
        return self._printed[statement.id]

    def value(self, statement: StatementLayout, placed: Printed, when: When, measure: Measure | None) -> Value:
        """Return what a line is worth at a time; ``measure`` is the column's, or that of a line that asks."""
        key = (statement.id, placed.line.id, when, measure)
        if key not in self._known:
            self._known[key] = self._with_entered(
                statement, placed, when, self._worth(statement, placed, when, measure)
            )
        return self._known[key]

    def _worth(self, statement: StatementLayout, placed: Printed, when: When, measure: Measure | None) -> Value:
        line, asked = placed.line, placed.line.measure or measure
        own = asked or statement.measure
        match line.source:
            case FromAccounts(accounts, objects):
                return self._accounts(self._selected(accounts), objects, when, own)
            case Unassigned(kinds):
                value = self._accounts(self.unassigned(statement, kinds), WHOLE_ACCOUNTS, when, own)
                planned = when.scenario is not Scenario.ACTUAL
                return BLANK if planned and isinstance(value, Missing) else value  # nobody plans what has no line
            case FromLine() as other:
                return self._other(other, when, own)
            case FromRatio(numerator, denominator):
                return ratio(self._other(numerator, when, own), self._other(denominator, when, own), line.label)
            case Entered():
                return Missing(
                    swedish("{label} är inte inlagt för {period}").format(label=line.label, period=when.period.in_words)
                )
            case _:
                return self._sum(statement, placed, when, measure)

    def _accounts(
        self, accounts: tuple[str, ...], objects: ObjectSelection, when: When, measure: Measure | None
    ) -> Value:
        return self.holdings.of_accounts(accounts, objects, when, measure or Measure.MOVEMENT)

    def _other(self, other: FromLine, when: When, measure: Measure | None) -> Value:
        statement = self.layout.statement(other.statement)
        return self.value(statement, self.find(statement, other.line), when, measure)

    def find(self, statement: StatementLayout, line_id: str) -> Printed:
        """Return a statement's line by its id; raises ``KeyError`` when there is none."""
        for placed in self.printed(statement):
            if isinstance(placed, Printed) and placed.line.id == line_id:
                return placed
        raise KeyError(f"{statement.id}:{line_id}")

    def _sum(self, statement: StatementLayout, placed: Printed, when: When, measure: Measure | None) -> Value:
        values = [self.value(statement, part, when, measure) for part in placed.parts]
        if statement.totals_of_rounded:
            values = [
                rounded(value, part.line.unit or statement.unit)
                for value, part in zip(values, placed.parts, strict=True)
            ]
        labels = [part.line.label for part in placed.parts]
        return added(values, labels, merged=not statement.totals_of_rounded)

    def _with_entered(self, statement: StatementLayout, placed: Printed, when: When, value: Value) -> Value:
        """Return the figure entered for exactly this line and time where the books have none.

        A sum that was entered stands when what it adds up is not all known.
        """
        key = f"{statement.id}:{placed.line.id}"
        figure = self.holdings.entered_for(key, when) if isinstance(value, Missing) else None
        if figure is None:
            return value
        origin = EnteredOrigin(figure.source, key, when.scenario.value, when.period)
        return Amount(figure.value * placed.shows.sign, origin)

    def _selected(self, accounts: AccountSelection) -> tuple[str, ...]:
        return accounts.among(self.holdings.balances.accounts)

    def unassigned(self, statement: StatementLayout, kinds: Collection[AccountKind]) -> tuple[str, ...]:
        """Return the accounts of some kinds with amounts that no line of the statement answers for."""
        known = self.holdings.balances.accounts
        return tuple(number for number in self._unassigned[statement.id] if known[number].kind in kinds)

    @cached_property
    def _unassigned(self) -> dict[str, tuple[str, ...]]:
        return {statement.id: self._without_line(statement) for statement in self.layout.statements}

    def _without_line(self, statement: StatementLayout) -> tuple[str, ...]:
        if not statement.answers_for:
            return ()
        taken = {number for selection in selections_of(statement) for number in self._selected(selection)}
        return self.holdings.with_any_amount(
            account.number
            for account in self.holdings.balances.accounts.values()
            if account.kind in statement.answers_for and account.number not in taken
        )

    def _open_accounts(self, node: AccountLines) -> tuple[Line, ...]:
        known = self.holdings.balances.accounts
        holding = self.holdings.with_any_amount(self._selected(node.accounts))
        return tuple(
            Line(
                id=number,
                code=number,
                label=known[number].name if number in known else swedish("Kontot finns inte i kontoplanen"),
                source=FromAccounts(AccountSelection.parse(number)),
            )
            for number in sorted({*node.accounts.named, *holding})
        )


def selections_of(statement: StatementLayout) -> tuple[AccountSelection, ...]:
    """Return every selection of accounts that a statement's lines answer for; a memo line answers for none."""
    lines = lines_of(statement.lines)
    written = [line.source.accounts for line in lines if isinstance(line.source, FromAccounts) and not line.memo]
    return (*written, *(node.accounts for node in account_lines_of(statement.lines)))
