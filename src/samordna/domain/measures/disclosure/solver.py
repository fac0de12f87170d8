"""Which amounts can a set of unknowns have, when it is known which of them add up to which?

A linear programme, solved by HiGHS: exact enough for counts, the same answer for the same question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import highspy
import numpy as np
import numpy.typing as npt

NO_LIMIT: Final = highspy.kHighsInf
"""An upper bound that is none."""

Amounts: TypeAlias = npt.NDArray[np.float64]
"""An amount for each unknown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sum of unknowns, by their places and with their factors, that is at least ``least`` and at most ``most``."""

    terms: Mapping[int, int]
    least: float
    most: float


class Programme:
    """Unknowns, tied by rows. The rows stand; what the unknowns cost and can be is told with each question."""

    def __init__(self, unknowns: int, rows: Sequence[Row]) -> None:
        self._highs: Final = highspy.Highs()  # type: ignore[no-untyped-call]  # the wrapper tells no types
        for option, value in _OPTIONS.items():
            self._highs.setOptionValue(option, value)
        self._highs.passModel(_model(unknowns, rows))
        self._places: Final = np.arange(unknowns, dtype=np.int32)

    def least(self, costs: Amounts, low: Amounts, high: Amounts) -> Amounts | None:
        """Return the amounts that make the sum of costs least; None when no amounts agree with what is known."""
        if (low > high).any():
            return None
        self._highs.changeColsCost(len(self._places), self._places, costs)
        self._highs.changeColsBounds(len(self._places), self._places, low, high)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._highs.getSolution().col_value, dtype=float)


_OPTIONS: Final[Mapping[str, bool | int | str]] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "solver": "simplex",
    "presolve": "off",
}
"""One thread and one way of solving, so that nothing depends on the machine; presolve would forget where we were."""


def _model(unknowns: int, rows: Sequence[Row]) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = unknowns, len(rows)
    lp.col_cost_ = lp.col_lower_ = lp.col_upper_ = np.zeros(unknowns)
    lp.row_lower_ = np.array([row.least for row in rows], dtype=float)
    lp.row_upper_ = np.array([row.most for row in rows], dtype=float)
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row.terms) for row in rows)], dtype=np.int32)
    matrix.index_ = np.array([place for row in rows for place in row.terms], dtype=np.int32)
    matrix.value_ = np.array([factor for row in rows for factor in row.terms.values()], dtype=float)
    return lp
