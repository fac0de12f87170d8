"""What is a goal, by what is it told, and how far is there to be each year?"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import Unit


class GoalKind(Enum):
    """What a goal is about; the law asks for both in the assessment of sound financial management (KL 11 kap. 6 §)."""

    OPERATIONAL = "operational"
    FINANCIAL = "financial"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _KINDS[self]


_KINDS: Final = {
    GoalKind.OPERATIONAL: swedish("verksamhetsmål"),
    GoalKind.FINANCIAL: swedish("finansiellt mål"),
}


class Sense(Enum):
    """On which side of its level a figure is to be."""

    AT_LEAST = "at least"
    AT_MOST = "at most"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return swedish("minst") if self is Sense.AT_LEAST else swedish("högst")

    def holds(self, value: Fraction, level: Fraction) -> bool:
        """Tell whether a value is on the right side of a level, or on it."""
        return value >= level if self is Sense.AT_LEAST else value <= level


class Course(Enum):
    """How a figure comes about over a year."""

    STANDS = "stands"
    """It is what it is on a day or of those there are: a share, an amount of equity."""
    ADDS_UP = "adds up"
    """It grows month by month towards the year's: how many have started, of those agreed for the year."""


@dataclass(frozen=True, slots=True)
class Level:
    """What is to be reached in a calendar year, in exact units: öre for money, 3/4 for 75 per cent."""

    year: int
    value: Fraction


@dataclass(frozen=True, slots=True)
class Target:
    """The path of levels over the years, and the rule that they are judged by.

    With ``of_each`` every unit is to reach the level by itself: all of them, and the goal is met; some, and it is
    partly met.
    """

    sense: Sense
    levels: tuple[Level, ...]
    unit: Unit
    course: Course = Course.STANDS
    of_each: bool = False

    def level(self, year: int) -> Fraction | None:
        """Return the level of a year: its own, or the straight line between those around it; None outside them."""
        told = sorted(self.levels, key=lambda one: one.year)
        before = [one for one in told if one.year <= year]
        after = [one for one in told if one.year >= year]
        if not before or not after:
            return None
        first, last = before[-1], after[0]
        if first.year == last.year:
            return first.value
        return first.value + (last.value - first.value) * Fraction(year - first.year, last.year - first.year)

    def on_path(self, year: Period, period: Period) -> Fraction | None:
        """Return where a straight path would be at the end of some months of a year."""
        level = self.level(year.last // 100)
        if level is None or self.course is Course.STANDS:
            return level
        return level * Fraction(len(period.months), len(year.months))


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a goal is told by (indikator): ``source`` names a measure or a line of a statement (``source_of`` reads it).

    ``definition`` is printed beside the figure. ``ended`` is the day from which its source tells nothing any more, with
    ``why``. Of a measure: ``activity`` is the id of the one activity that it is of, empty for all, and ``version`` the
    version that was chosen: a measure that has been defined anew is another one.
    """

    source: str
    name: str
    definition: str
    ended: dt.date | None = None
    why: str = ""
    activity: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class SourceDecision:
    """What was decided when the source of an indicator had ended: since when, by which decision.

    ``indicator`` and ``target`` are what the goal was told by until then. ``ends``: from that day it is no goal any
    more; else the goal itself has what it is told by instead.
    """

    since: dt.date
    decision: str
    indicator: Indicator | None
    target: Target | None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal (mål) or sub-goal (delmål, with ``parent``), from a year to a year, and the decision it rests on.

    ``decided`` is what was decided when a source had ended, in the order it holds.
    """

    id: str
    name: str
    kind: GoalKind
    since: int
    until: int
    decision: str
    parent: str = ""
    indicator: Indicator | None = None
    target: Target | None = None
    decided: tuple[SourceDecision, ...] = ()

    def holds_in(self, year: int) -> bool:
        """Tell whether it is a goal of a year."""
        return self.since <= year <= self.until

    def as_of(self, day: dt.date) -> "Goal":
        """Return the goal as it is told on a day: by what it was told then, with the decisions that held by then."""
        held = tuple(one for one in self.decided if one.since <= day)
        later = self.decided[len(held) :]
        if not later:
            return self
        return replace(self, indicator=later[0].indicator, target=later[0].target, decided=held)

    @property
    def ended_by(self) -> SourceDecision | None:
        """The decision by which it is no goal any more; None for one that is."""
        return next((one for one in self.decided if one.ends), None)


def below(goals: Sequence[Goal], parent: str) -> Iterator[Goal]:
    """Yield the goals right below one, in order; those below none for an empty ``parent``."""
    yield from (goal for goal in goals if goal.parent == parent)
