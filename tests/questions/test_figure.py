"""Every figure of both demo associations can be asked what it is, and its accounts add up to it."""

from collections.abc import Iterator

import pytest
from tests.questions.demo_books import LEDGERS, read_in

from samordna.domain.document import ComputedOrigin, How, Number
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.figure import Lack
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.reading import Place
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, THOUSANDS
from samordna.office import questions
from samordna.office.actions import TERMINAL, withdraw_figure

ASKED = Asked.of(Period(202401, 202408))
MONEY = {"kr", "kr_ore", "tkr"}


def places() -> Iterator[tuple[Place, object]]:
    for kind in StatementKind:
        for table in questions.statements_shown(ASKED, kind).tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=False):
                    yield Place(table.id, row.id, column.id), cell


ROUNDED = {"operating"}
"""Statements that add up rounded rows: there rounding is a part too."""


@pytest.mark.usefixtures("association_folder")
@pytest.mark.parametrize("association", LEDGERS)
def test_the_accounts_of_every_figure_add_up_to_it(association: str):
    read_in(association)
    asked = added = 0
    for place, cell in places():
        shown = questions.figure(ASKED, place)
        assert shown is not None
        assert shown.told.cell == cell
        assert shown.told.definition
        asked += 1
        if isinstance(cell, Number) and not _is_quotient(cell):
            made_of = shown.told.contents
            assert made_of is not None
            parts = [held.exact for held in made_of.accounts] + [written.exact for written in made_of.entered]
            assert sum(parts) + made_of.rest == cell.exact, place
            assert made_of.rest == 0 or place.statement in ROUNDED, place
            assert all(held.exact for held in made_of.accounts)
            added += 1
    assert asked > 150
    assert added > 100


@pytest.mark.usefixtures("association_folder")
@pytest.mark.parametrize("association", LEDGERS)
def test_the_parts_of_every_sum_and_difference_add_up_to_it_too(association: str):
    read_in(association)
    for place, cell in places():
        shown = questions.figure(ASKED, place)
        assert shown is not None
        parts = shown.told.parts
        if not parts or not isinstance(cell, Number) or _is_quotient(cell):
            continue
        assert sum(part.cell.exact for part in parts if isinstance(part.cell, Number)) == cell.exact, place
        for part in parts:
            assert part.place is None or questions.figure(ASKED, part.place) is not None


@pytest.mark.usefixtures("association_folder")
@pytest.mark.parametrize("unit", [KRONOR, THOUSANDS, KRONOR_ORE], ids=lambda unit: unit.code)
def test_the_table_of_accounts_ends_in_what_is_shown_whatever_the_unit(unit):
    read_in("sjuharad")
    for kind in (StatementKind.INCOME, StatementKind.FOLLOW_UP, StatementKind.KEY_FIGURES):
        for table in questions.statements_shown(ASKED, kind, unit=unit).tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=False):
                    shown = questions.figure(ASKED, Place(table.id, row.id, column.id), unit=unit)
                    assert shown is not None
                    accounts = shown.told.accounts
                    if accounts is None:
                        continue
                    assert isinstance(cell, Number)
                    *details, last = [row.cells[0].exact for row in accounts.rows]
                    assert last * 10**cell.unit.decimals == cell.shown * cell.unit.holds
                    summed = [row.cells[0].exact for row in accounts.rows if row.id != "total"][:-1]
                    assert sum(summed if any(r.id == "rounding" for r in accounts.rows) else details) == last


def _is_quotient(cell: Number) -> bool:
    return isinstance(cell.origin, ComputedOrigin) and cell.origin.how is How.QUOTIENT


@pytest.mark.usefixtures("association_folder")
def test_a_figure_names_the_imports_its_amounts_came_with():
    read_in("sjuharad")
    shown = questions.figure(ASKED, Place("income", "ovriga_kostnader", "previous"))
    assert shown is not None
    assert [(taken.version, taken.file_name) for taken in shown.imports] == [(1, "sjuharad-2023.se")]
    assert shown.entries == ()


@pytest.mark.usefixtures("association_folder")
def test_an_entered_figure_tells_what_it_was_before_and_who_said_so():
    read_in("sjuharad")
    place = Place("years", "anstallda", "so_far")
    withdraw_figure(
        "years:anstallda",
        Scenario.ACTUAL,
        ASKED.period,
        reason="Gällde ett annat år",
        by=TERMINAL,
    )
    shown = questions.figure(ASKED, place)
    assert shown is not None
    assert shown.told.lack is Lack.ENTERED
    assert [(e.text, e.withdrawn, e.figure.source, e.by) for e in shown.entries] == [
        ("3 personer", True, "Gällde ett annat år", "terminalen"),
        ("3 personer", False, "Kansliets personalförteckning", "terminalen"),
    ]


@pytest.mark.usefixtures("association_folder")
@pytest.mark.parametrize("place", [("x", "res3", "actual"), ("income", "x", "actual"), ("income", "res3", "x")])
def test_a_place_in_no_table_is_no_figure(place: tuple[str, str, str]):
    read_in("sjuharad")
    assert questions.figure(ASKED, Place(*place)) is None
