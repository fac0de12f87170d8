"""What did staff or partners answer, how many were asked and how many answered?

Only results: the question is a key of its instrument, and its wording stays with whoever owns it.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period


class AskedGroup(Enum):
    """Who was asked."""

    STAFF = "staff"
    PARTNERS = "partners"

    @property
    def in_words(self) -> str:
        """What a person calls them."""
        return _GROUPS[self]


_GROUPS: Final = {
    AskedGroup.STAFF: swedish("personal i insatsen"),
    AskedGroup.PARTNERS: swedish("samverkanspartner och remittenter"),
}


@dataclass(frozen=True, slots=True)
class AnswerShare:
    """How large a part of those who answered gave one answer, in per cent."""

    answer: str
    percent: Fraction


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """The result of one question of a survey: a mean on a scale, or shares; never what anybody answered.

    ``activity`` and ``unit`` are ids, empty for the whole association. ``question`` is the question's key in the
    instrument, ``low`` and ``high`` the ends of its scale.
    """

    asked_group: AskedGroup
    instrument: str
    question: str
    period: Period
    asked: RawCount
    answered: RawCount
    source: str
    mean: Fraction | None = None
    low: int | None = None
    high: int | None = None
    shares: tuple[AnswerShare, ...] = ()
    activity: str = ""
    unit: str = ""

    @property
    def key(self) -> str:
        """What it is known by within its months: who was asked of what, where."""
        parts = (self.activity, self.unit, self.asked_group.value, self.instrument, self.question)
        return ":".join(part.replace("%", "%25").replace(":", "%3A") for part in parts)
