"""How is an amount written in kronor, where it stands in words?"""

from fractions import Fraction

from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.unit import KRONOR, KRONOR_ORE


def whole_kronor(ore: Ore | Fraction) -> str:
    """Return an amount to the krona: ``1 780 000``."""
    return swedish_number(KRONOR.shown(ore))


def kronor_and_ore(ore: Ore | Fraction) -> str:
    """Return an amount to the öre: ``1 780 000,50``."""
    return swedish_number(KRONOR_ORE.shown(ore), KRONOR_ORE.decimals)


def kronor_as_they_are(ore: Ore | Fraction) -> str:
    """Return an amount with öre only when there are any: ``1 780 000`` or ``1 780 000,50``."""
    return kronor_and_ore(ore) if ore % 100 else whole_kronor(ore)


def whole_kr(ore: Ore | Fraction) -> str:
    """Return the same as ``whole_kronor`` with its unit: ``1 780 000 kr``."""
    return f"{whole_kronor(ore)} kr"


def kr_and_ore(ore: Ore | Fraction) -> str:
    """Return the same as ``kronor_and_ore`` with its unit: ``1 780 000,50 kr``."""
    return f"{kronor_and_ore(ore)} kr"


def kr_as_they_are(ore: Ore | Fraction) -> str:
    """Return the same as ``kronor_as_they_are`` with its unit."""
    return f"{kronor_as_they_are(ore)} kr"
