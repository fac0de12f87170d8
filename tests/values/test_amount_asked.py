"""What a person types as an amount, and what is meant."""

import pytest

from samordna.domain.values.amount_asked import amount_asked


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("1 234,50", 123450, 123450),
        ("1234,5", 123450, 123450),
        ("-1234,50", 123450, 123450),
        ("\u22121\u00a0234,50", 123450, 123450),
        ("1.234,50", 123450, 123450),
        ("1234.50", 123450, 123450),
        ("1234", 123400, 123499),
        ("1.234", 123400, 123499),
        ("12 345 kr", 1234500, 1234599),
        ("1234:-", 123400, 123499),
        ("0", 0, 99),
        ("0,00", 0, 0),
    ],
)
def test_an_amount_is_read_as_it_was_meant(text, least, most):
    assert amount_asked(text) == (least, most)


@pytest.mark.parametrize(
    "text", ["", "hyra", "A 123", "1,234", "1 2", "12,345,678", "1e5", "١٢", "--1", "1" * 14, "9" * 10_000, "1 234 5"]
)
def test_what_is_no_amount_is_none(text):
    assert amount_asked(text) is None
