"""What holds of activities: which there are, what is agreed for them, and what is reported?

Besides what ``plan_held`` tells of money: the same journal, read apart, because money never needs it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.checks import Beside, activity_problems, left_behind_problems
from samordna.domain.activities.meeting import AgreedAction
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.association.members import Party
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.identity import association
from samordna.office.questions.kept import Kept, database
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Held, Said, latest_line


@dataclass(frozen=True)
class ActivitiesHeld:
    """What holds of activities, each with who said it and when. ``number`` is the last line of the journal."""

    number: int = 0
    said: tuple[Said[Activity], ...] = ()
    agreed: tuple[Said[AgreedNumber], ...] = ()
    capacity: tuple[Said[CapacityReported], ...] = ()
    events: tuple[Said[StructuralEvent], ...] = ()
    surveys: tuple[Said[SurveyResult], ...] = ()
    meetings: tuple[Said[AgreedAction], ...] = ()

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The activities, in the order they were first told."""
        return tuple(one.value for one in self.said)

    def activity(self, activity_id: str) -> Activity | None:
        """Return the activity with an id; None when there is none."""
        return next((one.value for one in self.said if one.key == activity_id), None)

    def event(self, key: str) -> StructuralEvent | None:
        """Return something that was held, by its key; None when there is none."""
        return next((one.value for one in self.events if one.key == key), None)

    def agreed_in(self, year: Period) -> tuple[AgreedNumber, ...]:
        """Return what is agreed for a fiscal year."""
        return tuple(one.value for one in self.agreed if one.period == year)

    def problems_of(self, activity: Activity) -> tuple[Problem, ...]:
        """Return what is wrong with an activity as things stand, and the units that it left something behind of."""
        agreed = [one.value.unit for one in self.agreed if one.value.activity == activity.id]
        reported = [one.value.unit for one in self.capacity if one.value.activity == activity.id]
        return (*activity_problems(activity, beside()), *left_behind_problems(activity, (*agreed, *reported)))

    def about(self, activity_id: str) -> Mapping[str, bool]:
        """Return what can be said of an activity besides what it is, in words, and whether it is."""
        return {
            swedish("avtalade antal"): any(one.value.activity == activity_id for one in self.agreed),
            swedish("kapacitet"): any(one.value.activity == activity_id for one in self.capacity),
            swedish("tillfällen"): any(one.value.activity == activity_id for one in self.events),
            swedish("enkätresultat"): any(one.value.activity == activity_id for one in self.surveys),
        }


_HELD: Final = Kept[ActivitiesHeld](8)
_SUBJECTS: Final = (
    journal.ACTIVITY, journal.AGREED_NUMBER, journal.CAPACITY, journal.EVENT, journal.SURVEY, journal.FOLLOW_UP_MEETING,
)  # fmt: skip


def activities_held(*, to: int | None = None) -> ActivitiesHeld:
    """Return what holds of activities; with ``to``, what held when that line of the journal was the last."""
    last = latest_line() if to is None else to
    where = database(association())
    return _HELD.of(where and (where, last), lambda: _read(last))


def _read(to: int) -> ActivitiesHeld:
    if not to:
        return ActivitiesHeld()
    held = Held.at(to, of=_SUBJECTS)
    return ActivitiesHeld(
        number=to,
        said=held.of(journal.ACTIVITY),
        agreed=held.of(journal.AGREED_NUMBER),
        capacity=held.of(journal.CAPACITY),
        events=held.of(journal.EVENT),
        surveys=held.of(journal.SURVEY),
        meetings=held.of(journal.FOLLOW_UP_MEETING),
    )


def beside() -> Beside:
    """Return what an activity is held against: the members, and the rows of cost centres."""
    held = plan_held()
    members = held.association.members
    return Beside(
        tuple((one.code, one.name) for one in members),
        frozenset(row.key for row in held.plan.register.rows),
        tuple((one.code, one.name) for one in members if one.party is Party.MUNICIPAL),
    )


def party_choices() -> Mapping[str, str]:
    """Return the parties that an activity can be for, by key."""
    return {party.value: party.in_words for party in Party}


def member_choices() -> Mapping[str, str]:
    """Return the members of the association, by code."""
    return {one.code: one.name for one in plan_held().association.members}


def names_of_parties() -> Mapping[str, str]:
    """Return what parties are called, by key, and members, by code."""
    return {**party_choices(), **member_choices()}
