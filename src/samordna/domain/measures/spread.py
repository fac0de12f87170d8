"""What is the mean of answers, and between what does it lie?"""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from samordna.domain.participation.counts_report import Sums

_NORMAL: Final = 1.96
_SMALL: Final = 2.372
"""What is added for few answers, divided by how many they are less one (Cornish–Fisher, first term)."""
_FINEST: Final = 10**6


@dataclass(frozen=True, slots=True)
class Spread:
    """The mean, and the interval it lies in with 95 per cent (None with fewer than two answers)."""

    mean: Fraction
    low: Fraction | None = None
    high: Fraction | None = None


def spread_of(sums: Sums) -> Spread | None:
    """Return the mean of answers with its interval; None without answers."""
    n = sums.n.count
    if not n:
        return None
    mean = Fraction(sums.total, n)
    if n == 1:
        return Spread(mean)
    variance = Fraction(sums.squares * n - sums.total**2, n * (n - 1))
    quantile = _NORMAL + _SMALL / (n - 1)
    half = Fraction(quantile * math.sqrt(variance / n)).limit_denominator(_FINEST)
    return Spread(mean, mean - half, mean + half)
