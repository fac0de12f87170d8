"""Which accounts a line answers for, in the words of a layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.statements.selection import AccountSelection, ObjectSelection

CHART = ("1930", "2440", "24401", "5538", "5540", "5541", "5544", "5545", "620", "6200", "6250", "6299", "63")


@pytest.mark.parametrize(
    ("written", "selected"),
    [
        ("5538", ["5538"]),
        ("62*", ["620", "6200", "6250", "6299"]),
        ("62*, !6250", ["620", "6200", "6299"]),
        ("5540..5544", ["5540", "5541", "5544"]),
        ("24*..55*", ["2440", "24401", "5538", "5540", "5541", "5544", "5545"]),
        ("2440", ["2440"]),
        ("9*", []),
    ],
)
def test_accounts_are_selected_by_number_prefix_range_and_exception(written: str, selected: list[str]):
    assert list(AccountSelection.parse(written).among(CHART)) == selected


@pytest.mark.parametrize("written", ["", "55..6", "60..50", "55*..60", "a b"])
def test_a_term_that_is_none_is_named(written: str):
    with pytest.raises(ValueError, match="varken konto, prefix eller ett intervall"):
        AccountSelection.parse(written)


def test_objects_are_one_or_a_pair():
    assert ObjectSelection.parse("1:1010 6:-").keys == (("1", "1010"), ("6", "-"))
    with pytest.raises(ValueError, match="högst två"):
        ObjectSelection.parse("1:1010 6:10 7:3")
    with pytest.raises(ValueError, match="andra dimensionen"):
        ObjectSelection.parse("1:-")


NUMBERS = st.text("0123456789", min_size=1, max_size=5)


@st.composite
def terms(draw: st.DrawFn) -> str:
    """Return a term as somebody might write it."""
    first, no, star = draw(NUMBERS), draw(st.sampled_from(["", "!"])), draw(st.sampled_from(["", "*"]))
    if draw(st.booleans()):
        return f"{no}{first}{star}"
    first, last = sorted((first, draw(st.text("0123456789", min_size=len(first), max_size=len(first)))))
    return f"{no}{first}{star}..{last}{star}"


@given(st.lists(terms(), min_size=1, max_size=4), st.sets(NUMBERS, max_size=40))
def test_what_is_found_among_accounts_is_what_each_of_them_would_answer(written: list[str], accounts: set[str]):
    selection = AccountSelection.parse(", ".join(written))
    assert list(selection.among(accounts)) == sorted(account for account in accounts if account in selection)
