"""How far have the units' counts come, how do the goals stand, and which day comes next?

For those who may see counts as they are. Others are told what has been given out, and nothing is computed for them.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.meeting import AgreedAction
from samordna.domain.activities.units import units_of
from samordna.domain.goals.sentences import on_figures
from samordna.domain.goals.tree import Branch
from samordna.domain.measures.release import Release
from samordna.domain.participation.collecting.rates import Awaited, Rates, Tally, rates_of, tally_of
from samordna.domain.participation.collecting.submission import SubmissionState
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.counts.counts import CountsHeld, counts_held
from samordna.office.questions.goals.goals import goals_shown
from samordna.office.questions.goals.goals_held import goals_held
from samordna.office.questions.measures.publications import publications_held
from samordna.office.store.plan_rows import Said

_DAYS: Final = 6
_GIVEN_OUT: Final = 4
_WITH_UNIT: Final = frozenset({SubmissionState.ASKED, SubmissionState.SENT_BACK})


@dataclass(frozen=True, slots=True)
class CountsIn:
    """How far the counts of some months have come; ``missing`` are the units that have not handed in."""

    period: Period
    rates: Rates
    tally: Tally
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal as it is judged: on which figures, or what to think of (``warns``)."""

    branch: Branch
    told: str
    warns: bool


class DayOf(Enum):
    """Of what a day is the last."""

    COUNTS = "counts"
    """Units hand in their counts, or answer what was asked about them."""
    ACTION = "action"
    """Something that was agreed at a follow-up meeting is done."""


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day by which something is to be done: ``what`` is agreed, or units whose counts of ``period`` are awaited.

    ``unit`` is the id of the performer that something is agreed with.
    """

    day: dt.date
    of: DayOf
    late: bool
    units: tuple[str, ...]
    what: str = ""
    unit: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class WorkOverview:
    """How counts, goals and days stand. ``inside`` tells whether they may be seen; else only what is ``given_out``.

    ``counts`` is None while nobody has been asked; ``more_days`` are beside those that are shown.
    """

    inside: bool
    counts: CountsIn | None = None
    goals: tuple[GoalStanding, ...] = ()
    days: tuple[DayAhead, ...] = ()
    more_days: int = 0
    given_out: tuple[Said[Release], ...] = ()


def work_overview(*, by: Actor, asked: Asked | None = None) -> WorkOverview | None:
    """Return how counts and goals stand at the end of what is ``asked``; None to whom nothing of it is told.

    Without books goals are left out.
    """
    if not by.may(Deed.READ_STATISTICS):
        return None
    if not by.may(Deed.READ_COUNTS):
        return WorkOverview(inside=False, given_out=publications_held()[:_GIVEN_OUT])
    today, held = timezone.localdate(), counts_held()
    period = held.current(today)
    days = sorted((*_of_counts(held, today), *_of_meetings(today)), key=lambda one: one.day)
    return WorkOverview(
        inside=True,
        counts=_counts(held, period, today) if period else None,
        goals=tuple(_goals(asked)) if asked and goals_held() else (),
        days=tuple(days[:_DAYS]),
        more_days=len(days[_DAYS:]),
    )


def _counts(held: CountsHeld, period: Period, today: dt.date) -> CountsIn:
    lines = tuple(one for one in held.awaited if one.asked.period == period)
    missing = dict.fromkeys(one.asked.unit.name for one in lines if one.submission is None)
    return CountsIn(period, rates_of(lines), tally_of(lines, today), tuple(missing))


def _goals(asked: Asked) -> Iterator[GoalStanding]:
    for branch in goals_shown(asked).branches:
        warnings = branch.verdict.warnings
        yield GoalStanding(branch, warnings[0].found if warnings else on_figures(branch.verdict), bool(warnings))


def _of_counts(held: CountsHeld, today: dt.date) -> Iterator[DayAhead]:
    """Yield the days of counts that are still with the units, those of the same day and months together."""
    waiting: dict[tuple[dt.date, Period], list[Awaited]] = {}
    for one in held.awaited:
        if one.state in _WITH_UNIT:
            waiting.setdefault((one.asked.due, one.asked.period), []).append(one)
    for (day, period), lines in waiting.items():
        units = tuple(dict.fromkeys(one.asked.unit.name for one in lines))
        yield DayAhead(day, DayOf.COUNTS, day < today, units, period=period)


def _of_meetings(today: dt.date) -> Iterator[DayAhead]:
    held = activities_held()
    names = {unit.id: unit.name for unit in units_of(held.activities)}
    for said in held.meetings:
        action: AgreedAction = said.value
        if action.done is None and action.by_when is not None:
            late, name = action.is_late(today), names.get(action.unit, action.unit)
            yield DayAhead(action.by_when, DayOf.ACTION, late, (name,), action.agreed, action.unit)
