"""What is the value of a line in a column?

Values are debit positive and exact here; the side that is shown and the rounding come afterwards.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Final

from samordna.domain.document import BLANK, ComputedOrigin, EnteredOrigin, Missing
from samordna.domain.ledger.books import AccountKind
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.proposal import at_the_same_rate
from samordna.domain.plan.register import COST_CENTRE
from samordna.domain.statements.arithmetic import added, less, ratio, rounded, together
from samordna.domain.statements.cost_centre_lines import EVERY_OBJECT, CostCentreLines, FromCostCentre
from samordna.domain.statements.holdings import Amount, Holdings, Value, When
from samordna.domain.statements.layout import (
    AccountLines,
    Entered,
    FromAccounts,
    FromDifference,
    FromLine,
    FromRatio,
    Layout,
    LimitOf,
    Line,
    Measure,
    Node,
    StatementLayout,
    Unassigned,
    account_lines_of,
    cost_centre_lines_of,
    lines_of,
)
from samordna.domain.statements.opening import Opening
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, AccountSelection, ObjectSelection
from samordna.domain.statements.tree import Heading, Printed, flatten
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT

_NO_ROW: Final = swedish("Kostnadsstället har ingen rad i registret och ingen har sagt vad det väntas kosta.")


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
            self._printed[statement.id] = flatten(statement, partial(self._opened, statement))
        return self._printed[statement.id]

    def value(self, statement: StatementLayout, placed: Printed, when: When, measure: Measure | None) -> Value:
        """Return what a line is worth at a time; ``measure`` is the column's, or that of a line that asks."""
        key = (statement.id, placed.line.id, when, measure)
        if key not in self._known:
            planned = self._planned(statement, placed.line, when)
            worth = self._worth(statement, placed, when, measure) if planned is None else planned
            if isinstance(worth, Missing) and placed.line.seldom_planned:
                worth = self.when_nobody_planned(statement, placed, when, worth)
            self._known[key] = self._with_entered(statement, placed, when, worth)
        return self._known[key]

    def _planned(self, statement: StatementLayout, line: Line, when: When) -> Value | None:
        """Return what the plan, told by cost centre or by party, says of a line; None when it has no say."""
        if when.scenario is Scenario.ACTUAL:
            return None
        bridge = self.layout.bridge
        if bridge and bridge.contributions == FromLine(statement.id, line.id):
            return self._if_amount(self.holdings.contributed(when))
        if line.carries:
            return self._carried(line, line.carries, when)
        if line.planned == ():
            return BLANK
        told = [(self._label(one), self._other(one, when, None)) for one in line.planned or ()]
        return self._if_amount(told[0][1] if len(told) == 1 else together(told)) if told else None

    def _if_amount(self, value: Value) -> Value | None:
        return value if isinstance(value, Amount) else None

    def _label(self, line: FromLine) -> str:
        return self.find(self.layout.statement(line.statement), line.line).line.label

    def _carried(self, line: Line, adds: FromLine, when: When) -> Value:
        """Return a balance where it is planned: what it was when the months began, and what a line adds to it."""
        if not isinstance(line.source, FromLine) or when.scenario is Scenario.UNBOOKED:
            return BLANK
        opening = self._other(line.source, When(when.period, Scenario.ACTUAL), Measure.OPENING)
        movement = self._other(adds, when, None)
        if not isinstance(movement, Amount):
            return movement
        return together([(swedish("vid periodens början"), opening), (self._label(adds), movement)])

    def when_nobody_planned(self, statement: StatementLayout, placed: Printed, when: When, missing: Value) -> Value:
        """Return what is seldom planned, and is not: in a forecast what is booked so far, in a budget nothing."""
        if when.scenario is not Scenario.FORECAST:
            return missing if when.scenario is Scenario.ACTUAL else BLANK
        year = self.holdings.balances.year_of(when.period.last)
        if year is None or year.covers_to < when.period.first:
            return BLANK
        so_far = Period(when.period.first, min(year.covers_to, when.period.last))
        booked = self.value(statement, placed, When(so_far, Scenario.ACTUAL), None)
        return booked if isinstance(booked, Amount) else BLANK

    def _worth(self, statement: StatementLayout, placed: Printed, when: When, measure: Measure | None) -> Value:
        line, asked = placed.line, placed.line.measure or measure
        own = asked or statement.measure
        match line.source:
            case FromAccounts() | FromCostCentre() as books:
                return self._of_books(books, when, own)
            case Unassigned(kinds):
                value = self._accounts(self.unassigned(statement, kinds), WHOLE_ACCOUNTS, when, own)
                planned = when.scenario is not Scenario.ACTUAL
                return BLANK if planned and isinstance(value, Missing) else value  # nobody plans what has no line
            case FromLine() | FromRatio() | FromDifference() as others:
                return self._of_lines(others, line.label, when, own)
            case LimitOf() as which:
                return self.holdings.limit(which, when, as_share=(line.unit or statement.unit) == PERCENT)
            case Entered():
                return _lacking(line, when)
            case _:
                return self._sum(statement, placed, when, measure)

    def _of_lines(
        self, source: FromLine | FromRatio | FromDifference, label: str, when: When, measure: Measure | None
    ) -> Value:
        match source:
            case FromRatio(numerator, denominator):
                return ratio(self._other(numerator, when, measure), self._other(denominator, when, measure), label)
            case FromDifference(whole, others):
                named = [(self._label(one), self._other(one, when, measure)) for one in (whole, *others)]
                return less(named[0], named[1:])
            case other:
                none = _is_planned_balance(when, measure) or self._is_in_equity(other, when, measure)
                return BLANK if none else self._other(other, when, measure)

    def _is_in_equity(self, other: FromLine, when: When, measure: Measure | None) -> bool:
        """Tell whether a result is asked for at the end of a year known only by what the next one opened with.

        Then it is part of the equity already.
        """
        of_result = AccountKind.INCOME in self.layout.statement(other.statement).answers_for
        return of_result and measure is Measure.CLOSING and self.holdings.next_opened(when.period) is not None

    def _of_books(self, source: FromAccounts | FromCostCentre, when: When, measure: Measure | None) -> Value:
        if isinstance(source, FromAccounts):
            return self._accounts(self._selected(source.accounts), source.objects, when, measure)
        return self._cost_centre(source, when, measure)

    def _cost_centre(self, centre: FromCostCentre, when: When, measure: Measure | None) -> Value:
        """Return what a row of the register is worth: as planned, or what counts into it of the ledger."""
        if when.scenario is not Scenario.ACTUAL:
            return self._planned_of(centre, when, measure) if centre.planned else BLANK
        if not centre.pieces:
            return Amount(0, ComputedOrigin(swedish("En budgetrad har inget kostnadsställe: inget bokförs på den.")))
        accounts = self._selected(centre.accounts)
        told = ((piece.objects, piece.within(when.period)) for piece in centre.pieces)
        parts = [(objects, replace(when, period=months)) for objects, months in told if months]
        values = [self._accounts(accounts, objects, at, measure) for objects, at in parts]
        if len(values) == 1:
            return values[0]
        return added(values, [" ".join(code for _, code in objects.keys) for objects, _ in parts], merged=False)

    def _planned_of(self, centre: FromCostCentre, when: When, measure: Measure | None) -> Value:
        """Return what is planned; a year's forecast holds what is booked on a cost centre without a row too."""
        planned = self.holdings.planned(centre.key, when)
        if centre.row or planned is not BLANK or when.scenario is not Scenario.FORECAST:
            return planned
        year = self.holdings.balances.year_of(when.period.last)
        if not self.holdings.plan.register.rows or year is None or year.year.period != when.period:
            return planned
        so_far = Period(when.period.first, min(year.covers_to, when.period.last))
        booked = self._cost_centre(centre, When(so_far, Scenario.ACTUAL), measure)
        if not isinstance(booked, Amount) or not booked.exact:
            return planned
        proposal = at_the_same_rate(centre.key, int(booked.exact), so_far, when.period)
        return Amount(proposal.amount, ComputedOrigin(f"{_NO_ROW} {proposal.how}"))

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
        if not placed.parts and any(cost_centre_lines_of(statement.lines)):
            return self._of_no_row(when, measure or statement.measure)
        values = [self.value(statement, part, when, measure) for part in placed.parts]
        if statement.totals_of_rounded:
            values = [
                rounded(value, part.line.unit or statement.unit)
                for value, part in zip(values, placed.parts, strict=True)
            ]
        labels = [part.line.label for part in placed.parts]
        return added(values, labels, merged=not statement.totals_of_rounded)

    def _of_no_row(self, when: When, measure: Measure | None) -> Value:
        """Return what no rows of the register add up to: nothing, unless the books tell of no cost centres at all."""
        if when.scenario is not Scenario.ACTUAL:
            return BLANK
        return self._accounts((), ObjectSelection(((COST_CENTRE, EVERY_OBJECT),)), when, measure)

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
        return self.holdings.selected(accounts)

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

    @cached_property
    def opening(self) -> Opening:
        """The register held against the books."""
        return Opening(self.holdings.plan.register, self.holdings.near, self.layout.statements)

    def _opened(self, statement: StatementLayout, place: AccountLines | CostCentreLines) -> tuple[Node, ...]:
        if isinstance(place, CostCentreLines):
            return self.opening.nodes(statement, place)
        known = self.holdings.balances.accounts
        holding = self.holdings.with_any_amount(self._selected(place.accounts))
        return tuple(
            Line(
                id=number,
                code=number,
                label=known[number].name if number in known else swedish("Kontot finns inte i kontoplanen"),
                source=FromAccounts(AccountSelection.parse(number)),
            )
            for number in sorted({*place.accounts.named, *holding})
        )


def _is_planned_balance(when: When, measure: Measure | None) -> bool:
    """Tell whether a balance is asked for where only movements are planned: part of it would be taken for the whole."""
    return when.scenario is not Scenario.ACTUAL and measure in {Measure.OPENING, Measure.CLOSING}


def _lacking(line: Line, when: When) -> Value:
    """Return why a line that is entered by hand has no figure; nothing is entered as not booked."""
    if when.scenario is Scenario.UNBOOKED:
        return BLANK
    return Missing(swedish("{label} är inte inlagt för {period}").format(label=line.label, period=when.period.in_words))


def selections_of(statement: StatementLayout) -> tuple[AccountSelection, ...]:
    """Return every selection of accounts that a statement's lines answer for; a memo line answers for none."""
    lines = lines_of(statement.lines)
    written = [line.source.accounts for line in lines if isinstance(line.source, FromAccounts) and not line.memo]
    return (*written, *(node.accounts for node in account_lines_of(statement.lines)))
