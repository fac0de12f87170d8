"""Books as values: what they say of themselves."""

import datetime as dt

import pytest

from samordna.domain.ledger.books import FiscalYear


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (dt.date(2024, 1, 1), dt.date(2024, 12, 31), "2024"),
        (dt.date(2023, 7, 1), dt.date(2024, 6, 30), "1 juli 2023–30 juni 2024"),
        (dt.date(2023, 1, 1), dt.date(2024, 12, 31), "1 januari 2023–31 december 2024"),
        (dt.date(2024, 1, 1), dt.date(2024, 8, 31), "1 januari 2024–31 augusti 2024"),
    ],
)
def test_a_fiscal_year_is_told_as_a_year_when_it_is_one(start, end, words):
    assert FiscalYear(start, end).in_words == words
