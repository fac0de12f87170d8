"""Who pays a project besides its funder: in money, in participants' time, or the association itself?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period


class CoFinancingKind(Enum):
    """In what a part of the financing comes."""

    MONEY = "money"
    """Somebody else pays it in."""
    TIME = "time"
    """What participants are paid by others while they take part: a cost and its financing, and no money moves."""
    OWN = "own"
    """The association's own money."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _KINDS[self]


_KINDS: Final = {
    CoFinancingKind.MONEY: swedish("pengar från andra"),
    CoFinancingKind.TIME: swedish("deltagarnas tid"),
    CoFinancingKind.OWN: swedish("egna medel"),
}


@dataclass(frozen=True, slots=True)
class CoFinancing:
    """What somebody contributes in a fiscal year: an amount, or hours at a rate (öre an hour)."""

    year: Period
    who: str
    kind: CoFinancingKind
    amount: Ore = 0
    hours: int = 0
    rate: Ore = 0

    @property
    def worth(self) -> Ore:
        """What it comes to."""
        return self.hours * self.rate if self.hours else self.amount


def contributed(parts: Iterable[CoFinancing], kind: CoFinancingKind, year: Period | None = None) -> Ore:
    """Return what comes of a kind in a year, in all years when none is told."""
    return sum(one.worth for one in parts if one.kind is kind and (year is None or one.year == year))
