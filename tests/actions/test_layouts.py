"""The association's own layout: every change is a revision, can be taken back, and says what it was."""

from dataclasses import replace

import pytest

from samordna.access.models import Role, TrailEntry
from samordna.domain.document import Number
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.statements.layout import lines_of
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, Actor, LedgerFile
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("read_in")

LEDGER = """#FLAGGA 0
#PROGRAM "prov" 1
#FORMAT PC8
#GEN 20240901
#SIETYP 4
#FNAMN "Samordningsforbundet Exempel"
#RAR 0 20240101 20241231
#OMFATTN 20240831
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 2010 "Eget kapital"
#KTYP 2010 S
#KONTO 3010 "Bidrag"
#KTYP 3010 I
#KONTO 5010 "Hyra"
#KTYP 5010 K
#KONTO 6250 "Porto"
#KTYP 6250 K
#KONTO 9010 "Okand"
#KTYP 9010 K
#UB 0 1930 650.00
#RES 0 3010 -1000.00
#RES 0 5010 200.00
#RES 0 6250 50.00
#RES 0 9010 100.00
#VER A 1 20240105 "Start"
{
#TRANS 1930 {} 650.00
#TRANS 3010 {} -1000.00
#TRANS 5010 {} 200.00
#TRANS 6250 {} 50.00
#TRANS 9010 {} 100.00
}
"""
ASKED = Asked.of(Period(202401, 202408))
SHIPPED = shipped_layout("lkbr", 2024)


@pytest.fixture
def read_in(association_folder):
    actions.take_ledgers([LedgerFile("2024.se", LEDGER.replace("\n", "\r\n").encode())], by=TERMINAL)
    return association_folder


def move(account: str, line: str, *, seen: int | None = None, year: int = 2024, by: Actor = TERMINAL):
    return actions.assign_account(year, statement="income", account=account, line=line, by=by, seen=seen)


def shown(*lines: str) -> dict[str, int]:
    """Return what lines of the income statement show, in kronor."""
    (table,) = [t for s in questions.statements(ASKED).sections for t in s.blocks if t.id == "income"]
    cells = {line: table.cell(line, "actual") for line in lines if line in {row.id for row in table.rows}}
    return {line: cell.shown for line, cell in cells.items() if isinstance(cell, Number)}


def refusal(call) -> list[str]:
    with pytest.raises(Refused) as refused:
        call()
    return [problem.code for problem in refused.value.problems]


def test_an_account_that_moves_changes_the_statement_and_the_result_stays():
    before = shown("kostnader", "avskrivningar", "resultat")
    receipt = move("6250", "avskrivningar")
    assert receipt.changed
    assert before == {"kostnader": -250, "avskrivningar": 0, "resultat": 650}
    assert shown("kostnader", "avskrivningar", "resultat") == {"kostnader": -200, "avskrivningar": -50, "resultat": 650}


def test_the_trail_says_from_which_line_to_which():
    move("6250", "avskrivningar")
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.subject) == ("change-layout", "uppställning lkbr från 2020")
    assert (entry.old, entry.new["line"]) == ({"line": "Verksamhetens kostnader"}, "Avskrivningar")
    assert entry.new["change"] == "Konto 6250 Porto: från Verksamhetens kostnader till Avskrivningar"


def test_an_account_nobody_answered_for_gets_a_line_and_can_be_left_without_again():
    assert shown("ej_fordelat", "kostnader") == {"ej_fordelat": -100, "kostnader": -250}
    move("9010", "kostnader")
    assert shown("ej_fordelat", "kostnader") == {"kostnader": -350}
    receipt = actions.unassign_account(2024, statement="income", account="9010", by=TERMINAL)
    assert receipt.change == "Konto 9010 Okand: från Verksamhetens kostnader till Ej fördelat"
    assert shown("ej_fordelat", "kostnader") == {"ej_fordelat": -100, "kostnader": -250}


def test_the_same_again_changes_nothing_and_writes_nothing():
    move("6250", "avskrivningar")
    assert not move("6250", "avskrivningar").changed
    assert models.LayoutRevision.objects.count() == 1


def test_undo_brings_back_exactly_what_was_and_undo_again_what_was_before_that():
    move("6250", "avskrivningar")
    once = questions.layout_for(2024)
    move("5010", "avskrivningar")
    receipt = actions.undo_layout(2024, by=TERMINAL)
    assert receipt.change == "Ångrat: Konto 5010 Hyra: från Verksamhetens kostnader till Avskrivningar"
    assert questions.layout_for(2024) == once
    actions.undo_layout(2024, by=TERMINAL)
    assert questions.held_layout(2024).revision == 0
    assert questions.layout_for(2024) == SHIPPED
    assert models.LayoutRevision.objects.count() == 4


def test_what_was_taken_back_is_not_taken_back_again():
    move("6250", "avskrivningar")
    actions.undo_layout(2024, by=TERMINAL)
    assert refusal(lambda: actions.undo_layout(2024, by=TERMINAL)) == ["layout-nothing-to-undo"]
    move("5010", "avskrivningar")
    told = [(r.change[:11], r.taken_back) for r in questions.layout_history()]
    assert told == [("Konto 5010 ", False), ("Ångrat: Kon", False), ("Konto 6250 ", True)]
    actions.undo_layout(2024, by=TERMINAL)
    assert questions.layout_for(2024) == SHIPPED


def test_a_version_from_a_year_leaves_older_years_theirs():
    move("6250", "avskrivningar")
    actions.start_layout_version(2025, by=TERMINAL)
    move("5010", "avskrivningar", year=2025)
    assert [(v.from_year, v.to_year, v.own) for v in questions.layout_versions()] == [
        (2020, 2024, True),
        (2025, None, True),
    ]
    assert "5010" not in layout_text(questions.layout_for(2024))
    assert "5010" in layout_text(questions.layout_for(2025))
    assert questions.layout_for(2031).from_year == 2025
    assert refusal(lambda: actions.start_layout_version(2025, by=TERMINAL)) == ["layout-version-exists"]


def test_a_version_that_was_begun_can_be_taken_back_whole():
    actions.start_layout_version(2024, by=TERMINAL)
    assert questions.layout_for(2024).from_year == 2024
    actions.undo_layout(2024, by=TERMINAL)
    assert questions.layout_for(2024) == SHIPPED


@pytest.mark.parametrize("year", [1899, 2200, -1, 10**30])
def test_a_year_nobody_can_mean_begins_no_version(year):
    assert refusal(lambda: actions.start_layout_version(year, by=TERMINAL)) == ["layout-no-such-year"]


def test_a_year_before_the_first_version_has_no_layout_to_begin_from():
    assert refusal(lambda: actions.start_layout_version(2001, by=TERMINAL)) == ["layout-unknown"]


def test_two_at_once_the_second_is_told_what_the_first_did_and_nothing_is_lost(site):
    seen = questions.held_layout(2024).seen
    first = move("6250", "avskrivningar", seen=seen, by=site.actor(Role.ECONOMIST))
    with pytest.raises(Refused) as refused:
        move("6250", "extraordinara", seen=seen)
    (problem,) = refused.value.problems
    assert problem.code == "layout-changed-meanwhile"
    assert "Ekonom" in problem.found
    assert (
        "Konto 6250 Porto: från Verksamhetens kostnader till Avskrivningar. Din ändring är inte gjord." in problem.found
    )
    assert questions.held_layout(2024).seen == first.number
    assert move("6250", "extraordinara", seen=first.number).changed


@pytest.mark.parametrize("seen", [99, -1])
def test_a_revision_that_never_was_is_refused(seen):
    assert refusal(lambda: move("6250", "avskrivningar", seen=seen)) == ["layout-changed-meanwhile"]
    assert refusal(lambda: actions.undo_layout(2024, by=TERMINAL, seen=seen)) == ["layout-changed-meanwhile"]


def test_a_version_that_somebody_began_meanwhile_stops_an_edit_of_the_one_before():
    seen = questions.held_layout(2024).seen
    actions.start_layout_version(2024, by=TERMINAL)
    assert refusal(lambda: move("6250", "avskrivningar", seen=seen)) == ["layout-changed-meanwhile"]


@pytest.mark.parametrize(
    ("account", "line", "code"),
    [
        ("9999", "kostnader", "layout-no-such-account"),
        ("6250' OR 1=1", "kostnader", "layout-no-such-account"),
        ("6250", "finns_inte", "layout-no-such-line"),
        ("6250", "resultat", "layout-line-takes-no-accounts"),
        ("1930", "kostnader", "layout-other-kind-of-account"),
    ],
)
def test_what_cannot_be_done_changes_nothing_and_the_trail_says_why(account, line, code):
    assert refusal(lambda: move(account, line)) == [code]
    assert not models.LayoutRevision.objects.exists()
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused, entry.new["problems"][0]["code"]) == ("change-layout", True, code)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ECONOMIST])
def test_only_the_economist_changes_the_layout(site, role):
    by = site.actor(role)
    deeds = [
        lambda: move("6250", "avskrivningar", by=by),
        lambda: actions.unassign_account(2024, statement="income", account="6250", by=by),
        lambda: actions.rename_line(2024, statement="income", line="kostnader", label="X", by=by),
        lambda: actions.add_line(2024, statement="income", after="kostnader", label="X", by=by),
        lambda: actions.move_line(2024, statement="income", line="kostnader", step=actions.Step.UP, by=by),
        lambda: actions.remove_line(2024, statement="income", line="extraordinara", by=by),
        lambda: actions.undo_layout(2024, by=by),
        lambda: actions.start_layout_version(2024, by=by),
        lambda: actions.take_layout_text(layout_text(SHIPPED), by=by),
    ]
    assert [refusal(deed) for deed in deeds] == [["not-allowed"]] * len(deeds)
    assert not models.LayoutRevision.objects.exists()


def test_a_line_gets_another_name_and_a_new_line_takes_accounts():
    actions.rename_line(2024, statement="income", line="kostnader", label="Vad det kostade", by=TERMINAL)
    assert TrailEntry.objects.last().old == {"line": "Verksamhetens kostnader"}
    actions.add_line(2024, statement="income", after="kostnader", label="Porto", by=TERMINAL)
    move("6250", "porto")
    assert shown("kostnader", "porto") == {"kostnader": -200, "porto": -50}


def remove(line: str, *, seen: int | None = None):
    return actions.remove_line(2024, statement="income", line=line, by=TERMINAL, seen=seen)


def test_a_line_leaves_when_its_account_has_moved_and_undo_brings_it_back():
    actions.add_line(2024, statement="income", after="kostnader", label="Porto", by=TERMINAL)
    move("6250", "porto")
    assert refusal(lambda: remove("porto")) == ["layout-line-holds-accounts"]
    move("6250", "kostnader")
    receipt = remove("porto")
    assert receipt.change == "Rad borttagen ur Resultaträkning: Porto"
    assert TrailEntry.objects.last().old == {"line": "Porto"}
    assert "line" not in TrailEntry.objects.last().new
    assert shown("porto", "kostnader") == {"kostnader": -250}
    actions.undo_layout(2024, by=TERMINAL)
    assert shown("porto", "kostnader") == {"kostnader": -250, "porto": 0}


def test_an_account_of_another_year_keeps_its_line():
    later = LEDGER.replace("2024", "2025").replace("6250", "7910")
    actions.take_ledgers([LedgerFile("2025.se", later.replace("\n", "\r\n").encode())], by=TERMINAL)
    with pytest.raises(Refused, match="På raden ”Avskrivningar” står konto 7910 Porto"):
        remove("avskrivningar")


def test_a_line_with_a_budget_stays_until_the_budget_is_withdrawn():
    actions.add_line(2024, statement="income", after="kostnader", label="Porto", by=TERMINAL)
    year = Period(202401, 202412)
    budget = EnteredFigure("income:porto", Scenario.BUDGET, year, 100, KRONOR, "Budget 2024")
    actions.enter_figures([budget], by=TERMINAL)
    assert refusal(lambda: remove("porto")) == ["layout-line-has-figures"]
    actions.withdraw_figure("income:porto", Scenario.BUDGET, year, reason="Fel rad", by=TERMINAL)
    assert remove("porto").changed


def test_a_line_that_the_report_reads_stays():
    asset = "layout-line-holds-accounts"
    found = refusal(lambda: actions.remove_line(2024, statement="balance", line="kassa_bank", by=TERMINAL))
    assert found == [asset, "layout-line-is-read"]
    with pytest.raises(Refused, match="rapporterna Delårsrapport och Årsredovisning hämtar uppgifter från den"):
        remove("kostnader")


def test_a_line_moves_and_the_trail_says_past_what():
    receipt = actions.move_line(2024, statement="income", line="avskrivningar", step=actions.Step.UP, by=TERMINAL)
    assert receipt.change == "Avskrivningar i Resultaträkning: flyttad till platsen före Verksamhetens kostnader"
    entry = TrailEntry.objects.last()
    assert entry.old == {"line": "platsen efter Verksamhetens kostnader"}
    assert entry.new["line"] == "platsen före Verksamhetens kostnader"
    lines = [line.id for line in lines_of(questions.layout_for(2024).statement("income").lines)]
    assert lines.index("avskrivningar") == lines.index("kostnader") - 1
    actions.undo_layout(2024, by=TERMINAL)
    assert questions.layout_for(2024) == SHIPPED


def test_what_somebody_changed_meanwhile_stops_a_step_and_a_removal():
    move("6250", "avskrivningar", seen=0)
    step = actions.Step.UP
    assert refusal(
        lambda: actions.move_line(2024, statement="income", line="avskrivningar", step=step, by=TERMINAL, seen=0)
    ) == ["layout-changed-meanwhile"]
    assert refusal(lambda: remove("extraordinara", seen=0)) == ["layout-changed-meanwhile"]


def test_a_name_of_a_person_by_number_is_refused():
    label = "Arvode 121212-1212"
    renaming = refusal(
        lambda: actions.rename_line(2024, statement="income", line="kostnader", label=label, by=TERMINAL)
    )
    adding = refusal(lambda: actions.add_line(2024, statement="income", after="kostnader", label=label, by=TERMINAL))
    assert renaming == adding == ["identity-number-typed"]
    assert "121212" not in str(list(TrailEntry.objects.values_list("subject", "new")))


# ---- a whole layout as a file


def test_a_layout_handed_in_as_a_file_holds_from_the_year_it_says():
    text = layout_text(SHIPPED).replace("from_year = 2020", "from_year = 2024").replace("Avskrivningar", "Slitage")
    receipt = actions.take_layout_text(("\ufeff" + text).encode(), by=TERMINAL)
    assert (receipt.from_year, receipt.changed) == (2024, True)
    assert questions.layout_file(2024) == ("lkbr-2024.toml", text)
    assert questions.layout_file(2023)[0] == "lkbr-2020.toml"
    assert not actions.take_layout_text(text, by=TERMINAL).changed


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["layout-missing-word"] * 3),
        ("name = ", ["layout-unreadable"]),
        ("x = " + "[\n" * 3000, ["layout-unreadable"]),
        ("x = " + "[" * 3000, ["layout-too-much"]),
        ("a." * 40_000 + "a = 1", ["layout-too-much"]),
        ('name = "lkbr"\ntitle = "Tom"\nfrom_year = 2024\n', ["layout-no-lines"]),
        ("x" * 200_001, ["layout-too-much"]),
        ("x = {}\n" * 1001, ["layout-too-much"]),
        (b"\xff\xfe\x00", ["layout-not-text"]),
        (layout_text(SHIPPED).replace('name = "lkbr"', 'name = "annan"'), ["layout-of-another-name"]),
        (layout_text(SHIPPED).replace("from_year = 2020", "from_year = 20200"), ["layout-no-such-year"]),
        (layout_text(SHIPPED).replace("Avskrivningar", "121212-1212"), ["identity-number-typed"]),
        (
            layout_text(SHIPPED)
            .replace('accounts = "79*"', 'accounts = "7,,"')
            .replace('span = "compare_1"', 'span = "?"'),
            ["layout-wrong-value"] * 2,
        ),
    ],
)
def test_a_file_that_is_no_layout_is_refused_with_all_that_is_wrong(text, codes):
    assert refusal(lambda: actions.take_layout_text(text, by=TERMINAL)) == codes
    assert not models.LayoutRevision.objects.exists()


def test_groups_deeper_than_any_page_are_refused():
    deep = '{ id = "g%d", lines = [\n' * 11 % tuple(range(11)) + "]}\n," * 10 + "]}\n"
    text = (
        layout_text(SHIPPED)
        + f'\n[[statement]]\nid = "x"\nkind = "notes"\ntitle = "x"\ncolumns = []\nlines = [{deep}]\n'
    )
    assert refusal(lambda: actions.take_layout_text(text, by=TERMINAL)) == ["layout-too-much"]


def test_a_file_made_from_what_no_longer_holds_is_refused():
    move("6250", "avskrivningar")
    assert refusal(lambda: actions.take_layout_text(layout_text(SHIPPED), by=TERMINAL, seen=0)) == [
        "layout-changed-meanwhile"
    ]


def test_a_file_of_another_version_than_the_one_that_was_seen_begins_it():
    move("6250", "avskrivningar")
    later = layout_text(replace(SHIPPED, from_year=2030))
    assert actions.take_layout_text(later, by=TERMINAL, seen=0, seen_from=SHIPPED.from_year).changed


def test_an_older_revision_and_the_programs_own_can_be_asked_for():
    first = move("6250", "avskrivningar")
    once = questions.layout_for(2024)
    move("5010", "avskrivningar")
    assert questions.layout_for(2024, revision=first.number) == once
    assert questions.layout_for(2024, revision=0) == SHIPPED
    assert refusal(lambda: questions.layout_for(2024, revision=999)) == ["unknown-revision"]
