import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.values.identity_number import carries_identity_number, mask, possible_identity_numbers

# Numbers that Skatteverket gives out for tests, and the organisation's own well-known example.
PERSON = "191212121212"
COORDINATION = "197010632391"


@pytest.mark.parametrize(
    "written",
    [
        "19121212-1212",
        "19121212+1212",
        "191212121212",
        "121212-1212",
        "121212+1212",
        "1212121212",
        "121212 1212",
        "19121212 1212",
        "121212 - 1212",
        "121212–1212",
        "121212—1212",
        "121212  -  1212",
        "19121212 - 1212",
        "121212\u202f1212",
        "12 12 12-1212",
        "12 12 12 - 1212",
        "1912 12 12-1212",
        "19 12 12 12-1212",
        "191212 12-1212",
        "19 121212-1212",
        "19 1212121212",
        "1970 10 63-2391",
        "19701063-2391",
        "701063-2391",
        "7010632391",
        "1912-12-12-1212",
        "12-12-12-1212",
        "1970-10-63-2391",
        "１９１２１２１２-１２１２",
        "١٢١٢١٢-١٢١٢",
    ],
)
def test_a_number_is_seen_however_it_is_written(written):
    text = f"Arvode {written}, mars"
    assert possible_identity_numbers(text) == ((7, 7 + len(written)),)
    assert carries_identity_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hyra 2024",
        "121212-1213",  # wrong check digit
        "121312-1212",  # month 13
        "222000-0000",  # an organisation number has 20 or more where the month stands
        "556036-0793",
        "20240131 Faktura 12",
        "1912-12-12 1212",  # a day, and an account
        "1912-12-12-1213",
        "1912-12-12–1212-12-31",  # a period
        "1912 12 12 1212",
        "12 12 12 1212",  # plain figures beside each other
        "12 12 12 12 1212",
        "12 121 212 12",
        "1 212 121 212 kr",  # whose digits in one would pass
        "121 212 121 2",
        "070-121 21 27",
        "070 121 21 27",
        "0701-21 21 27",
        "802400-1234",
        "Bg 1212-1212",
        "Pg 12 12 12-1",
        "121212 12-12",  # a day, and hours of it
        "5121212-1212",  # one digit too many
        "121212-12125",
        "OCR 1212121212121212",
    ],
)
def test_other_figures_are_left(text):
    assert possible_identity_numbers(text) == ()
    assert mask(text) == text


def test_every_digit_is_hidden_and_the_rest_stays():
    assert (
        mask("Arvode 121212-1212 och 19701063-2391, faktura 4711")
        == "Arvode ••••••-•••• och ••••••••-••••, faktura 4711"
    )


@given(st.text(), st.sampled_from([PERSON, PERSON[2:], COORDINATION]), st.text())
def test_nothing_is_left_to_find_in_a_masked_text(before, number, after):
    hidden = mask(f"{before} {number} {after}")
    assert not carries_identity_number(hidden)
    assert number not in hidden


@given(st.text(alphabet="0123456789-+ abc", max_size=60))
def test_masking_keeps_the_length_and_is_the_same_twice(text):
    hidden = mask(text)
    assert len(hidden) == len(text)
    assert mask(hidden) == hidden


@pytest.mark.parametrize("written", ["１９１２１２１２-１２１２", "1912-12-12-1212"])
def test_digits_of_any_script_are_hidden(written):
    assert not any(sign.isdecimal() for sign in mask(written))
    assert len(mask(written)) == len(written)
