"""What plus means is told beside the figures wherever another table prints the same figure with the other sign."""

import pytest
from tests.statements.ledger import books, laid_out, layout

from samordna.domain.statements.layout import Side
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.signs import cost_words, net_side, net_words, with_signs_told

HEAD = """
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
shows = "credit"
answers_for = ["I", "K"]
columns = [{ id = "actual", label = "Utfall" }]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "kostnader", label = "Kostnader", accounts = "5*" },
  { id = "ej_fordelat", label = "Ej fördelat", unassigned = ["I", "K"] },
]
"""
BOOKS = """
account     opening  2024-01
3010 I Bidrag     .    -1000
5010 K Hyra       .      200
"""


def table(kind: str, lines: str, more: str = "") -> str:
    return f"""
[[statement]]
id = "other"
kind = "{kind}"
title = "Annan"
{more}
columns = [{{ id = "actual", label = "Utfall" }}]
lines = [{lines}]
"""


def remarks(text: str) -> tuple[str, ...]:
    told = with_signs_told(laid_out(HEAD + text, books(BOOKS), "2024-01"))
    assert told.table("income").remarks == ()
    return told.table("other").remarks


COST = '{ id = "k", label = "Kostnad", accounts = "5*" }'
CENTRE = '{ id = "k", label = "Norr", accounts = "5*", objects = "1:10" }'
INCOME = '{ id = "i", label = "Intäkt", accounts = "3*", shows = "credit" }'


@pytest.mark.parametrize(
    ("lines", "more", "words"),
    [
        (CENTRE, "", "Nettokostnad visas med plus, överskott med minus."),
        (CENTRE, 'shows = "credit"', "Nettokostnad visas med minus, överskott med plus."),
        (f"{CENTRE}, {INCOME}", "", "Nettokostnad visas med plus, överskott med minus."),
        (COST, "", "Kostnader visas med plus, intäkter med minus."),
        (COST, 'shows = "credit"', "Kostnader visas med minus, intäkter med plus."),
        (f"{COST}, {INCOME}", "", "Kostnader, intäkter och överskott visas alla med plus."),
    ],
)
def test_a_follow_up_says_what_plus_is(lines, more, words):
    assert remarks(table("follow-up", lines, more)) == (words,)


def test_a_note_says_when_its_statement_prints_the_other_sign():
    explains = 'explains = "income:kostnader"'
    assert remarks(table("notes", COST, explains)) == ("I Resultat står beloppen med motsatt tecken.",)
    assert remarks(table("notes", COST, f'{explains}\nshows = "credit"')) == ()
    assert remarks(table("notes", COST)) == ()


def test_a_line_that_is_read_with_the_other_sign_says_so():
    read = '{ id = "a", label = "A", line = "income:bidrag" }, { id = "b", label = "B", line = "income:kostnader" }'
    assert remarks(table("keyfigures", read)) == ("”A” och ”B” står i Resultat med motsatt tecken.",)
    assert remarks(table("keyfigures", read, 'shows = "credit"')) == ()


@pytest.mark.parametrize(
    ("name", "side"), [("sjuharad", Side.CREDIT), ("insjoriket", Side.DEBIT), ("lkbr", Side.DEBIT)]
)
def test_cost_centres_are_shown_as_the_associations_own_follow_up_shows_them(name, side):
    assert net_side(shipped_layout(name, 2024), "1") is side
    assert net_side(shipped_layout(name, 2024), "99") is Side.DEBIT


def test_the_words_say_the_side():
    assert (net_words(Side.DEBIT), cost_words(Side.CREDIT)) == (
        "Nettokostnad visas med plus, överskott med minus.",
        "Kostnader visas med minus, intäkter med plus.",
    )
    assert net_side(layout(HEAD + table("follow-up", CENTRE, 'shows = "credit"')), "1") is Side.CREDIT
