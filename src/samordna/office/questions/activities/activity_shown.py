"""What is known of one activity, what has been said of it, and by whom?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.activities.tables import YearKnown, agreed_table, money_table
from samordna.domain.activities.words import activity_differences
from samordna.domain.document import Part, Table
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.activities.activities import ActivitiesHeld, activities_held, names_of_parties
from samordna.office.questions.activities.activity_money import money_of, planned_funds
from samordna.office.questions.financing.agreed import Told
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Said, Subject

Reported = TypeVar("Reported", CapacityReported, StructuralEvent, SurveyResult)


@dataclass(frozen=True, slots=True)
class ActivityChange:
    """A change of an activity: what it changed, when and by whom."""

    told: tuple[str, ...]
    at: dt.datetime
    by: str


@dataclass(frozen=True)
class ActivityShown:
    """An activity as it stands. ``seen`` is the line of the journal that holds; ``changes`` are the latest first.

    ``agreed`` is every number agreed for it over the years, as a table, None when there is none; ``money`` what its
    rows cost in ``year``, ``planned`` what that year's activity plan gives it. ``capacity``, ``events`` and
    ``surveys`` are what was reported, the latest first, with what was said before; what was taken back last.
    """

    activity: Activity
    seen: int
    year: Period
    problems: tuple[Problem, ...]
    changes: tuple[ActivityChange, ...]
    agreed: Table | None
    money: Table | None
    planned: Part | None
    capacity: tuple[Told[CapacityReported], ...]
    events: tuple[Told[StructuralEvent], ...]
    surveys: tuple[Told[SurveyResult], ...]
    names: Mapping[str, str]
    other_half: Activity | None


def activity_shown(activity_id: str, year: Period) -> ActivityShown | None:
    """Return an activity by its id, its money in a fiscal year; None when there is none."""
    held = activities_held()
    activity = held.activity(activity_id)
    if activity is None:
        return None
    said = journal.history_of(journal.ACTIVITY, activity_id, journal.ALWAYS)
    names = names_of_parties()
    return ActivityShown(
        activity=activity,
        seen=said[0].number,
        year=year,
        problems=held.problems_of(activity),
        changes=tuple(_changes(said, names)),
        agreed=_agreed(activity, held),
        money=_money(activity, held, year),
        planned=planned_funds(activity, year),
        capacity=_told(journal.CAPACITY, activity_id),
        events=_told(journal.EVENT, activity_id),
        surveys=_told(journal.SURVEY, activity_id),
        names=names,
        other_half=held.activity(activity.other_half),
    )


def _changes(said: tuple[Said[Activity | None], ...], names: Mapping[str, str]) -> Iterator[ActivityChange]:
    befores = (*(one.value for one in said[1:]), None)
    for one, before in zip(said, befores, strict=True):
        yield ActivityChange(activity_differences(before, one.value, names), one.at, one.by)


def _agreed(activity: Activity, held: ActivitiesHeld) -> Table | None:
    numbers = [one.value for one in held.agreed if one.value.activity == activity.id]
    return agreed_table(activity, numbers) if numbers else None


def _money(activity: Activity, held: ActivitiesHeld, year: Period) -> Table | None:
    money = money_of(year)
    rows = [row for row in activity.all_rows if row in money.rows and money.rows[row].amounts]
    return money_table(rows, YearKnown(year, held.agreed_in(year), money.rows)) if rows else None


def _told(subject: Subject[Reported], activity_id: str) -> tuple[Told[Reported], ...]:
    """Return what was ever said of a subject for an activity, thing by thing, the latest months first."""
    lines: dict[tuple[str, Period], list[Said[Reported | None]]] = defaultdict(list)
    for one in journal.ever_said(subject):
        lines[one.key, one.period].append(one)
    things = [
        Told(said[-1], tuple(reversed(said[:-1])))
        for said in lines.values()
        if any(one.value is not None and one.value.activity == activity_id for one in said)
    ]
    things.sort(key=lambda thing: thing.holds.key)
    things.sort(key=lambda thing: thing.holds.period, reverse=True)
    return tuple(sorted(things, key=lambda thing: thing.holds.value is None))


@dataclass(frozen=True, slots=True)
class AgreedNumberShown:
    """A number agreed for a performer of an activity in a year, what it counts, and all that was said of it before.

    ``told`` is None when nothing was ever said.
    """

    activity: Activity
    unit: str
    year: Period
    counts: Counted
    told: Told[AgreedNumber] | None


def agreed_number_shown(activity_id: str, unit: str, year: Period, counts: Counted) -> AgreedNumberShown | None:
    """Return what is agreed of one count for a performer in a year; None when there is no such activity."""
    activity = activities_held().activity(activity_id)
    if activity is None:
        return None
    key = journal.agreed_number_key(AgreedNumber(activity_id, unit, year, counts, 0, ""))
    said = journal.history_of(journal.AGREED_NUMBER, key, year)
    told = Told(said[0], said[1:]) if said else None
    return AgreedNumberShown(activity, unit, year, counts, told)
