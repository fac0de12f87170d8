"""What do the association and a performer, or another supplier, agree on?

An agreement (verksamhetsavtal) says who does what for which sums, over which months, how it is invoiced, when notice
has to be given, and how many participants it is for.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from samordna.domain.plan.agreements.life import AgreementEntry, AgreementState
from samordna.domain.plan.profile import EVEN, Profile
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period


class AgreementKind(Enum):
    """Whom an agreement is with."""

    PERFORMER = "performer"
    """Somebody who carries out an activity for participants."""
    SUPPLIER = "supplier"
    """Somebody else: bookkeeping, premises, a course."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _KINDS[self]


class Counted(Enum):
    """Which of the four counts an agreed number is of."""

    REFERRALS = "referrals"
    STARTS = "starts"
    EXITS = "exits"
    PARTICIPANTS = "participants"
    """Participants during the year, those carried over included."""

    @property
    def in_words(self) -> str:
        """What a person calls it, as it follows a number."""
        return _COUNTED[self]


_KINDS: Final[Mapping[AgreementKind, str]] = {
    AgreementKind.PERFORMER: swedish("utförare"),
    AgreementKind.SUPPLIER: swedish("annan leverantör"),
}
_COUNTED: Final[Mapping[Counted, str]] = {
    Counted.REFERRALS: swedish("remisser"),
    Counted.STARTS: swedish("starter"),
    Counted.EXITS: swedish("avslut"),
    Counted.PARTICIPANTS: swedish("deltagare under året"),
}


@dataclass(frozen=True, slots=True)
class AgreedPart:
    """What an agreement costs on a row of the register in a fiscal year, and how that falls on the months."""

    row: str
    year: Period
    amount: Ore
    profile: Profile = EVEN


@dataclass(frozen=True, slots=True)
class Notice:
    """The last day to give notice, and how many months an agreement runs on when nobody does; 0: it ends."""

    day: dt.date | None = None
    runs_on: int = 0


@dataclass(frozen=True, slots=True)
class AgreedNumber:
    """How many are agreed on for a year, and which count that is of; either may be missing, which is told."""

    number: int | None = None
    counts: Counted | None = None

    @property
    def in_words(self) -> str:
        """``30 deltagare under året``; empty for no number."""
        counted = self.counts.in_words if self.counts else ""
        return "" if self.number is None else f"{self.number} {counted}".strip()


@dataclass(frozen=True, slots=True)
class ServiceAgreement:
    """An agreement (verksamhetsavtal): its number in the register, with whom, what it is for, and its terms.

    ``first`` and ``last`` are its months, over as many fiscal years as it has; a sum of a part is for one of them.
    ``in_advance`` tells whether months are invoiced before they have passed. ``reference`` is the decision it rests on.
    ``history`` is its life, the first step first.
    """

    number: int
    party: str
    name: str
    first: Month
    last: Month
    parts: tuple[AgreedPart, ...]
    kind: AgreementKind = AgreementKind.PERFORMER
    rhythm: Rhythm = Rhythm.MONTHLY
    in_advance: bool = False
    notice: Notice = field(default_factory=Notice)
    agreed: AgreedNumber = field(default_factory=AgreedNumber)
    reference: str = ""
    remark: str = ""
    history: tuple[AgreementEntry, ...] = ()

    @property
    def state(self) -> AgreementState:
        """How far it has come; a draft until somebody has said anything else."""
        return self.history[-1].state if self.history else AgreementState.DRAFT

    @property
    def period(self) -> Period:
        """Its months; raises ``ValueError`` when they are not in order."""
        return Period(self.first, self.last)

    @property
    def title(self) -> str:
        """What a person calls it: ``Bollebygds kommun, Aktiv Kraft Bollebygd``."""
        return ", ".join(part for part in (self.party, self.name) if part)

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return swedish("avtal {number}").format(number=self.number)

    @property
    def invoiced_in_words(self) -> str:
        """``kvartalsvis i förskott``."""
        when = swedish("i förskott") if self.in_advance else swedish("i efterskott")
        return f"{self.rhythm.in_words} {when}"

    def parts_of(self, year: Period) -> tuple[AgreedPart, ...]:
        """Return its sums for a fiscal year, one a row."""
        return tuple(part for part in self.parts if part.year == year)

    def amount_of(self, year: Period) -> Ore:
        """Return what it comes to in a fiscal year."""
        return sum(part.amount for part in self.parts_of(year))
