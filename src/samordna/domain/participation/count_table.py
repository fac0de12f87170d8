"""What is a table of counts: what it counts, what it is divided by, and how its figures go together?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish


class Gender(Enum):
    """Kön, as it is counted."""

    WOMEN = "women"
    MEN = "men"
    UNKNOWN = "unknown"


GENDER_NAMES: Final[Mapping[Gender | None, str]] = {
    Gender.WOMEN: swedish("kvinnor"),
    Gender.MEN: swedish("män"),
    Gender.UNKNOWN: swedish("okänt kön"),
    None: swedish("totalt"),
}
"""What each is called; None is all of them together, as it was stated."""


class GenderAsked(Enum):
    """Whether a table is divided by gender."""

    ALWAYS = "always"
    IF_KNOWN = "if_known"
    """A total will do: those who are anonymous may be counted without it."""
    NEVER = "never"
    """A head count: nobody is asked."""


class CountKind(Enum):
    """What is counted (vad som räknas)."""

    REFERRALS = "referrals"
    WAITING = "waiting"
    NOT_STARTED = "not_started"
    STARTS = "starts"
    ONGOING = "ongoing"
    EXITS = "exits"
    PARTICIPANTS = "participants"
    UNIQUE = "unique"
    ANONYMOUS = "anonymous"
    HEAD_COUNT = "head_count"
    MEASURED = "measured"
    CHANGE = "change"
    SURVEY = "survey"
    VIOLENCE = "violence"


class Joining(Enum):
    """How the figures of several units, or of several periods of one, make one figure."""

    SUM = "sum"
    """They add up: a flow."""
    FIRST = "first"
    """The earliest: how many there were at the start."""
    LAST = "last"
    """The latest: how many there were at the end."""
    WITH_NEW = "with_new"
    """The earliest, and those who are new in the later: who goes on from one to the next is there once."""
    INTERVAL = "interval"
    """The same person may be in several: at least the largest of them, at most their sum."""
    APART = "apart"
    """They are not put together: the figures of one period say nothing of two."""


class Sensitive(Enum):
    """Whether a count needs more care than others before it is told."""

    NO = "no"
    CROSSED = "crossed"
    """When it is divided by gender and by municipality at the same time."""
    ALWAYS = "always"


class Holds(Enum):
    """What stands in the cells of a table."""

    COUNTS = "counts"
    SUMS = "sums"
    """Of those who answered: how many, the sum of what they answered, and the sum of its squares."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of counts (räknetabell): one row for each combination of the answers of ``dimensions``.

    ``adds_up_to`` names the table whose figure its rows are to add up to, gender by gender; where ``several`` answers
    may be given for one person, they are at least that and no row is more. ``at_most`` names one that it is a part of.
    ``margins`` names, for each division, the table of everything that somebody has of what is here the main one.
    ``new_in`` names the one whose figures are new to it where periods follow each other. ``explained`` tells whether a
    text may stand beside it.
    """

    key: str
    name: str
    definition: str
    kind: CountKind
    dimensions: tuple[str, ...] = ()
    gender: GenderAsked = GenderAsked.ALWAYS
    over_units: Joining = Joining.SUM
    over_periods: Joining = Joining.SUM
    adds_up_to: str = ""
    at_most: str = ""
    new_in: str = ""
    several: bool = False
    margins: tuple[str, ...] = ()
    sensitive: Sensitive = Sensitive.NO
    holds: Holds = Holds.COUNTS
    explained: bool = True

    @property
    def genders(self) -> tuple[Gender, ...]:
        """The genders that it may be divided by."""
        return () if self.gender is GenderAsked.NEVER else tuple(Gender)
