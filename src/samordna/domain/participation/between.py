"""How many may there be, when nobody can know exactly?

The same person may be in two units, and a cell may be left blank: then the truth lies between two counts, or above one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samordna.domain.values.counted import RawCount


@dataclass(frozen=True, slots=True)
class Between:
    """At least ``least``, at most ``most``; None is that nothing limits it, since something is not told."""

    least: RawCount
    most: RawCount | None

    @property
    def exact(self) -> RawCount | None:
        """The count, where both ends are the same."""
        return self.least if self.most == self.least else None

    def is_above(self, other: "Between") -> bool:
        """Tell whether it must be more than the other."""
        return other.most is not None and self.least.count > other.most.count

    def differs_from(self, other: "Between") -> bool:
        """Tell whether the two can not be the same count."""
        return self.is_above(other) or other.is_above(self)


NOT_TOLD: Final = Between(RawCount(0), None)


def exactly(count: RawCount) -> Between:
    """Return what is known to be just so many."""
    return Between(count, count)


def told(count: RawCount | None) -> Between:
    """Return a cell as it is, with nothing known of one that is blank."""
    return NOT_TOLD if count is None else exactly(count)


def together(parts: Iterable[Between]) -> Between:
    """Return the sum of parts that have nobody in common."""
    all_parts = tuple(parts)
    return Between(RawCount(sum(part.least.count for part in all_parts)), _sum_of_most(all_parts))


def overlapping(parts: Iterable[Between]) -> Between:
    """Return how many different ones parts have that may have some in common: the largest part, up to all of them."""
    all_parts = tuple(parts)
    return Between(RawCount(max((part.least.count for part in all_parts), default=0)), _sum_of_most(all_parts))


def without_limit(part: Between) -> Between:
    """Return the same when something more may be there that is not told."""
    return Between(part.least, None)


def no_more_than(part: Between, whole: Between) -> Between:
    """Return the same as a part of a whole, no more than that; as it is where the two contradict each other."""
    if whole.most is None or part.least.count > whole.most.count:
        return part
    most = whole.most if part.most is None or part.most.count > whole.most.count else part.most
    return Between(part.least, most)


def _sum_of_most(parts: tuple[Between, ...]) -> RawCount | None:
    total = 0
    for part in parts:
        if part.most is None:
            return None
        total += part.most.count
    return RawCount(total)
