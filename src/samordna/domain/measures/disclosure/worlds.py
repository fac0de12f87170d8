"""What else could the counts be, for all that somebody can tell who reads them?

A world is a set of counts that agree with everything that is read. Each count is an unknown; one that may be withheld
is what it is told to be and two more: how much higher, how much lower. One that is told exactly is no unknown itself.
Arrays are by the counts' places among themselves, in their order; those of counts that may be withheld by theirs.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from samordna.domain.measures.disclosure.reducing import Reduced
from samordna.domain.measures.disclosure.solver import Amounts, Programme, Row

Which: TypeAlias = npt.NDArray[np.bool_]
Places: TypeAlias = npt.NDArray[np.int64]

CLOSE: Final = 1e-6
"""Two amounts that differ by less are the same."""


class Asked(NamedTuple):
    """What is asked of a world.

    As it is told, each count is between ``low`` and ``high`` and costs ``prices``. Of those that may be withheld the
    ``free`` ones can be moved from that, down to ``spared``; each step costs ``costs``.
    """

    low: Amounts
    high: Amounts
    prices: Amounts
    free: Which
    costs: Amounts
    spared: Amounts


class World(NamedTuple):
    """Counts that agree with what is read, and which of those that may be withheld are not what they are told to be."""

    counts: Amounts
    moved: Which


class Worlds:
    """All worlds of some counts."""

    def __init__(self, reduced: Reduced, costs: Mapping[int, float]) -> None:
        told = reduced.known
        self.at: Final = tuple(told)
        self.movable: Final[Places] = np.array([place for place, at in enumerate(told) if at in costs], dtype=np.int64)
        self.least: Final[Amounts] = np.array([one.least for one in told.values()], dtype=float)
        self.most: Final[Amounts] = np.array([one.most for one in told.values()], dtype=float)
        limits = [reduced.bounds(self.at[place]) for place in self.movable]
        self._lowest: Final[Amounts] = np.array([least for least, _ in limits], dtype=float)
        self._highest: Final[Amounts] = np.array([most for _, most in limits], dtype=float)
        exact = np.zeros(len(told), dtype=bool)
        exact[self.movable] = self.least[self.movable] == self.most[self.movable]
        self._sought: Final[Places] = np.flatnonzero(~exact)
        self._programme: Final = Programme(len(self._sought) + 2 * len(self.movable), self._rows(reduced))

    def _rows(self, reduced: Reduced) -> list[Row]:
        place = {at: number for number, at in enumerate(self.at)}
        unknown = {int(at): number for number, at in enumerate(self._sought)}
        higher = {int(at): len(self._sought) + 2 * number for number, at in enumerate(self.movable)}
        rows = []
        for row in reduced.rows.values():
            terms: dict[int, int] = {}
            exact = 0.0
            for at, factor in row.terms.items():
                own = place[at]
                if own in unknown:
                    terms[unknown[own]] = factor
                else:
                    exact += factor * self.least[own]
                if own in higher:
                    terms[higher[own]], terms[higher[own] + 1] = factor, -factor
            rows.append(Row(terms, row.least - exact, row.most - exact))
        return rows

    def cheapest(self, asked: Asked) -> World | None:
        """Return the world that costs least; None when there is none."""
        least, most = self.least[self.movable], self.most[self.movable]
        rise = np.where(asked.free, self._highest - most, 0.0)
        fall = np.where(asked.free, np.maximum(0.0, least - np.maximum(self._lowest, asked.spared)), 0.0)
        found = self._programme.least(
            np.concatenate((asked.prices[self._sought], asked.costs.repeat(2))),
            np.concatenate((asked.low[self._sought], np.zeros(2 * len(rise)))),
            np.concatenate((asked.high[self._sought], np.column_stack((rise, fall)).reshape(-1))),
        )
        if found is None:
            return None
        counts, moves = self.least.copy(), found[len(self._sought) :].reshape(-1, 2)
        counts[self._sought] = found[: len(self._sought)]
        counts[self.movable] += moves[:, 0] - moves[:, 1]
        return World(counts, moves.max(axis=1, initial=0.0) > CLOSE)
