"""Which of some counts that are tied together are withheld, so that each small one may be all that its sign says?

Each count is an unknown; one that may be withheld is what it is and two more: how much higher, how much lower. Arrays
are by the counts' places among themselves, in their order.
"""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from samordna.domain.measures.disclosure.known import Hides, Known
from samordna.domain.measures.disclosure.solver import NO_LIMIT, Amounts, Programme, Row
from samordna.domain.measures.disclosure.ties import Tie

Which: TypeAlias = npt.NDArray[np.bool_]
Places: TypeAlias = npt.NDArray[np.int64]

_GAIN: Final = 1e-3
"""What it is worth that a set of counts serves one more: never so much as to hide anything for it."""
_CLOSE: Final = 1e-6
"""Two amounts that differ by less are the same."""
_MOST: Final = 32
"""So many ends are looked for at once, at most: more is hidden than when each is looked for alone."""
_FEW_ENDS: Final = 8
"""So few ends are looked for at need before each of them is."""
_FEW: Final = 800
"""Where there are no more counts than these each end is looked for alone."""


class Guarding:
    """Counts that are tied together, on their way to be protected. ``costs`` are those of withholding each."""

    def __init__(self, known: Mapping[int, Known], ties: Sequence[Tie], costs: Mapping[int, float]) -> None:
        told = list(known.values())
        self._at: Final = list(known)
        self._least: Final = np.array([one.least for one in told], dtype=float)
        self._most: Final = np.array([one.most for one in told], dtype=float)
        self._movable: Final = np.array([place for place, at in enumerate(known) if at in costs], dtype=np.int64)
        self._costs: Final = np.array([costs[at] for at in known if at in costs], dtype=float)
        self._spared: Final = np.array([one.least_hidden for at, one in known.items() if at in costs], dtype=float)
        self._readily: Final = np.array(
            [one.hides is Hides.READILY for at, one in known.items() if at in costs], dtype=bool
        )
        self._withheld: Which = np.zeros(len(self._movable), dtype=bool)
        self._programme: Final = Programme(len(told) + 2 * len(self._movable), self._rows(ties))
        self._ends: Final = tuple(
            np.array([one.needs[highest] if one.needs else 0 for one in told], dtype=float) for highest in (False, True)
        )
        needed = np.array([one.needs is not None for one in told], dtype=bool)
        self._open: Final = (needed.copy(), needed.copy())
        self._unprotected: set[int] = set()

    @property
    def withheld(self) -> set[int]:
        """The counts that are withheld."""
        return {self._at[place] for place in self._movable[self._withheld]}

    @property
    def unprotected(self) -> set[int]:
        """The counts that cannot be protected whatever is withheld."""
        return {self._at[place] for place in self._unprotected}

    def _rows(self, ties: Sequence[Tie]) -> list[Row]:
        column = {at: place for place, at in enumerate(self._at)}
        higher = {int(place): len(self._at) + 2 * number for number, place in enumerate(self._movable)}
        rows = []
        for tie in ties:
            terms: dict[int, int] = {}
            for place, sign in ((column[at], sign) for at, sign in tie.terms):
                terms[place] = sign
                if place in higher:
                    terms[higher[place]], terms[higher[place] + 1] = sign, -sign
            rows.append(Row(terms, tie.amount))
        return rows

    def guard(self) -> None:
        """Withhold what it takes."""
        for highest in (True, False):
            self._try(np.array([], dtype=np.int64), Hides.NOT, highest=highest)
        for highest in (True, False):
            self._guard_ends(highest=highest)

    def _guard_ends(self, *, highest: bool) -> None:
        """Look for counts that are as high as they need to be, or as low: many at once as long as they go together.

        Readily; and at need where few of them cannot be had so.
        """
        many = _MOST if len(self._at) > _FEW else 1
        waiting = np.flatnonzero(self._open[highest])
        parts = [waiting[first : first + many] for first in range(0, len(waiting), many)][::-1]
        while parts:
            ends = parts.pop()
            ends = ends[self._open[highest][ends]]
            if not ends.size or self._try(ends, Hides.READILY, highest=highest):
                continue
            if ends.size <= _FEW_ENDS and self._try(ends, Hides.AT_NEED, highest=highest):
                continue
            if ends.size > 1:
                middle = ends.size // 2
                parts += [ends[middle:], ends[:middle]]
            else:
                self._unprotected |= set(ends.tolist())
                self._open[highest][ends] = False

    def _try(self, ends: Places, hides: Hides, *, highest: bool) -> bool:
        """Tell whether there are other counts that agree with what is read and have some ends; withhold what differs.

        As little as may be is hidden. Besides they are as high or low as other counts need, so that one set serves
        many; but not at need.
        """
        wanted = self._open[highest] if hides is not Hides.AT_NEED else np.zeros_like(self._open[highest])
        low, high = self._bounds(wanted, ends, self._free(ends, hides), hides, highest=highest)
        found = self._programme.least(self._cost_of(wanted, highest=highest), low, high)
        if found is None:
            return False
        amounts, moves = found[: len(self._at)].copy(), found[len(self._at) :].reshape(-1, 2)
        self._withheld |= moves.max(axis=1, initial=0.0) > _CLOSE
        amounts[self._movable] += moves[:, 0] - moves[:, 1]
        self._open[True][amounts >= self._ends[True] - _CLOSE] = False
        self._open[False][amounts <= self._ends[False] + _CLOSE] = False
        return True

    def _free(self, ends: Places, hides: Hides) -> Which:
        """Return which counts may be others than they are; those that an end is looked for are what they are told."""
        if hides is Hides.NOT:
            return np.zeros_like(self._readily)
        free = self._withheld | self._readily if hides is Hides.READILY else np.ones_like(self._readily)
        return free & ~np.isin(self._movable, ends)

    def _cost_of(self, wanted: Which, *, highest: bool) -> Amounts:
        moves = np.where(self._withheld, 0.0, self._costs).repeat(2)
        return np.concatenate((np.where(wanted, -_GAIN if highest else _GAIN, 0.0), moves))

    def _bounds(
        self, wanted: Which, ends: Places, free: Which, hides: Hides, *, highest: bool
    ) -> tuple[Amounts, Amounts]:
        """Return the least and the most of every unknown.

        Readily a count is no lower than one that is withheld usually is: who reckons with that learns nothing.
        """
        low = np.concatenate((self._least, np.zeros(2 * len(free))))
        lower = self._least[self._movable] - (self._spared if hides is Hides.READILY else 0.0)
        moves = np.column_stack((np.where(free, NO_LIMIT, 0.0), np.where(free, lower, 0.0)))
        most = np.where(wanted, self._ends[True], self._most) if highest else self._most
        high = np.concatenate((most, moves.reshape(-1)))
        low[ends] = high[ends] = self._ends[highest][ends]
        return low, high
