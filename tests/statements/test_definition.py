"""What a line means is read out in words."""

import pytest

from samordna.domain.statements.definition import accounts_in_words, definition, objects_in_words
from samordna.domain.statements.layout import lines_of
from samordna.domain.statements.selection import AccountSelection, ObjectSelection
from samordna.domain.statements.shipped import layout_names, shipped_layout

SELECTIONS = {
    "3*": "Konton som börjar på 3.",
    "62*, 64*..69*, !6250": "Konton som börjar på 62 och 64–69, utom konto 6250.",
    "5538, 5540..5544": "Konto 5538 och 5540–5544.",
    "55*, 5538": "Konton som börjar på 55 samt konto 5538.",
    "4*..7*, !79*": "Konton som börjar på 4–7, utom konton som börjar på 79.",
}


@pytest.mark.parametrize(("written", "told"), SELECTIONS.items())
def test_a_selection_of_accounts_is_read_out(written: str, told: str):
    assert accounts_in_words(AccountSelection.parse(written)) == told


def test_a_selection_of_nothing_says_so():
    assert accounts_in_words(AccountSelection("", (), ())) == "Inga konton ännu."


def test_objects_are_named_where_they_have_names():
    names = {("1", "3001"): "Aktiv Kraft"}
    told = objects_in_words(ObjectSelection.parse("1:3001"), names)
    assert told == ("Bara det som är bokfört på 3001 Aktiv Kraft (dimension 1).",)
    told = objects_in_words(ObjectSelection.parse("1:1010 6:-"), names)
    assert told == ("Bara det som är bokfört på 1010 (dimension 1) och inget objekt i dimension 6.",)
    assert objects_in_words(ObjectSelection(), names) == ()


@pytest.mark.parametrize("name", layout_names())
def test_every_line_of_every_shipped_layout_has_a_meaning(name: str):
    form = shipped_layout(name, 9999)
    for statement in form.statements:
        for line in lines_of(statement.lines):
            told = definition(line, form, {})
            assert told
            assert all((sentence.endswith(".") and sentence[0].isupper()) or sentence[0] == "”" for sentence in told)
