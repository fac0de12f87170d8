"""Whom can be asked for counts of some months, and for what? As it was asked last, where it was."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.classification import Direction
from samordna.domain.participation.asked import Named
from samordna.domain.participation.by_municipality import BY_MUNICIPALITY
from samordna.domain.participation.code_lists import MUNICIPALITY, OTHER_MUNICIPALITY, Code
from samordna.domain.participation.collecting.calendar import OFFICE, CountsAsked
from samordna.domain.participation.tables import FOR_INDIVIDUALS, INDIVIDUAL, STRUCTURAL, TABLES
from samordna.domain.values.period import Period
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.counts.counts import CountsHeld, counts_held

DUE_AFTER: Final = 20
"""Days after the months that are proposed."""
_THIRD: Final = 4
"""Months: counts are followed up three times a year."""
_TABLES: Final = {Direction.INDIVIDUAL: FOR_INDIVIDUALS, Direction.STRUCTURAL: STRUCTURAL}


@dataclass(frozen=True, slots=True)
class UnitToAsk:
    """A unit that performs an activity in some months: where it is reached, and whether it is asked already."""

    unit: Named
    contact: str
    is_asked: bool


@dataclass(frozen=True, slots=True)
class ActivityToAsk:
    """An activity: which tables it may be asked, which it was asked last and at which occasions, and its units."""

    activity: Named
    direction: Direction
    tables: tuple[str, ...]
    chosen: tuple[str, ...]
    occasions: tuple[Code, ...]
    units: tuple[UnitToAsk, ...]


def counts_to_ask(period: Period) -> tuple[ActivityToAsk, ...]:
    """Return the activities that run in some months and have a direction that is counted, with their units."""
    held = counts_held()
    running = (one for one in activities_held().activities if one.runs_in(period) and one.direction in _TABLES)
    return tuple(_to_ask(one, period, held) for one in running)


def day_proposed(period: Period) -> dt.date:
    """Return by which day counts of some months are asked for unless another is chosen."""
    return period.end + dt.timedelta(DUE_AFTER)


def next_months(held: CountsHeld, today: dt.date) -> Period:
    """Return the months that follow those that were asked for last, to the end of the calendar year.

    When none were asked for: the year so far to the last third of it that has ended, else the year before.
    """
    if not held.periods:
        ended = (today.month - 1) // _THIRD * _THIRD
        begins = (today.year if ended else today.year - 1) * 100
        return Period(begins + 1, begins + (ended or 12))
    last = held.periods[0].last
    year, month = divmod(last, 100)
    return Period((year + 1) * 100 + 1, (year + 1) * 100 + 12) if month == 12 else Period(last + 1, year * 100 + 12)


def _to_ask(activity: Activity, period: Period, held: CountsHeld) -> ActivityToAsk:
    named, tables = Named(activity.id, activity.name), _tables(activity.direction, held)
    before = [one.value for one in held.calendar if one.value.activity.key == activity.id]
    last = max(before, key=lambda one: (one.period.last, one.period.first), default=None)
    working = [Named(one.id, one.unit) for one in activity.performers if one.works_in(period)]
    units = working or ([OFFICE] if activity.direction is Direction.STRUCTURAL else [])
    placed = all(one.only_from for one in activity.performers if one.works_in(period)) and working
    usual = (one for one in tables if one in (*INDIVIDUAL, *STRUCTURAL))
    first = tuple(one for one in usual if not placed or one not in BY_MUNICIPALITY)
    chosen = tuple(key for key in last.tables if key in tables) if last else first
    return ActivityToAsk(
        named, activity.direction, tables, chosen, last.occasions if last else (),
        tuple(_unit(one, period, before) for one in units),
    )  # fmt: skip


def _tables(direction: Direction, held: CountsHeld) -> tuple[str, ...]:
    """Return the tables of a direction, without those by municipality where the association has told of none."""
    known = any(one.codes != (OTHER_MUNICIPALITY,) for one in held.own if one.key == MUNICIPALITY.key)
    return tuple(key for key in _TABLES[direction] if known or MUNICIPALITY.key not in TABLES[key].dimensions)


def _unit(unit: Named, period: Period, before: list[CountsAsked]) -> UnitToAsk:
    own = [one for one in before if one.unit.key == unit.key]
    contact = next((one.contact for one in reversed(own) if one.contact), "")
    return UnitToAsk(unit, contact, any(one.period == period for one in own))
