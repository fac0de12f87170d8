"""What do these accounts hold, over these months?

The only place where statements meet sums. Answers are debit positive, in öre, with their origin; what
cannot be answered is a reason, not an exception.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, TypeAlias

from samordna.domain.document import BLANK, Blank, EnteredOrigin, LedgerOrigin, Missing, Origin
from samordna.domain.ledger.balances import Balances, ByMonth, YearBalances
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.plan.equity.limits import Limit, LimitKind
from samordna.domain.plan.plan import NO_PLAN, NotPlanned, Plan, Planned, PlannedFigure
from samordna.domain.statements.layout import LimitOf, Measure
from samordna.domain.statements.object_sums import ObjectSums
from samordna.domain.statements.selection import AccountSelection, ObjectSelection, dimensions_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, month_in_words, months_later


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact figure, debit positive (öre, or a pure ratio), with its origin."""

    exact: int | Fraction
    origin: Origin


Value: TypeAlias = Amount | Blank | Missing

PLAN_KEY: Final = "plan:"
"""Before a row's key in the origin of what the plan says of it."""

LIMIT_KEY: Final = "limit:"
"""Before the kind of a limit in the origin of what equity should be."""

CONTRIBUTIONS_KEY: Final = "bidrag"
"""Instead of a row's key there: all contributions together."""


@dataclass(frozen=True, slots=True)
class When:
    """The time a column tells of: which months, in which telling."""

    period: Period
    scenario: Scenario


@dataclass(frozen=True)
class Holdings:
    """The sums, entered figures and plan that statements are laid out from."""

    balances: Balances
    entered: tuple[EnteredFigure, ...] = ()
    plan: Plan = NO_PLAN
    told_near: Balances | None = None

    @property
    def near(self) -> Balances:
        """The balances that say which accounts and cost centres have a line: not those of the years long before."""
        return self.told_near or self.balances

    def of_accounts(self, accounts: tuple[str, ...], objects: ObjectSelection, when: When, measure: Measure) -> Value:
        """Return what ``accounts`` hold, limited to ``objects``."""
        if when.scenario is not Scenario.ACTUAL:
            return self._planned(accounts, objects, when, measure)
        year = self.balances.year_of(when.period.last)
        if year is None:
            return self._as_next_year_opened(accounts, objects, when, measure)
        reason = _beyond_reach(year, objects, when.period, measure)
        if reason:
            return Missing(reason)
        exact = self._measured(year, accounts, objects, when.period, measure)
        return Amount(exact, LedgerOrigin(accounts, when.period, measure.value, objects.keys, (year.version,)))

    def next_opened(self, period: Period) -> YearBalances | None:
        """Return the year that opens with what a period closed with, when the period itself was not read."""
        first = months_later(period.last, 1)
        following = None if self.balances.year_of(period.last) else self.balances.year_of(first)
        return following if following and following.year.period.first == first else None

    def _as_next_year_opened(
        self, accounts: tuple[str, ...], objects: ObjectSelection, when: When, measure: Measure
    ) -> Value:
        """Return what accounts closed with in a year that was not read, as the year after it opened with."""
        opened = self.next_opened(when.period)
        if opened and measure is Measure.CLOSING:
            first = opened.year.period.first
            return self.of_accounts(accounts, objects, When(Period(first, first), when.scenario), Measure.OPENING)
        return Missing(swedish("{period} är inte inläst").format(period=when.period.in_words))

    def _planned(self, accounts: tuple[str, ...], objects: ObjectSelection, when: When, measure: Measure) -> Value:
        """Return the budget that the ledger carried for ``accounts``; a forecast never comes from a ledger."""
        if measure is not Measure.MOVEMENT or when.scenario is Scenario.UNBOOKED:
            return BLANK
        if objects.keys:
            return Missing(swedish("bokföringen bär ingen budget per objekt"))
        year = self.balances.year_of(when.period.last)
        if when.scenario is Scenario.FORECAST or year is None or not year.budget:
            return Missing(_NOT_ENTERED[when.scenario].format(period=when.period.in_words))
        exact = sum(_over(year.budget.get(account, {}), when.period) for account in accounts)
        imports, scenario = (year.version,), when.scenario.value
        return Amount(exact, LedgerOrigin(accounts, when.period, measure.value, (), imports, scenario))

    def planned(self, key: str, when: When) -> Value:
        """Return what the plan says of a row of the register."""
        return _planned(key, when, self.plan.figure(key, when.scenario, when.period))

    def contributed(self, when: When) -> Value:
        """Return what the plan says of all contributions together."""
        return _planned(CONTRIBUTIONS_KEY, when, self.plan.contributed(when.scenario, when.period))

    def limit(self, which: LimitOf, when: When, *, as_share: bool) -> Value:
        """Return what equity should be at the end of some months, as a credit; as a share of the contributions."""
        kind = LimitKind(which.value)
        limit = self.plan.limits.at(kind, when.period)
        told = {"kind": kind.in_words, "period": when.period.in_words}
        if limit is None:
            return Missing(swedish("inget {kind} för eget kapital är sagt för {period}").format(**told))
        origin = EnteredOrigin(limit.source, f"{LIMIT_KEY}{kind.value}", when.scenario.value, when.period)
        if as_share:
            if limit.share is None:
                return Missing(swedish("{kind} för eget kapital är ett belopp, ingen andel").format(**told))
            return Amount(-limit.share, origin)
        level = self._level(limit, when.period)
        if level is None:
            return Missing(swedish("bidragen för {period} är inte kända").format(**told))
        return Amount(-level, origin)

    def _level(self, limit: Limit, period: Period) -> Ore | None:
        """Return the amount of a limit in the year of some months; None when it rests on unknown contributions."""
        if limit.amount is not None:
            return limit.amount
        known = self.balances.year_of(period.last)
        year = known.year.period if known else Period(period.last // 100 * 100 + 1, period.last // 100 * 100 + 12)
        told = self.plan.contributed(Scenario.FORECAST, year)
        return limit.level(-told.amount) if isinstance(told, Planned) else None

    def selected(self, accounts: AccountSelection) -> tuple[str, ...]:
        """Return the accounts of the books that a selection holds, in number order."""
        if accounts.text not in self._selected:
            self._selected[accounts.text] = accounts.among(self._ordered)
        return self._selected[accounts.text]

    def entered_for(self, key: str, when: When) -> EnteredFigure | None:
        """Return the figure a person entered for a line (``statement:line``) and exactly this time."""
        return self._entered.get((key, when.scenario, when.period))

    @cached_property
    def _entered(self) -> Mapping[tuple[str, Scenario, Period], EnteredFigure]:
        return {(figure.key, figure.scenario, figure.period): figure for figure in self.entered}

    def with_any_amount(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """Return those of ``accounts`` that any year read has an opening balance or a movement on."""
        return tuple(
            account
            for account in accounts
            if any(y.opening.get(account) or any(_months(y, account).values()) for y in self.near.years)
        )

    def _measured(
        self, year: YearBalances, accounts: tuple[str, ...], objects: ObjectSelection, period: Period, measure: Measure
    ) -> Ore:
        if not objects.keys:
            return sum(_measured(year, account, period, measure) for account in accounts)
        if accounts not in self._sets:
            self._sets[accounts] = frozenset(accounts)
        return self._by_object[year.version].over(objects, self._sets[accounts], period)

    @cached_property
    def _by_object(self) -> Mapping[int, ObjectSums]:
        return {year.version: ObjectSums(year) for year in self.balances.years}

    @cached_property
    def _sets(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    @cached_property
    def _selected(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _ordered(self) -> tuple[str, ...]:
        return tuple(sorted(self.balances.accounts))


def _planned(key: str, when: When, figure: PlannedFigure) -> Value:
    if figure is None:
        return BLANK
    if isinstance(figure, NotPlanned):
        return Missing(figure.reason)
    origin = EnteredOrigin(figure.source, f"{PLAN_KEY}{key}", when.scenario.value, when.period)
    return Amount(figure.amount, origin)


_NOT_ENTERED: Mapping[Scenario, str] = {
    Scenario.BUDGET: swedish("budget för {period} är inte inlagd"),
    Scenario.FORECAST: swedish("prognos för {period} är inte inlagd"),
}


def _beyond_reach(year: YearBalances, objects: ObjectSelection, period: Period, measure: Measure) -> str:
    """Return why a year's sums cannot answer for a period, empty when they can."""
    if period.first not in year.year.period:
        return swedish("perioden går över två räkenskapsår")
    if objects.keys and measure is not Measure.MOVEMENT:
        return swedish("balanser per objekt finns inte i bokföringen")
    if period.first > year.covers_to:
        covered = month_in_words(year.covers_to)
        return swedish("bokföringen är inläst till och med {covered}").format(covered=covered)
    if not year.tells_objects(tuple(dimension for dimension, _ in objects.keys)):
        return swedish("filen hade inga saldon per {dimensions}").format(dimensions=dimensions_in_words(objects))
    if not _told(year, period, measure):
        return swedish("filen hade bara saldon för hela {covered}").format(covered=year.covered.in_words)
    return ""


def _told(year: YearBalances, period: Period, measure: Measure) -> bool:
    """Tell whether a year that may be known only as one sum tells what is asked."""
    if measure is Measure.MOVEMENT:
        return year.tells_movement(period)
    return year.tells_balance(period.last if measure is Measure.CLOSING else months_later(period.first, -1))


def _months(year: YearBalances, account: str) -> ByMonth:
    return year.movements.accounts.get(account, {})


def _over(months: ByMonth, period: Period) -> Ore:
    return sum(amount for month, amount in months.items() if period.first <= month <= period.last)


def _measured(year: YearBalances, account: str, period: Period, measure: Measure) -> Ore:
    months = _months(year, account)
    if measure is Measure.MOVEMENT:
        return _over(months, period)
    last = period.last if measure is Measure.CLOSING else period.first - 1
    moved = sum(amount for month, amount in months.items() if month <= last)
    return year.opening.get(account, 0) + moved
