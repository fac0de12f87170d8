"""A line leaves a statement when nothing is on it and nothing needs it; else it says what does, and what to do."""

import pytest
from tests.statements.ledger import layout
from tests.statements.test_editing import TEXT

from samordna.domain.statements.editing import add_line
from samordna.domain.statements.layout import Layout, lines_of
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.removing import Needs, hindrances, remove_line
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.values.problem import Refused

NOTHING = Needs()


def ids(changed: Layout, statement: str = "income") -> list[str]:
    return [line.id for line in lines_of(changed.statement(statement).lines)]


def told(start: Layout, statement: str, line: str, needs: Needs = NOTHING) -> list[str]:
    with pytest.raises(Refused) as refused:
        remove_line(start, statement, line, needs)
    return [problem.code for problem in refused.value.problems]


def test_a_line_that_was_added_is_removed_and_the_layout_is_as_before():
    added = add_line(layout(TEXT), "income", "lokal", "Porto")
    assert remove_line(added, "income", "porto", NOTHING) == layout(TEXT)


def test_a_line_without_accounts_in_the_books_leaves_the_others_as_they_were():
    changed = remove_line(layout(TEXT), "income", "avskrivning", Needs(accounts={"5010": "Hyra"}))
    assert ids(changed) == [name for name in ids(layout(TEXT)) if name != "avskrivning"]
    assert read_layout(layout_text(changed), "prov") == changed


@pytest.mark.parametrize(
    ("accounts", "named"),
    [
        ({"5010": "Hyra"}, "står konto 5010 Hyra."),
        ({"5010": "Hyra", "5020": "El", "3010": "Bidrag"}, "står kontona 5010 Hyra, 5020 El."),
        ({f"50{n}0": "" for n in range(1, 6)}, "står kontona 5010, 5020, 5030 och 2 till."),
    ],
)
def test_a_line_that_accounts_stand_on_says_which(accounts, named):
    (problem,) = hindrances(layout(TEXT), layout(TEXT).statement("income"), "lokal", Needs(accounts=accounts))
    assert problem.code == "layout-line-holds-accounts"
    assert named in problem.found
    assert problem.remedy == "Flytta först det som står på raden till andra rader."


def test_what_reads_a_line_is_told_by_name():
    readers = TEXT + (
        """
[[statement]]
id = "key"
kind = "keyfigures"
title = "Nyckeltal"
columns = [{ id = "actual", label = "Utfall" }]
lines = [
  { id = "hyra", label = "Hyran", line = "income:lokal" },
  { id = "andel", label = "Hyrans andel", ratio = ["income:lokal", "income:resultat"] },
]

[[control]]
statement = "income"
says = "Hyran ska vara noll"
left = "lokal"
right = "0"
"""
    )
    text = layout_text(layout(readers)).replace(
        "[[statement]]", '[overview]\ncost = "income:lokal"\n\n[[statement]]', 1
    )
    start = read_layout(text, "prov")
    needs = Needs(reports={"income:lokal": "rapporten Delårsrapport hämtar uppgifter från den"})
    (problem,) = hindrances(start, start.statement("income"), "lokal", needs)
    assert problem.code == "layout-line-is-read"
    assert problem.found == (
        "Raden ”Lokal” behövs: ”Hyran” i Nyckeltal hämtas från den, ”Hyrans andel” i Nyckeltal hämtas från den, "
        "en kontroll räknar med den (Hyran ska vara noll), Översikten visar den, "
        "rapporten Delårsrapport hämtar uppgifter från den."
    )
    assert told(start, "income", "ovrigt") == ["layout-line-is-read"], "its note explains it"


def test_a_line_that_somebody_entered_a_figure_on_stays_until_it_is_withdrawn():
    assert told(layout(TEXT), "income", "lokal", Needs(figures={"income:lokal"})) == ["layout-line-has-figures"]
    assert "lokal" not in ids(remove_line(layout(TEXT), "income", "lokal", Needs(figures={"note:lokal"})))


@pytest.mark.parametrize("line", ["resultat", "ej_fordelat", "projekt", "resten"])
def test_what_takes_no_whole_accounts_is_not_removed_here(line):
    assert told(layout(TEXT), "income", line) == ["layout-line-stays"]


def test_the_last_line_under_a_heading_that_takes_accounts_stays():
    assert told(layout(TEXT), "cashflow", "fordringar") == ["layout-line-is-alone"]
    shipped = shipped_layout("sjuharad", 2024)
    (_, alone) = hindrances(shipped, shipped.statement("balance"), "kortfristiga_skulder", NOTHING)
    assert alone.found == "Raden ”Kortfristiga skulder” är den enda under ”Skulder” som tar konton."
    assert "anlaggning" not in ids(remove_line(shipped, "balance", "anlaggning", NOTHING), "balance")
    note = remove_line(layout(TEXT), "note", "sjuttio", NOTHING)
    assert ids(note, "note") == ["total"], "its accounts have a line each there"


def test_a_group_without_heading_goes_with_its_last_line():
    start = shipped_layout("sjuharad", 2024)
    left = remove_line(remove_line(start, "income", "ext_intakter", NOTHING), "income", "ext_kostnader", NOTHING)
    assert 'id = "extraordinara"' in layout_text(start)
    assert 'id = "extraordinara"' not in layout_text(left)


@pytest.mark.parametrize(("statement", "line"), [("income", "finns_inte"), ("balans", "lokal")])
def test_what_is_not_there_cannot_be_removed(statement, line):
    assert told(layout(TEXT), statement, line)[0].startswith("layout-no-such-")
