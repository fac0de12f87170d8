"""How does a value that was said become JSON, and the JSON the value again?

Frozen dataclasses, enums, dates and tuples as they are; a fraction is its text. A cell of counts is a short list: a
report has hundreds of them. So is what was read of one.
"""

import json
from collections.abc import Hashable
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final, TypeVar, cast

from cattrs.preconf.json import make_converter

from samordna.domain.measures.disclosure import SignTold, sign_as_list, sign_of_list
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, Place, Sums, Value
from samordna.domain.values.counted import RawCount

T = TypeVar("T")

VALUES: Final = make_converter()
"""What does both."""

_KEPT: Final = 4_096
"""So many values are kept as they were read: what an association has said of counts over some years."""


def value_of(text: str, holds: type[T]) -> T:
    """Return the value that a text of JSON is. What is said stands for good, and is worked out once."""
    value: T = _value_of(text, cast("Hashable", holds))
    return value


@lru_cache(maxsize=_KEPT)
def _value_of(text: str, holds: Any) -> Any:
    return VALUES.structure(json.loads(text), holds)


def _cell_as_list(cell: Cell) -> list[Any]:
    place = cell.place
    gender = place.gender.value if place.gender else None
    match cell.value:
        case Sums(n, total, squares):
            value: Any = [n.count, total, squares]
        case RawCount(count):
            value = count
        case None:
            value = None
    return [place.table, list(place.codes), gender, value]


def _cell_of_list(told: list[Any], _: type[Cell]) -> Cell:
    table, codes, gender, told_value = told
    value: Value = None
    if isinstance(told_value, list):
        n, total, squares = told_value
        value = Sums(RawCount(n), total, squares)
    elif told_value is not None:
        value = RawCount(told_value)
    return Cell(Place(table, tuple(codes), Gender(gender) if gender else None), value)


VALUES.register_unstructure_hook(Fraction, str)
VALUES.register_structure_hook(Fraction, lambda text, _: Fraction(text))
VALUES.register_unstructure_hook(Cell, _cell_as_list)
VALUES.register_structure_hook(Cell, _cell_of_list)
VALUES.register_unstructure_hook(SignTold, sign_as_list)
VALUES.register_structure_hook(SignTold, lambda told, _: sign_of_list(told))
