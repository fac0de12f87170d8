"""Every published figure of two real associations comes out of their ledgers, but for named contradictions."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from tests.years.plans import followed_up, plan_read

from samordna.domain.document import Number

PUBLISHED = Path(__file__).parent / "published"

# (association, statement, row, column): what the ledger says, and why the printed figure cannot be right.
CONTRADICTIONS = {
    ("sjuharad", "balance", "periodens_resultat", "change"): (
        "112090.13", "opening 0,00 and closing 112 090,13 are printed beside a change of 0,00",
    ),
    ("sjuharad", "balance", "sum_eget_kapital", "change"): (
        "112090.13", "the sum repeats the change that was left out of the result's row",
    ),
    ("sjuharad", "balance", "sum_ek_skulder", "change"): (
        "444617.80", "the total repeats it too: 332 527,67 is printed where both ends differ by 444 617,80",
    ),
    ("sjuharad", "note-income-3", "total", "previous"): (
        "124992.63", "the note leaves out 125 000,00 on account 3990, which the statement includes",
    ),
    ("insjoriket", "cashflow", "lopande", "actual"): (
        "3957436", "the cash flow of operations leaves out the result that stands above it",
    ),
    ("insjoriket", "cashflow", "lopande", "previous"): (
        "1150655", "the cash flow of operations leaves out the result that stands above it",
    ),
    ("insjoriket", "keyfigures", "kostnader", "actual"): ("8466", "costs are printed net of financial items"),
    ("insjoriket", "keyfigures", "kostnader", "previous"): ("10249", "costs are printed net of financial items, cut"),
    ("insjoriket", "keyfigures", "soliditet", "previous"): ("48", "the balance sheet beside it gives 48, not 51"),
    ("insjoriket", "operating", "utg_ek", "actual"): ("8100", "8 099 514 kronor is cut, not rounded"),
}  # fmt: skip


def published(association):
    tables = tomllib.loads((PUBLISHED / f"{association}-2024-08.toml").read_text())
    for statement, rows in tables.items():
        for row, columns in rows.items():
            for column, printed in columns.items():
                yield statement, row, column, Decimal(printed)


@pytest.mark.parametrize("association", ["sjuharad", "insjoriket"])
def test_every_published_figure_is_laid_out_from_the_ledger_and_the_plan(association):
    statements = followed_up(association, plan_read(association).plan).statements
    differ = []
    for statement, row, column, printed in published(association):
        known = CONTRADICTIONS.get((association, statement, row, column))
        expected = Decimal(known[0]) if known else printed
        cell = statements.table(statement).cell(row, column)
        if not isinstance(cell, Number) or Decimal(cell.decimal) != expected:
            differ.append((statement, row, column, expected, cell))
    assert differ == []


@pytest.mark.parametrize("association", ["sjuharad", "insjoriket"])
def test_rows_stand_in_the_printed_order(association):
    tables = tomllib.loads((PUBLISHED / f"{association}-2024-08.toml").read_text())
    for statement, rows in tables.items():
        ours = [
            row.id
            for row in followed_up(association, plan_read(association).plan).statements.table(statement).rows
            if row.id in rows
        ]
        assert ours == list(rows), statement


@pytest.mark.parametrize("key", CONTRADICTIONS, ids=" ".join)
def test_a_contradiction_is_one(key):
    """The printed figure is another than the ledger's: a contradiction that was mended must leave the list."""
    association, *place = key
    printed = {(s, r, c): amount for s, r, c, amount in published(association)}
    assert printed[tuple(place)] != Decimal(CONTRADICTIONS[key][0])


def test_enough_was_published_to_hold_us_to():
    counts = {name: sum(1 for _ in published(name)) for name in ("sjuharad", "insjoriket")}
    assert counts["sjuharad"] >= 168
    assert counts["insjoriket"] >= 178


@pytest.mark.parametrize("association", ["sjuharad", "insjoriket"])
def test_nothing_is_wrong_with_the_statements_of_a_demo_association(association):
    assert followed_up(association, plan_read(association).plan).statements.findings == ()
