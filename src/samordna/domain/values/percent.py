"""Which part of all does somebody mean who types a percentage?"""

import re
from fractions import Fraction
from typing import Final

from samordna.domain.values.language import swedish

_TYPED: Final = re.compile(r"([-+]?)([0-9]{1,4})(?:[,.]([0-9]{1,4}))?(?:%|procent)?")
_SPACES: Final = {ord(sign): None for sign in " \t\u00a0\u2009\u202f"} | {0x2212: "-"}


def part_of(text: str) -> Fraction:
    """Return the part that ``40``, ``33,3``, ``12.5 %`` or ``−10 procent`` is of all.

    Raises ``ValueError`` with the reason, in Swedish, for anything else.
    """
    found = _TYPED.fullmatch(text.translate(_SPACES).lower())
    if not found:
        raise ValueError(swedish("skriv procent med siffror, till exempel 40 eller 33,3"))
    sign, whole, decimals = found[1], found[2], found[3] or ""
    part = Fraction(int(whole + decimals), 100 * 10 ** len(decimals))
    return -part if sign == "-" else part
