"""Months and periods: how they are written, counted and named."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.values.period import Period, in_a_row, month_in_words, month_of, months_later, swedish_date

MONTHS = st.builds(lambda year, month: year * 100 + month, st.integers(1950, 2100), st.integers(1, 12))
PERIODS = st.builds(lambda one, other: Period(min(one, other), max(one, other)), MONTHS, MONTHS)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-01..2024-08", 202401, 202408),
        ("2024-08", 202408, 202408),
        (" 2023-07..2024-06 ", 202307, 202406),
    ],
)
def test_a_period_is_written_from_month_to_month(written, first, last):
    assert Period.parse(written) == Period(first, last)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2024", "en period skrivs ÅÅÅÅ-MM..ÅÅÅÅ-MM, till exempel 2024-01..2024-08"),
        ("2024-1", "en period skrivs"),
        ("2024-01-2024-08", "en period skrivs"),
        ("2024-01..", "en period skrivs"),
        ("٢٠٢٤-01", "en period skrivs"),
        ("", "en period skrivs"),
        ("2024-13", "månaden 2024-13 finns inte"),
        ("2024-00", "månaden 2024-00 finns inte"),
        ("2024-01..2024-99", "månaden 2024-99 finns inte"),
        ("2024-08..2024-01", "perioden slutar innan den börjar"),
        ("0000-01", "året 0000 kan inte vara rätt"),
        ("0224-01..2024-08", "året 0224 kan inte vara rätt"),
        ("2024-01..9999-12", "året 9999 kan inte vara rätt"),
    ],
)
def test_what_is_no_period_is_told_in_words(written, why):
    with pytest.raises(ValueError, match=f"^{why}"):
        Period.parse(written)


@given(PERIODS)
def test_a_period_that_is_written_and_read_is_the_same(period):
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("period", "words", "short"),
    [
        (Period(202401, 202408), "januari–augusti 2024", "jan–aug 2024"),
        (Period(202408, 202408), "augusti 2024", "aug 2024"),
        (Period(202307, 202406), "juli 2023–juni 2024", "jul 2023–jun 2024"),
        (Period(202305, 202405), "maj 2023–maj 2024", "maj 2023–maj 2024"),
    ],
)
def test_a_period_in_words(period, words, short):
    assert (period.in_words, period.in_short) == (words, short)


def test_a_date_in_words():
    assert swedish_date(dt.date(2024, 8, 31)) == "31 augusti 2024"
    assert swedish_date(dt.date(2024, 1, 1)) == "1 januari 2024"


def test_a_period_begins_on_the_first_day_and_ends_on_the_last():
    february = Period(202402, 202402)
    assert (february.start, february.end) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert Period(202301, 202302).end == dt.date(2023, 2, 28)
    assert Period(202312, 202312).end == dt.date(2023, 12, 31)


@given(MONTHS, st.integers(-400, 400))
def test_going_later_and_back_ends_where_it_began(month, count):
    assert months_later(months_later(month, count), -count) == month
    assert months_later(month, 12) == month + 100


@given(PERIODS)
def test_the_months_of_a_period_are_in_order_and_in_it(period):
    months = period.months
    assert (months[0], months[-1]) == (period.first, period.last)
    assert all(later == months_later(month, 1) for month, later in pairwise(months))
    assert all(month in period for month in months)
    assert months_later(period.last, 1) not in period
    assert months_later(period.first, -1) not in period


@given(PERIODS, PERIODS)
def test_a_period_covers_another_when_it_holds_its_every_month(one, other):
    assert one.covers(other) == (set(other.months) <= set(one.months))


@given(PERIODS, st.integers(0, 40))
def test_the_same_months_years_before(period, years):
    earlier = period.years_before(years)
    assert [months_later(month, 12 * years) for month in earlier.months] == list(period.months)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31)))
def test_a_day_lies_in_its_month_alone(day):
    month = month_of(day)
    assert Period(month, month).start <= day <= Period(month, month).end


def test_a_month_is_written_with_its_year():
    assert month_in_words(202408) == "augusti 2024"


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        (Period(202401, 202408), Period(202408, 202412), True),
        (Period(202401, 202412), Period(202403, 202404), True),
        (Period(202401, 202407), Period(202408, 202412), False),
    ],
)
def test_periods_overlap_when_they_have_a_month_in_common(one, other, common):
    assert one.overlaps(other) == common
    assert other.overlaps(one) == common


@given(st.sets(st.sampled_from(Period(202301, 202512).months)))
def test_months_in_a_row_are_one_period_and_no_two_could_be(months):
    found = in_a_row(months)
    assert [month for one in found for month in one.months] == sorted(months)
    assert all(months_later(one.last, 1) < other.first for one, other in pairwise(found))
