"""Which counts must be withheld besides the small ones, so that none of those can be computed?

Somebody who reads a publication knows the bounds of every count in it and which of them add up to which. A small count
is protected when, for all such a reader can tell, it may be the least and the most that its sign says. For each end
another set of counts is looked for that agrees with all that is read: those of it that differ from what is shown are
withheld. Of all such sets the one is taken that costs least to hide: a count of more dimensions before one of fewer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.measures.disclosure.cells import CellKey, Identity
from samordna.domain.measures.disclosure.solver import NO_LIMIT, Bound, Programme, Row

GENDER: Final = "gender"
"""The dimension that is hidden before any other."""
_GAIN: Final = 1e-3
"""What it is worth that a set of counts serves one more: never so much as to hide anything for it."""
_CLOSE: Final = 1e-6
"""Two amounts that differ by less are the same."""


class Hides(Enum):
    """Whether a count that is shown can be withheld."""

    NOT = "not"
    AT_NEED = "at need"
    """Nobody: only when nothing else will do."""
    READILY = "readily"


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows of a count if nothing else is withheld: its bounds, and what it is.

    Withheld it would be at least ``least_hidden``. ``needs`` are the least and the most that it must be possible to
    believe; None for a count that needs no protection.
    """

    count: int
    least: int
    most: float
    hides: Hides = Hides.NOT
    least_hidden: int = 0
    needs: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Protected:
    """Which counts to withhold, and which cannot be protected whatever is withheld."""

    withheld: frozenset[CellKey]
    unprotected: frozenset[CellKey]


def protected(known: Mapping[CellKey, Known], identities: Iterable[Identity]) -> Protected:
    """Return what must be withheld so that every count that needs it is protected."""
    withheld: set[CellKey] = set()
    unprotected: set[CellKey] = set()
    for keys, tied in _apart(known, identities):
        if any(known[key].needs for key in keys):
            guarding = _Guarding({key: known[key] for key in keys}, tied)
            guarding.guard()
            withheld |= guarding.withheld
            unprotected |= guarding.unprotected
    return Protected(frozenset(withheld), frozenset(unprotected))


def _apart(
    known: Mapping[CellKey, Known], identities: Iterable[Identity]
) -> Iterator[tuple[list[CellKey], list[Identity]]]:
    """Yield the counts that have to do with each other, in order, with what ties them."""
    leader = {key: key for key in known}

    def led(key: CellKey) -> CellKey:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    tied = sorted(set(identities), key=lambda one: (one.whole, one.parts))
    for identity in tied:
        for part in identity.parts:
            leader[led(part)] = led(identity.whole)
    keys: dict[CellKey, list[CellKey]] = defaultdict(list)
    groups: dict[CellKey, list[Identity]] = defaultdict(list)
    for key in sorted(known):
        keys[led(key)].append(key)
    for identity in tied:
        groups[led(identity.whole)].append(identity)
    for first, together in keys.items():
        yield together, groups[first]


class _Guarding:
    """Counts that are tied together, on their way to be protected.

    Each count is an unknown; one that may be withheld is what it is and two more: how much higher, how much lower.
    """

    def __init__(self, known: Mapping[CellKey, Known], identities: Sequence[Identity]) -> None:
        self._known: Final = known
        self._place: Final = {key: place for place, key in enumerate(known)}
        movable = [key for key, one in known.items() if one.hides is not Hides.NOT]
        self._higher: Final = {key: len(known) + 2 * at for at, key in enumerate(movable)}
        self._programme: Final = Programme(self._bounds(), tuple(self._rows(identities)))
        self.withheld: set[CellKey] = set()
        self.unprotected: set[CellKey] = set()
        self._open: list[tuple[CellKey, int]] = [
            (key, end) for key, one in known.items() if one.needs for end in one.needs
        ]

    def guard(self) -> None:
        """Withhold what it takes."""
        for highest in (True, False):
            self._met(self._programme.least(*self._wanted(highest=highest)))
        while self._open:
            key, end = self._open[0]
            found = self._other_counts(key, end, Hides.READILY) or self._other_counts(key, end, Hides.AT_NEED)
            if found is None:
                self.unprotected.add(key)
                self._open.pop(0)
                continue
            self.withheld |= {one for one, at in self._higher.items() if max(found[at], found[at + 1]) > _CLOSE}
            self._met(found)

    def _bounds(self) -> list[Bound]:
        """Return the bounds of every unknown: what is shown is as it is, until it is withheld."""
        told = [(float(one.least), float(one.most)) for one in self._known.values()]
        return [*told, *((0.0, 0.0) for _ in range(2 * len(self._higher)))]

    def _rows(self, identities: Iterable[Identity]) -> Iterator[Row]:
        for identity in identities:
            terms: dict[int, int] = {}
            for key, sign in ((identity.whole, 1), *((part, -1) for part in identity.parts)):
                terms[self._place[key]] = sign
                if key in self._higher:
                    terms[self._higher[key]], terms[self._higher[key] + 1] = sign, -sign
            yield Row(terms, 0)

    def _free(self, keys: Iterable[CellKey], hides: Hides) -> dict[int, Bound]:
        """Return the bounds of counts that may be others than they are.

        Readily they are no lower than one that is withheld usually is: who reckons with that learns nothing.
        """
        bounds: dict[int, Bound] = {}
        for key in keys:
            at, one = self._higher[key], self._known[key]
            bounds[at], bounds[at + 1] = (
                (0.0, NO_LIMIT),
                (0.0, float(one.count - (one.least_hidden if hides is Hides.READILY else 0))),
            )
        return bounds

    def _wanted(self, *, highest: bool) -> tuple[dict[int, float], dict[int, Bound]]:
        """Return costs and bounds that lead to counts where as many as may be are as high as need be, or as low."""
        ends = {key: end for key, end in self._open if (end == self._needs(key)[1]) is highest}
        costs = {self._place[key]: -_GAIN if highest else _GAIN for key in ends}
        bounds = {self._place[key]: (float(self._known[key].least), float(end)) for key, end in ends.items()}
        return costs, bounds if highest else {}

    def _other_counts(self, key: CellKey, end: int, hides: Hides) -> Sequence[float] | None:
        """Return counts that agree with what is read and where ``key`` is ``end``, hiding as little as may be.

        Besides they are as high or low as other counts need, so that one set serves many.
        """
        movable = [one for one in self._higher if hides is Hides.AT_NEED or self._known[one].hides is Hides.READILY]
        costs, wanted = self._wanted(highest=end == self._needs(key)[1])
        for one in movable:
            if one not in self.withheld:
                at = self._higher[one]
                costs[at] = costs[at + 1] = _cost(one, self._known[one].count)
        bounds = {**(wanted if hides is Hides.READILY else {}), **self._free({*movable, *self.withheld}, hides)}
        if hides is Hides.AT_NEED:
            costs = {place: cost for place, cost in costs.items() if cost > _GAIN}
        return self._programme.least(costs, {**bounds, self._place[key]: (float(end), float(end))})

    def _needs(self, key: CellKey) -> tuple[int, int]:
        needs = self._known[key].needs
        if needs is None:
            raise KeyError(key)
        return needs

    def _met(self, found: Sequence[float] | None) -> None:
        """Cross off every end that some counts reach."""
        if found:
            self._open = [(key, end) for key, end in self._open if not self._reaches(found[self._place[key]], key, end)]

    def _reaches(self, amount: float, key: CellKey, end: int) -> bool:
        least, most = self._needs(key)
        return (end == most and amount >= most - _CLOSE) or (end == least and amount <= least + _CLOSE)


def _cost(key: CellKey, count: int) -> float:
    """Return what it costs to change a count by one: much for one of all, little for a part of a part and by gender."""
    by_gender = any(dimension == GENDER for dimension, _ in key.at)
    return 8.0 ** (4 - min(4, len(key.at))) * (1 + count.bit_length()) / (2 if by_gender else 1)
