"""Which of some counts that are tied together are withheld, so that each small one may be all that its sign says?

Each end of what a small count's sign says is looked for in another world that agrees with what is read: what is not
there as it is told is withheld.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from samordna.domain.measures.disclosure.known import Hides, Known
from samordna.domain.measures.disclosure.reducing import reduced
from samordna.domain.measures.disclosure.ties import Tie
from samordna.domain.measures.disclosure.worlds import CLOSE, Asked, Places, Which, World, Worlds

_GAIN: Final = 1e-3
"""What it is worth that a world serves one more end: never so much as to hide anything for it."""
_MOST: Final = 12
"""So many ends are looked for at once, at most: more is hidden than when each is looked for alone."""
_FEW: Final = 800
"""Where there are no more counts than these each end is looked for alone."""
_NONE: Final[Places] = np.array([], dtype=np.int64)


class Guarding:
    """Counts that are tied together, on their way to be protected. ``costs`` are those of withholding each."""

    def __init__(self, known: Mapping[int, Known], ties: Sequence[Tie], costs: Mapping[int, float]) -> None:
        simpler = reduced(known, ties)
        told = list(simpler.known.values())
        hidable = [at for at in simpler.known if at in costs]
        self._worlds: Final = Worlds(simpler, costs)
        self._costs: Final = np.array([costs[at] for at in hidable], dtype=float)
        self._spared: Final = np.array([known[at].least_hidden for at in hidable], dtype=float)
        self._readily: Final = np.array([known[at].hides is Hides.READILY for at in hidable], dtype=bool)
        self._withheld: Which = np.zeros(len(hidable), dtype=bool)
        self._ends: Final = tuple(
            np.array([one.needs[highest] if one.needs else 0 for one in told], dtype=float) for highest in (False, True)
        )
        needed = np.array([one.needs is not None for one in told], dtype=bool)
        self._open: Final = (needed.copy(), needed.copy())
        self._unprotected: set[int] = set()
        self._most_at_once: Final = _MOST if len(known) > _FEW else 1

    @property
    def withheld(self) -> set[int]:
        """The counts that are withheld."""
        return {self._worlds.at[place] for place in self._worlds.movable[self._withheld]}

    @property
    def unprotected(self) -> set[int]:
        """The counts that cannot be protected whatever is withheld."""
        return {self._worlds.at[place] for place in self._unprotected}

    def guard(self) -> None:
        """Withhold what it takes."""
        for highest in (True, False):
            self._try(_NONE, Hides.NOT, highest=highest)
        for highest in (True, False):
            self._guard_ends(highest=highest)

    def _guard_ends(self, *, highest: bool) -> None:
        """Look for counts that are as high as they need to be, or as low: many at once as long as they go together."""
        together = self._most_at_once
        while (waiting := np.flatnonzero(self._open[highest])).size:
            ends = waiting[:together]
            if self._try(ends, Hides.READILY, highest=highest) or self._try(ends, Hides.AT_NEED, highest=highest):
                together = min(self._most_at_once, 2 * together)
            elif ends.size > 1:
                together = ends.size // 2
            else:
                self._unprotected |= set(ends.tolist())
                self._open[highest][ends] = False

    def _try(self, ends: Places, hides: Hides, *, highest: bool) -> bool:
        """Tell whether there is a world where some counts are at their ends; withhold what is otherwise in it.

        As little as may be is hidden. Besides the others are as high or low as they need to be, so that one world
        serves many; but not at need.
        """
        found = self._world(ends, hides, highest=highest)
        if found is None:
            return False
        self._withheld |= found.moved
        self._open[True][found.counts >= self._ends[True] - CLOSE] = False
        self._open[False][found.counts <= self._ends[False] + CLOSE] = False
        return True

    def _world(self, ends: Places, hides: Hides, *, highest: bool) -> World | None:
        """Return the world that hides least and has some counts at their ends.

        Readily a count is no lower than one that is withheld usually is: who reckons with that learns nothing.
        """
        also = hides is not Hides.AT_NEED
        high_wanted, low_wanted = self._open[True] & (also and highest), self._open[False] & also
        low, high = self._worlds.least.copy(), np.where(high_wanted, self._ends[True], self._worlds.most)
        low[ends] = np.maximum(low[ends], self._ends[highest][ends])
        high[ends] = np.minimum(high[ends], self._ends[highest][ends])
        asked = Asked(
            low,
            high,
            np.where(high_wanted, -_GAIN, np.where(low_wanted, _GAIN, 0.0)),
            self._free(ends, hides),
            np.where(self._withheld, 0.0, self._costs),
            self._spared * (hides is Hides.READILY),
        )
        return self._worlds.cheapest(asked)

    def _free(self, ends: Places, hides: Hides) -> Which:
        """Return which counts may be others than they are; those that an end is looked for are what they are told."""
        if hides is Hides.NOT:
            return np.zeros_like(self._readily)
        free = self._withheld | self._readily if hides is Hides.READILY else np.ones_like(self._readily)
        return free & ~np.isin(self._worlds.movable, ends)
