"""A floor and a ceiling are said with a day and a source, and an equity stands in one way against both."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.document import Number
from samordna.domain.plan.equity.limits import Limit, LimitKind, Limits, Standing, limits_problems, standing
from samordna.domain.plan.equity.tables import limits_table
from samordna.domain.values.period import Period

DAY = dt.date(2024, 1, 1)
FLOOR, CEILING = Limit(DAY, "§ 2", amount=2_000_00), Limit(DAY, "Rådet", share=Fraction(1, 5))


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        (Limit(DAY, "§ 2"), "without-level"),
        (Limit(DAY, "§ 2", 1, Fraction(1, 5)), "without-level"),
        (Limit(DAY, "§ 2", amount=-1), "negative"),
        (Limit(DAY, "§ 2", share=Fraction(-1, 5)), "negative"),
        (Limit(DAY, " ", amount=1), "without-source"),
    ],
)
@pytest.mark.parametrize("kind", LimitKind)
def test_what_is_wrong_with_a_limit_has_place_found_and_remedy(kind, limit, code):
    told = Limits(floors=(limit,)) if kind is LimitKind.FLOOR else Limits(ceilings=(limit,))
    [problem] = limits_problems(told)
    assert problem.code == f"equity-limit-{code}"
    assert problem.place == f"{kind.in_words} för eget kapital"
    assert problem.found
    assert problem.remedy


def test_each_way_has_the_limit_that_has_begun():
    limits = Limits((FLOOR,), (CEILING,))
    assert limits.at(LimitKind.FLOOR, Period(202301, 202312)) is None
    assert limits.at(LimitKind.FLOOR, Period(202401, 202401)) == FLOOR
    assert limits.at(LimitKind.CEILING, Period(202401, 202412)) == CEILING
    assert not list(limits_problems(limits))


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_an_equity_is_spent_below_within_or_above(equity, floor, more):
    told = standing(equity, floor, floor + more)
    assert (told is Standing.SPENT) == (equity < 0)
    assert (told is Standing.BELOW) == (0 <= equity < floor)
    assert (told is Standing.ABOVE) == (equity > floor + more)
    assert (standing(equity, None, None) is Standing.SPENT) == (equity < 0)


def test_the_limits_are_told_in_a_table_with_their_sources():
    table = limits_table(Limits((FLOOR,), (CEILING,)))
    assert [row.label for row in table.rows] == ["Golv från 1 januari 2024", "Tak från 1 januari 2024"]
    assert [cell.text for row in table.rows for cell in row.cells if isinstance(cell, Number)] == ["2", "20"]
    assert table.remarks == ("Golv från 1 januari 2024: § 2.", "Tak från 1 januari 2024: Rådet.")
