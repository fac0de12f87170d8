"""Which counts must be withheld besides the small ones, so that none of those can be computed?

Somebody who reads a publication knows the bounds of every count in it and which of them add up to which. A small count
is protected when, for all such a reader can tell, it may be the least and the most that its sign says. For each end
another set of counts is looked for that agrees with all that is read: those of it that differ from what is shown are
withheld. Of all such sets the one is taken that costs least to hide: a count of more dimensions before one of fewer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.measures.disclosure.cells import CellKey, Identity
from samordna.domain.measures.disclosure.guarding import Guarding
from samordna.domain.measures.disclosure.known import Hides, Known
from samordna.domain.measures.disclosure.ties import ties_of

GENDER: Final = "gender"
"""The dimension that is hidden before any other."""
_OF_UNKNOWN_GENDER: Final = (GENDER, "unknown")
_HARDLY_BELIEVED: Final = 8.0**6
"""What it costs that somebody might be of unknown gender where nobody is: a reader who knows that this hardly ever is
so would see through it, so that anything else is hidden before."""


@dataclass(frozen=True, slots=True)
class Protected:
    """Which counts to withhold, and which cannot be protected whatever is withheld."""

    withheld: frozenset[CellKey]
    unprotected: frozenset[CellKey]


def protected(known: Mapping[CellKey, Known], identities: Iterable[Identity]) -> Protected:
    """Return what must be withheld so that every count that needs it is protected."""
    keys = sorted(known, key=_in_order)
    place = {key: at for at, key in enumerate(keys)}
    told = [known[key] for key in keys]
    rows = {(place[one.whole], tuple(place[part] for part in one.parts)) for one in identities}
    tied = ties_of(told, sorted(rows))
    withheld: set[int] = set()
    unprotected = {at for at in tied.computed if told[at].needs}
    for cells, ties in tied.apart():
        if any(told[at].needs for at in cells):
            costs = {at: _cost(keys[at], told[at].count) for at in cells if told[at].hides is not Hides.NOT}
            guarding = Guarding({at: told[at] for at in cells}, ties, costs)
            guarding.guard()
            withheld |= guarding.withheld
            unprotected |= guarding.unprotected
    return Protected(frozenset(keys[at] for at in withheld), frozenset(keys[at] for at in unprotected))


def _in_order(key: CellKey) -> tuple[str, int, int, tuple[tuple[str, str], ...]]:
    return key.measure, key.period.first, key.period.last, key.at


def _cost(key: CellKey, count: int) -> float:
    """Return what it costs to change a count by one: much for one of all, little for a part of a part and by gender."""
    if not count and _OF_UNKNOWN_GENDER in key.at:
        return _HARDLY_BELIEVED
    by_gender = any(dimension == GENDER for dimension, _ in key.at)
    return 8.0 ** (4 - min(4, len(key.at))) * (1 + count.bit_length()) / (2 if by_gender else 1)
