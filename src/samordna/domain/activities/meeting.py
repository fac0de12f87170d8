"""What was agreed with a performer at a follow-up meeting, who does it by when, and is it done?

Who does something is a role and never a name.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.activities import problems as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem


class Responsible(Enum):
    """Who does what was agreed (ansvarig): a role."""

    UNIT_MANAGER = "unit-manager"
    COORDINATOR = "coordinator"
    TEAM = "team"
    DIRECTOR = "director"
    ECONOMIST = "economist"
    PREPARATORY_GROUP = "preparatory-group"
    REFERRERS = "referrers"

    @property
    def in_words(self) -> str:
        """What a person calls the role."""
        return _ROLES[self]


_ROLES: Final = {
    Responsible.UNIT_MANAGER: swedish("enhetschefen"),
    Responsible.COORDINATOR: swedish("samordnaren"),
    Responsible.TEAM: swedish("teamet"),
    Responsible.DIRECTOR: swedish("förbundschefen"),
    Responsible.ECONOMIST: swedish("ekonomen"),
    Responsible.PREPARATORY_GROUP: swedish("beredningsgruppen"),
    Responsible.REFERRERS: swedish("remitterande parter"),
}


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """Something agreed at a follow-up meeting (åtgärd): the performer's id, the day they met, and its number there.

    ``by_when`` and ``done`` are days, None when no day was set and while it is not done.
    """

    unit: str
    day: dt.date
    number: int
    agreed: str
    who: Responsible
    by_when: dt.date | None = None
    done: dt.date | None = None

    @property
    def key(self) -> str:
        """What it is known by: the performer, the day and its number."""
        return f"{self.unit}:{self.day.isoformat()}:{self.number}"

    def is_late(self, today: dt.date) -> bool:
        """Tell whether it should have been done and is not."""
        return self.done is None and self.by_when is not None and self.by_when < today


@dataclass(frozen=True, slots=True)
class FollowUpMeeting:
    """A follow-up meeting (uppföljningsmöte): its day, and what was agreed in the order it was told."""

    day: dt.date
    actions: tuple[AgreedAction, ...]


def meetings_of(actions: Iterable[AgreedAction], unit: str) -> tuple[FollowUpMeeting, ...]:
    """Return the follow-up meetings with a performer, the latest first."""
    mine = sorted((one for one in actions if one.unit == unit), key=lambda one: one.number)
    days = sorted({one.day for one in mine}, reverse=True)
    return tuple(FollowUpMeeting(day, tuple(one for one in mine if one.day == day)) for day in days)


def action_problems(action: AgreedAction, units: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with something that was agreed; ``units`` are the ids of those that perform anything."""
    place = swedish("uppföljningsmötet {day}").format(day=swedish_date(action.day))
    if action.unit not in set(units):
        yield kinds.NO_SUCH_PERFORMER.at(place, unit=action.unit)
    if not action.agreed.strip():
        yield kinds.NOTHING_AGREED.at(place)
    for what, day in ((swedish("klart senast"), action.by_when), (swedish("klart"), action.done)):
        if day is not None and day < action.day:
            yield kinds.BEFORE_THE_MEETING.at(place, what=what, day=swedish_date(day))
