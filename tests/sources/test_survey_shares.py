"""The shares of a survey's answers are understood however they are separated."""

from fractions import Fraction

import pytest

from samordna.sources.plan_files.activity_reports import shares_of


@pytest.mark.parametrize(
    "typed", ["ja 62,5 / nej 37,5", "ja 62,5 %; nej 37,5 %", "ja 62,5 %, nej 37,5 %", "ja: 62.5, nej: 37.5"]
)
def test_shares_are_understood(typed):
    assert [(one.answer, one.percent) for one in shares_of(typed)] == [
        ("ja", Fraction(125, 2)),
        ("nej", Fraction(75, 2)),
    ]
