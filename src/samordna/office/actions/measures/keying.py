"""How does somebody note that a group of fields is keyed into the national follow-up, and take that back?"""

from dataclasses import replace
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.fixed import fixed_problems
from samordna.domain.measures.keying.record import Keyed, keyed_of
from samordna.domain.measures.keying.sheet import FACTS, KeyingGroup, KeyingPlace, KeyingSection
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.activities.activity_things import keyed_group, the_activity
from samordna.office.actions.doing import doing
from samordna.office.actions.measures.keying_problems import NO_SUCH_GROUP, NOTHING_TO_KEY
from samordna.office.actions.plan.plan_saying import must_hold, refuse_any, say_of
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.measures.keying import sheet_of
from samordna.office.store.writing import alone

_DEED: Final = Deed.NOTE_KEYED


def note_keyed(at: KeyingPlace, *, by: Actor, seen: int | None = None, confirmed: bool = False) -> bool:
    """Note that a group is keyed as it stands now, and return whether the activity became registered with it.

    With its facts an activity is registered, and three choices stay for good: that asks first, unless somebody has
    ``confirmed``. The day of registration is then today. Raises ``Refused`` when there is nothing to key.
    """
    with doing(_DEED, by=by, subject=mask(_told(at))), alone():
        section, group = _group(at)
        keyed = keyed_of(at.activity, group)
        if not keyed.figures:
            raise Refused([NOTHING_TO_KEY.at(group.title)])
        registers = at.group == FACTS and _register(at.activity, by, confirmed=confirmed)
        if registers:  # the day of registration is one of the facts
            keyed = keyed_of(at.activity, _group(at)[1])
        say_of(keyed_group(keyed, at.year, _called(section, group)), keyed, _DEED, by=by, seen=seen)
        return registers


def withdraw_keyed(at: KeyingPlace, *, by: Actor, seen: int | None = None) -> None:
    """Take back that a group is keyed: it was not, or somebody noted the wrong one."""
    with doing(_DEED, by=by, subject=mask(_told(at))), alone():
        section, group = _group(at)
        thing = keyed_group(Keyed(at.activity, at.group, ()), at.year, _called(section, group))
        must_hold(thing)
        say_of(thing, None, _DEED, by=by, seen=seen)


def _told(at: KeyingPlace) -> str:
    return swedish("Uppföljning Finsam {year} {activity} {group}").format(
        year=at.year.last // 100, activity=at.activity, group=at.group
    )


def _group(at: KeyingPlace) -> tuple[KeyingSection, KeyingGroup]:
    section = sheet_of(at.year).section(at.activity)
    found = section.group(at.group) if section else None
    if section is None or found is None:
        place = swedish("Uppföljning Finsam {year}").format(year=at.year.in_words)
        raise Refused([NO_SUCH_GROUP.at(place)])
    return section, found


def _called(section: KeyingSection, group: KeyingGroup) -> str:
    return f"{section.name}, {group.title.lower()}"


def _register(activity_id: str, by: Actor, *, confirmed: bool) -> bool:
    """Say that an activity is registered from today, when it is not already."""
    activity = activities_held().activity(activity_id)
    if activity is None or activity.registered is not None:
        return False
    registered = replace(activity, registered=timezone.localdate())
    refuse_any(fixed_problems(activity, registered, confirmed=confirmed))
    say_of(the_activity(activity_id), registered, Deed.CHANGE_ACTIVITY, by=by)
    return True
