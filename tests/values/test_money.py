"""Money is a whole number of öre, and a half goes away from zero."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.values.money import ore_from_decimal, quotient_half_away, round_half_away
from samordna.domain.values.numerals import decimal_text


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("0", 0), ("-0", 0), ("1", 100), ("212.5", 212_50), ("-212.5", -212_50), ("0.05", 5), ("-0.05", -5),
        ("00012.00", 12_00), ("9999999999999.99", 999_999_999_999_999),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_sie_writes_it(written, ore):
    assert ore_from_decimal(written) == ore


@pytest.mark.parametrize(
    "written", ["", "-", "+1", "1,50", "1 000", "1.005", "1.", ".5", "1e3", "−1", "٣", " 1", "1\n"]
)
def test_anything_else_is_no_amount(written):
    with pytest.raises(ValueError, match=r".*"):
        ore_from_decimal(written)


@given(st.integers(-(10**18), 10**18))
def test_an_amount_that_is_written_and_read_is_the_same(ore):
    assert ore_from_decimal(decimal_text(ore, 2)) == ore


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(5, 2), 3), (Fraction(-5, 2), -3), (Fraction(7, 2), 4), (Fraction(1, 2), 1), (Fraction(-1, 2), -1),
        (Fraction(49, 100), 0), (Fraction(-49, 100), 0), (Fraction(0), 0), (7, 7), (-7, -7),
    ],
)  # fmt: skip
def test_a_half_goes_away_from_zero(value, rounded):
    assert round_half_away(value) == rounded


@given(st.decimals(-(10**12), 10**12, places=6))
def test_rounding_is_what_the_decimal_library_calls_half_up(value):
    assert round_half_away(Fraction(value)) == int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@given(st.fractions())
def test_rounding_moves_at_most_a_half_and_knows_no_side(value):
    rounded = round_half_away(value)
    assert abs(rounded - value) <= Fraction(1, 2)
    assert round_half_away(-value) == -rounded
    assert round_half_away(rounded) == rounded


@given(st.integers(), st.integers(min_value=1))
def test_a_quotient_is_rounded_as_its_fraction_is(over, under):
    assert quotient_half_away(over, under) == round_half_away(Fraction(over, under))
    assert abs(Fraction(over, under) - quotient_half_away(over, under)) <= Fraction(1, 2)
