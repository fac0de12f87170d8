"""Which members has an association, on which side does each stand, and from which day to which?"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period


class Party(Enum):
    """One of the four sides (part): money goes by them, seats and discharge by members."""

    INSURANCE = "fk"
    EMPLOYMENT = "af"
    REGION = "region"
    MUNICIPAL = "municipal"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _PARTIES[self]


_PARTIES: Final = {
    Party.INSURANCE: swedish("Försäkringskassan"),
    Party.EMPLOYMENT: swedish("Arbetsförmedlingen"),
    Party.REGION: swedish("regionen"),
    Party.MUNICIPAL: swedish("kommunerna"),
}


@dataclass(frozen=True, slots=True)
class PayingGroup:
    """Members who answer for one part of the contributions together: the State, the regions, the municipalities."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """A member (förbundsmedlem): a code that figures are told under, the paying group, and its days as a member.

    ``joined`` is the first day and ``left`` the last, both included; None is without end.
    """

    code: str
    name: str
    party: Party
    group: str
    joined: dt.date | None = None
    left: dt.date | None = None

    def days_in(self, year: Period) -> int:
        """Return on how many days of some months it is a member."""
        first = max(year.start, self.joined or year.start)
        last = min(year.end, self.left or year.end)
        return max(0, (last - first).days + 1)
