"""A statement as somebody who changes it sees it: the tree, the accounts on each line, and where they can be put."""

from tests.statements.ledger import books, layout
from tests.statements.test_editing import BOOKS, TEXT

from samordna.domain.ledger.balances import Balances
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Holdings
from samordna.domain.statements.outline import AccountEntry, Entry, GroupEntry, Outline, editable, outline
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.values.period import Period

PERIOD = Period(202401, 202401)
UNPLACED = "4010 K Osorterat       .       11\n"


def drawn(statement: str = "income", balances: Balances | None = None, text: str = TEXT) -> Outline:
    form = layout(text)
    evaluation = Evaluation(form, Holdings(balances or books(BOOKS + UNPLACED)))
    return outline(evaluation, form.statement(statement), PERIOD)


def told(entries: tuple[Entry, ...], depth: int = 0) -> str:
    lines = []
    for entry in entries:
        if isinstance(entry, GroupEntry):
            lines += [f"{'  ' * depth}[{entry.heading}]", told(entry.entries, depth + 1)]
        else:
            taking = "+" if entry.takes else "-"
            accounts = "".join(f" {one.number}={amount(one)}" for one in entry.accounts)
            lines.append(
                f"{'  ' * depth}{taking} {entry.label}{accounts}{f' ({entry.is_what})' if entry.is_what else ''}"
            )
    return "\n".join(lines)


def amount(entry: AccountEntry) -> str:
    return entry.amount.text.replace("−", "-").replace("\u00a0", " ") if entry.amount else "?"


def test_every_line_tells_its_accounts_on_the_side_it_shows():
    assert told(drawn().entries) == (
        "+ Bidrag 3010=1 000\n+ Lokal 5010=-200\n+ Övrigt 6230=-30 6250=-5 7010=-40\n+ Avskrivning 7910=-60\n"
        "- Projektet (en del av sina konton: det som ligger på vissa kostnadsställen)\n"
        "- Resten (visas utanför summorna)\n- Ej fördelat (konton som ingen rad svarar för)\n- Resultat (räknas ihop)"
    )


def test_what_no_line_answers_for_is_apart():
    assert [(one.number, one.name, amount(one)) for one in drawn().unassigned] == [("4010", "Osorterat", "-11")]
    assert drawn(balances=books(BOOKS)).unassigned == ()


def test_accounts_each_on_a_line_of_its_own_are_one_place():
    assert told(drawn("note").entries).splitlines()[0] == "- En rad för varje konto 6230=30 6250=5"


def test_without_books_there_are_lines_and_no_accounts():
    form = layout(TEXT)
    nothing = outline(Evaluation(form, Holdings(Balances({}, {}, ()))), form.statement("income"), None)
    assert told(nothing.entries).splitlines()[0] == "+ Bidrag"


def test_accounts_can_be_put_on_lines_under_the_heading_they_stand_under():
    shipped = shipped_layout("sjuharad", 2024)
    found = outline(Evaluation(shipped, Holdings(books(BOOKS))), shipped.statement("balance"), PERIOD).targets
    assert [(heading, [line.label for line in lines]) for heading, lines in found] == [
        ("Tillgångar", ["Anläggningstillgångar"]),
        ("Omsättningstillgångar", ["Kortfristiga fordringar", "Likvida medel"]),
        ("Eget kapital", ["Eget kapital"]),
        ("Skulder", ["Kortfristiga skulder"]),
    ]


def test_a_statement_of_parts_of_accounts_is_not_changed_by_choosing():
    assert [one.id for one in editable(shipped_layout("sjuharad", 2024))] == ["income", "balance", "cashflow"]
