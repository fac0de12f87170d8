"""What must be equal and is not is told, with the place, both sides and what to look for."""

import pytest
from tests.statements.ledger import books, laid_out

BOOKS = books("""
account              opening   2024-01
1930 T Bank             1000       270
2010 S Kapital         -1000         .
3010 I Bidrag              .      -400
5010 K Lokalhyra           .       100
5020 K El                  .        30
""")

INCOME = """
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
shows = "credit"
measure = "movement"
answers_for = ["I", "K"]
columns = [{ id = "actual", label = "Utfall" }]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "lokaler", label = "Lokaler", accounts = "50*" },
  { id = "ej", label = "Ej fördelat", unassigned = ["I", "K"] },
  { id = "resultat", label = "Resultat", sum = "above" },
]
"""
BALANCE = """
[[statement]]
id = "balance"
kind = "balance"
title = "Balans"
measure = "closing"
answers_for = ["T", "S"]
columns = [{ id = "actual", label = "{end}" }]
lines = [
  { id = "bank", label = "Bank", accounts = "19*" },
  { id = "kapital", label = "Kapital", accounts = "20*", shows = "credit" },
  { id = "arets", label = "Årets", line = "income:resultat", shows = "credit" },
  { id = "ej_balans", label = "Ej fördelat", unassigned = ["T", "S"] },
]

[[control]]
statement = "balance"
says = "Tillgångar ska vara lika med finansiering"
left = "bank"
right = "kapital + arets"
"""
NOTE = """
[[statement]]
id = "note-1"
kind = "notes"
title = "Not 1"
shows = "debit"
measure = "movement"
explains = "income:lokaler"
columns = [{ id = "actual", label = "Utfall" }]
lines = [{ each_account = "ACCOUNTS" }, { id = "total", label = "Summa", sum = "group" }]
"""
LOOK = "Se efter om något konto saknar rad eller står på fel rad."


def findings(text: str, known=BOOKS) -> list[str]:
    return [str(finding).replace("\u00a0", " ") for finding in laid_out(text, known, "2024-01").findings]


def test_nothing_is_told_when_everything_is_equal():
    assert findings(INCOME + BALANCE + NOTE.replace("ACCOUNTS", "50*")) == []


def test_a_control_that_fails_tells_both_sides():
    (finding,) = findings(INCOME + BALANCE.replace('right = "kapital + arets"', 'right = "kapital - arets"'))
    assert finding == (
        "Balans: Tillgångar ska vara lika med finansiering – men i kolumnen 2024-01-31 är det 1 270,00 kr mot "
        f"730,00 kr. {LOOK}"
    )


def test_a_control_of_what_has_no_figure_is_not_made():
    text = INCOME + BALANCE.replace(
        'label = "{end}" }', 'label = "{end}" }, { id = "p", label = "{end}", span = "compare" }'
    )
    assert findings(text) == []


def test_a_control_may_name_a_line_that_is_not_printed():
    control = '[[control]]\nstatement = "income"\nsays = "Allt fördelat"\nleft = "ej"\nright = "0"\n'
    assert findings(INCOME + control) == []
    unknown = books("account 2024-01\n3010 I Bidrag -400\n6110 K Papper 5")
    assert findings(INCOME + control, unknown)[-1] == (
        f"Resultat: Allt fördelat – men i kolumnen Utfall är det \u22125,00 kr mot 0,00 kr. {LOOK}"
    )


def test_a_note_that_is_not_the_line_it_explains_is_told():
    says = "Not 1 ska vara lika med sin rad i Resultat – men i kolumnen Utfall är det 100,00 kr mot 130,00 kr."
    assert findings(INCOME + NOTE.replace("ACCOUNTS", "5010")) == [f"Not 1: {says} {LOOK}"]


def test_a_note_may_show_the_other_side():
    assert findings(INCOME + NOTE.replace("ACCOUNTS", "50*").replace('"debit"', '"credit"')) == []


def test_a_note_without_a_line_is_no_crash():
    only = NOTE.replace(', { id = "total", label = "Summa", sum = "group" }', "")
    assert findings(INCOME + only.replace("ACCOUNTS", "9*")) == []


def test_an_account_that_two_lines_count_is_told():
    el = '  { id = "el", label = "El", accounts = "5020" },\n  { id = "ej"'
    (finding,) = findings(INCOME.replace('  { id = "ej"', el))
    assert finding == (
        "Resultat: Raderna ska tillsammans vara lika med de konton som räkningen svarar för – men i kolumnen Utfall "
        f"är det \u2212240,00 kr mot \u2212270,00 kr. {LOOK}"
    )


@pytest.mark.parametrize("moved", [1, -1])
def test_one_ore_is_enough(moved):
    known = books(f"""
account              opening   2024-01
1930 T Bank             1000    {270 + moved / 100}
2010 S Kapital         -1000         .
3010 I Bidrag              .      -400
5010 K Lokalhyra           .       130
""")
    (finding,) = findings(INCOME + BALANCE, known)
    assert f"är det {'1 270,01' if moved > 0 else '1 269,99'} kr mot 1 270,00 kr." in finding
