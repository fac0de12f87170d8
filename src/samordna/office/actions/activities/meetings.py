"""How does the association say what was agreed at a follow-up meeting, and that it is done?"""

import datetime as dt
from dataclasses import replace
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.meeting import AgreedAction, action_problems
from samordna.domain.activities.units import units_of
from samordna.domain.values.identity_number import mask
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.activities.activity_things import the_action
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems
from samordna.office.actions.plan.plan_saying import Thing, refuse_any, say_of, text_problems
from samordna.office.questions.activities.activities import activities_held
from samordna.office.store.plan_rows import FOLLOW_UP_MEETING, Said, ever_said, history_of
from samordna.office.store.writing import alone

_DEED: Final = Deed.AGREE_ACTION


def agree_action(action: AgreedAction, *, by: Actor, seen: int | None = None) -> AgreedAction:
    """Say what was agreed at a meeting with a performer; one without a number is new, and gets the next of its day."""
    with doing(_DEED, by=by, subject=mask(the_action(action.key, action.day).name)), alone():
        refuse_any(_problems(action))
        numbered = action if action.number else replace(action, number=_next_number(action))
        say_of(_thing(numbered), numbered, _DEED, by=by, seen=seen)
        return numbered


def tick_off_action(key: str, done: dt.date | None, *, by: Actor, seen: int | None = None) -> AgreedAction:
    """Say on which day something that was agreed was done; None that it is not done after all."""
    with doing(_DEED, by=by, subject=mask(key)), alone():
        action = _held(key)
        ticked = replace(action, done=done)
        refuse_any(_problems(ticked))
        say_of(_thing(ticked), ticked, _DEED, by=by, seen=seen)
        return ticked


def withdraw_action(key: str, *, by: Actor, seen: int | None = None) -> None:
    """Take back something that was said to be agreed; ``restore_action`` says it again."""
    with doing(_DEED, by=by, subject=mask(key)), alone():
        say_of(_thing(_held(key)), None, _DEED, by=by, seen=seen)


def restore_action(key: str, *, by: Actor, seen: int | None = None) -> AgreedAction:
    """Say again what was taken back last, as it was."""
    with doing(_DEED, by=by, subject=mask(key)), alone():
        said = _history(key)
        before = next((one.value for one in said if one.value is not None), None)
        if before is None or said[0].value is not None:
            raise Refused([plan_problems.NOTHING_TO_WITHDRAW.at(mask(key))])
        say_of(_thing(before), before, _DEED, by=by, seen=seen)
        return before


def _thing(action: AgreedAction) -> Thing[AgreedAction]:
    return the_action(action.key, action.day)


def _problems(action: AgreedAction) -> tuple[Problem, ...]:
    units = [one.id for one in units_of(activities_held().activities)]
    name = _thing(action).name
    return (*action_problems(action, units), *text_problems(name, action.agreed))


def _next_number(action: AgreedAction) -> int:
    """Return the number after the last that was ever given that day: one that was taken back is not given again."""
    meeting = f"{action.unit}:{action.day.isoformat()}:"
    given = (int(one.key.removeprefix(meeting)) for one in ever_said(FOLLOW_UP_MEETING) if one.key.startswith(meeting))
    return max(given, default=0) + 1


def _held(key: str) -> AgreedAction:
    said = _history(key)
    if not said or said[0].value is None:
        raise Refused([plan_problems.NOTHING_TO_WITHDRAW.at(mask(key))])
    return said[0].value


def _history(key: str) -> tuple[Said[AgreedAction | None], ...]:
    thing = the_action(key, dt.date.min)
    refuse_any(text_problems(thing.name, key))
    return history_of(FOLLOW_UP_MEETING, key, thing.period)
