"""What is a goal, by what is it told, and how far is there to be each year?"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    """What a goal is told by (indikator): ``source`` is the key of a measure or a line of a statement.

    ``definition`` is printed beside the figure. ``ended`` is the day from which its source tells nothing any more, with
    ``why``.
    """

    source: str
    name: str
    definition: str
    ended: dt.date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal (mål) or sub-goal (delmål, with ``parent``), from a year to a year, and the decision it rests on."""

    id: str
    name: str
    kind: GoalKind
    since: int
    until: int
    decision: str
    parent: str = ""
    indicator: Indicator | None = None
    target: Target | None = None

    def holds_in(self, year: int) -> bool:
        """Tell whether it is a goal of a year."""
        return self.since <= year <= self.until


def below(goals: Sequence[Goal], parent: str) -> Iterator[Goal]:
    """Yield the goals right below one, in order; those below none for an empty ``parent``."""
    yield from (goal for goal in goals if goal.parent == parent)
