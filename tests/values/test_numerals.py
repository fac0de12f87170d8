"""A number as a Swedish reader and as a machine sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.values.numerals import GROUP, MINUS, decimal_text, how_many, swedish_number


@pytest.mark.parametrize(
    ("shown", "decimals", "text"),
    [
        (0, 0, "0"),
        (0, 2, "0,00"),
        (999, 0, "999"),
        (1000, 0, "1 000"),
        (123456789, 2, "1 234 567,89"),
        (-123456789, 2, "−1 234 567,89"),
        (5, 2, "0,05"),
        (-5, 2, "−0,05"),
        (-1000000, 0, "−1 000 000"),
    ],
)
def test_a_swedish_reader_sees_groups_a_comma_and_a_real_minus(shown, decimals, text):
    assert swedish_number(shown, decimals) == text.replace(" ", GROUP)


@pytest.mark.parametrize(
    ("shown", "decimals", "text"),
    [(-8489643, 2, "-84896.43"), (5, 2, "0.05"), (-5, 2, "-0.05"), (1000, 0, "1000"), (0, 2, "0.00")],
)
def test_a_machine_sees_a_point_and_a_hyphen(shown, decimals, text):
    assert decimal_text(shown, decimals) == text


@given(st.integers(), st.integers(0, 4))
def test_both_write_the_same_number(shown, decimals):
    plain = swedish_number(shown, decimals).replace(GROUP, "").replace(",", ".").replace(MINUS, "-")
    assert plain == decimal_text(shown, decimals)


@given(st.integers(), st.integers(0, 4))
def test_a_number_never_breaks_at_the_end_of_a_line(shown, decimals):
    assert " " not in swedish_number(shown, decimals)
    assert "-" not in swedish_number(shown, decimals)


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 rader"), (1, "en rad"), (2, "2 rader"), (1200, f"1{GROUP}200 rader")]
)
def test_one_thing_is_told_in_the_singular(count, told):
    assert how_many(count, "en rad", "{count} rader") == told
