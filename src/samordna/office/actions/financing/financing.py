"""How does the association enter what was asked for, announced, decided and agreed for a year?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.checks import LARGEST
from samordna.domain.plan.financing.allotment import (
    FIRST,
    Allotment,
    AllotmentEntry,
    AllotmentState,
    AllotmentStep,
    after,
    place_of,
)
from samordna.domain.plan.financing.year import AgreedAmount, Frame, YearFinancing, year_problems
from samordna.domain.plan.problems import NUMBER_TOO_LARGE
from samordna.domain.values.identity_number import mask
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.financing import financing_problems as problems
from samordna.office.actions.plan.plan_saying import Thing, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import agreed_amount, allotment_of, frame_of
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.plan_rows import history_of, latest_said
from samordna.office.store.writing import alone


def take_allotment_step(  # noqa: PLR0913 - a step has its amount, its day and its source
    year: Period,
    group: str,
    step: AllotmentStep,
    *,
    amount: Ore | None = None,
    day: date | None = None,
    source: str = "",
    by: Actor,
    seen: int | None = None,
) -> int:
    """Take a group's allotment of a year a step on, and return the number of the line that says so.

    The first step begins it; one that was withdrawn begins anew. ``amount`` is that of the step before when it is not
    told. Raises ``Refused`` for a step that its state does not lead to.
    """
    thing = allotment_of(year, group)
    with doing(Deed.ALLOT, by=by, subject=mask(thing.name)), alone():
        held = plan_held()
        financing = held.financing_of(year)
        if held.association.group(group) is None:
            raise Refused([problems.NO_SUCH_PAYING_GROUP.at(mask(thing.name), group=mask(group))])
        allotment = _stepped(financing, year, group, step, _Line(amount, day, source.strip()))
        others = tuple(one for one in financing.allotments if one.group != group)
        changed = replace(financing, allotments=(*others, allotment))
        latest = allotment.history[-1]
        refuse_any((*_line_problems(thing.name, latest.amount, latest.source), *_made_wrong(held, changed)))
        return say_of(thing, allotment, Deed.ALLOT, by=by, seen=seen)


class _Line:
    """What a person said of a step."""

    def __init__(self, amount: Ore | None, day: date | None, source: str) -> None:
        self.amount, self.day, self.source = amount, day, source


def _stepped(financing: YearFinancing, year: Period, group: str, step: AllotmentStep, line: _Line) -> Allotment:
    held = financing.allotment_of(group)
    if held and held.state is not AllotmentState.WITHDRAWN:
        amount = held.history[-1].amount if line.amount is None else line.amount
        return after(held, step, amount, line.day, line.source)
    new = Allotment(group, year, ())
    if step not in FIRST:
        told = {"year": year.start.year, "group": mask(group), "step": step.in_words}
        raise Refused([problems.STATE_NOT_FOR_FIRST.at(place_of(new), **told)])
    entry = AllotmentEntry(FIRST[step], line.amount or 0, line.day, line.source)
    return replace(new, history=(entry,))


def undo_allotment(year: Period, group: str, *, by: Actor, seen: int | None = None) -> int:
    """Let a group's allotment of a year be what it was before what was said of it last."""
    thing = allotment_of(year, group)
    with doing(Deed.ALLOT, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(thing.name, group))
        said = history_of(thing.subject, group, year)
        if not said:
            raise Refused([problems.NEVER_CHANGED.at(mask(thing.name))])
        before = said[1].value if len(said) > 1 else None
        held = plan_held()
        others = tuple(one for one in held.financing_of(year).allotments if one.group != group)
        changed = replace(held.financing_of(year), allotments=(*others, *([before] if before else [])))
        refuse_any(_made_wrong(held, changed))
        return say_of(thing, before, Deed.ALLOT, by=by, seen=seen)


def agree_amount(year: Period, agreed: AgreedAmount, *, by: Actor, seen: int | None = None) -> int:
    """Enter what a member has agreed to pay for a year, instead of what was entered for it before."""
    thing = agreed_amount(year, agreed.member)
    with doing(Deed.AGREE_AMOUNT, by=by, subject=mask(thing.name)), alone():
        held = plan_held()
        financing = held.financing_of(year)
        others = tuple(one for one in financing.agreed if one.member != agreed.member)
        changed = replace(financing, agreed=(*others, agreed))
        refuse_any((*_line_problems(thing.name, agreed.amount, agreed.source), *_made_wrong(held, changed)))
        return say_of(thing, agreed, Deed.AGREE_AMOUNT, by=by, seen=seen)


def withdraw_agreed_amount(year: Period, member: str, *, by: Actor, seen: int | None = None) -> int:
    """Take back what a member had agreed to pay for a year: it pays by the key again."""
    return _withdraw(agreed_amount(year, member), Deed.AGREE_AMOUNT, by, seen)


def set_frame(year: Period, frame: Frame, *, by: Actor, seen: int | None = None) -> int:
    """Say how much is to be paid for a year in all, before the allotments say so."""
    thing = frame_of(year)
    with doing(Deed.SET_FRAME, by=by, subject=thing.name), alone():
        held = plan_held()
        changed = replace(held.financing_of(year), whole=frame.amount)
        refuse_any((*_line_problems(thing.name, frame.amount, frame.source), *_made_wrong(held, changed)))
        return say_of(thing, frame, Deed.SET_FRAME, by=by, seen=seen)


def withdraw_frame(year: Period, *, by: Actor, seen: int | None = None) -> int:
    """Take back the frame of a year: it follows from the allotments again."""
    return _withdraw(frame_of(year), Deed.SET_FRAME, by, seen)


def _withdraw(thing: Thing[Any], deed: Deed, by: Actor, seen: int | None) -> int:
    with doing(deed, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(thing.name, thing.key))
        latest = latest_said(thing.subject, thing.key, thing.period)
        if latest is None or latest.value is None:
            raise Refused([problems.NOT_ENTERED.at(mask(thing.name))])
        return say_of(thing, None, deed, by=by, seen=seen)


def _line_problems(place: str, amount: Ore, source: str) -> Iterator[Problem]:
    """Yield what is wrong with an amount and where it is said to stand."""
    if abs(amount) > LARGEST:
        yield NUMBER_TOO_LARGE.at(place, row=place)
    if not source.strip():
        yield problems.WITHOUT_SOURCE.at(place)
    yield from text_problems(place, source)


def _made_wrong(held: PlanHeld, changed: YearFinancing) -> Iterator[Problem]:
    """Yield what a change makes wrong with a year; what was wrong with it already is not this person's."""
    known = set(year_problems(held.association, held.financing_of(changed.year)))
    yield from (one for one in year_problems(held.association, changed) if one not in known)
