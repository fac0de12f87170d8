"""What a person types as an amount, and what is meant."""

import pytest

from samordna.domain.values.amount_asked import amount_asked, amount_typed


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


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("1 234", 123_400),
        ("1\u00a0234,5", 123_450),
        ("-12,50 kr", -1_250),
        ("\u22122 770 000", -277_000_000),
        ("\u2013 5", -500),
        ("+5", 500),
        ("0", 0),
    ],
)
def test_an_amount_that_is_typed_has_its_sign_and_is_to_the_ore(text: str, ore: int) -> None:
    assert amount_typed(text) == ore


@pytest.mark.parametrize("text", ["", "många", "1,234,5", "--5", "12345678901234", "5 %"])
def test_what_is_typed_may_be_no_amount(text: str) -> None:
    assert amount_typed(text) is None
