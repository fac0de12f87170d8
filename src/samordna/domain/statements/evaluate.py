"""What is the value of a line in a column?

Values are debit positive and exact here; the side that is shown and the rounding come afterwards.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from samordna.domain.document import BLANK, ComputedOrigin, EnteredOrigin, LedgerOrigin, Missing, Origin
from samordna.domain.ledger.entered import Scenario
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
            case Unassigned():
                return self._accounts(self.unassigned(statement), WHOLE_ACCOUNTS, when, own)
            case FromLine() as other:
                return self._other(other, when, own)
            case FromRatio(numerator, denominator):
                return _ratio(self._other(numerator, when, own), self._other(denominator, when, own), line.label)
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
            values = [_rounded(value, part, statement) for value, part in zip(values, placed.parts, strict=True)]
        return _added(values, placed.line.label)

    def _with_entered(self, statement: StatementLayout, placed: Printed, when: When, value: Value) -> Value:
        """Return the entered figure where the books have none, and zero where the rest of a plan was entered."""
        if not isinstance(value, Missing):
            return value
        figure = self.holdings.entered_for(f"{statement.id}:{placed.line.id}", when)
        if figure:
            return Amount(figure.value * placed.shows.sign, EnteredOrigin(figure.source))
        planned = when.scenario is not Scenario.ACTUAL and self.holdings.has_entered(statement.id, when)
        if planned and isinstance(placed.line.source, FromAccounts | Unassigned):
            return Amount(0, ComputedOrigin(swedish("Inget belopp är inlagt på raden.")))
        return value

    def _selected(self, accounts: AccountSelection) -> tuple[str, ...]:
        return accounts.among(self.holdings.balances.accounts)

    def unassigned(self, statement: StatementLayout) -> tuple[str, ...]:
        """Return the accounts with amounts that the statement should answer for but no line does."""
        return self._unassigned[statement.id]

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
    """Return every selection of accounts that a statement's lines make."""
    written = [line.source.accounts for line in lines_of(statement.lines) if isinstance(line.source, FromAccounts)]
    return (*written, *(node.accounts for node in account_lines_of(statement.lines)))


def _rounded(value: Value, placed: Printed, statement: StatementLayout) -> Value:
    if not isinstance(value, Amount):
        return value
    unit = placed.line.unit or statement.unit
    shown = Fraction(unit.shown(value.exact)) * unit.holds / 10**unit.decimals
    return Amount(shown, value.origin)


def _ratio(numerator: Value, denominator: Value, label: str) -> Value:
    if not isinstance(numerator, Amount):
        return numerator
    if not isinstance(denominator, Amount):
        return denominator
    if denominator.exact == 0:
        return Missing(swedish("{label} kan inte räknas ut: det den delas med är noll").format(label=label))
    return Amount(
        Fraction(numerator.exact) / denominator.exact, ComputedOrigin(label, (numerator.origin, denominator.origin))
    )


def _added(values: Iterable[Value], label: str) -> Value:
    """Return the sum: a part without value makes the sum unknown, parts that do not apply are passed over."""
    amounts: list[Amount] = []
    for value in values:
        if isinstance(value, Missing):
            return value
        if isinstance(value, Amount):
            amounts.append(value)
    if not amounts:
        return BLANK
    return Amount(sum(amount.exact for amount in amounts), _joined([a.origin for a in amounts], label))


def _joined(origins: list[Origin], label: str) -> Origin:
    """Return one origin for a sum: of the same books and months when all its parts are, else its parts."""
    ledger = [origin for origin in origins if isinstance(origin, LedgerOrigin)]
    first = ledger[0] if ledger else None
    alike = first and all(
        (o.period, o.measure, o.objects, o.imports) == (first.period, first.measure, first.objects, first.imports)
        for o in ledger
    )
    if first and alike and len(ledger) == len(origins):
        accounts = tuple(sorted({account for origin in ledger for account in origin.accounts}))
        return LedgerOrigin(accounts, first.period, first.measure, first.objects, first.imports)
    return ComputedOrigin(
        swedish("{label} är summan av raderna den räknar ihop.").format(label=label), tuple(dict.fromkeys(origins))
    )


def difference(one: Value, other: Value) -> Value:
    """Return one value less another; what is not there in either is not there in the difference."""
    if not isinstance(one, Amount):
        return one
    if not isinstance(other, Amount):
        return other
    return Amount(
        one.exact - other.exact, ComputedOrigin(swedish("Skillnaden mellan två kolumner."), (one.origin, other.origin))
    )
