"""A day or month is read where people type or write one, and a year that nobody can mean is refused."""

import datetime as dt

import pytest

from samordna.domain.values.day import day_of, likely_month, likely_months
from samordna.domain.values.period import Period


def test_a_day_and_a_month_are_read():
    assert day_of(" 2023-11-24 ") == dt.date(2023, 11, 24)
    assert [day_of(f"{year}-01-01").year for year in (1990, 2100)] == [1990, 2100]
    assert likely_month("2024-08") == 202408
    assert likely_months("2024-01..2024-08") == Period(202401, 202408)


@pytest.mark.parametrize("text", ["", "i går", "20231124", "2023-W47-5", "2023-02-30", "24/11 2023"])
def test_what_is_no_day_is_said(text):
    with pytest.raises(ValueError, match="en dag skrivs ÅÅÅÅ-MM-DD"):
        day_of(text)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (day_of, "1989-12-31"), (day_of, "3000-01-01"), (day_of, "0001-01-01"),
        (likely_month, "1900-01"), (likely_month, "2101-01"), (likely_months, "2024-01..2150-12"),
    ],
)  # fmt: skip
def test_a_year_that_nobody_means_is_said(read, text):
    with pytest.raises(ValueError, match="kan inte vara rätt"):
        read(text)
