"""What stands in a cell: a figure that knows its value, nothing, or the reason why there is none."""

from fractions import Fraction

import pytest

from samordna.domain.document import BLANK, Blank, EnteredOrigin, Missing, Number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS

ORIGIN = EnteredOrigin("Protokoll", "a:b", "actual", Period(202401, 202408))


@pytest.mark.parametrize(
    ("exact", "unit", "nil", "text", "decimal"),
    [
        (-84_896_43, KRONOR_ORE, None, "−84 896,43", "-84896.43"),
        (-84_896_43, KRONOR, None, "−84 896", "-84896"),
        (-84_896_43, THOUSANDS, None, "−85", "-85"),
        (0, KRONOR_ORE, None, "0,00", "0.00"),
        (0, KRONOR, "–", "–", "0"),
        (49, KRONOR, "–", "–", "0"),  # what is shown as zero is nil
        (50, KRONOR, "–", "1", "1"),
        (-49, KRONOR, None, "0", "0"),  # and has no sign
        (0, KRONOR, "", "", "0"),
        (Fraction(65, 100), PERCENT, None, "65", "65"),
        (2, PERSONS, None, "2", "2"),
    ],
)
def test_a_figure_is_exact_until_it_is_shown(exact, unit, nil, text, decimal):
    number = Number(exact, unit, ORIGIN, nil)
    assert (number.text, number.decimal, number.exact) == (text, decimal, exact)


def test_a_figure_cannot_be_changed():
    with pytest.raises(AttributeError):
        Number(1, KRONOR, ORIGIN).exact = 2  # type: ignore[misc]


def test_nothing_and_missing_are_not_zero():
    assert Blank() == BLANK
    assert Missing("året är inte inläst") != BLANK
    assert Missing("året är inte inläst").reason == "året är inte inläst"
