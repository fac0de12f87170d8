"""Which amounts can a set of unknowns have, when it is known which of them add up to which?

A linear programme, solved by HiGHS: exact enough for counts, the same answer for the same question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import highspy
import numpy as np

NO_LIMIT: Final = highspy.kHighsInf
"""An upper bound that is none."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sum of unknowns, by their places, that is exactly ``amount``."""

    terms: Mapping[int, int]
    amount: int


Bound: TypeAlias = tuple[float, float]
"""The least and the most that an unknown can be."""


class Programme:
    """Unknowns within bounds, tied by rows. Rows and bounds stand; a question may have bounds of its own."""

    def __init__(self, bounds: Sequence[Bound], rows: Sequence[Row]) -> None:
        self._highs: Final = highspy.Highs()  # type: ignore[no-untyped-call]  # the wrapper tells no types
        for option, value in _OPTIONS.items():
            self._highs.setOptionValue(option, value)
        self._highs.passModel(_model(bounds, rows))
        self._bounds: Final = bounds

    def least(self, costs: Mapping[int, float], bounds: Mapping[int, Bound]) -> Sequence[float] | None:
        """Return the amounts that make the sum of costs least; None when no amounts agree with what is known.

        ``bounds`` are those of some unknowns in this question only.
        """
        told = np.zeros(len(self._bounds))
        told[list(costs)] = list(costs.values())
        self._highs.changeColsCost(len(told), np.arange(len(told), dtype=np.int32), told)
        self._bound(bounds)
        self._highs.run()
        solved = self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found = list(self._highs.getSolution().col_value) if solved else None
        self._bound({place: self._bounds[place] for place in bounds})
        return found

    def _bound(self, bounds: Mapping[int, Bound]) -> None:
        places = np.array(sorted(bounds), dtype=np.int32)
        least = np.array([bounds[place][0] for place in places.tolist()], dtype=float)
        most = np.array([bounds[place][1] for place in places.tolist()], dtype=float)
        self._highs.changeColsBounds(len(places), places, least, most)


_OPTIONS: Final[Mapping[str, bool | int | str]] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "solver": "simplex",
    "presolve": "off",
}
"""One thread and one way of solving, so that nothing depends on the machine; presolve would forget where we were."""


def _model(bounds: Sequence[Bound], rows: Sequence[Row]) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(bounds), len(rows)
    lp.col_cost_ = np.zeros(len(bounds))
    lp.col_lower_ = np.array([least for least, _ in bounds], dtype=float)
    lp.col_upper_ = np.array([most for _, most in bounds], dtype=float)
    lp.row_lower_ = lp.row_upper_ = np.array([row.amount for row in rows], dtype=float)
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row.terms) for row in rows)], dtype=np.int32)
    matrix.index_ = np.array([place for row in rows for place in row.terms], dtype=np.int32)
    matrix.value_ = np.array([factor for row in rows for factor in row.terms.values()], dtype=float)
    return lp
