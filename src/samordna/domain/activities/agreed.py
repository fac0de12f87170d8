"""How many is it agreed that a performer takes in a year, and what does that number count?

Four counts are apart: who is referred, who starts, who takes part during the year (those who were there already too),
and heads, which nobody is told apart by. A number that does not say which of them it is says nothing.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.activities.classification import Direction
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period


class Counted(Enum):
    """What an agreed number counts."""

    REFERRALS = "referrals"
    STARTS = "starts"
    PARTICIPANTS = "participants"
    HEADS = "heads"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _COUNTED[self]

    def told(self, number: int) -> str:
        """Return a number with what it counts: ``316 starter``."""
        return _TOLD[self].format(number=swedish_number(number))

    @property
    def direction(self) -> Direction:
        """Which activities are counted so."""
        return Direction.STRUCTURAL if self is Counted.HEADS else Direction.INDIVIDUAL


_COUNTED: Final = {
    Counted.REFERRALS: swedish("intresseanmälningar"),
    Counted.STARTS: swedish("starter"),
    Counted.PARTICIPANTS: swedish("deltagare under året"),
    Counted.HEADS: swedish("antal personer, volym"),
}

_TOLD: Final = {
    Counted.REFERRALS: swedish("{number} intresseanmälningar"),
    Counted.STARTS: swedish("{number} starter"),
    Counted.PARTICIPANTS: swedish("{number} deltagare under året"),
    Counted.HEADS: swedish("{number} personer, volym"),
}


@dataclass(frozen=True, slots=True)
class AgreedNumber:
    """What is agreed for a performer of an activity in a fiscal year, and what was budgeted where that differs.

    ``unit`` is the performer's id, empty for the activity as a whole. ``basis`` is the agreement it stands in.
    """

    activity: str
    unit: str
    year: Period
    counts: Counted
    number: int
    basis: str
    budgeted: int | None = None
