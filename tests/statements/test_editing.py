"""A layout changed by choosing: the account moves, everything else stays, and the notes follow."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.statements.ledger import books, laid_out, layout, printed
from tests.statements.test_properties import PERIOD, ledgers, slowly

from samordna.domain.document import Number
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import Account, AccountKind
from samordna.domain.statements import editing
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.layout import Layout, Line, StatementLayout, lines_of
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.statements.standing import accounts_at, is_place, places_of, standing, takes_whole_accounts
from samordna.domain.values.problem import Refused

TEXT = """
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
shows = "credit"
answers_for = ["I", "K"]
columns = [{ id = "actual", label = "Utfall" }]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "lokal", label = "Lokal", accounts = "50*" },
  { id = "ovrigt", label = "Övrigt", accounts = "6230, 62*, 7*, !79*" },
  { id = "avskrivning", label = "Avskrivning", accounts = "79*" },
  { id = "projekt", label = "Projektet", accounts = "8*", objects = "1:20" },
  { id = "resten", label = "Resten", accounts = "9999", memo = true },
  { id = "ej_fordelat", label = "Ej fördelat", unassigned = ["I", "K"] },
  { id = "resultat", label = "Resultat", sum = "above", kind = "result" },
]

[[statement]]
id = "note"
kind = "notes"
title = "Not 1 Övrigt"
explains = "income:ovrigt"
columns = [{ id = "actual", label = "Utfall" }]
lines = [
  { each_account = "6230, 62*" },
  { id = "sjuttio", label = "Sjuttio", accounts = "7*, !79*" },
  { id = "total", label = "Summa", sum = "group" },
]

[[statement]]
id = "cashflow"
kind = "cashflow"
title = "Pengarna"
columns = [{ id = "actual", label = "Utfall" }]
lines = [
  { id = "fordringar", label = "Fordringar", accounts = "15*" },
  { id = "slut", label = "Bank", accounts = "19*", memo = true },
]
"""
BOOKS = """
account          opening  2024-01
3010 I Bidrag          .    -1000
5010 K Hyra            .      200
6230 K Telefon         .       30
6250 K Porto           .        5
7010 K Resor           .       40
7910 K Inventarier     .       60
"""


def account(number: str, kind: AccountKind = AccountKind.COST) -> Account:
    return Account(number, f"Konto {number}", kind)


def moved(number: str, to: str, start: Layout | None = None) -> Layout:
    return editing.assign(start or layout(TEXT), "income", account(number), to)


def written(changed: Layout) -> dict[str, str]:
    """Return the accounts of every place, as they are written."""
    return {
        f"{statement.id}:{place.id if isinstance(place, Line) else 'each'}": accounts_at(place).text
        for statement in changed.statements
        for place in places_of(statement)
    }


def changes(before: Layout, after: Layout) -> dict[str, str]:
    old, new = written(before), written(after)
    return {name: text for name, text in new.items() if old[name] != text}


@pytest.mark.parametrize(
    ("number", "to", "changed"),
    [
        ("5010", "ovrigt", "lokal 50*, !5010 | ovrigt 6230, 62*, 7*, 5010, !79* | each 6230, 62*, 5010"),
        ("6250", "lokal", "lokal 50*, 6250 | ovrigt 6230, 62*, 7*, !79*, !6250 | each 6230, 62*, !6250"),
        ("6230", "lokal", "lokal 50*, 6230 | ovrigt 62*, 7*, !79*, !6230 | each 62*, !6230"),
        ("7910", "ovrigt", "ovrigt 6230, 62*, 7*, 7910, !79* | avskrivning 79*, !7910 | sjuttio 7*, 7910, !79*"),
        ("5010", "avskrivning", "lokal 50*, !5010 | avskrivning 5010, 79*"),
        ("4010", "lokal", "lokal 4010, 50*"),
        ("6250", "ovrigt", ""),
    ],
)
def test_what_is_written_when_an_account_moves(number, to, changed):
    found = changes(layout(TEXT), moved(number, to))
    assert " | ".join(f"{name.partition(':')[2]} {text}" for name, text in found.items()) == changed


def test_moving_back_is_written_as_before():
    assert written(moved("6250", "ovrigt", moved("6250", "lokal"))) == written(layout(TEXT))


def test_the_statement_and_its_note_show_the_account_where_it_was_put():
    text = layout_text(moved("5010", "ovrigt")).partition("[[statement]]")
    statements = laid_out(text[1] + text[2], books(BOOKS), "2024-01")
    assert printed(statements.table("income")) == (
        "Utfall\nBidrag: 1 000\nLokal: 0\nÖvrigt: -275\nAvskrivning: -60\nProjektet: 0\nResten: 0\nResultat: 665\n"
    )
    assert printed(statements.table("note")) == (
        "Utfall\n5010 Hyra: 200\n6230 Telefon: 30\n6250 Porto: 5\nSjuttio: 40\nSumma: 275\n"
    )
    assert statements.findings == ()


def test_an_account_without_line_stands_as_ej_fordelat_and_in_no_note():
    changed = editing.unassign(layout(TEXT), "income", account("7010"))
    assert changes(layout(TEXT), changed) == {
        "income:ovrigt": "6230, 62*, 7*, !79*, !7010",
        "note:sjuttio": "7*, !79*, !7010",
    }


def test_within_a_note_an_account_moves_and_its_line_stays():
    changed = editing.assign(layout(TEXT), "note", account("6250"), "sjuttio")
    assert changes(layout(TEXT), changed) == {"note:each": "6230, 62*, !6250", "note:sjuttio": "6250, 7*, !79*"}


@pytest.mark.parametrize(
    ("statement", "number", "line", "code"),
    [
        ("balans", "5010", "lokal", "layout-no-such-statement"),
        ("income", "5010", "<script>", "layout-no-such-line"),
        ("income", "5010", "resultat", "layout-line-takes-no-accounts"),
        ("income", "5010", "ej_fordelat", "layout-line-takes-no-accounts"),
        ("income", "5010", "resten", "layout-line-takes-no-accounts"),
        ("income", "5010", "projekt", "layout-line-of-objects"),
        ("income", "5010, 6", "lokal", "layout-no-such-account"),
        ("income", "", "lokal", "layout-no-such-account"),
        ("note", "5010", "sjuttio", "layout-not-on-explained-line"),
        ("cashflow", "1930", "fordringar", "layout-outside-the-sums"),
    ],
)
def test_what_takes_no_account_says_why(statement, number, line, code):
    with pytest.raises(Refused) as refused:
        editing.assign(layout(TEXT), statement, account(number), line)
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("line", ["lokal", None])
def test_an_account_of_the_balance_sheet_is_not_put_in_the_income_statement(line):
    asset, start = account("1510", AccountKind.ASSET), layout(TEXT)
    with pytest.raises(Refused, match="Konto 1510 är ett annat slags konto än Resultat svarar för") as refused:
        _ = editing.assign(start, "income", asset, line) if line else editing.unassign(start, "income", asset)
    assert refused.value.problems[0].code == "layout-other-kind-of-account"


def test_only_a_statement_with_ej_fordelat_lets_an_account_go():
    with pytest.raises(Refused, match="Pengarna har ingen rad för Ej fördelat: konto 1510 måste stå") as refused:
        editing.unassign(layout(TEXT), "cashflow", account("1510"))
    assert refused.value.problems[0].code == "layout-nowhere-to-be-left"


def test_a_note_that_can_take_no_account_stops_the_move():
    without = TEXT.replace('  { each_account = "6230, 62*" },\n', "").replace(
        'accounts = "7*, !79*" },', 'line = "income:ovrigt" },'
    )
    with pytest.raises(
        Refused, match="Not 1 Övrigt förklarar raden, men har ingen rad som kan ta konto 5010"
    ) as refused:
        moved("5010", "ovrigt", layout(without))
    assert refused.value.problems[0].code == "layout-note-without-place"


def test_a_note_of_a_sum_keeps_what_moves_within_it_and_follows_what_leaves_it():
    grouped = TEXT.replace("income:ovrigt", "income:summa").replace(
        '  { id = "avskrivning", label = "Avskrivning", accounts = "79*" },\n',
        '  { id = "summa", label = "Summa", sum = "above" },\n'
        '  { id = "avskrivning", label = "Avskrivning", accounts = "79*" },\n',
    )
    assert "note:each" not in changes(layout(grouped), moved("6250", "lokal", layout(grouped)))
    gone = changes(layout(grouped), moved("6250", "avskrivning", layout(grouped)))
    assert gone["note:each"] == "6230, 62*, !6250"


def test_a_note_of_a_note_follows_too():
    deeper = (
        TEXT
        + """
[[statement]]
id = "deeper"
kind = "notes"
title = "Not 1 a"
explains = "note:sjuttio"
columns = [{ id = "actual", label = "Utfall" }]
lines = [{ each_account = "7*, !79*" }, { id = "total", label = "Summa", sum = "group" }]
"""
    )
    assert changes(layout(deeper), moved("7010", "lokal", layout(deeper)))["deeper:each"] == "7*, !79*, !7010"


def test_a_line_and_a_heading_get_another_name_and_keep_their_ids():
    shipped = shipped_layout("sjuharad", 2024)
    changed = editing.rename_line(shipped, "income", "lokalkostnader", " Lokaler och el ")
    changed = editing.rename_line(changed, "income", "kostnader", "Vad det kostade")
    assert editing.label_of(changed.statement("income"), "lokalkostnader") == "Lokaler och el"
    assert editing.label_of(changed.statement("income"), "kostnader") == "Vad det kostade"
    assert layout_text(changed).count("Lokalkostnader") == 0
    assert [line.id for line in lines_of(changed.statement("income").lines)] == [
        line.id for line in lines_of(shipped.statement("income").lines)
    ]


@pytest.mark.parametrize("label", ["", "  ", "a\nb", "x" * 201, "\u202eomvänd"])
def test_a_name_nobody_can_read_is_refused(label):
    with pytest.raises(
        Refused, match="Radens namn är tomt, längre än 200 tecken eller innehåller radbrytningar"
    ) as refused:
        editing.rename_line(layout(TEXT), "income", "lokal", label)
    assert refused.value.problems[0].code == "layout-unclear-label"


def test_a_name_for_a_line_that_is_not_there_is_refused():
    with pytest.raises(Refused, match="Räkningen har ingen rad ”finns_inte”"):
        editing.rename_line(layout(TEXT), "income", "finns_inte", "Namn")


def test_a_new_line_stands_after_another_with_an_id_of_its_own_and_takes_accounts():
    changed = editing.add_line(layout(TEXT), "income", "lokal", "Övrigt")
    changed = editing.add_line(changed, "income", "lokal", "Ökade kostnader!")
    ids = [line.id for line in lines_of(changed.statement("income").lines)]
    assert ids[1:5] == ["lokal", "okade_kostnader", "ovrigt_2", "ovrigt"]
    assert written(moved("5010", "ovrigt_2", changed))["income:ovrigt_2"] == "5010"
    assert read_layout(layout_text(changed), "prov") == changed


# ---- what holds for every chart, every account and every line, in each layout that comes with the program


def targets(statement: StatementLayout) -> list[Line]:
    return [line for line in lines_of(statement.lines) if is_place(line) and takes_whole_accounts(line)]


def editable(layout: Layout) -> Iterator[StatementLayout]:
    return (statement for statement in layout.statements if statement.answers_for)


@st.composite
def moves(draw: st.DrawFn, layout: Layout, balances: Balances) -> tuple[str, Account, str | None]:
    """Return an account and where to: a line of the statement that answers for it, or none."""
    chosen = draw(st.sampled_from(sorted(balances.accounts)))
    taken = balances.accounts[chosen]
    statement = next(s for s in editable(layout) if taken.kind in s.answers_for)
    return statement.id, taken, draw(st.sampled_from([None, *(line.id for line in targets(statement))]))


def lines_holding(layout: Layout, statement_id: str, number: str) -> list[str]:
    return [place.id for place in standing(layout.statement(statement_id), number) if isinstance(place, Line)]


def totals(layout: Layout, balances: Balances) -> list[object]:
    """Return the last figure of each editable statement: the result, and each side together of the balance sheet."""
    tables = lay_out(layout, balances, Asked.of(PERIOD))
    cells = [tables.table("income").rows[-1].cells]
    return [cell.exact for row in cells for cell in row if isinstance(cell, Number)]


@pytest.mark.parametrize("name", layout_names())
@slowly
@given(ledgers(), st.data())
def test_whatever_moves_stands_on_one_line_and_all_else_stays(name, balances, data):
    before = after = shipped_layout(name, 2024)
    for _ in range(data.draw(st.integers(1, 3))):
        statement, taken, line = data.draw(moves(after, balances))
        stood = {(s.id, n): lines_holding(after, s.id, n) for s in editable(after) for n in balances.accounts}
        after = editing.assign(after, statement, taken, line) if line else editing.unassign(after, statement, taken)
        stood[statement, taken.number] = [line] if line else []
        assert stood == {(s.id, n): lines_holding(after, s.id, n) for s in editable(after) for n in balances.accounts}
    old, new = (lay_out(form, balances, Asked.of(PERIOD)) for form in (before, after))
    told = {str(finding) for finding in old.findings}
    new_ones = [finding for finding in new.findings if str(finding) not in told]
    assert {finding.code for finding in new_ones} <= {"account-without-line"}, new_ones
    assert totals(before, balances) == totals(after, balances)
    assert read_layout(layout_text(after), name) == after


@pytest.mark.parametrize("name", layout_names())
@slowly
@given(ledgers(), st.data())
def test_within_any_statement_a_move_leaves_one_line_and_the_others(name, balances, data):
    """Notes, cash flow and what else takes whole accounts: a move is one, or it is refused and says why."""
    before = shipped_layout(name, 2024)
    statement = data.draw(st.sampled_from([s for s in before.statements if targets(s)]))
    line = data.draw(st.sampled_from(targets(statement)))
    taken = balances.accounts[data.draw(st.sampled_from(sorted(balances.accounts)))]
    try:
        after = editing.assign(before, statement.id, taken, line.id)
    except Refused:
        return
    assert lines_holding(after, statement.id, taken.number) == [line.id]
    for other in balances.accounts.keys() - {taken.number}:
        assert standing(after.statement(statement.id), other).__len__() == standing(statement, other).__len__()
