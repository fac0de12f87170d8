"""Which amounts does a person mean who types ``1 234,50``, or only ``1234``?"""

import re
from typing import Final, NamedTuple

from samordna.domain.values.money import Ore

_LONGEST: Final = 13
"""Digits of kronor: ten thousand billion. More is no amount that anybody has booked."""

_GROUPS: Final = " .'\u00a0\u2009\u202f"
_AMOUNT: Final = re.compile(
    rf"[-+\u2212\u2013]?\s?([0-9]+|[0-9]{{1,3}}(?:[{_GROUPS}][0-9]{{3}})+)(?:[.,]([0-9]{{1,2}}))?\s?(?:kr|:-)?"
)


class AmountAsked(NamedTuple):
    """Amounts from ``least`` to ``most``, whichever side they stand on: what is typed without öre means any."""

    least: Ore
    most: Ore


def amount_asked(text: str) -> AmountAsked | None:
    """Return the amounts that ``text`` means, None when it is none. The sign says nothing: both sides are meant."""
    found = _AMOUNT.fullmatch(text.strip())
    digits = found[1].translate({ord(sign): None for sign in _GROUPS}) if found else ""
    if not found or len(digits) > _LONGEST:
        return None
    kronor, ore = int(digits) * 100, found[2]
    if ore is None:
        return AmountAsked(kronor, kronor + 99)
    exact = kronor + int(ore.ljust(2, "0"))
    return AmountAsked(exact, exact)
