import datetime as dt

import pytest

from samordna.domain.ledger.books import AccountKind, FiscalYear
from samordna.sources.sie import values


@pytest.mark.parametrize(
    ("text", "ore"), [("0", 0), ("-0.00", 0), ("12", 1200), ("-212.5", -21250), ("1234567890.01", 123456789001)]
)
def test_an_amount_is_whole_ore(text, ore):
    assert values.amount_of(text) == ore


@pytest.mark.parametrize("text", ["", "1,50", "+5", "1 000", "1.234", "abc", "5.", ".5", "٥", "9" * 20, "9" * 5000])
def test_an_amount_in_any_other_form_is_not_understood(text):
    with pytest.raises(ValueError, match=r".*"):
        values.amount_of(text)


@pytest.mark.parametrize("text", ["20240230", "2024-01-01", "240101", "00000000", "", "²0240101"])
def test_a_day_that_is_not_in_the_calendar_is_not_understood(text):
    with pytest.raises(ValueError, match=r".*"):
        values.date_of(text)


def test_a_fiscal_year_is_at_most_eighteen_months():
    assert values.fiscal_year("20230701", "20241231") == FiscalYear(dt.date(2023, 7, 1), dt.date(2024, 12, 31))
    for start, end in (("20230101", "20241231"), ("20241231", "20240101"), ("20240101", "")):
        with pytest.raises(ValueError, match=r".*"):
            values.fiscal_year(start, end)


@pytest.mark.parametrize("text", ["222000-0000", "2220000000", "16222000-0000", "162220000000", " 222000-0000 "])
def test_an_organisation_number_is_shown_in_one_form(text):
    assert values.organisation_number(text) == "222000-0000"


@pytest.mark.parametrize(
    ("account", "kind"),
    [
        ("1930", AccountKind.ASSET),
        ("2010", AccountKind.LIABILITY),
        ("3010", AccountKind.INCOME),
        ("4011", AccountKind.COST),
        ("7210", AccountKind.COST),
        ("8010", AccountKind.INCOME),
        ("8411", AccountKind.INCOME),
        ("8511", AccountKind.COST),
        ("9010", AccountKind.COST),
    ],
)
def test_an_account_without_a_declared_kind_has_that_of_its_class(account, kind):
    assert values.kind_by_class(account, bas=False) is kind


def test_in_bas_84_is_interest_paid():
    assert values.kind_by_class("8410", bas=True) is AccountKind.COST
    assert values.kind_by_class("8310", bas=True) is AccountKind.INCOME


def test_what_should_be_an_account_and_is_empty_has_a_nature_too():
    assert values.kind_by_class("", bas=True) is AccountKind.COST
