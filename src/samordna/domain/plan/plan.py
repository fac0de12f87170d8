"""What does the plan say of a row, over some months, in some telling?

Everything that people know and no ledger holds, in one value. Amounts come out debit positive, as the ledger's do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeAlias

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreement import AgreedSum, Contribution, over_months
from samordna.domain.plan.balance_requirement.said import NOTHING_SAID, RequirementSaid
from samordna.domain.plan.budget import Budget
from samordna.domain.plan.equity.limits import NO_LIMITS, Limits
from samordna.domain.plan.forecast import Forecast
from samordna.domain.plan.owed import CONTRIBUTIONS, Owed, besides, open_at
from samordna.domain.plan.register import NO_REGISTER, Register, RegisterRow
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import how_many
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class Planned:
    """An amount of the plan, debit positive, and the sentence that says where it comes from."""

    amount: Ore
    source: str


@dataclass(frozen=True, slots=True)
class NotPlanned:
    """Something should be there and is not; ``reason`` says what."""

    reason: str


PlannedFigure: TypeAlias = Planned | NotPlanned | None
"""What the plan says; None when it has nothing to say of that row or those months."""


@dataclass(frozen=True)
class Plan:
    """The register, what was decided, expected, agreed and contributed, and what the books lack.

    ``budgets`` and ``forecasts`` are one a fiscal year; ``limits`` are what equity should be,
    ``requirement`` what the balance requirement is judged by besides the years' results.
    """

    register: Register = NO_REGISTER
    budgets: tuple[Budget, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    agreed: tuple[AgreedSum, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    owed: tuple[Owed, ...] = ()
    limits: Limits = NO_LIMITS
    requirement: RequirementSaid = NOTHING_SAID

    def figure(self, key: str, scenario: Scenario, period: Period) -> PlannedFigure:
        """Return what the plan says of a row; ``Scenario.ACTUAL`` is the ledger's and has no answer here."""
        match scenario:
            case Scenario.BUDGET:
                return self._budget(key, period)
            case Scenario.FORECAST:
                return self._forecast(self.register.row(key), period)
            case Scenario.UNBOOKED:
                return _together(self._open_at(period).get(key, ()))
            case _:
                return None

    def contributed(self, scenario: Scenario, period: Period) -> PlannedFigure:
        """Return what the plan says of all contributions together: an income, so it is minus."""
        if scenario is Scenario.UNBOOKED:
            return _together(self._open_at(period).get(CONTRIBUTIONS, ()))
        told = [one for one in self.contributions if one.year.covers(period)]
        if scenario is Scenario.ACTUAL or not told:
            return None
        forecast = scenario is Scenario.FORECAST
        amount = sum(over_months(one.in_forecast() if forecast else one.amount, one.year, period) for one in told)
        sources = ", ".join(dict.fromkeys(one.source for one in told if one.source))
        parties = how_many(len(told), swedish("en part"), swedish("{count} parter"))
        words = swedish("Bidrag från {parties} för {period}").format(parties=parties, period=period.in_words)
        return Planned(-amount, ": ".join(part for part in (words, sources) if part))

    def budget_of(self, period: Period) -> Budget | None:
        """Return the budget of the fiscal year that some months lie in."""
        return next((budget for budget in self.budgets if budget.year.covers(period)), None)

    def forecast_of(self, year: Period) -> Forecast | None:
        """Return the forecast of a fiscal year."""
        return next((forecast for forecast in self.forecasts if forecast.year == year), None)

    def and_owed(self, found: Iterable[Owed], *, least: Ore = 1) -> "Plan":
        """Return the plan with what is found to be lacking in the books, besides what has been dealt with."""
        return replace(self, owed=besides(self.owed, found, least=least))

    def _open_at(self, period: Period) -> Mapping[str, Sequence[Owed]]:
        """Return what the books lack at the end of some months, by row."""
        if period not in self._owed_at:
            by_row: dict[str, list[Owed]] = defaultdict(list)
            for one in open_at(self.owed, period):
                by_row[one.row].append(one)
            self._owed_at[period] = by_row
        return self._owed_at[period]

    @cached_property
    def _owed_at(self) -> dict[Period, Mapping[str, Sequence[Owed]]]:
        return {}

    def _budget(self, key: str, period: Period) -> PlannedFigure:
        budget = self.budget_of(period)
        if budget is None or not budget.revisions:
            return NotPlanned(swedish("budget för {period} är inte inlagd").format(period=period.in_words))
        decided = budget.over(key, period)
        return Planned(decided.amount, decided.source) if decided else None

    def _forecast(self, row: RegisterRow | None, period: Period) -> PlannedFigure:
        forecast = self.forecast_of(period)
        if forecast is None:
            return NotPlanned(swedish("prognos för {period} är inte inlagd").format(period=period.in_words))
        if row is None:
            return None
        number = forecast.of(row.key)
        if number:
            return Planned(number.amount, ". ".join(part for part in (forecast.told, number.how) if part))
        if not row.valid_in(period):
            return None
        name = f"{row.key} {row.name}"
        return NotPlanned(swedish("prognos för {row} är inte inlagd").format(row=name))


def _together(owed: Iterable[Owed]) -> PlannedFigure:
    found = tuple(owed)
    if not found:
        return None
    return Planned(sum(one.rest for one in found), " ".join(one.how for one in found))


NO_PLAN: Final = Plan()
"""Before anybody has planned anything."""
