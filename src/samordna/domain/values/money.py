"""How is money held, read and rounded?

Money is a whole number of öre (``Ore``), debit positive, from file to database to document.
"""

import re
from fractions import Fraction
from typing import TypeAlias

Ore: TypeAlias = int
"""An amount in öre (1/100 krona). Never a float."""

_DECIMAL = re.compile(r"(-?)([0-9]+)(?:\.([0-9]{1,2}))?")


def ore_from_decimal(text: str) -> Ore:
    """Return the öre of a decimal text such as ``-212.5``; the point is the decimal mark.

    Raises ``ValueError`` for anything else: a plus sign, grouping, a comma, more than two decimals
    (the amount syntax of SIE 4B, section 5.7).
    """
    found = _DECIMAL.fullmatch(text)
    if not found:
        raise ValueError(text)
    sign, kronor, ore = found.groups()
    amount = int(kronor) * 100 + int((ore or "").ljust(2, "0"))
    return -amount if sign else amount


def round_half_away(value: Fraction | int) -> int:
    """Return ``value`` rounded to a whole number, halves away from zero (2,5 → 3 and −2,5 → −3)."""
    return value if isinstance(value, int) else quotient_half_away(value.numerator, value.denominator)


def quotient_half_away(over: int, under: int) -> int:
    """Return ``over`` divided by ``under``, which is positive, rounded in the same way; no fraction is made."""
    whole, rest = divmod(abs(over), under)
    rounded = whole + (2 * rest >= under)
    return rounded if over >= 0 else -rounded
