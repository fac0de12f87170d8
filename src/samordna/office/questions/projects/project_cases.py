"""By which numbers of a year is a project told with and without, and on which contributions does the result rest?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from samordna.domain.document import ComputedOrigin, EnteredOrigin, Part, Table
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.plan.financing.allotment import BY_SURENESS, AllotmentState
from samordna.domain.plan.financing.shares import shares_of
from samordna.domain.plan.financing.tables import rests_on, total_origin
from samordna.domain.plan.plan import NotPlanned, Plan, Planned
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.plan.projects.with_and_without import OfficeCost, RestsOn, YearCosts, with_and_without
from samordna.domain.plan.register import Kind, row_in_words
from samordna.domain.statements.holdings import PLAN_KEY
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR, Unit
from samordna.office.questions.basis import basis
from samordna.office.questions.plan.plan import PlanHeld


class Numbers(Enum):
    """Which numbers of a year a project is held against."""

    FORECAST = "prognos"
    BUDGET = "budget"
    ACTIVITY_PLAN = "verksamhetsplan"

    @property
    def in_words(self) -> str:
        """What a person calls them."""
        return _NUMBERS[self]


_NUMBERS = {
    Numbers.FORECAST: swedish("prognosen"),
    Numbers.BUDGET: swedish("budgeten"),
    Numbers.ACTIVITY_PLAN: swedish("verksamhetsplanen"),
}


@dataclass(frozen=True, slots=True)
class CasesShown:
    """A year with and without a project, which numbers and allotments that is by, and which others there are.

    Without a table there are no numbers for the year. ``state`` is None where contributions follow from no allotment.
    """

    table: Table | None
    numbers: Numbers | None = None
    known: tuple[Numbers, ...] = ()
    state: AllotmentState | None = None
    states: tuple[AllotmentState, ...] = ()


def cases_shown(  # noqa: PLR0913 - which project and year, from what, and what of it was chosen
    project: ExternalProject, year: Period, held: PlanHeld, *, numbers: str = "", state: str = "", unit: Unit = KRONOR
) -> CasesShown:
    """Return a year with a project and without: by the numbers named, else the forecast, the budget or the plan."""
    found = {one: costs for one in Numbers if (costs := _costs(one, project, year, held))}
    if not found:
        return CasesShown(None)
    chosen = next((one for one in found if one.value == numbers), next(iter(found)))
    wanted = next((one for one in BY_SURENESS if one.value == state), AllotmentState.DECIDED)
    resting = _resting(held, year, wanted)
    shared = isinstance(resting, _Shared)
    return CasesShown(
        table=with_and_without(project, found[chosen], resting.rests_on if resting else None, unit),
        numbers=chosen,
        known=tuple(found),
        state=wanted if shared else None,
        states=BY_SURENESS if shared else (),
    )


def _costs(numbers: Numbers, project: ExternalProject, year: Period, held: PlanHeld) -> YearCosts | None:
    match numbers:
        case Numbers.FORECAST:
            return _of_register(Scenario.FORECAST, numbers, project, year, _forecast(held, year))
        case Numbers.BUDGET:
            plan = held.plan if held.plan.budget_of(year) else None
            return _of_register(Scenario.BUDGET, numbers, project, year, plan)
        case Numbers.ACTIVITY_PLAN:
            plan_of_year = held.activity_plan_of(year)
            return _of_activities(plan_of_year) if plan_of_year else None


def _forecast(held: PlanHeld, year: Period) -> Plan | None:
    """Return the plan with a forecast of a year: with proposals where the year has books, else what people gave."""
    try:
        return basis(Asked.of(year)).plan
    except Refused:
        return held.plan if held.plan.forecast_of(year) else None


def _of_register(
    scenario: Scenario, numbers: Numbers, project: ExternalProject, year: Period, plan: Plan | None
) -> YearCosts | None:
    """Return the rows of the register but for projects and what lies outside; None when any number is missing."""
    if plan is None:
        return None
    groups = {group.id: group.name for group in plan.register.groups}
    costs: list[OfficeCost] = []
    for row in plan.register.of_kind(Kind.ACTIVITY):
        figure = plan.figure(row.key, scenario, year)
        if isinstance(figure, NotPlanned):
            return None
        if isinstance(figure, Planned):
            origin = EnteredOrigin(figure.source, f"{PLAN_KEY}{row.key}", scenario.value, year)
            group = groups.get(row.group, row.group)
            costs.append(OfficeCost(row.key, row_in_words(row), figure.amount, origin, group))
    told = swedish("{numbers} {year}").format(numbers=numbers.in_words, year=year.last // 100)
    return YearCosts(year, told, tuple(costs), counts_project=scenario in project.counted) if costs else None


def _of_activities(plan: ActivityPlan) -> YearCosts:
    told = swedish("{numbers} {year}").format(numbers=Numbers.ACTIVITY_PLAN.in_words, year=plan.year.last // 100)
    return YearCosts(plan.year, told, tuple(_rows_of_plan(plan)), of_plan=True)


def _rows_of_plan(plan: ActivityPlan) -> Iterator[OfficeCost]:
    overhead = swedish("styrning, ledning och administration")
    for row in plan.overhead:
        origin = EnteredOrigin(plan.source, f"activity-plan:{row.label}", "budget", plan.year)
        yield OfficeCost(row.label, row.label, row.amount, origin, overhead)
    for part in plan.parts:
        told = [one for one in plan.of_part(part.id) if one.funds is not None]
        parts = tuple(
            Part(
                " ".join(dict.fromkeys((one.label, one.performer))).strip(),
                one.funds or 0,
                EnteredOrigin(plan.source, f"activity-plan:{one.label}", "budget", plan.year),
            )
            for one in told
        )
        origin_of_part = ComputedOrigin(swedish("Planens rader tillsammans."), parts)
        amount = sum(one.exact for one in parts)
        yield OfficeCost(f"part:{part.id}", part.heading, int(amount), origin_of_part, swedish("insatser"))


@dataclass(frozen=True, slots=True)
class _Told:
    """Contributions that somebody told of, party by party."""

    rests_on: RestsOn


@dataclass(frozen=True, slots=True)
class _Shared:
    """Contributions that follow from allotments in a state."""

    rests_on: RestsOn


def _resting(held: PlanHeld, year: Period, state: AllotmentState) -> _Told | _Shared | None:
    """Return the contributions of a year: shared out from its allotments, else as the parties have decided."""
    financing = held.financing_of(year)
    if financing.allotments or financing.whole is not None:
        try:
            shares = shares_of(held.association, financing, state)
        except Refused:
            pass
        else:
            name = swedish("bidragen med tilldelningen {state}").format(state=shares.surest.in_words)
            return _Shared(RestsOn(name, shares.total, total_origin(shares), rests_on(shares)))
    told = [one for one in held.plan.contributions if one.year == year]
    if not told:
        return None
    parts = tuple(
        Part(one.party, one.amount, EnteredOrigin(one.source, f"contribution:{one.party}", "budget", year))
        for one in told
    )
    rule = swedish("Det som parterna har beslutat för året, tillsammans.")
    sources = ", ".join(dict.fromkeys(one.source for one in told if one.source))
    amount = sum(one.amount for one in told)
    return _Told(RestsOn(swedish("parternas beslutade bidrag"), amount, ComputedOrigin(rule, parts), sources))
