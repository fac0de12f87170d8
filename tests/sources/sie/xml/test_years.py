import datetime as dt

import pytest

from samordna.domain.ledger.books import FiscalYear
from samordna.sources.sie.xml.years import YearMonths, numbered, year_of, year_that_opens, year_with

LAST, THIS, NEXT = YearMonths(202207, 202306), YearMonths(202307, 202406), YearMonths(202407, 202512)
YEARS = {
    -1: FiscalYear(dt.date(2022, 7, 1), dt.date(2023, 6, 30)),
    0: FiscalYear(dt.date(2023, 7, 1), dt.date(2024, 6, 30)),
    1: FiscalYear(dt.date(2024, 7, 1), dt.date(2025, 12, 31)),
}


def test_years_are_numbered_from_the_primary_one_in_whatever_order_they_stand():
    assert numbered([NEXT, LAST, THIS._replace(primary=True)]) == YEARS


def test_a_year_alone_is_the_primary_one():
    assert numbered([THIS]) == {0: YEARS[0]}


def test_without_exactly_one_primary_year_none_has_a_number():
    assert numbered([]) == {}
    assert numbered([LAST, THIS]) == {}
    assert numbered([LAST._replace(primary=True), THIS._replace(primary=True)]) == {}


def test_a_year_is_at_most_eighteen_months_and_ends_after_it_begins():
    assert year_of("2024-07", "2025-12", primary=False) == NEXT
    for start, end in (("2024-07", "2026-01"), ("2024-02", "2024-01"), ("2024", "2025"), ("", "")):
        with pytest.raises(ValueError):  # noqa: PT011 - the caller tells
            year_of(start, end, primary=True)


def test_a_month_opens_one_year_and_lies_in_one():
    assert year_that_opens(YEARS, 202307) == 0
    assert year_that_opens(YEARS, 202306) is None
    assert [year_with(YEARS, month) for month in (202206, 202207, 202406, 202512, 202601)] == [None, -1, 0, 1, None]
    assert year_with({}, 202401) is None
