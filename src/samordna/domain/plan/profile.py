"""How does an amount for a year fall on its months?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period
from samordna.domain.values.share_out import shared_out


class Shape(Enum):
    """Where the months' shares come from."""

    EVEN = "even"
    AGREED = "agreed"
    """As the agreement with the performer says that it is paid."""
    LAST_YEAR = "last-year"
    """As the year before fell on its months."""
    OWN = "own"
    """As somebody wrote, month by month."""

    @property
    def in_short(self) -> str:
        """What a person calls it in a list."""
        return _IN_SHORT[self]


_IN_SHORT: Final[Mapping[Shape, str]] = {
    Shape.EVEN: swedish("jämnt"),
    Shape.AGREED: swedish("som avtalet"),
    Shape.LAST_YEAR: swedish("som förra året"),
    Shape.OWN: swedish("egna månader"),
}


_IN_WORDS: Final[Mapping[Shape, str]] = {
    Shape.EVEN: swedish("jämnt fördelad"),
    Shape.AGREED: swedish("fördelad som i avtalet"),
    Shape.LAST_YEAR: swedish("fördelad som förra årets utfall"),
    Shape.OWN: swedish("fördelad på egna månader"),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A shape and the weights of the year's months in order; no weights is evenly, whatever the shape is called."""

    shape: Shape = Shape.EVEN
    weights: tuple[int, ...] = ()

    @property
    def in_words(self) -> str:
        """How the months' shares were found, as it goes on from an amount."""
        return _IN_WORDS[self.shape]

    @property
    def waits(self) -> bool:
        """Tell whether the shape wants weights that nobody has given it yet."""
        return self.shape is not Shape.EVEN and not self.weights

    def over(self, year: Period) -> tuple[int, ...]:
        """Return the weights of the months of ``year``: evenly when there are none that fit it."""
        months = len(year.months)
        fits = len(self.weights) == months and sum(self.weights) != 0
        return self.weights if fits else (1,) * months

    def spread(self, amount: Ore, year: Period) -> Mapping[Month, Ore]:
        """Return the amount by the months of ``year``; they add up to it."""
        return dict(zip(year.months, shared_out(amount, self.over(year)), strict=True))


EVEN: Final = Profile()


def as_last_year(booked: Mapping[Month, Ore], before: Period) -> Profile:
    """Return the profile of what a row booked in the months of the year before.

    Months that go the other way count as they are: a cost that was taken back and came again falls where it came. When
    that leaves less than half of all that was moved there is no shape to follow, and the profile is even.
    """
    months = tuple(booked.get(month, 0) for month in before.months)
    if 2 * abs(sum(months)) <= sum(map(abs, months)):
        return Profile(Shape.LAST_YEAR, (1,) * len(months))
    return Profile(Shape.LAST_YEAR, months)
