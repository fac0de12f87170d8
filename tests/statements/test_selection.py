"""Which accounts, and which objects, a line answers for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.statements.selection import AccountSelection, ObjectSelection

CHART = ("1930", "5010", "5080", "5538", "5539", "5540", "5544", "5545", "6230", "6250", "6299", "7010", "62", "62100")


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ("1930", "1930"),
        ("1930, 7010", "1930 7010"),
        ("62*", "62 62100 6230 6250 6299"),
        ("5540..5544", "5540 5544"),
        ("50*..62*", "5010 5080 5538 5539 5540 5544 5545 62 62100 6230 6250 6299"),
        ("62*, !6250", "62 62100 6230 6299"),
        ("50*..70*, !55*, !62*", "5010 5080 7010"),
        ("!62*, 62*, 1930", "1930"),
        ("9999", ""),
        ("", ""),
        ("50*..62*, !55*, !62*, 5540, 6250", "5010 5080 5540 6250"),
        ("6250, !6250", ""),
    ],
)
def test_a_selection_is_read_as_it_is_written(written, holds):
    selection = AccountSelection.parse(written)
    assert selection.among(CHART) == tuple(sorted(holds.split()))
    assert tuple(account for account in sorted(CHART) if account in selection) == tuple(sorted(holds.split()))


@pytest.mark.parametrize("written", ["62*,", "62..6250", "6250..6240", "62*..6999", "6250..62*", "a b", "62**", "-1"])
def test_what_is_no_selection_is_told(written):
    with pytest.raises(ValueError, match="är varken konto, prefix eller ett intervall av endera"):
        AccountSelection.parse(written)


def test_only_accounts_written_out_are_named():
    assert AccountSelection.parse("5540, 5538, 62*, 7000..7099, !5539").named == ("5538", "5540")


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
def test_what_is_found_among_accounts_is_what_each_of_them_would_answer(written, accounts):
    selection = AccountSelection.parse(", ".join(written))
    assert list(selection.among(accounts)) == sorted(account for account in accounts if account in selection)


@given(st.sets(NUMBERS, max_size=40), st.integers(10, 98))
def test_a_range_of_prefixes_is_its_prefixes(accounts, first):
    together = AccountSelection.parse(f"{first}*..{first + 1}*")
    assert together.among(accounts) == AccountSelection.parse(f"{first}*, {first + 1}*").among(accounts)


@pytest.mark.parametrize(
    ("written", "account", "more"),
    [
        ("3740, 3990", "3800", "3740, 3800, 3990"),
        ("3740, 3990", "3100", "3100, 3740, 3990"),
        ("62*, !6250", "6250", "62*"),
        ("4*..7*, !79*", "7910", "4*..7*, 7910, !79*"),
        ("5538, 5540, 55*", "6250", "5538, 5540, 55*, 6250"),
        ("", "6250", "6250"),
        ("62*", "6250", "62*"),
    ],
)
def test_an_account_is_added_as_a_person_would_write_it(written, account, more):
    assert AccountSelection.parse(written).adding(account).text == more


@pytest.mark.parametrize(
    ("written", "account", "less"),
    [
        ("3740, 3990", "3740", "3990"),
        ("62*", "6250", "62*, !6250"),
        ("6230, 62*", "6230", "62*, !6230"),
        ("4*..7*, 7910, !79*", "7910", "4*..7*, !79*"),
        ("8010", "8010", ""),
        ("8010, !80*", "8010", ""),
        ("62*", "7010", "62*"),
    ],
)
def test_an_account_is_left_out_as_a_person_would_write_it(written, account, less):
    assert AccountSelection.parse(written).leaving_out(account).text == less


@given(st.lists(terms(), max_size=4), st.sets(NUMBERS, max_size=40), NUMBERS)
def test_adding_and_leaving_out_touch_no_other_account(written, accounts, account):
    selection = AccountSelection.parse(", ".join(written))
    others = accounts - {account}
    for changed, is_in in ((selection.adding(account), True), (selection.leaving_out(account), False)):
        assert (account in changed) is is_in
        assert changed.among(others) == selection.among(others)


@pytest.mark.parametrize("account", ["", "62, 7010", "62*", "!62", "62\n"])
def test_what_is_no_number_is_neither_added_nor_left_out(account):
    for change in (AccountSelection.parse("62*").adding, AccountSelection.parse("62*").leaving_out):
        with pytest.raises(ValueError, match="är inget kontonummer"):
            change(account)


def test_objects_are_one_or_a_pair():
    assert ObjectSelection.parse("1:3001").keys == (("1", "3001"),)
    assert ObjectSelection.parse("1:1010 6:10").keys == (("1", "1010"), ("6", "10"))
    assert ObjectSelection.parse("1:1010 6:-").keys == (("1", "1010"), ("6", "-"))
    assert ObjectSelection.parse("6:P1").keys == (("6", "P1"),)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("3001", "”3001” är ingen dimension med objekt; skriv 1:3001"),
        ("1:10 6:P1 7:X", "högst två dimensioner kan begränsa en rad"),
        ("1:-", "”utan objekt” kan bara stå för den andra dimensionen"),
        ("6:P1 1:10", "paret 6 och 1 summeras inte; skriv 1:… 6:…"),
        ("1:10 7:X", "paret 1 och 7 summeras inte; skriv 1:… 6:…"),
    ],
)
def test_objects_that_cannot_be_answered_for_are_told(written, reason):
    with pytest.raises(ValueError, match=f"^{reason}$"):
        ObjectSelection.parse(written)
