"""Where does the plan of a year stand: which steps are taken, and what is left before it can be adopted?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.association.association import Association
from samordna.domain.association.key import AllocationKey
from samordna.domain.plan.activity_plan.adoption import PlanState
from samordna.domain.plan.activity_plan.chapters import Chapter
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Severity
from samordna.domain.values.unit import THOUSANDS
from samordna.office.questions.plan.activity_plan import PlanAsked


class StepName(Enum):
    """A step on the way to an adopted plan, in the order that they are taken."""

    MEMBERS = "members"
    FINANCING = "financing"
    ACTIVITIES = "activities"
    OVERHEAD = "overhead"
    TEXTS = "texts"
    REGISTER = "register"
    BUDGET = "budget"
    EQUITY = "equity"
    PROJECTS = "projects"
    ADOPTION = "adoption"


class StepState(Enum):
    """How far a step has come; ``WHEN_NEEDED`` is one that not every association takes."""

    DONE = "done"
    BEGUN = "begun"
    LEFT = "left"
    WHEN_NEEDED = "when-needed"


@dataclass(frozen=True, slots=True)
class PlanStepTold:
    """A step, how far it has come, and what there is of it or what is missing."""

    name: StepName
    title: str
    state: StepState
    told: str


_TITLES: Final = {
    StepName.MEMBERS: swedish("Medlemmar och fördelningsnyckel"),
    StepName.FINANCING: swedish("Finansiering"),
    StepName.ACTIVITIES: swedish("Insatser"),
    StepName.OVERHEAD: swedish("Overhead"),
    StepName.TEXTS: swedish("Texter"),
    StepName.REGISTER: swedish("Kostnadsställen"),
    StepName.BUDGET: swedish("Budget per kostnadsställe"),
    StepName.EQUITY: swedish("Eget kapital och balanskrav"),
    StepName.PROJECTS: swedish("Projekt"),
    StepName.ADOPTION: swedish("Antagande"),
}


def plan_steps(asked: PlanAsked) -> tuple[PlanStepTold, ...]:
    """Return the steps of a year's plan in their order."""
    return tuple(PlanStepTold(name, _TITLES[name], state, told) for name, state, told in _steps(asked))


def _steps(asked: PlanAsked) -> Iterator[tuple[StepName, StepState, str]]:
    yield StepName.MEMBERS, *_members(asked)
    yield StepName.FINANCING, *_financing(asked)
    yield StepName.ACTIVITIES, *_activities(asked)
    yield StepName.OVERHEAD, *_overhead(asked)
    yield StepName.TEXTS, *_texts(asked)
    yield StepName.REGISTER, *_register(asked)
    yield StepName.BUDGET, *_budget(asked)
    yield StepName.EQUITY, *_equity(asked)
    yield StepName.PROJECTS, *_projects(asked)
    yield StepName.ADOPTION, *_adoption(asked)


def _members(asked: PlanAsked) -> tuple[StepState, str]:
    association, year = asked.held.association, asked.year
    members = [one for one in association.members if one.days_in(year)]
    if not members:
        return StepState.LEFT, swedish("Inga medlemmar är inlagda.")
    told = swedish("1 medlem") if len(members) == 1 else swedish("{count} medlemmar")
    count = told.format(count=len(members))
    key = association.key_of(year)
    if key is None:
        return StepState.BEGUN, swedish("{members}, men ingen nyckel gäller vid årets början.").format(members=count)
    lacking = _without_weight(association, key, year)
    if lacking:
        told = swedish("{members}, men folkmängd eller vikt saknas för {names}.")
        return StepState.BEGUN, told.format(members=count, names=", ".join(lacking))
    return StepState.DONE, swedish("{members} och en nyckel.").format(members=count)


def _without_weight(association: Association, key: AllocationKey, year: Period) -> list[str]:
    """Return the members that nobody can share to: their population or agreed weight is not entered."""
    problems = (one for part in key.parts for one in association.weights_in(part, key, year)[1])
    return [one.place for one in problems if one.severity is Severity.REFUSE]


def _counted(rows: Sequence[object]) -> str:
    return swedish("1 rad") if len(rows) == 1 else swedish("{count} rader").format(count=len(rows))


def _financing(asked: PlanAsked) -> tuple[StepState, str]:
    for one in asked.chosen:
        told = swedish("{name}, {amount}.").format(name=_begun(one.name), amount=_thousands(one.shares.total))
        return StepState.DONE, told
    known = any(one.year == asked.year for one in asked.held.financing)
    if known:
        return StepState.BEGUN, swedish("Påbörjad, men året kan inte fördelas än: se anmärkningarna.")
    return StepState.LEFT, swedish("Ingen tilldelning och inget överenskommet belopp är inlagt för året.")


def _activities(asked: PlanAsked) -> tuple[StepState, str]:
    rows = asked.plan.activities
    if not rows:
        return StepState.LEFT, swedish("Inga insatser är inlagda.")
    told = swedish("{rows}, {amount}.")
    return StepState.DONE, told.format(rows=_counted(rows), amount=_thousands(sum(one.funds or 0 for one in rows)))


def _overhead(asked: PlanAsked) -> tuple[StepState, str]:
    rows = asked.plan.overhead
    if not rows:
        return StepState.LEFT, swedish("Inga kostnader för styrning och administration är inlagda.")
    told = swedish("{rows}, {amount}.")
    return StepState.DONE, told.format(rows=_counted(rows), amount=_thousands(asked.plan.overhead_cost(granted=False)))


def _texts(asked: PlanAsked) -> tuple[StepState, str]:
    written = asked.held.plan_texts_of(asked.year)
    lacking = [chapter.title for chapter in Chapter if chapter.value not in written]
    if not lacking:
        return StepState.DONE, swedish("Alla kapitel är skrivna.")
    told = swedish("Ej skrivna: {chapters}.").format(chapters=", ".join(lacking))
    return (StepState.BEGUN if written else StepState.LEFT), told


def _register(asked: PlanAsked) -> tuple[StepState, str]:
    rows = [row for row in asked.held.plan.register.rows if row.valid_in(asked.year)]
    if not rows:
        return StepState.LEFT, swedish("Inga kostnadsställen är upplagda.")
    return StepState.DONE, swedish("{rows} i registret.").format(rows=_counted(rows))


def _budget(asked: PlanAsked) -> tuple[StepState, str]:
    budget = asked.held.plan.budget_of(asked.year)
    if budget is None:
        return StepState.LEFT, swedish("Ingen budget är inlagd för året.")
    whole = sum(number.amount for number in budget.latest.values())
    off = whole - asked.plan.cost(granted=False)
    if not off:
        told = swedish("{amount}, samma som planens kostnader.")
        return StepState.DONE, told.format(amount=_thousands(whole))
    told = swedish("{amount}: {off} än planens kostnader.")
    words = swedish("{amount} mer") if off > 0 else swedish("{amount} mindre")
    return StepState.BEGUN, told.format(amount=_thousands(whole), off=words.format(amount=_thousands(abs(off))))


def _equity(asked: PlanAsked) -> tuple[StepState, str]:
    planned = asked.plan.activities or asked.plan.overhead
    for one in asked.chosen if planned else ():
        result = one.shares.total - asked.plan.cost(granted=False)
        if result < 0:
            told = swedish("Underskott {amount}, räknat på {name}: det kräver synnerliga skäl och ett beslut.")
            return StepState.BEGUN, told.format(amount=_thousands(-result), name=one.name)
        told = swedish("Inget underskott, räknat på {name}.")
        return StepState.DONE, told.format(name=one.name)
    return StepState.LEFT, swedish("Kan bedömas när året är planerat och finansierat.")


def _projects(asked: PlanAsked) -> tuple[StepState, str]:
    granted = asked.plan.overhead_cost(granted=True)
    if granted == asked.plan.overhead_cost(granted=False):
        return StepState.WHEN_NEEDED, swedish("Planen räknar inte med något beviljat projekt.")
    told = swedish("Overhead {amount} om ett projekt beviljas.")
    return StepState.WHEN_NEEDED, told.format(amount=_thousands(granted))


def _adoption(asked: PlanAsked) -> tuple[StepState, str]:
    life = asked.life
    if life.state is PlanState.ADOPTED and life.latest:
        return StepState.DONE, swedish("{decision}.").format(decision=life.latest.in_words)
    if life.latest:
        told = swedish("Version {number} är ett utkast; den som gäller antogs {decision}.")
        return StepState.BEGUN, told.format(number=life.version, decision=life.latest.in_words)
    return StepState.LEFT, swedish("Planen är ett utkast.")


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _thousands(ore: int) -> str:
    return f"{swedish_number(THOUSANDS.shown(ore))} {THOUSANDS.suffix}"
