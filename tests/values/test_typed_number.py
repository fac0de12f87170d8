"""What is typed is refused however the digits of an identity number are set apart; what else is typed is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.values.typed_number import carries_typed_number, mask_typed

APART = (
    "121212-1212", "19121212-1212", "191212121212", "1912-12-12 1212", "12 12 12-1212", "1912 1212 1212",
    "12.12.12-1212", "1912.12.12-1212", "121212.1212", "121212/1212", "121212_1212", "121212—1212", "121212-12 12",
    "12 12 12 12 12", "19 12 12 12 12 12", "1912 12 12 1212", "1212 12-1212", "12-12-12 1212", "1970-10-63 2391",
    "12\u00ad1212-1212", "121212\u00ad-1212", "121212\u200b-1212", "12121\u200b2\u20601\u00ad212", "121212 \n 1212",
    "１２１２１２．１２１２", "051212-1211",
)  # fmt: skip
OTHER = (
    "", "Hyra 2024", "1 212 121 212 kr", "121 212 121 2", "12 121 212 12", "12 000 kr och 121 200 kr",
    "070-121 21 27", "070 121 21 27", "0701-21 21 10", "08-12 12 12 18", "+46 70 121 21 27", "0512-12 12 11",
    "08-1212 1218", "802400-1234", "556036-0793", "16 222000-0000", "Bg 1212-1212", "Pg 12 12 12-1",
    "2024-01-15 10.30", "2024-01-15 10:30", "19121212, 1212 kr", "OCR 1212121212121212", "5121212-1212",
    "121212 12-12", "1912-12-12 1213", "2010 2011 2012",
)  # fmt: skip
DAYS = tuple(f"2024-{month:02}-{day:02}" for month in (1, 12) for day in range(1, 29))


@pytest.mark.parametrize("written", APART)
def test_a_number_is_seen_however_its_digits_are_set_apart(written: str):
    text = f"Anna {written}, mars"
    assert carries_typed_number(text)
    hidden = mask_typed(text)
    assert not any(sign.isdecimal() for sign in hidden)
    assert len(hidden) == len(text)
    assert not carries_typed_number(hidden)


@pytest.mark.parametrize("text", OTHER)
def test_amounts_telephones_giros_and_organisations_are_taken(text: str):
    assert not carries_typed_number(text)
    assert mask_typed(text) == text


@pytest.mark.parametrize("between", [" ", "–", " – ", " till ", "--", ".."])
def test_two_days_or_months_beside_each_other_are_taken(between: str):
    for one in DAYS:
        assert not any(carries_typed_number(f"{one}{between}{other}") for other in DAYS)
    months = [f"{year}-{month:02}" for year in (1999, 2023, 2024) for month in range(1, 13)]
    assert not any(carries_typed_number(f"{one}{between}{other}") for one in months for other in months)


@given(st.text(alphabet="0123456789-+./ \u00ad abc", max_size=60))
def test_nothing_is_left_to_find_in_a_masked_text(text: str):
    hidden = mask_typed(text)
    assert len(hidden) == len(text)
    assert mask_typed(hidden) == hidden
    assert not carries_typed_number(hidden)
