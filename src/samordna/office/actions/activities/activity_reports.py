"""How does the association say what is agreed for an activity's performers, and what they report?"""

from collections.abc import Iterable
from typing import TypeVar

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.reported_checks import (
    agreed_problems,
    capacity_problems,
    event_problems,
    survey_problems,
)
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.activities import activity_things as things
from samordna.office.actions.activities.activity_problems import EVENT_EXISTS
from samordna.office.actions.activities.activity_things import PerformerMonth
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems
from samordna.office.actions.plan.plan_saying import Thing, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import texts_of
from samordna.office.questions.activities.activities import activities_held
from samordna.office.store.plan_rows import latest_said
from samordna.office.store.writing import alone

T = TypeVar("T")


def agree_number(agreed: AgreedNumber, *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Enter how many a performer is to take in a year, instead of what was entered for the same count before."""
    thing = things.agreed_number(agreed)
    with doing(Deed.AGREE_NUMBER, by=by, subject=mask(thing.name)), alone():
        found = agreed_problems(agreed, activities_held().activity(agreed.activity))
        told = _checked(thing, agreed, found)
        say_of(thing, agreed, Deed.AGREE_NUMBER, by=by, seen=seen)
        return told


def withdraw_agreed_number(agreed: AgreedNumber, *, by: Actor, seen: int | None = None) -> None:
    """Take back what was agreed of the same count for the same performer and year."""
    _withdraw(things.agreed_number(agreed), Deed.AGREE_NUMBER, by, seen)


def report_capacity(reported: CapacityReported, *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Enter what a performer reports of room, queue and waiting at the end of a month."""
    thing = things.capacity_of(PerformerMonth(reported.activity, reported.unit, reported.month))
    with doing(Deed.REPORT_CAPACITY, by=by, subject=mask(thing.name)), alone():
        found = capacity_problems(reported, activities_held().activity(reported.activity))
        told = _checked(thing, reported, found)
        say_of(thing, reported, Deed.REPORT_CAPACITY, by=by, seen=seen)
        return told


def withdraw_capacity(at: PerformerMonth, *, by: Actor, seen: int | None = None) -> None:
    """Take back what a performer reported at the end of a month."""
    _withdraw(things.capacity_of(at), Deed.REPORT_CAPACITY, by, seen)


def register_event(
    event: StructuralEvent, *, by: Actor, instead_of: str = "", seen: int | None = None
) -> tuple[Problem, ...]:
    """Enter something that was held, a new one or, by its key, instead of another.

    Raises ``Refused`` when there is one already of that name and first day.
    """
    thing = things.the_event(event.key)
    with doing(Deed.REGISTER_EVENT, by=by, subject=mask(thing.name)), alone():
        held = activities_held()
        found = tuple(event_problems(event, held.activity(event.activity)))
        if event.key != instead_of and held.event(event.key) is not None:
            found = (*found, EVENT_EXISTS.at(mask(event.name)))
        moved = instead_of and event.key != instead_of
        told = _checked(thing, event, found)
        say_of(thing, event, Deed.REGISTER_EVENT, by=by, seen=None if moved else seen)
        if moved:
            say_of(things.the_event(instead_of), None, Deed.REGISTER_EVENT, by=by, seen=seen)
        return told


def withdraw_event(key: str, *, by: Actor, seen: int | None = None) -> None:
    """Take back something that was said to be held."""
    _withdraw(things.the_event(key), Deed.REGISTER_EVENT, by, seen)


def enter_survey(result: SurveyResult, *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Enter the result of a question of a survey, instead of what was entered for the same question and months."""
    thing = things.survey_result(result.key, result.period)
    with doing(Deed.ENTER_SURVEY, by=by, subject=mask(thing.name)), alone():
        found = survey_problems(result, activities_held().activity(result.activity))
        told = _checked(thing, result, found)
        say_of(thing, result, Deed.ENTER_SURVEY, by=by, seen=seen)
        return told


def withdraw_survey(key: str, period: Period, *, by: Actor, seen: int | None = None) -> None:
    """Take back the result of a question."""
    _withdraw(things.survey_result(key, period), Deed.ENTER_SURVEY, by, seen)


def _checked(thing: Thing[T], value: T, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Refuse what stops a thing from being said, and return the rest."""
    return refuse_any((*found, *text_problems(thing.name, *texts_of(value))))


def _withdraw(thing: Thing[T], deed: Deed, by: Actor, seen: int | None) -> None:
    with doing(deed, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(thing.name, thing.key))
        latest = latest_said(thing.subject, thing.key, thing.period)
        if latest is None or latest.value is None:
            raise Refused([plan_problems.NOTHING_TO_WITHDRAW.at(mask(thing.name))])
        say_of(thing, None, deed, by=by, seen=seen)
