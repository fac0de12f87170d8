"""How an exact amount is shown in each unit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS, UNITS


@pytest.mark.parametrize(
    ("unit", "exact", "shown"),
    [
        (KRONOR_ORE, -84_896_43, -8_489_643),
        (KRONOR, -84_896_43, -84_896),
        (KRONOR, 50, 1),
        (KRONOR, -50, -1),
        (KRONOR, 49, 0),
        (THOUSANDS, 499_99, 0),
        (THOUSANDS, 500_00, 1),
        (THOUSANDS, -500_00, -1),
        (THOUSANDS, 8_099_514_00, 8100),
        (PERCENT, Fraction(1, 3), 33),
        (PERCENT, Fraction(5, 1000), 1),
        (PERCENT, Fraction(-455, 1000), -46),
        (PERSONS, 3, 3),
        (PERSONS, Fraction(5, 2), 3),
    ],
)
def test_an_exact_amount_is_rounded_once_from_the_ore(unit, exact, shown):
    assert unit.shown(exact) == shown


def test_a_layout_may_name_each_unit_by_its_code():
    assert list(UNITS) == ["kr_ore", "kr", "tkr", "percent", "persons"]
    assert all(unit.code == code for code, unit in UNITS.items())


@given(st.integers(-(10**15), 10**15), st.sampled_from(list(UNITS.values())))
def test_what_is_shown_is_never_more_than_half_a_step_away(ore, unit):
    step = unit.holds / 10**unit.decimals
    assert abs(unit.shown(ore) * step - ore) <= step / 2
    assert unit.shown(-ore) == -unit.shown(ore)


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=20))
def test_a_total_in_ore_and_its_lines_add_up_exactly(lines):
    assert KRONOR_ORE.shown(sum(lines)) == sum(KRONOR_ORE.shown(line) for line in lines)
