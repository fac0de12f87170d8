"""The level of a goal is understood as a person types it; what may mean two things is told with what to write."""

from fractions import Fraction

import pytest

from samordna.domain.goals.goal import Level
from samordna.domain.goals.levels import STEPS, levels_of, typed_levels
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS

HALF = Level(2024, Fraction(1, 2))


@pytest.mark.parametrize(
    "typed",
    [
        "2024 50 %",
        "2024 50%",
        "2024: 50 %",
        "2024:50%",
        "2024 = 50 %",
        "2024 – 50 %",
        "2024 50 procent",
        "2024\u00a050\u00a0%",
    ],
)
def test_a_percentage_is_understood(typed):
    assert levels_of(typed) == ((HALF,), PERCENT)


@pytest.mark.parametrize(
    ("typed", "level", "unit"),
    [
        ("2025 2 000 tkr", 200_000_000, THOUSANDS),
        ("2025 2 000 TKR", 200_000_000, THOUSANDS),
        ("2025 -2 000 kronor", -200_000, KRONOR),
        ("2025 660 deltagare", 660, PERSONS),
        ("2025 660", 660, PERSONS),
        ("2025 0,5 steg", Fraction(1, 2), STEPS),
    ],
)
def test_other_units_are_understood_as_people_write_them(typed, level, unit):
    assert levels_of(typed) == ((Level(2025, Fraction(level)),), unit)


def test_a_number_without_a_unit_is_in_that_of_what_is_read():
    assert levels_of("2024 50", PERCENT) == ((HALF,), PERCENT)
    assert levels_of("2024 0,5", STEPS) == ((HALF,), STEPS)
    assert levels_of("2024 50", PERSONS) == ((Level(2024, Fraction(50)),), PERSONS)


@pytest.mark.parametrize(
    ("typed", "own", "why"),
    [
        ("2024 0,5", PERCENT, "skriv till exempel 50 %"),
        ("2024 2 000", KRONOR_ORE, "säger inte om det är kr eller tkr"),
        ("2024 50 hekto", PERSONS, "är ingen nivå"),
        ("50 %", PERCENT, "är ingen nivå"),
        ("2024 50 %; 2025 3 tkr", PERCENT, "samma enhet"),
        ("", PERCENT, "minst ett år och en nivå"),
    ],
)
def test_what_may_mean_two_things_or_none_is_told(typed, own, why):
    with pytest.raises(ValueError, match=why):
        levels_of(typed, own)


def test_what_is_typed_back_is_read_as_the_same():
    levels, unit = levels_of("2024 50 %; 2026 62,5 %")
    assert levels_of(typed_levels(levels, unit), unit) == (levels, unit)
