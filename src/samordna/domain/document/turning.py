"""Where does a figure come from when it is shown with the other sign, income as plus?

The ledger is debit positive. What people read of results and equity has income as plus, and so have its parts, down to
the sums of the ledger, whose sign is turned there and is said to be.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from samordna.domain.document.origin import ComputedOrigin, How, LedgerOrigin, Origin, Part
from samordna.domain.values.language import swedish

_TURNED: Final = swedish("I bokföringen är intäkter, skulder och eget kapital minus: här med omvänt tecken.")
_LINEAR: Final = frozenset({How.SUM, How.DIFFERENCE})


def turned(exact: int | Fraction, origin: Origin) -> Origin:
    """Return the origin of a debit positive value for one who shows it with the other sign.

    What people entered says nothing of signs, and parts that already have the other sign are left as they are.
    """
    if isinstance(origin, LedgerOrigin):
        return ComputedOrigin(_TURNED, (Part(swedish("i bokföringen"), exact, origin),), How.TURNED)
    if not isinstance(origin, ComputedOrigin) or not origin.parts or made_of(origin) == -exact:
        return origin
    if origin.how in _LINEAR and made_of(origin) == exact:
        return replace(origin, parts=tuple(map(_turned_part, origin.parts)))
    return ComputedOrigin(_TURNED, (Part(swedish("före teckenbytet"), exact, origin),), How.TURNED)


def _turned_part(part: Part) -> Part:
    return replace(part, exact=-part.exact, origin=turned(part.exact, part.origin))


def by_itself(origin: Origin) -> Origin:
    """Return what a figure that stands by itself comes from: the ledger's own sum, which the row turns."""
    if (
        isinstance(origin, ComputedOrigin)
        and origin.how is How.TURNED
        and isinstance(origin.parts[0].origin, LedgerOrigin)
    ):
        return origin.parts[0].origin
    return origin


def made_of(origin: ComputedOrigin) -> int | Fraction:
    """Return what the parts of a computed figure come to, as it says that they are put together."""
    exact = [part.exact for part in origin.parts]
    match origin.how:
        case How.DIFFERENCE:
            return exact[0] - exact[1]
        case How.QUOTIENT:
            return Fraction(exact[0]) / exact[1]
        case How.TURNED:
            return -exact[0]
        case How.SUM:
            return sum(exact)
