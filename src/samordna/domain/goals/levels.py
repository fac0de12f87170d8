"""How is the level of a target written down and read, year by year?"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from samordna.domain.goals.goal import Level
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS, Unit

_ONE: Final = re.compile(
    r"([0-9]{4})(?:\s*[:=]\s*|\s+[-\u2013]\s+|\s+)([-\u2212]?[0-9][0-9\s]*(?:[,.][0-9]{1,4})?)\s*(%|[a-z\u00e5\u00e4\u00f6]+)?",
    re.IGNORECASE,
)
STEPS: Final = Unit("steps", swedish("steg"), "", Fraction(1), 2)
"""What the mean of answers on a scale is told in."""
_UNITS: Final = {"%": PERCENT, "tkr": THOUSANDS, "kr": KRONOR, "steg": STEPS, "": PERSONS}
_ALSO: Final = {"procent": "%", "kronor": "kr", "personer": "", "deltagare": "", "st": ""}
"""What people write for the same units."""
_MONEY: Final = (KRONOR.code, KRONOR_ORE.code, THOUSANDS.code)
_SUFFIXES: Final = {unit.code: suffix for suffix, unit in _UNITS.items()}


def levels_of(text: str, own: Unit = PERSONS) -> tuple[tuple[Level, ...], Unit]:
    """Return the levels of a text and the unit they are in: ``2024 50 %``, on lines, or with ``;`` or ``|`` between.

    ``own`` is what is read is in: a number without a unit is in per cent or steps where that is. Raises ``ValueError``
    with the reason, in Swedish, for what is no level, for two units, and for what may mean two things.
    """
    told = [one.strip() for one in re.split(r"[;|\n]", text) if one.strip()]
    if not told:
        raise ValueError(swedish("skriv minst ett år och en nivå, till exempel 2024 50 %"))
    found = [_level(one, own) for one in told]
    units = list(dict.fromkeys(unit for _, unit in found))
    if len(units) > 1:
        raise ValueError(swedish("alla nivåer ska ha samma enhet"))
    return tuple(level for level, _ in found), units[0]


def _level(text: str, own: Unit) -> tuple[Level, Unit]:
    found = _ONE.fullmatch(text)
    word = "" if found is None else (found[3] or "").lower()
    suffix = _ALSO.get(word, word)
    if found is None or suffix not in _UNITS:
        told = swedish("”{text}” är ingen nivå. Skriv år, tal och enhet, till exempel 2024 50 % eller 2025 2 000 tkr")
        raise ValueError(told.format(text=text[:40]))
    number = Fraction(re.sub(r"\s", "", found[2]).replace(",", ".").replace("\u2212", "-"))
    unit = _UNITS[suffix] if word else _unit_of_bare(number, own, text)
    return Level(int(found[1]), number * unit.holds), unit


def _unit_of_bare(number: Fraction, own: Unit, text: str) -> Unit:
    """Return the unit of a number that none is written after."""
    if own.code == PERCENT.code and 0 < abs(number) < 1:
        raise ValueError(
            swedish("”{text}” kan vara procent eller delar av ett: skriv till exempel 50 %").format(text=text)
        )
    if own.code in _MONEY:
        raise ValueError(swedish("”{text}” säger inte om det är kr eller tkr: skriv det efter talet").format(text=text))
    return own if own.code in (PERCENT.code, STEPS.code) else PERSONS


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
