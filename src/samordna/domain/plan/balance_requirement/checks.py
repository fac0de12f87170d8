"""What is wrong with the judging of the balance requirement, and what does a deficit ask for?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samordna.domain.plan.balance_requirement import problems as kinds
from samordna.domain.plan.balance_requirement.judged import Adjustment, Grounds, Judged, YearJudged
from samordna.domain.plan.balance_requirement.restoring import (
    YEARS_TO_RESTORE,
    Deficit,
    EarlierDeficit,
    RecoveryPlan,
    deficits_after,
)
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Requirement:
    """All that the balance requirement is judged on: years, what was left before them, and the plans to restore."""

    years: tuple[YearJudged, ...]
    earlier: tuple[EarlierDeficit, ...] = ()
    plans: tuple[RecoveryPlan, ...] = ()

    @property
    def deficits(self) -> tuple[Deficit, ...]:
        """Every deficit, the oldest first."""
        return deficits_after(self.years, self.earlier)


def requirement_problems(requirement: Requirement) -> tuple[Problem, ...]:
    """Return what is wrong with the years and plans, and what the deficits that are left ask for."""
    return (
        *(problem for year in requirement.years for problem in _of_year(year)),
        *_of_years_told_twice(requirement.years),
        *(problem for deficit in requirement.earlier for problem in earlier_problems(deficit)),
        *(problem for plan in requirement.plans for problem in _of_plan(plan, requirement.deficits)),
        *_of_deficits(requirement),
    )


def _of_year(year: YearJudged) -> Iterator[Problem]:
    place = _place(year.year.start.year)
    covered = year.covered or year.year
    if year.judged is Judged.OUTCOME and covered != year.year:
        yield kinds.NOT_THE_WHOLE_YEAR.at(place, months=covered.in_words)
    for one in year.adjustments:
        yield from adjustment_problems(place, one)
    if year.grounds:
        yield from grounds_problems(place, year.grounds)
    if year.judged is Judged.BUDGET and year.balance_result < 0 and not year.grounds:
        yield kinds.BUDGET_DEFICIT.at(place, amount=whole_kronor(-year.balance_result))


def _of_years_told_twice(years: Sequence[YearJudged]) -> Iterator[Problem]:
    told = Counter((year.year, year.judged is Judged.BUDGET) for year in years)
    for (year, _), times in told.items():
        if times > 1:
            yield kinds.YEAR_TWICE.at(_place(year.start.year))


def adjustment_problems(place: str, one: Adjustment) -> Iterator[Problem]:
    """Yield what is wrong with what adjusts a year's result."""
    if one.amount < 0 and not one.kind.goes_both_ways:
        yield kinds.NEGATIVE_ADJUSTMENT.at(place, what=one.kind.in_words)
    if not one.source.strip():
        yield kinds.ADJUSTMENT_WITHOUT_SOURCE.at(place, what=one.kind.in_words)


def grounds_problems(place: str, grounds: Grounds) -> Iterator[Problem]:
    """Yield what is wrong with exceptional grounds: they need a reason and a decision."""
    if not (grounds.reason.strip() and grounds.decision.strip()):
        yield kinds.GROUNDS_WITHOUT_DECISION.at(place)


def earlier_problems(deficit: EarlierDeficit) -> Iterator[Problem]:
    """Yield what is wrong with what was left to restore of an earlier year."""
    place = _place(deficit.year)
    if deficit.amount <= 0:
        yield kinds.EARLIER_IS_NOTHING.at(place, year=deficit.year)
    if not deficit.source.strip():
        yield kinds.EARLIER_WITHOUT_SOURCE.at(place, year=deficit.year)


def recovery_problems(plan: RecoveryPlan) -> Iterator[Problem]:
    """Yield what is wrong with a recovery plan by itself, whatever the deficit is."""
    place, deadline = _place_of(plan), plan.deficit_year + YEARS_TO_RESTORE
    if not plan.decision.strip():
        yield kinds.PLAN_WITHOUT_DECISION.at(place)
    if not plan.planned and not any(step.amount < 0 for step in plan.steps):
        yield kinds.PLAN_WITHOUT_STEPS.at(place)
    for step in plan.steps:
        if step.amount < 0:
            yield kinds.PLAN_STEP_NEGATIVE.at(place, year=step.year)
        if not plan.deficit_year < step.year <= deadline:
            yield kinds.PLAN_OUTSIDE_ITS_YEARS.at(place, year=step.year, deadline=deadline)


def _of_plan(plan: RecoveryPlan, deficits: Sequence[Deficit]) -> Iterator[Problem]:
    yield from recovery_problems(plan)
    deficit = next((one for one in deficits if one.year == plan.deficit_year), None)
    if deficit is None:
        yield kinds.PLAN_OF_NO_DEFICIT.at(_place_of(plan))
    elif plan.planned < deficit.amount:
        told = {"planned": whole_kronor(plan.planned), "amount": whole_kronor(deficit.amount)}
        yield kinds.PLAN_IS_NOT_ENOUGH.at(_place_of(plan), **told)


def _place_of(plan: RecoveryPlan) -> str:
    return swedish("åtgärdsplanen för {year}").format(year=plan.deficit_year)


def _of_deficits(requirement: Requirement) -> Iterator[Problem]:
    planned = {plan.deficit_year for plan in requirement.plans}
    happened = [one.year.start.year for one in requirement.years if one.judged is not Judged.BUDGET]
    last = max(happened, default=0)
    for deficit in requirement.deficits:
        told = {"amount": whole_kronor(deficit.left), "deadline": deficit.deadline}
        if deficit.left and last >= deficit.deadline:
            yield kinds.DEADLINE_PASSED.at(_place(deficit.year), **told)
        elif deficit.left and deficit.year not in planned:
            yield kinds.DEFICIT_WITHOUT_PLAN.at(_place(deficit.year), **told)


def _place(year: int) -> str:
    return swedish("balanskravet {year}").format(year=year)
