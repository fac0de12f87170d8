"""Somebody who reads a publication and computes, by means of its own, what every count of it can be."""

from collections.abc import Iterable, Mapping

import highspy

from samordna.domain.measures.disclosure import CellKey, Identity
from samordna.domain.values.counted import Below, Published, Shown


class Attacker:
    """Knows what is read of each count, and what adds up to what; of a count that is not told only that it is one."""

    def __init__(self, read: Mapping[CellKey, Published], identities: Iterable[Identity]) -> None:
        self._model = highspy.Highs()
        self._model.setOptionValue("output_flag", False)
        self._unknowns: dict[CellKey, highspy.highs.highs_var] = {}
        for identity in identities:
            whole = self._unknown(identity.whole, read)
            self._model.addConstr(whole == sum(self._unknown(part, read) for part in identity.parts))

    def _unknown(self, key: CellKey, read: Mapping[CellKey, Published]):
        if key not in self._unknowns:
            match read.get(key):
                case Shown(count):
                    bounds = (count, count)
                case Below(threshold, least):
                    bounds = (least, threshold - 1)
                case _:
                    bounds = (0, highspy.kHighsInf)
            self._unknowns[key] = self._model.addVariable(*bounds)
        return self._unknowns[key]

    def between(self, key: CellKey) -> tuple[float, float]:
        """Return the least and the most that a count can be."""
        unknown = self._unknowns[key]
        self._model.minimize(unknown)
        least = self._model.val(unknown)
        self._model.maximize(unknown)
        unbounded = self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal
        return least, highspy.kHighsInf if unbounded else self._model.val(unknown)
