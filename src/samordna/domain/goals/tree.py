"""In which order are goals told, which of them are judged, and what do sub-goals say of the goal above?"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from samordna.domain.goals.goal import Goal, below
from samordna.domain.goals.verdict import Attainment, Reading, Verdict, judged
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal that was judged, and how deep it stands: 0 for one that stands by itself."""

    level: int
    verdict: Verdict

    @property
    def goal(self) -> Goal:
        """The goal, as it was told at the end of the months it is judged for."""
        return self.verdict.goal

    @property
    def is_told_itself(self) -> bool:
        """Whether it has an indicator of its own, so that it counts when all goals are judged together."""
        return self.goal.indicator is not None


def goals_at(goals: Sequence[Goal], year: int, day: dt.date) -> tuple[Goal, ...]:
    """Return the goals of a year as they are told on a day, without those that a decision has ended by then."""
    told = (goal.as_of(day) for goal in goals if goal.holds_in(year))
    return tuple(goal for goal in told if goal.ended_by is None)


def ended_at(goals: Sequence[Goal], year: int, day: dt.date) -> tuple[Goal, ...]:
    """Return the goals of a year that a decision has ended by a day."""
    told = (goal.as_of(day) for goal in goals if goal.holds_in(year))
    return tuple(goal for goal in told if goal.ended_by is not None)


def branches(goals: Sequence[Goal], read: Callable[[Goal], Reading]) -> tuple[Branch, ...]:
    """Return goals judged, each above its sub-goals; ``read`` gives what an indicator shows.

    A goal without an indicator of its own is judged by its sub-goals. One whose goal above is not here stands by
    itself.
    """
    known = {goal.id for goal in goals}
    rooted = [goal if goal.parent in known else replace(goal, parent="") for goal in goals]
    return tuple(_walk(rooted, "", 0, read))


def _walk(goals: Sequence[Goal], parent: str, level: int, read: Callable[[Goal], Reading]) -> Iterator[Branch]:
    for goal in below(goals, parent):
        under = tuple(_walk(goals, goal.id, level + 1, read))
        own = judged(goal, read(goal)) if goal.indicator or not under else _of_those_below(goal, under, level)
        yield Branch(level, own)
        yield from under


def _of_those_below(goal: Goal, under: Sequence[Branch], level: int) -> Verdict:
    """Return what sub-goals say of a goal: met when all are, not met when none is, else partly."""
    counted = Counter(one.verdict.attainment for one in under if one.level == level + 1)
    told = ", ".join(f"{state.in_words} {counted[state]}" for state in Attainment if counted[state])
    why = swedish("Bedömt efter delmålen: {told}.").format(told=told)
    return Verdict(goal, _together(counted), why=why)


def _together(counted: Counter[Attainment]) -> Attainment:
    if set(counted) == {Attainment.NOT_MEASURED}:
        return Attainment.NOT_MEASURED
    if set(counted) == {Attainment.MET}:
        return Attainment.MET
    reached = counted[Attainment.MET] + counted[Attainment.PARTLY]
    return Attainment.PARTLY if reached else Attainment.NOT_MET


def to_date(year: Period, period: Period) -> Period:
    """Return the months of a year until the end of some: what a goal of the year is judged on."""
    return Period(year.first, period.last)
