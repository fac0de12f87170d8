"""What was held for staff and organisations, when, for which of them, and how many came?"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.activities.naming import id_of
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_of


class CountingRule(Enum):
    """How heads are counted: the same person at two occasions is one or two."""

    EACH_PERSON = "each-person"
    EACH_OCCASION = "each-occasion"
    NOTIFIED = "notified"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _RULES[self]


_RULES: Final = {
    CountingRule.EACH_PERSON: swedish("varje person räknas en gång"),
    CountingRule.EACH_OCCASION: swedish("varje person räknas en gång per tillfälle"),
    CountingRule.NOTIFIED: swedish("anmälda räknas, inte närvarande"),
}


@dataclass(frozen=True, slots=True)
class StructuralEvent:
    """Something that was held in a structural activity: its days, for which organisations, and a head count.

    ``heads`` is None when nobody was counted.
    """

    activity: str
    name: str
    first: dt.date
    last: dt.date
    organisations: tuple[str, ...]
    heads: RawCount | None
    rule: CountingRule
    source: str

    @property
    def key(self) -> str:
        """What it is known by: its activity, first day and name."""
        return f"{self.activity}:{self.first.isoformat()}:{id_of(self.name)}"

    @property
    def months(self) -> Period:
        """The months it was held in. Raises ``ValueError`` when it ends before it begins."""
        return Period(month_of(self.first), month_of(self.last))
