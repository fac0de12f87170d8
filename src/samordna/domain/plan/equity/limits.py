"""What should equity be, at least and at most, and since when?

A floor and a ceiling hold from a day until a later one begins, and say who decided or recommended. Amounts are öre.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.plan.equity import problems as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem


class LimitKind(Enum):
    """Which way equity is kept: not below a floor (golv), not above a ceiling (tak)."""

    FLOOR = "floor"
    CEILING = "ceiling"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _KINDS[self]


_KINDS: Final = {LimitKind.FLOOR: swedish("golv"), LimitKind.CEILING: swedish("tak")}


@dataclass(frozen=True, slots=True)
class Limit:
    """A floor or ceiling from a day on: an amount, or a part of the year's contributions."""

    since: dt.date
    source: str
    amount: Ore | None = None
    share: Fraction | None = None

    def level(self, contributions: Ore) -> Ore:
        """Return the level in a year with these contributions; nothing for a limit that says no level."""
        if self.amount is not None:
            return self.amount
        return round_half_away(contributions * (self.share or Fraction(0)))


@dataclass(frozen=True, slots=True)
class Limits:
    """The floors and ceilings there are, whenever they began."""

    floors: tuple[Limit, ...] = ()
    ceilings: tuple[Limit, ...] = ()

    def of(self, kind: LimitKind) -> tuple[Limit, ...]:
        """Return those of a kind."""
        return self.floors if kind is LimitKind.FLOOR else self.ceilings

    def at(self, kind: LimitKind, period: Period) -> Limit | None:
        """Return the one that holds at the end of some months; None when none has begun."""
        return limit_of(self.of(kind), period)


NO_LIMITS: Final = Limits()
"""Before anybody has said what equity should be."""


def limit_of(limits: Sequence[Limit], year: Period) -> Limit | None:
    """Return the limit that holds on the last day of a year, when its equity is told; None when none has begun."""
    begun = [limit for limit in limits if limit.since <= year.end]
    return max(begun, key=lambda limit: limit.since, default=None)


class Standing(Enum):
    """How an equity stands against what it should be."""

    SPENT = "spent"
    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


def standing(equity: Ore | Fraction, floor: Ore | Fraction | None, ceiling: Ore | Fraction | None) -> Standing:
    """Return how an equity stands, plus when there is some: the one rule, wherever it is judged."""
    if equity < 0:
        return Standing.SPENT
    if floor is not None and equity < floor:
        return Standing.BELOW
    return Standing.ABOVE if ceiling is not None and equity > ceiling else Standing.WITHIN


def limits_problems(limits: Limits) -> Iterator[Problem]:
    """Yield what is wrong with floors and ceilings: no level or two of them, two from the same day, no source."""
    for kind in LimitKind:
        place = swedish("{kind} för eget kapital").format(kind=kind.in_words)
        yield from _of_kind(limits.of(kind), place)


def _of_kind(limits: Sequence[Limit], place: str) -> Iterator[Problem]:
    for limit in limits:
        day = swedish_date(limit.since)
        if (limit.amount is None) == (limit.share is None):
            yield kinds.LIMIT_WITHOUT_LEVEL.at(place, day=day)
        if (limit.amount or limit.share or 0) < 0:
            yield kinds.LIMIT_NEGATIVE.at(place, day=day)
        if not limit.source.strip():
            yield kinds.LIMIT_WITHOUT_SOURCE.at(place, day=day)
    for since, times in Counter(limit.since for limit in limits).items():
        if times > 1:
            yield kinds.LIMIT_TWICE.at(place, day=swedish_date(since))
