"""A percentage is understood however a person types it, and what is none is told with what to write."""

from fractions import Fraction

import pytest

from samordna.domain.values.percent import part_of


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("50", Fraction(1, 2)),
        ("50%", Fraction(1, 2)),
        ("50 %", Fraction(1, 2)),
        (" 50\u00a0% ", Fraction(1, 2)),
        ("50 procent", Fraction(1, 2)),
        ("33,3", Fraction(333, 1000)),
        ("33.3 %", Fraction(333, 1000)),
        ("0,5 %", Fraction(1, 200)),
        ("-10", Fraction(-1, 10)),
        ("−10 %", Fraction(-1, 10)),
        ("+10", Fraction(1, 10)),
        ("1 000", Fraction(10)),
    ],
)
def test_a_percentage_is_understood(typed, part):
    assert part_of(typed) == part


@pytest.mark.parametrize("typed", ["", "tjugo", "50 %%", "1/2", "5e1", "12345", "50 kr", "--5", "5,"])
def test_anything_else_is_told_with_an_example(typed):
    with pytest.raises(ValueError, match="skriv procent med siffror, till exempel 40"):
        part_of(typed)
