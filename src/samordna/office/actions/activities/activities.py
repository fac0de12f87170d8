"""How does the association say which activities there are, and change what is known of one?"""

from dataclasses import replace
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.activity import Activity
from samordna.domain.activities.checks import activity_problems
from samordna.domain.activities.fixed import fixed_problems
from samordna.domain.activities.mixed import halves_of
from samordna.domain.activities.problems import NAME_TAKEN
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.activities.activity_problems import IN_USE
from samordna.office.actions.activities.activity_things import the_activity
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import texts_of
from samordna.office.questions.activities.activities import activities_held, beside
from samordna.office.store.writing import alone

_DEED: Final = Deed.CHANGE_ACTIVITY


def add_activity(activity: Activity, *, by: Actor, confirmed: bool = False) -> tuple[Problem, ...]:
    """Add an activity to the register, and return what is told of it all the same.

    ``confirmed``: somebody has looked at the choices that stay once it is registered. Raises ``Refused`` when there is
    one of that name.
    """
    with doing(_DEED, by=by, subject=mask(the_activity(activity.id).name)), alone():
        return _add((activity,), by, confirmed=confirmed)


def add_mixed_activity(
    mixed: Activity, structural_category: str, *, by: Actor, confirmed: bool = False
) -> tuple[Problem, ...]:
    """Add an activity that is both individual and structural as the two that it is; both or none of them."""
    with doing(_DEED, by=by, subject=mask(the_activity(mixed.id).name)), alone():
        return _add(halves_of(mixed, structural_category), by, confirmed=confirmed)


def _add(activities: tuple[Activity, ...], by: Actor, *, confirmed: bool) -> tuple[Problem, ...]:
    held = activities_held()
    taken = [NAME_TAKEN.at(mask(one.name), name=one.name) for one in activities if held.activity(one.id)]
    found = [problem for one in activities for problem in _problems(None, one, confirmed=confirmed)]
    told = refuse_any((*taken, *found))
    for one in activities:
        say_of(the_activity(one.id), one, _DEED, by=by)
    return told


def change_activity(
    activity: Activity, *, by: Actor, seen: int | None = None, confirmed: bool = False
) -> tuple[Problem, ...]:
    """Say what is known of an activity instead of what was, and return what is told of it all the same.

    Raises ``Refused`` when a choice that stays is changed, and when registering has not been ``confirmed``.
    """
    thing = the_activity(activity.id)
    with doing(_DEED, by=by, subject=mask(thing.name)), alone():
        before = activities_held().activity(activity.id)
        told = refuse_any(_problems(before, activity, confirmed=confirmed))
        say_of(thing, activity, _DEED, by=by, seen=seen)
        return told


def remove_activity(activity_id: str, *, by: Actor, seen: int | None = None) -> None:
    """Take an activity out of the register: one that nothing is agreed for or reported of."""
    thing = the_activity(activity_id)
    with doing(_DEED, by=by, subject=mask(thing.name)), alone():
        held = activities_held()
        found = held.activity(activity_id)
        if found is None:
            raise Refused([plan_problems.NOTHING_TO_WITHDRAW.at(mask(thing.name))])
        has = [words for words, there in held.about(activity_id).items() if there]
        if has:
            raise Refused([IN_USE.at(mask(found.name), what=swedish(" och ").join(has))])
        say_of(thing, None, _DEED, by=by, seen=seen)
        other = held.activity(found.other_half)
        if other:
            say_of(the_activity(other.id), replace(other, other_half=""), _DEED, by=by)


def _problems(before: Activity | None, after: Activity, *, confirmed: bool) -> tuple[Problem, ...]:
    return (
        *activity_problems(after, beside()),
        *fixed_problems(before, after, confirmed=confirmed),
        *text_problems(after.name, *texts_of(after)),
    )
