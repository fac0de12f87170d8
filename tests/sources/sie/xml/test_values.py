import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.sources.sie.xml.tags import kronor_of, quantity_in
from samordna.sources.sie.xml.values import (
    REMEMBERED,
    Amounts,
    day_of,
    dimension_of,
    month_number,
    object_key,
    ore_of,
    quantity_of,
)


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("212.50", 21250), ("-212.5", -21250), ("+100", 10000), ("100.", 10000), (".5", 50), ("-.05", -5), ("-0.00", 0),
        ("100.5000", 10050), (" 7.00\n", 700), ("007.10", 710), ("10000000000000.00", 10**15),
    ],
)  # fmt: skip
def test_an_amount_is_whole_ore(written, ore):
    assert ore_of(written) == ore


@pytest.mark.parametrize(
    "written",
    [
        "",
        ".",
        "-",
        "1,5",
        "1 000",
        "1e3",
        "0.005",
        "1_0.00",
        "٣.00",
        "--1",
        "1.2.3",
        "INF",
        "10000000000000.01",
        "9" * 31,
    ],
)
def test_what_is_no_amount_is_refused(written):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller tells
        ore_of(written)


@given(st.integers(-(10**15), 10**15))
def test_every_amount_that_is_written_reads_back(ore):
    assert ore_of(kronor_of(ore)) == ore


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=9))
def test_every_quantity_that_is_written_reads_back(quantity):
    assert quantity_of(quantity_in(quantity) or "") == quantity


def test_a_quantity_is_exact_and_written_without_exponent():
    assert quantity_of("0.1000") == Decimal("0.1")
    assert quantity_in(Decimal("1E+3")) == "1000"
    assert quantity_in(None) is None


@pytest.mark.parametrize(
    "written", ["2024-01-31", " 2024-01-31", "2024-01-31Z", "2024-01-31+01:00", "2024-01-31T23:59:59.1234567-05:00"]
)
def test_a_day_is_the_day_that_is_written(written):
    assert day_of(written) == dt.date(2024, 1, 31)


@pytest.mark.parametrize(
    "written", ["", "20240131", "2024-1-31", "2023-02-29", "0000-01-01", "31/1 2024", "2024-01-31x"]
)
def test_what_is_no_day_is_refused(written):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller tells
        day_of(written)


def test_a_month_is_year_and_month():
    assert month_number("2024-08") == month_number("2024-08Z") == 202408
    for written in ("2024-13", "2024-00", "0000-01", "202408", "2024-8", ""):
        with pytest.raises(ValueError):  # noqa: PT011 - the caller tells
            month_number(written)


def test_a_dimension_is_a_number_and_an_object_any_text():
    assert dimension_of("01") == dimension_of("1") == "1"
    assert object_key("06", " 01 ") == ("6", " 01 ")
    for dimension, code in (("P", "1"), ("", "1"), ("1234567", "1"), ("1", "")):
        with pytest.raises(ValueError):  # noqa: PT011 - the caller tells
            object_key(dimension, code)


def test_no_more_is_remembered_than_memory_is_worth():
    amounts = Amounts()
    for kronor in range(REMEMBERED + 5):
        assert amounts[f"{kronor}.00"] == kronor * 100
    assert len(amounts) == 5
