"""What have people said of the plan, and what does it say once the books are asked?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.association.association import NO_ASSOCIATION, Association
from samordna.domain.association.population import PublishedCounts
from samordna.domain.control.closing import Closing
from samordna.domain.document import Comment
from samordna.domain.goals.goal import Goal
from samordna.domain.goals.overall import OverallWords
from samordna.domain.plan.activity_plan.adoption import NOT_YET, PlanLife
from samordna.domain.plan.activity_plan.chapters import PlanText
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.agreements.sums import agreed_sums
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.plan.balance_requirement.said import (
    GroundsCited,
    Occasion,
    RequirementSaid,
    YearAdjusted,
)
from samordna.domain.plan.booking_order import BookingOrder
from samordna.domain.plan.budget import Budget, Revision
from samordna.domain.plan.contributions.payers import contributions_of
from samordna.domain.plan.contributions.requisition import Requisition
from samordna.domain.plan.contributions.rules import NO_RULES, ContributionRules
from samordna.domain.plan.equity.limits import Limit, LimitKind, Limits
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.scenario import SavedScenario
from samordna.domain.plan.financing.shares import Shares, shares_of
from samordna.domain.plan.financing.year import YearFinancing
from samordna.domain.plan.forecast import Forecast, ForecastNumber, FrozenForecast
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.plan.projects.claim import Claim
from samordna.domain.plan.projects.owed_by_projects import ProjectsHeld
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.plan.register import NO_REGISTER
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.kept import Kept, database
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Held, Said, latest_line, statement_of


@dataclass(frozen=True)
class PlanHeld:
    """What holds of what people have said. ``number`` is the last line of the journal: the version of all of it.

    ``plan.forecasts`` are the numbers that people gave, without what the books propose for the other rows.
    ``forecasts``, ``comments`` and ``owed`` say besides who gave each, and when. ``association`` are the members and
    what they pay by, ``financing`` how each year is paid for, ``activity_plans`` what is to be done, ``projects`` and
    ``claims`` what others pay for, ``plan_texts`` what is written of it, ``plan_lives`` what of it is adopted,
    ``scenarios`` what might change it, ``published`` what a statistical office has answered. Of ``agreements`` are the
    sums in ``plan.agreed`` that were not entered without one, ``rules`` and ``requisitions`` how contributions are
    asked for, ``goals`` what is to be reached and ``overall_words`` what the board says of it. ``plan.contributions``
    are those that were entered, and for other years those of the financing plan.
    """

    number: int = 0
    plan: Plan = NO_PLAN
    association: Association = NO_ASSOCIATION
    financing: tuple[YearFinancing, ...] = ()
    activity_plans: tuple[ActivityPlan, ...] = ()
    plan_texts: tuple[Said[PlanText], ...] = ()
    plan_lives: tuple[Said[PlanLife], ...] = ()
    scenarios: tuple[Said[SavedScenario], ...] = ()
    published: tuple[PublishedCounts, ...] = ()
    agreements: tuple[Said[ServiceAgreement], ...] = ()
    rules: tuple[Said[ContributionRules], ...] = ()
    requisitions: tuple[Said[Requisition], ...] = ()
    forecasts: tuple[Said[ForecastNumber], ...] = ()
    frozen: tuple[Said[FrozenForecast], ...] = ()
    comments: tuple[Said[Comment], ...] = ()
    owed: tuple[Said[Owed], ...] = ()
    orders: tuple[Said[BookingOrder], ...] = ()
    closings: tuple[Said[Closing], ...] = ()
    projects: tuple[Said[ExternalProject], ...] = ()
    claims: tuple[Said[Claim], ...] = ()
    goals: tuple[Said[Goal], ...] = ()
    overall_words: tuple[Said[OverallWords], ...] = ()

    @property
    def requirement(self) -> RequirementSaid:
        """What the balance requirement is judged by besides the years' results."""
        return self.plan.requirement

    @property
    def projects_held(self) -> ProjectsHeld:
        """The projects and their claims as they stand."""
        return ProjectsHeld(tuple(one.value for one in self.projects), tuple(one.value for one in self.claims))

    def pinned(self, period: Period) -> int | None:
        """Return the import that a period is closed on, None when it is not closed."""
        found = (said.value.pinned for said in self.closings if said.period == period)
        return next(found, None)

    def financing_of(self, year: Period) -> YearFinancing:
        """Return how a year is paid for; nothing is known of one that nobody has said anything of."""
        return next((one for one in self.financing if one.year == year), YearFinancing(year))

    def shares_of(self, year: Period) -> Shares | None:
        """Return who pays what in a year by the surest allotments there are; None when it cannot be shared out."""
        return _shares(self.association, self.financing_of(year))

    def rules_of(self, year: Period) -> ContributionRules:
        """Return how contributions are asked for in a year: by its own rules, else by those of the latest before."""
        known = [said for said in self.rules if said.period.first <= year.first]
        return max(known, key=lambda said: said.period).value if known else NO_RULES

    def activity_plan_of(self, year: Period) -> ActivityPlan | None:
        """Return the activity plan of a year; None when there is none."""
        return next((one for one in self.activity_plans if one.year == year), None)

    def plan_texts_of(self, year: Period) -> Mapping[str, str]:
        """Return what is written in the plan of a year, by chapter."""
        return {said.key: said.value.text for said in self.plan_texts if said.period == year}

    def plan_life_of(self, year: Period) -> PlanLife:
        """Return how far the plan of a year has come."""
        return next((said.value for said in self.plan_lives if said.period == year), NOT_YET)

    def comments_on(self, period: Period) -> Mapping[str, tuple[Comment, ...]]:
        """Return what is said of figures over some months, by statement."""
        found: dict[str, tuple[Comment, ...]] = defaultdict(tuple)
        for said in self.comments:
            if said.period == period:
                found[statement_of(said.key)] += (said.value,)
        return found


_HELD: Final = Kept[PlanHeld](8)


def plan_held(*, to: int | None = None) -> PlanHeld:
    """Return what people have said of the plan; with ``to``, what held when that line of the journal was the last."""
    return plan_of(association(), to=to)


def plan_of(facts: AssociationFacts, *, to: int | None = None) -> PlanHeld:
    """Return what people have said of the plan of an association that has been asked about already."""
    last = latest_line() if to is None else to
    where = database(facts)
    return _HELD.of(where and (where, last), lambda: _read(last))


def _read(to: int) -> PlanHeld:
    if not to:
        return PlanHeld()
    held = Held.at(to)
    forecasts, owed = held.of(journal.FORECAST), held.of(journal.OWED)
    agreements = tuple(sorted(held.of(journal.AGREEMENT), key=lambda said: said.value.number))
    association, financing = next(iter(held.values_of(journal.ASSOCIATION)), NO_ASSOCIATION), _financing(held)
    plan = Plan(
        register=next(iter(held.values_of(journal.REGISTER)), NO_REGISTER),
        budgets=tuple(_budgets(held.of(journal.BUDGET))),
        forecasts=tuple(_forecasts(forecasts)),
        agreed=(*held.values_of(journal.AGREED), *agreed_sums(said.value for said in agreements)),
        contributions=_contributions(held.values_of(journal.CONTRIBUTION), association, financing),
        owed=tuple(said.value for said in owed),
        limits=_limits(held.of(journal.EQUITY_LIMIT)),
        requirement=_requirement(held),
    )
    return PlanHeld(
        number=to,
        plan=plan,
        association=association,
        financing=financing,
        activity_plans=tuple(sorted(held.values_of(journal.ACTIVITY_PLAN), key=lambda one: one.year)),
        plan_texts=held.of(journal.PLAN_TEXT),
        plan_lives=held.of(journal.PLAN_LIFE),
        scenarios=held.of(journal.SCENARIO),
        published=held.values_of(journal.PUBLISHED_COUNTS),
        agreements=agreements,
        rules=held.of(journal.CONTRIBUTION_RULES),
        requisitions=held.of(journal.REQUISITION),
        forecasts=forecasts,
        frozen=held.of(journal.FROZEN),
        comments=held.of(journal.COMMENT),
        owed=owed,
        orders=held.of(journal.ORDER),
        closings=held.of(journal.CLOSING),
        projects=held.of(journal.PROJECT),
        claims=held.of(journal.CLAIM),
        goals=held.of(journal.GOAL),
        overall_words=held.of(journal.OVERALL_WORDS),
    )


def _budgets(said: Iterable[Said[Revision]]) -> Iterator[Budget]:
    """Yield the budget of each year that has one, its revisions in the order they were made."""
    by_year: dict[Period, list[Revision]] = defaultdict(list)
    for one in said:
        by_year[one.period].append(one.value)
    for year, revisions in by_year.items():
        yield Budget(year, tuple(revisions))


def _limits(said: Iterable[Said[Limit]]) -> Limits:
    """Return what equity should be, what began first first."""
    by_kind: dict[LimitKind, list[Limit]] = defaultdict(list)
    for one in said:
        by_kind[journal.limit_kind(one.key)].append(one.value)
    floors, ceilings = (
        tuple(sorted(by_kind[kind], key=lambda one: one.since)) for kind in (LimitKind.FLOOR, LimitKind.CEILING)
    )
    return Limits(floors, ceilings)


def _requirement(held: Held) -> RequirementSaid:
    return RequirementSaid(
        adjusted=tuple(YearAdjusted(one.period, one.value) for one in held.of(journal.ADJUSTMENT)),
        cited=tuple(GroundsCited(one.period, Occasion(one.key), one.value) for one in held.of(journal.GROUNDS)),
        earlier=tuple(sorted(held.values_of(journal.EARLIER_DEFICIT), key=lambda one: one.year)),
        plans=tuple(sorted(held.values_of(journal.RECOVERY_PLAN), key=lambda one: one.deficit_year)),
    )


def _financing(held: Held) -> tuple[YearFinancing, ...]:
    """Return how each year is paid for, the earliest first."""
    years: dict[Period, YearFinancing] = {}
    for allotted in held.of(journal.ALLOTMENT):
        known = years.get(allotted.period) or YearFinancing(allotted.period)
        years[allotted.period] = replace(known, allotments=(*known.allotments, allotted.value))
    for agreed in held.of(journal.AGREED_AMOUNT):
        known = years.get(agreed.period) or YearFinancing(agreed.period)
        years[agreed.period] = replace(known, agreed=(*known.agreed, agreed.value))
    for frame in held.of(journal.FRAME):
        known = years.get(frame.period) or YearFinancing(frame.period)
        years[frame.period] = replace(known, whole=frame.value.amount)
    return tuple(years[year] for year in sorted(years))


def _contributions(
    entered: tuple[Contribution, ...], association: Association, financing: Iterable[YearFinancing]
) -> tuple[Contribution, ...]:
    """Return what the parties contribute: what was entered for a year, else what its financing plan says."""
    told = {one.year for one in entered}
    planned = (_shares(association, one) for one in financing if one.year not in told)
    return (*entered, *(one for shares in planned if shares for one in contributions_of(shares)))


def _shares(association: Association, financing: YearFinancing) -> Shares | None:
    try:
        return shares_of(association, financing, AllotmentState.DECIDED)
    except Refused:
        return None


def _forecasts(said: Iterable[Said[ForecastNumber]]) -> Iterator[Forecast]:
    """Yield the numbers that people gave for each year; from which books the others are proposed is not known here."""
    by_year: dict[Period, list[ForecastNumber]] = defaultdict(list)
    for one in said:
        by_year[one.period].append(one.value)
    for year, numbers in by_year.items():
        yield Forecast(year, year.last, tuple(numbers))
