"""What is planned for a year, on which money does it rest, does it suffice, and how does it read as a document?

Everything is computed from what is held and passed in, so that it can be asked as it was known then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import Document, Highlights, Table
from samordna.domain.plan.activity_plan.adoption import Adoption, PlanLife, PlanState
from samordna.domain.plan.activity_plan.cases import cases_table
from samordna.domain.plan.activity_plan.changing import empty_plan
from samordna.domain.plan.activity_plan.checks import activity_plan_problems
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.plan.activity_plan.tables import (
    Resting,
    activity_tables,
    cost_problems,
    economic_summary,
    overhead_table,
    performers_table,
)
from samordna.domain.plan.financing.allotment import BY_SURENESS, AllotmentState
from samordna.domain.plan.financing.shares import Shares, shares_of
from samordna.domain.plan.financing.tables import financing_table
from samordna.domain.reports.plan_document import PlanContent, plan_document
from samordna.domain.reports.plan_front import highlights
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.questions.followed.budget_tables import budget_table
from samordna.office.questions.identity import association
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.questions.plan.plan_chapters import PLAN_CHAPTERS, PLAN_HIGHLIGHTS
from samordna.office.questions.problems import NOTHING_PLANNED

_MONEY: Final = {
    AllotmentState.REQUESTED: swedish("äskade bidrag"),
    AllotmentState.PRELIMINARY: swedish("preliminära bidrag"),
    AllotmentState.DECIDED: swedish("beslutade bidrag"),
}
_ELSE: Final = swedish("avtalade bidrag")
_BEFORE, _AFTER = 1, 2
"""Years before and after the plan's that its financing is shown for."""


@dataclass(frozen=True)
class PlanAsked:
    """The plan of a year, from what is held, resting on the money in a state."""

    held: PlanHeld
    year: Period
    state: AllotmentState

    @property
    def plan(self) -> ActivityPlan:
        """What is planned; nothing, when nobody has planned anything."""
        return self.held.activity_plan_of(self.year) or empty_plan(self.year)

    @property
    def states(self) -> tuple[AllotmentState, ...]:
        """The states that any allotment of the year has been in, the surest first."""
        histories = (one.history for one in self.held.financing_of(self.year).allotments)
        been = {entry.state for history in histories for entry in history}
        return tuple(state for state in reversed(BY_SURENESS) if state in been)

    @property
    def life(self) -> PlanLife:
        """How far the plan has come."""
        return self.held.plan_life_of(self.year)

    def resting(self, state: AllotmentState) -> Resting:
        """Return the money in a state, by its name. Raises ``Refused`` when the year cannot be shared out."""
        shares = shares_of(self.held.association, self.held.financing_of(self.year), state)
        return Resting(_named(shares), shares)

    @property
    def restings(self) -> tuple[Resting, ...]:
        """The money in every state that there is, the chosen first, each amount and name once; none without any."""
        told: dict[str, Resting] = {}
        for state in (self.state, *self.states):
            try:
                resting = self.resting(state)
            except Refused:
                continue
            told.setdefault(resting.name, resting)
        return tuple(told.values())

    @property
    def chosen(self) -> tuple[Resting, ...]:
        """The money in the chosen state; none when the year cannot be shared out."""
        return self.restings[:1]

    @property
    def financing(self) -> Table | None:
        """Who pays what in the year before, the year, and the two after it, as far as anything is known of them."""
        known = {one.year for one in self.held.financing}
        years = (self.year.years_before(back) for back in range(_BEFORE, -_AFTER - 1, -1))
        shown = [self.held.financing_of(year) for year in years if year in known]
        if not any(one.year == self.year for one in shown):
            return None
        table = financing_table(self.held.association, shown, self.state)
        own = f"y{self.year.start.year}"
        return replace(table, columns=tuple(replace(one, emphasis=one.id == own) for one in table.columns))

    @property
    def budget(self) -> Table | None:
        """The year's budget by cost centre; None when there is none."""
        budget = self.held.plan.budget_of(self.year)
        return budget_table(budget, self.held.plan.register) if budget else None

    @property
    def summary(self) -> Table:
        """What the plan costs against the contributions."""
        return economic_summary(self.plan, self.chosen)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the plan that a figure can be asked in."""
        plan, financing = self.plan, self.financing
        made = (*activity_tables(plan), performers_table(plan), overhead_table(plan), self.summary)
        return (*made, *(one for one in (self.cases, financing) if one))

    @property
    def cases(self) -> Table | None:
        """How the plan comes out in every case there is; None while no money can be told."""
        return cases_table(self.plan, self.restings) if self.restings else None

    @property
    def work(self) -> tuple[Table, ...]:
        """What is to be done: the parts that have rows, the performers when any is named, and overhead."""
        plan = self.plan
        parts = [table for table in activity_tables(plan) if len(table.rows) > 1]
        performers = [performers_table(plan)] if any(one.performer for one in plan.activities) else []
        return (*parts, *performers, *([overhead_table(plan)] if plan.overhead else []))

    @property
    def highlights(self) -> Highlights | None:
        """The few figures worth seeing first; None of a plan that holds nothing."""
        return highlights(self.plan, self.chosen)

    @property
    def findings(self) -> tuple[Problem, ...]:
        """What is wrong with the plan, and why its money cannot be told or does not suffice."""
        return tuple(self._findings())

    def _findings(self) -> Iterator[Problem]:
        yield from activity_plan_problems(self.plan)
        try:
            resting = self.resting(self.state)
        except Refused as refused:
            yield from refused.problems
        else:
            yield from resting.shares.findings
            yield from cost_problems(self.plan, [resting])

    def document(self, adopted: Adoption | None = None) -> Document:
        """Return the plan as a document, as a draft or as it was adopted."""
        facts = association()
        chapters = (one for make in PLAN_CHAPTERS if (one := make(self.held, self.year, self.state)))
        figures = (seen for find in PLAN_HIGHLIGHTS if (seen := find(self.held, self.year, self.state)))
        content = PlanContent(
            association=facts.name,
            organisation_number=facts.organisation_number,
            plan=self.plan,
            texts=self.held.plan_texts_of(self.year),
            restings=self.restings,
            financing=self.financing,
            budget=self.budget,
            life=self.life,
            adopted=adopted,
            more=tuple(chapters),
            figures=tuple(figures),
            provenance=tuple(self._provenance()),
        )
        return plan_document(content)

    def _provenance(self) -> Iterator[str]:
        if self.plan.source:
            yield swedish("Planens rader: {source}.").format(source=self.plan.source)
        for one in self.chosen:
            yield swedish("Bidragen: {name}. Nyckeln: {key}.").format(name=one.name, key=one.shares.key.source)


def plan_asked(year: Period, state: AllotmentState | None = None, *, to: int | None = None) -> PlanAsked:
    """Return the plan of a year resting on the money in a state: the surest that there is, unless another is asked.

    ``to`` is the line of the journal that is to be the last: the plan as it was then.
    """
    held = plan_held(to=to)
    first = PlanAsked(held, year, AllotmentState.DECIDED)
    return replace(first, state=state or next(iter(first.states), AllotmentState.DECIDED))


def adopted_plan(year: Period, version: int | None = None) -> tuple[PlanAsked, Adoption] | None:
    """Return the plan of a year as it was adopted, the latest version or the one asked for; None when there is none."""
    adoptions = plan_held().plan_life_of(year).adoptions
    number = len(adoptions) if version is None else version
    if not 1 <= number <= len(adoptions):
        return None
    adoption = adoptions[number - 1]
    return plan_asked(year, adoption.rests_on, to=adoption.line), adoption


def plan_shown(year: Period, state: AllotmentState | None = None) -> PlanAsked:
    """Return the plan of a year as it is to be read: as it was adopted, else as it now stands.

    While a new version is made, and when another state than the adopted one's is asked for, it is as it now stands.
    """
    now = plan_asked(year, state)
    held = adopted_plan(year) if now.life.state is PlanState.ADOPTED else None
    return held[0] if held and state in {None, held[0].state} else now


def plan_paper(year: Period, state: AllotmentState | None = None, *, version: int | None = None) -> Document:
    """Return the plan of a year as a document.

    An adopted plan reads as it was adopted. While a new version of it is made, and when another state is asked for, it
    is a draft. Raises ``Refused`` when nothing is planned or there is no such version.
    """
    held, shown = adopted_plan(year, version), plan_shown(year, state)
    if held and (version is not None or shown == held[0]):
        return held[0].document(held[1])
    if version is not None or not (shown.plan.activities or shown.plan.overhead):
        raise Refused([NOTHING_PLANNED.at(_place(year), year=year.last // 100)])
    return shown.document()


def state_named(word: str) -> AllotmentState | None:
    """Return the state that a person calls so (``äskad``, ``requested``); None when none is called so."""
    told = word.strip().lower()
    return next((one for one in BY_SURENESS if told in {one.value, one.in_words}), None)


def money_in_words(state: AllotmentState) -> str:
    """Return what contributions in a state are called: ``beslutade bidrag``."""
    return _MONEY.get(state, _ELSE)


def _named(shares: Shares) -> str:
    """Return what the money is called after the surest allotment that it rests on."""
    used = {group.allotment.state for group in shares.groups if group.allotment}
    return next((_MONEY[state] for state in reversed(BY_SURENESS) if state in used), _ELSE)


def _place(year: Period) -> str:
    return swedish("verksamhetsplanen {year}").format(year=year.last // 100)
