"""How is the level of a target written down and read, year by year?"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from samordna.domain.goals.goal import Level
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.unit import KRONOR, PERCENT, PERSONS, THOUSANDS, Unit

_ONE: Final = re.compile(
    r"([0-9]{4})\s*:?\s+([-\u2212]?[0-9][0-9\s\u00a0\u202f]*(?:[,.][0-9]{1,4})?)\s*(%|tkr|kr|steg)?"
)
STEPS: Final = Unit("steps", swedish("steg"), "", Fraction(1), 2)
"""What the mean of answers on a scale is told in."""
_UNITS: Final = {"%": PERCENT, "tkr": THOUSANDS, "kr": KRONOR, "steg": STEPS, "": PERSONS}
_SUFFIXES: Final = {unit.code: suffix for suffix, unit in _UNITS.items()}


def levels_of(text: str) -> tuple[tuple[Level, ...], Unit]:
    """Return the levels of a text and the unit they are in: ``2024 50 %``, on lines, or with ``;`` or ``|`` between.

    Raises ``ValueError`` with the reason, in Swedish, for what is no level and for two units.
    """
    told = [one.strip() for one in re.split(r"[;|\n]", text) if one.strip()]
    if not told:
        raise ValueError(swedish("skriv minst ett år och en nivå, till exempel 2024 50 %"))
    found = [_level(one) for one in told]
    units = list(dict.fromkeys(unit for _, unit in found))
    if len(units) > 1:
        raise ValueError(swedish("alla nivåer ska ha samma enhet"))
    return tuple(level for level, _ in found), units[0]


def _level(text: str) -> tuple[Level, Unit]:
    found = _ONE.fullmatch(text)
    if not found:
        told = swedish("”{text}” är ingen nivå. Skriv år, tal och enhet, till exempel 2024 50 % eller 2025 2 000 tkr")
        raise ValueError(told.format(text=text[:40]))
    unit = _UNITS[found[3] or ""]
    number = Fraction(re.sub(r"\s", "", found[2]).replace(",", ".").replace("\u2212", "-"))
    return Level(int(found[1]), number * unit.holds), unit


def typed_levels(levels: Sequence[Level], unit: Unit) -> str:
    """Return levels as ``levels_of`` reads them, one on each line."""
    suffix = _SUFFIXES.get(unit.code, "")
    return "\n".join(f"{one.year} {_number(one.value, unit)} {suffix}".rstrip() for one in levels)


def _number(value: Fraction, unit: Unit) -> str:
    """Return a value with as many decimals as it takes, four at most."""
    scaled = value / unit.holds
    for decimals in range(5):
        whole = scaled * 10**decimals
        if whole.denominator == 1:
            return swedish_number(int(whole), decimals)
    return swedish_number(round(scaled * 10_000), 4)
