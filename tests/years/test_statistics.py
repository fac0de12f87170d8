"""What the interim report prints of counts comes out of the views, inside; where it contradicts itself that is said.

A base under twenty has no percentages: Partille's shares of sixteen are printed, and are not shown here.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.measures.known import known_of, shown, told

from samordna.domain.document import Hidden
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.statistics import tables_of
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.values.problem import Severity

PUBLISHED = Path(__file__).parent / "published" / "insjoriket-statistics-2024-08.toml"
PRINTED: dict[str, Any] = tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))
CELLS = [
    (view, table, row, column, printed)
    for view, tables in PRINTED.items()
    for table, rows in tables.items()
    for row, cells in rows.items()
    for column, printed in cells.items()
]


@pytest.mark.parametrize(("view", "table", "row", "column", "printed"), CELLS, ids=str)
def test_every_printed_figure_stands_in_its_view(view: str, table: str, row: str, column: str, printed: int):
    tables = {one.id: one for one in shown("insjoriket", view).tables}
    found = tables["-".join(part for part in (view, table) if part)]
    assert told(found.cell(row, column)) == printed


def test_both_figures_are_told_where_the_print_contradicts_itself():
    found = [str(one) for one in shown("insjoriket", "starts-and-exits").problems]
    for text in (
        "ACTivera, Startade, totalt: Enheterna har tillsammans 160, men 174 är angivet",
        "ACTivera, Inte aktuella för start, totalt: Enheterna har tillsammans 31, men 17 är angivet",
        "ACTivera, Inkomna remisser, män: Enheterna har tillsammans 56, men 65 är angivet",
        "ACTivera, Startade: Kvinnor, män och okänt kön blir tillsammans 159, men totalt är 160",
    ):
        assert [one for one in found if one.startswith(text)], text
    assert {one.severity for one in shown("insjoriket", "starts-and-exits").problems} == {Severity.WARN}


def test_more_started_than_came_in_is_told_with_those_who_waited():
    view = shipped_views()["starts-and-exits"]
    known = known_of("insjoriket")
    reports = tuple(one for one in known.counted.reports if one.unit == "activera-harryda")
    alone = tables_of(view, type(known)(type(known.counted)(known.counted.period, reports)), Audience.INSIDE)
    [problem] = alone.problems
    assert problem.code == "statistics-started-with-carry-over"
    assert "Fler har startat (32) än som kom in (23): 17 väntade från tidigare." in problem.found


@pytest.mark.parametrize("audience", [Audience.OWNERS, Audience.PUBLIC])
def test_those_outside_are_told_of_contradictions_without_a_figure(audience: Audience):
    [problem] = shown("insjoriket", "starts-and-exits", audience).problems
    assert problem.found == "Siffror stämmer inte överens med varandra på 8 ställen."


def test_one_contradiction_is_told_in_the_singular():
    view = shipped_views()["starts-and-exits"]
    known = known_of("insjoriket")
    reports = tuple(one for one in known.counted.reports if one.unit == "activera-harryda")
    alone = tables_of(view, type(known)(type(known.counted)(known.counted.period, reports)), Audience.PUBLIC)
    assert alone.problems[0].found == "Siffror stämmer inte överens med varandra på ett ställe."


def test_a_percentage_of_sixteen_is_told_to_nobody():
    [table] = shown("insjoriket", "inflow-by-unit-and-source").tables
    cell = table.cell("activera/activera-partille/insurance_agency", "share")
    assert isinstance(cell, Hidden)
    assert cell.reason.startswith("Färre än 20 att räkna på")


def test_the_unique_of_several_units_are_an_interval():
    [beside, by_gender] = shown("sjuharad", "participants-2014").tables
    assert told(beside.cell("aktiv-kraft", "unique")) == "228–488"
    assert told(beside.cell("aktiv-kraft", "participants")) == 491
    assert told(beside.cell("grona-vagen-framat", "unique")) == 44
    assert told(by_gender.cell("unique", "women")) == "149–340"
    assert told(beside.cell("total", "head_count")) == 126


def test_every_table_says_for_whom_it_is():
    for view in shipped_views():
        for audience in Audience:
            for table in shown("insjoriket", view, audience).tables:
                assert table.remarks[-1] == f"Visas {audience.in_words}."
                assert table.title.endswith("januari–augusti 2024")
