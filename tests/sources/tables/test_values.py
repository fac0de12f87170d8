"""How amounts, days, months and accounts are written in tables."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.tables.agreed import unhurried

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.values.numerals import swedish_number
from samordna.sources.tables.values import account_of, amount_of, code_of, date_of, month_of_cell, opening_month

YEAR = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
BROKEN_YEAR = FiscalYear(dt.date(2023, 7, 1), dt.date(2024, 6, 30))

AMOUNTS = {
    "1 234,50": 123450,
    "1\u00a0234,50": 123450,
    "1\u202f234,50": 123450,
    "1\u2009234\u2009567,50": 123456750,
    "1'234,50": 123450,
    "1.234,50": 123450,
    "1.234": 123400,
    "1234.50": 123450,
    "1234,5": 123450,
    "1234": 123400,
    ",50": 50,
    "-1 234,50": -123450,
    "\u22121 234,50": -123450,
    "– 1 234,50": -123450,
    "1 234,50-": -123450,
    "1 234,50 \u2212": -123450,
    "(1 234,50)": -123450,
    "+12,00": 1200,
    "1 234,50 kr": 123450,
    "1 234:-": 123400,
    "SEK": None,
    "0,00": 0,
}


@pytest.mark.parametrize("text", [text for text, ore in AMOUNTS.items() if ore is not None])
def test_an_amount_is_understood_however_it_is_written_in_swedish(text):
    assert amount_of(text).ore == AMOUNTS[text]
    assert not amount_of(text).rounded


@pytest.mark.parametrize("text", ["1,234.50", "1,234", "1 234.5", "1'234.50"])
def test_a_decimal_point_makes_commas_part_thousands(text):
    assert amount_of(text, ".").ore in {123450, 123400}


@pytest.mark.parametrize(
    "text",
    ["SEK", "abc", "12 34", "1,2,3", "--5", "-5-", "(5", "5)", "(-5)", "1.23.456", "1 2345", "12e3", "٣", "1" * 19],
)
def test_what_is_no_amount_is_not_guessed_at(text):
    with pytest.raises(ValueError, match=r".*"):
        amount_of(text)


@pytest.mark.parametrize("cell", ["", "-", "–", "\u2212"])
def test_nothing_and_a_lone_dash_are_no_amount_rather_than_zero(cell):
    assert amount_of(cell) is None


@pytest.mark.parametrize(
    ("number", "ore"), [("0.30000000000000004", 30), ("1234.4999999999998", 123450), ("-0.005", -1), ("1930.0", 193000)]
)
def test_a_stored_number_is_rounded_to_ore_by_its_exact_decimal_half_away_from_zero(number, ore):
    assert amount_of(Decimal(number)).ore == ore


@pytest.mark.parametrize(("cell", "rounded"), [(Decimal("0.30000000000000004"), False), (Decimal("12.345"), True)])
def test_noise_of_a_float_is_no_rounding_but_a_third_decimal_is(cell, rounded):
    assert amount_of(cell).rounded is rounded


def test_a_text_with_more_decimals_is_rounded_and_told():
    assert amount_of("333,3333") == (33333, True)
    assert amount_of("333,3300") == (33333, False)


@pytest.mark.parametrize("cell", [Decimal("1E+19"), Decimal(10) ** 14, dt.date(2024, 1, 1)])
def test_a_number_beyond_any_ledger_and_a_day_are_no_amounts(cell):
    with pytest.raises(ValueError, match=r".*"):
        amount_of(cell)


@unhurried
@given(st.integers(-(10**15), 10**15))
def test_every_amount_that_we_write_ourselves_is_read_back(ore):
    assert amount_of(swedish_number(ore, 2)).ore == ore


@unhurried
@given(st.integers(-(10**14), 10**14))
def test_a_float_of_an_amount_is_read_back_exactly(ore):
    assert amount_of(Decimal(repr(ore / 100))).ore == ore


@unhurried
@given(st.text(), st.sampled_from(",."))
def test_any_text_is_an_amount_or_told(text, mark):
    try:
        amount_of(text, mark)
    except ValueError:
        return


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2024, 1, 31), "2024-01-31", "20240131", "31/1 2024", "31/01/2024", "31.1.2024", "240131", "24-01-31",
        "2024-01-31 00:00:00", "2024-01-31T12:30", "2024/1/31", "31 jan 2024", "31 januari 2024", "45322",
        Decimal(45322), Decimal("45322.5"), Decimal(20240131), Decimal(240131),
    ],
)  # fmt: skip
def test_a_day_is_understood_however_it_is_written(cell):
    assert date_of(cell) == dt.date(2024, 1, 31)


@pytest.mark.parametrize(
    "cell", ["2024-02-30", "20241301", "2024", "12", "x", "0000-01-01", Decimal("3.5"), "31 foo 2024"]
)
def test_a_day_that_does_not_exist_is_told(cell):
    with pytest.raises(ValueError, match=r".*"):
        date_of(cell)


@unhurried
@given(st.text())
def test_any_text_is_a_day_or_told(text):
    try:
        date_of(text)
    except ValueError:
        return


@pytest.mark.parametrize(
    "cell",
    ["202403", "2024-03", "mars", "Mar 2024", "mar-24", "3", "03", Decimal(3), Decimal(202403), dt.date(2024, 3, 9)],
)
def test_a_month_is_understood_however_it_is_written(cell):
    assert month_of_cell(cell, YEAR) == 202403


def test_the_first_month_of_a_broken_fiscal_year_is_its_first():
    assert month_of_cell("1", BROKEN_YEAR) == 202307
    assert month_of_cell("jan", BROKEN_YEAR) == 202401


def test_month_nought_is_what_the_year_opened_with_and_thirteen_its_closing():
    assert month_of_cell("202400", YEAR) == month_of_cell("0", YEAR) == opening_month(YEAR) == 202312
    assert month_of_cell("202413", YEAR) == month_of_cell("13", YEAR) == 202412


@pytest.mark.parametrize("cell", ["202303", "mars 2023", "14", "202499", "hej", "", "maj 2025"])
def test_a_month_outside_the_year_is_told(cell):
    with pytest.raises(ValueError, match=r".*"):
        month_of_cell(cell, YEAR)


@pytest.mark.parametrize("cell", [Decimal(1930), "1930", "1930 Bankgiro", "1930 - Bankgiro", "1930: Bankgiro"])
def test_an_account_may_stand_with_its_name(cell):
    assert account_of(cell).code == "1930"
    assert account_of(cell).name in {"", "Bankgiro"}


@pytest.mark.parametrize("cell", ["Summa", "1930Bank", "2024-01-31", Decimal("19.5"), "", dt.date(2024, 1, 31)])
def test_what_is_no_account_number_is_told(cell):
    with pytest.raises(ValueError, match=r".*"):
        account_of(cell)


def test_a_cost_centre_may_stand_with_its_name_and_a_dash_is_none():
    assert code_of("3001 Kansli") == ("3001", "Kansli")
    assert code_of("P1") == ("P1", "")
    assert code_of("2024-01") == ("2024-01", "")
    assert code_of(Decimal(3001)) == ("3001", "")
    assert code_of("-") == ("", "")
