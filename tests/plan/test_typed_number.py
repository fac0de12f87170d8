"""What somebody types in a cell is read with the table's sign, in its unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.plan.typed_number import Cell, UnreadableNumberError
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, THOUSANDS

MINUS, PLUS = Cell(KRONOR, -1), Cell(KRONOR, 1)
"""Cells of a table that shows costs as minus, and as plus."""


@pytest.mark.parametrize(
    ("typed", "standing", "cell", "meant"),
    [
        ("600", None, MINUS, 600_00),
        ("600", None, PLUS, 600_00),
        ("600", 500_00, MINUS, 600_00),
        ("600", -500_00, MINUS, -600_00),
        ("600", -500_00, PLUS, -600_00),
        ("600", 0, MINUS, 600_00),
        ("−600", -500_00, MINUS, 600_00),
        ("+600", 500_00, MINUS, -600_00),
        ("-600", 500_00, PLUS, -600_00),
        ("+600", -500_00, PLUS, 600_00),
        ("0", 500_00, MINUS, 0),
        ("1 234\u00a0567 kr", None, MINUS, 1_234_567_00),
        ("12,5", None, MINUS, 12_50),
        ("12,5 tkr", None, Cell(THOUSANDS, -1), 12_500_00),
        ("–12", None, Cell(THOUSANDS, -1), 12_000_00),
        ("1 780", 1_779_600_00, Cell(THOUSANDS, -1), 1_779_600_00),
        ("1 780,0", 1_779_600_00, Cell(THOUSANDS, -1), 1_780_000_00),
        ("12,50", 12_50, Cell(KRONOR_ORE, 1), 12_50),
        ("", 500_00, MINUS, None),
        (" \u00a0", None, MINUS, None),
    ],
)
def test_a_number_has_the_sign_of_the_cell_unless_one_is_written(typed, standing, cell, meant):
    assert cell.read(typed, standing) == meant


@pytest.mark.parametrize("typed", ["kr", "1.5", "12 tkr", "1,234", "--5", "5-", "٣", "1e3", "NaN", "=1", "9" * 15])
def test_what_is_no_number_is_not_guessed_at(typed):
    with pytest.raises(UnreadableNumberError):
        MINUS.read(typed, None)


@given(
    st.integers(-(10**15), 10**15),
    st.sampled_from([KRONOR, THOUSANDS, KRONOR_ORE]),
    st.sampled_from([1, -1]),
    st.booleans(),
)
def test_what_a_cell_shows_is_read_back_to_the_ore(amount, unit, sign, is_other):
    cell = Cell(unit, sign)
    text = swedish_number(unit.shown(amount * sign), unit.decimals)
    standing, others = (amount + 10**7, (amount,)) if is_other else (amount, ())
    assert cell.read(text if text.startswith("\u2212") else f"+{text}", standing, *others) == amount
