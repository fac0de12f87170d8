"""How does the association write the chapters of a plan, note that it is adopted, and begin a new version?"""

from typing import Any

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.activity_plan.adoption import Adoption, PlanState
from samordna.domain.plan.activity_plan.changing import empty_plan
from samordna.domain.plan.activity_plan.chapters import PlanText, chapter_title
from samordna.domain.plan.activity_plan.problems import (
    ALREADY_ADOPTED,
    NO_DECISION,
    NO_REASON,
    NO_SUCH_PART,
    NOTHING_TO_ADOPT,
)
from samordna.domain.plan.budget import Decision
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.shares import shares_of
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan.plan_saying import Thing, meanwhile, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import plan_life, plan_text
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.plan_rows import (
    ACTIVITY_PLAN,
    AGREED_AMOUNT,
    ALLOTMENT,
    ASSOCIATION,
    BUDGET,
    FRAME,
    PLAN_LIFE,
    PLAN_TEXT,
    PROJECT,
    REGISTER,
    Subject,
    ever_said,
    latest_line,
    said_for,
)
from samordna.office.store.writing import alone

LONGEST_CHAPTER = 20_000
"""Characters of a chapter: some six pages."""

_OF_THE_YEAR: tuple[Subject[Any], ...] = (ACTIVITY_PLAN, PLAN_TEXT, PLAN_LIFE, BUDGET)
"""What is said of just the year of a plan."""

_RESTS_ON: tuple[Subject[Any], ...] = (ASSOCIATION, ALLOTMENT, AGREED_AMOUNT, FRAME, REGISTER, PROJECT)
"""What a plan's document rests on whatever the year: it shows the money of the years after, too."""


def write_chapter(year: Period, text: PlanText, *, by: Actor, seen: int | None = None) -> int:
    """Let a chapter of a year's plan say this, or nothing. Raises ``Refused`` when the plan has no such chapter."""
    with doing(Deed.PLAN_ACTIVITIES, by=by, subject=mask(_chapter(year, text).name)), alone():
        return say_chapter(year, text, by=by, seen=seen)


def say_chapter(year: Period, text: PlanText, *, by: Actor, seen: int | None = None) -> int:
    """Say the same in the open transaction."""
    thing = _chapter(year, text)
    held = plan_held()
    if not chapter_title(text.chapter, held.activity_plan_of(year) or empty_plan(year)):
        raise Refused([NO_SUCH_PART.at(mask(thing.name), part=mask(text.chapter))])
    told = "\n".join(line.rstrip() for line in text.text.splitlines()).strip()
    value = PlanText(text.chapter, told) if told else None
    if value != next((one.value for one in held.plan_texts if (one.period, one.key) == (year, text.chapter)), None):
        must_be_draft(held, year, thing.name)
    refuse_any(text_problems(thing.name, told, longest=LONGEST_CHAPTER))
    return say_of(thing, value, Deed.PLAN_ACTIVITIES, by=by, seen=seen)


def _chapter(year: Period, text: PlanText) -> Thing[PlanText]:
    title = chapter_title(text.chapter, plan_held().activity_plan_of(year) or empty_plan(year))
    return plan_text(year, text.chapter, title or text.chapter)


def adopt_plan(
    year: Period, decision: Decision, rests_on: AllotmentState, *, by: Actor, seen: int | None = None
) -> int:
    """Note that a year's plan is adopted by a decision, with which money it rests on; it holds as it now stands.

    ``seen`` is the line of the journal that was the last when a person looked: what was said of the plan since then
    refuses it. Raises ``Refused`` when it is adopted already, has nothing in it, no decision is told, or the money that
    it is to rest on cannot be shared out.
    """
    thing = plan_life(year)
    with doing(Deed.ADOPT_PLAN, by=by, subject=mask(thing.name)), alone():
        held = plan_held()
        plan, reference, day = held.activity_plan_of(year), " ".join(decision.reference.split()), decision.day
        if not reference or day is None:
            raise Refused([NO_DECISION.at(thing.name)])
        if plan is None or not (plan.activities or plan.overhead):
            raise Refused([NOTHING_TO_ADOPT.at(thing.name)])
        refuse_any(text_problems(thing.name, reference))
        if seen is not None:
            _must_be_as_seen(year, thing.name, seen)
        refuse_any(_of_financing(held, year, rests_on))
        adoption = Adoption(reference, day, rests_on, latest_line())
        life = held.plan_life_of(year).adopted(adoption, thing.name)
        return say_of(thing, life, Deed.ADOPT_PLAN, by=by)


def _of_financing(held: PlanHeld, year: Period, rests_on: AllotmentState) -> tuple[Problem, ...]:
    """Return what stops the year from being shared out; nothing where nobody has begun to finance it by a plan."""
    financing = held.financing_of(year)
    if not financing.allotments and not financing.agreed and financing.whole is None:
        return ()
    try:
        shares_of(held.association, financing, rests_on)
    except Refused as refused:
        return tuple(refused.problems)
    return ()


def _must_be_as_seen(year: Period, place: str, seen: int) -> None:
    """Refuse when something has been said of a year's plan, or of what it rests on, after a line of the journal."""
    told = (
        *(said for subject in _OF_THE_YEAR for said in said_for(subject, year)),
        *(said for subject in _RESTS_ON for said in ever_said(subject)),
    )
    later = [said for said in told if said.number > seen]
    if later:
        raise Refused([meanwhile(place, max(later, key=lambda said: said.number))])


def revise_plan(year: Period, reason: str, *, by: Actor, seen: int | None = None) -> int:
    """Begin a new version of an adopted plan. Raises ``Refused`` while it is a draft, and without a reason."""
    thing = plan_life(year)
    with doing(Deed.ADOPT_PLAN, by=by, subject=mask(thing.name)), alone():
        if not reason.strip():
            raise Refused([NO_REASON.at(thing.name)])
        refuse_any(text_problems(thing.name, reason))
        life = plan_held().plan_life_of(year).revised(reason.strip(), thing.name)
        return say_of(thing, life, Deed.ADOPT_PLAN, by=by, seen=seen)


def must_be_draft(held: PlanHeld, year: Period, place: str) -> None:
    """Refuse a change of a plan that is adopted."""
    life = held.plan_life_of(year)
    if life.state is PlanState.ADOPTED and life.latest:
        raise Refused([ALREADY_ADOPTED.at(place, decision=life.latest.in_words)])
