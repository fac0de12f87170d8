"""Which amounts does a person mean who types ``1 234,50``, or only ``1234``?"""

import re
from typing import Final, NamedTuple

from samordna.domain.values.money import Ore

_LONGEST: Final = 13
"""Digits of kronor: ten thousand billion. More is no amount that anybody has booked."""

LARGEST_TYPED: Final[Ore] = 999_999_999_99
"""Nine digits of kronor: no association has more of anything, and a person's number, which has ten, is no amount."""

_MINUS: Final = {"-", "\u2212", "\u2013"}
_GROUPS: Final = " .'\u00a0\u2009\u202f"
_AMOUNT: Final = re.compile(
    rf"([-+\u2212\u2013]?)\s?([0-9]+|[0-9]{{1,3}}(?:[{_GROUPS}][0-9]{{3}})+)(?:[.,]([0-9]{{1,2}}))?\s?(?:kr|:-)?"
)


class AmountAsked(NamedTuple):
    """Amounts from ``least`` to ``most``, whichever side they stand on: what is typed without öre means any."""

    least: Ore
    most: Ore


def amount_asked(text: str) -> AmountAsked | None:
    """Return the amounts that ``text`` means, None when it is none. The sign says nothing: both sides are meant."""
    read = _read(text)
    if read is None:
        return None
    _, kronor, ore = read
    if ore is None:
        return AmountAsked(kronor, kronor + 99)
    return AmountAsked(kronor + ore, kronor + ore)


def amount_typed(text: str) -> Ore | None:
    """Return the amount that ``text`` says, with its sign and to the öre; None when it is none or too large."""
    read = _read(text)
    if read is None:
        return None
    sign, kronor, ore = read
    exact = kronor + (ore or 0)
    if exact > LARGEST_TYPED:
        return None
    return -exact if sign in _MINUS else exact


def _read(text: str) -> tuple[str, Ore, Ore | None] | None:
    """Return the sign, the whole kronor and the öre of a text, all of it in öre; None for öre that are not typed."""
    found = _AMOUNT.fullmatch(text.strip())
    digits = found[2].translate({ord(sign): None for sign in _GROUPS}) if found else ""
    if not found or len(digits) > _LONGEST:
        return None
    return found[1], int(digits) * 100, int(found[3].ljust(2, "0")) if found[3] else None
