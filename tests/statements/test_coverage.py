"""Whether a layout answers for every account, once: what ``samordna layout check`` tells."""

from tests.statements.ledger import books, layout

from samordna.domain.statements.coverage import coverage_problems

BOOKS = books("""
account              opening   2024-01
1930 T Bank                .       270
3010 I Bidrag              .      -400
5010 K Lokalhyra           .       100
5020 K El                  .        30
5030 K Vatten              .         .
""")

EJ = '{ id = "ej", label = "Ej fördelat", unassigned = ["I", "K"] },'
INCOME = f"""
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
answers_for = ["I", "K"]
columns = [{{ id = "actual", label = "{{short}}" }}]
lines = [
  LINES,
  {EJ}
]
"""


def told(*lines: str) -> list[str]:
    """Return what is wrong with an income statement of these lines."""
    text = INCOME.replace("LINES", ",\n  ".join(lines))
    return [f"{problem.code} {problem}" for problem in coverage_problems(layout(text), BOOKS)]


BIDRAG = '{ id = "bidrag", label = "Bidrag", accounts = "3*" }'
LOKALER = '{ id = "lokaler", label = "Lokaler", accounts = "50*" }'
TWICE = "Låt en enda rad svara för kontot."


def test_nothing_is_told_when_every_account_has_one_line():
    assert told(BIDRAG, LOKALER) == []


def test_an_account_without_a_line_is_told_when_it_holds_anything():
    lokaler = '{ id = "lokaler", label = "Lokaler", accounts = "5010" }'
    (problem,) = told(BIDRAG, lokaler)
    assert problem == (
        "account-without-line Resultat: Konto 5020 El har belopp men ingen rad svarar för det. "
        "Lägg kontot på en rad i uppställningen; till dess står det som Ej fördelat."
    )


def test_an_account_on_two_lines_is_told():
    el = '{ id = "el", label = "El", accounts = "5020" }'
    assert told(BIDRAG, LOKALER, el) == [
        f"account-on-two-lines Resultat: Konto 5020 El räknas på flera rader: Lokaler, El. {TWICE}"
    ]


def test_an_account_that_is_a_line_of_its_own_and_on_another_is_told():
    assert told(BIDRAG, LOKALER, '{ each_account = "5020" }') == [
        f"account-on-two-lines Resultat: Konto 5020 El räknas på flera rader: Lokaler. {TWICE}"
    ]


def test_a_memo_line_may_repeat_an_account_but_does_not_answer_for_it():
    memo = '{ id = "varav", label = "varav el", accounts = "5020", memo = true }'
    assert told(BIDRAG, LOKALER, memo) == []
    assert told(BIDRAG, LOKALER.replace("50*", "5010"), memo)[0].startswith(
        "account-without-line Resultat: Konto 5020 El har belopp"
    )


def of_unit(name: str, objects: str) -> str:
    return f'{{ id = "{name}", label = "{name}", accounts = "50*", objects = "{objects}" }}'


def test_lines_of_different_objects_do_not_count_an_account_twice():
    assert told(BIDRAG, of_unit("norr", "1:10"), of_unit("soder", "1:20")) == []
    assert told(BIDRAG, of_unit("kansli", "1:10 6:-"), of_unit("projekt", "1:10 6:P1")) == []


def test_lines_of_an_object_and_a_part_of_it_count_twice():
    assert told(BIDRAG, of_unit("kansli", "1:10"), of_unit("projekt", "1:10 6:P1"))[0] == (
        f"account-on-two-lines Resultat: Konto 5010 Lokalhyra räknas på flera rader: kansli, projekt. {TWICE}"
    )
    assert told(BIDRAG, LOKALER, of_unit("projekt", "1:10 6:P1"))[0].startswith(
        "account-on-two-lines Resultat: Konto 5010 Lokalhyra räknas på flera rader: Lokaler, projekt."
    )


def test_a_line_without_accounts_is_worth_knowing():
    (problem,) = told(BIDRAG, LOKALER, '{ id = "ranta", label = "Ränta", accounts = "8*" }')
    assert problem == (
        "line-without-accounts Resultat: Raden ”Ränta” har inga konton i kontoplanen (8*). "
        "Kontrollera kontona om raden ska visa något."
    )


def test_a_statement_that_answers_for_nothing_may_leave_out_and_repeat():
    free = INCOME.replace('answers_for = ["I", "K"]', "").replace(EJ, "")
    text = free.replace("LINES", f"{LOKALER}, " + LOKALER.replace("lokaler", "igen"))
    assert coverage_problems(layout(text), BOOKS) == ()
