"""How is what was read of a count written down, and read again?"""

from dataclasses import dataclass
from typing import Any

from samordna.domain.measures.disclosure.cells import CellKey
from samordna.domain.values.counted import Below, Published, Shown, Withheld
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class SignTold:
    """What was read of a count."""

    key: CellKey
    sign: Published


def sign_as_list(told: SignTold) -> list[Any]:
    """Return what was read as a short list: a publication has hundreds of them."""
    key = told.key
    match told.sign:
        case Shown(count):
            value: Any = count
        case Below(threshold, least):
            value = [threshold, least]
        case Withheld():
            value = None
    return [key.measure, key.period.first, key.period.last, [list(one) for one in key.at], value]


def sign_of_list(told: list[Any]) -> SignTold:
    """Return what such a list says."""
    measure, first, last, at, value = told
    sign: Published = Withheld()
    if isinstance(value, list):
        sign = Below(*value)
    elif value is not None:
        sign = Shown(value)
    return SignTold(CellKey(measure, Period(first, last), tuple((name, of) for name, of in at)), sign)
