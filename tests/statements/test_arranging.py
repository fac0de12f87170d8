"""A line moves one step inside its group: what it is worth stays, and so does what every sum adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.statements.ledger import layout
from tests.statements.test_editing import TEXT
from tests.statements.test_properties import PERIOD, ledgers, slowly

from samordna.domain.document import Number
from samordna.domain.statements.arranging import Step, move_line, neighbour, steps_of
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.layout import Group, Layout, lines_of
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.problem import Refused

UP, DOWN = Step.UP, Step.DOWN


def order(changed: Layout, statement: str = "income") -> list[str]:
    return [line.id for line in lines_of(changed.statement(statement).lines)]


def test_a_line_changes_places_with_the_one_before_or_after_it():
    assert order(layout(TEXT))[:4] == ["bidrag", "lokal", "ovrigt", "avskrivning"]
    assert order(move_line(layout(TEXT), "income", "ovrigt", UP))[:4] == ["bidrag", "ovrigt", "lokal", "avskrivning"]
    assert order(move_line(layout(TEXT), "income", "lokal", DOWN))[:4] == ["bidrag", "ovrigt", "lokal", "avskrivning"]


def test_a_step_and_a_step_back_is_the_same_layout():
    assert move_line(move_line(layout(TEXT), "income", "lokal", DOWN), "income", "lokal", UP) == layout(TEXT)


def test_a_heading_takes_what_is_under_it_along():
    shipped = shipped_layout("sjuharad", 2024)
    moved = move_line(shipped, "income", "kostnader", UP)
    groups = [node.id for node in moved.statement("income").lines if isinstance(node, Group)]
    assert groups[:2] == ["kostnader", "intakter"]
    assert order(moved)[:2] == ["arvoden", "reseersattning"]
    assert sorted(order(moved)) == sorted(order(shipped))


def test_a_line_may_pass_what_stands_outside_the_sums():
    assert order(move_line(layout(TEXT), "income", "resten", DOWN))[-3:] == ["ej_fordelat", "resten", "resultat"]


@pytest.mark.parametrize(
    ("statement", "line", "step", "code"),
    [
        ("income", "bidrag", UP, "layout-line-stands-first"),
        ("income", "resultat", DOWN, "layout-line-stands-last"),
        ("income", "ej_fordelat", DOWN, "layout-line-passes-sum"),
        ("income", "resultat", UP, "layout-line-passes-sum"),
        ("note", "sjuttio", DOWN, "layout-line-passes-sum"),
        ("income", "<script>", UP, "layout-no-such-line"),
        ("balans", "bidrag", UP, "layout-no-such-statement"),
    ],
)
def test_what_cannot_move_says_why(statement, line, step, code):
    with pytest.raises(Refused) as refused:
        move_line(layout(TEXT), statement, line, step)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_line_never_comes_under_or_over_the_sum_of_its_group():
    shipped = shipped_layout("sjuharad", 2024)
    income = shipped.statement("income")
    assert steps_of(income, "ovriga_kostnader") == {UP}
    assert steps_of(income, "sum_kostnader") == set()
    assert steps_of(income, "kostnader") == {UP, DOWN}
    with pytest.raises(Refused, match="”Övriga kostnader” kan inte byta plats med ”Summa verksamhetens kostnader”"):
        move_line(shipped, "income", "ovriga_kostnader", DOWN)


def test_who_stands_beside_is_told_by_name():
    income = shipped_layout("sjuharad", 2024).statement("income")
    assert neighbour(income, "kostnader", UP) == "Intäkter"
    assert neighbour(income, "arvoden", UP) == ""
    assert neighbour(income, "arvoden", DOWN) == "Reseersättning"
    assert neighbour(income, "res1", DOWN) == "Erhållna bidrag från huvudmännen"
    assert neighbour(layout(TEXT).statement("note"), "sjuttio", UP) == "en rad för varje konto"


def test_a_line_may_pass_the_sum_that_it_repeats():
    text = """
[[statement]]
id = "a"
kind = "notes"
title = "A"
columns = [{ id = "actual", label = "Utfall" }]
lines = [
  { id = "summor", lines = [
    { id = "ett", label = "Ett", accounts = "5*" },
    { id = "summa", label = "Summa", sum = "group" },
  ] },
  { id = "egen", label = "Egen", line = "a:summa" },
]
"""
    moved = move_line(layout(text), "a", "egen", UP)
    assert [line.id for line in lines_of(moved.statement("a").lines)] == ["egen", "ett", "summa"]
    assert read_layout(layout_text(moved), "prov") == moved


@pytest.mark.parametrize("name", layout_names())
@slowly
@given(ledgers(), st.data())
def test_however_lines_are_moved_every_figure_stays(name, balances, data):
    before = after = shipped_layout(name, 2024)
    for _ in range(data.draw(st.integers(1, 4))):
        statement = data.draw(st.sampled_from(after.statements))
        ids = [line.id for line in lines_of(statement.lines)]
        ids += [node.id for node in statement.lines if isinstance(node, Group)]
        line = data.draw(st.sampled_from(ids or [""]))
        steps = sorted(steps_of(statement, line), key=lambda step: step.value)
        if steps:
            after = move_line(after, statement.id, line, data.draw(st.sampled_from(steps)))
    assert figures(before, balances) == figures(after, balances)
    assert read_layout(layout_text(after), name) == after


def figures(layout: Layout, balances: object) -> dict[tuple[str, str, int], object]:
    tables = lay_out(layout, balances, Asked.of(PERIOD))
    return {
        (statement.id, row.id, column): cell.exact
        for statement in layout.statements
        for row in tables.table(statement.id).rows
        for column, cell in enumerate(row.cells)
        if isinstance(cell, Number)
    }
