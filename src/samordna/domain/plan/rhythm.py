"""How often is something invoiced or requested, and for which months each time?"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, months_later


class Rhythm(Enum):
    """How often something is invoiced or requested."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERTIAL = "tertial"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"

    @property
    def months(self) -> int:
        """How many months one time is for."""
        return _MONTHS[self]

    @property
    def in_words(self) -> str:
        """What a person calls it: ``kvartalsvis``."""
        return _RHYTHMS[self]

    def turns(self, whole: Period) -> Iterator[Period]:
        """Yield the months of each time, in order; together they are ``whole``, and the last may be shorter."""
        first = whole.first
        while first <= whole.last:
            yield Period(first, min(months_later(first, self.months - 1), whole.last))
            first = months_later(first, self.months)


_MONTHS: Final[Mapping[Rhythm, int]] = {
    Rhythm.MONTHLY: 1,
    Rhythm.QUARTERLY: 3,
    Rhythm.TERTIAL: 4,
    Rhythm.HALF_YEARLY: 6,
    Rhythm.YEARLY: 12,
}
_RHYTHMS: Final[Mapping[Rhythm, str]] = {
    Rhythm.MONTHLY: swedish("månadsvis"),
    Rhythm.QUARTERLY: swedish("kvartalsvis"),
    Rhythm.TERTIAL: swedish("tertialvis"),
    Rhythm.HALF_YEARLY: swedish("halvårsvis"),
    Rhythm.YEARLY: swedish("årsvis"),
}
