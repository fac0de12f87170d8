"""In which unit is a figure shown, and what does one unit hold?"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.money import quotient_half_away


@dataclass(frozen=True, slots=True)
class Unit:
    """A declared unit of a table or figure.

    ``holds`` is how much of the exact value one shown unit is: 100 öre in a krona, 1/100 in a per cent.
    ``decimals`` is how many decimals are shown; rounding is half away from zero, once, from the exact value.
    """

    code: str
    name: str
    suffix: str
    holds: Fraction
    decimals: int = 0

    def shown(self, exact: int | Fraction) -> int:
        """Return ``exact`` as a whole number of the last shown decimal (−8489643 for −84 896,43 kr)."""
        over = exact.numerator * 10**self.decimals * self.holds.denominator
        return quotient_half_away(over, exact.denominator * self.holds.numerator)


KRONOR_ORE: Final = Unit("kr_ore", swedish("kronor med öre"), "kr", Fraction(100), 2)
KRONOR: Final = Unit("kr", swedish("kronor"), "kr", Fraction(100))
THOUSANDS: Final = Unit("tkr", swedish("tusental kronor"), "tkr", Fraction(100_000))
PERCENT: Final = Unit("percent", swedish("procent"), "%", Fraction(1, 100))
PERSONS: Final = Unit("persons", swedish("personer"), "", Fraction(1))

UNITS: Final[dict[str, Unit]] = {u.code: u for u in (KRONOR_ORE, KRONOR, THOUSANDS, PERCENT, PERSONS)}
"""The units a layout may name."""
