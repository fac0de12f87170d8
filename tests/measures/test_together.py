"""Several views as one publication: linked across views, said once, and fitted to a report."""

from dataclasses import replace
from functools import cache

import pytest
from tests.measures.disclosure.attacker import Attacker
from tests.years.counts import ACTIVERA, INTERIM, UNITS, counted_of, key, stated_of

from samordna.domain.document import BLANK, Column, CountOrigin, Hidden, Number, Row, RowKind, Table
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.fitted import fitted
from samordna.domain.measures.statistics import Known, earlier_of, tables_of
from samordna.domain.measures.tables.reader import Names
from samordna.domain.measures.together import TablesTogether, tables_together
from samordna.domain.measures.view import View
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.values.counted import Below
from samordna.domain.values.unit import PERSONS

SHOWN = ("inflow", "inflow-by-unit", "not-started", "income", "progression-coverage", "starts-and-exits")
ORIGIN = CountOrigin("referrals", "Remisser.", "Alla.", INTERIM)


def views(*keys: str) -> tuple[View, ...]:
    return tuple(shipped_views()[one] for one in keys)


@cache
def known() -> Known:
    names = Names({ACTIVERA.key: ACTIVERA.name}, {key(one): one for one in UNITS["insjoriket"][ACTIVERA]})
    return Known(counted_of("insjoriket"), names=names, stated=stated_of("insjoriket"))


@cache
def together(*keys: str) -> TablesTogether:
    return tables_together(views(*keys), known(), Audience.PUBLIC)


def test_no_small_count_of_any_view_can_be_computed_from_the_others():
    told = together(*SHOWN)
    attacker, narrowed = Attacker(told.publication.cells, told.identities), []
    tied = {one for identity in told.identities for one in (identity.whole, *identity.parts)}
    below = {one: sign for one, sign in told.publication.cells.items() if isinstance(sign, Below) and one in tied}
    for one, sign in below.items():
        least, most = attacker.between(one)
        if least > sign.least + 1e-6 or most < sign.threshold - 1 - 1e-6:
            narrowed.append(one)
    assert narrowed == []
    assert len(below) > 10


def test_the_same_people_are_told_alike_in_every_view():
    """A view by itself may hide others: together they are one publication."""
    told = together(*SHOWN)
    alone = {one: tables_of(shipped_views()[one], known(), Audience.PUBLIC).publication.cells for one in SHOWN}
    assert set(told.publication.cells) == {cell for cells in alone.values() for cell in cells}


def test_the_order_of_views_changes_nothing_that_is_read():
    assert together(*reversed(SHOWN)).publication.cells == together(*SHOWN).publication.cells


def test_where_genders_are_not_the_total_nobody_takes_the_difference_for_the_hidden_one():
    table = together("starts-and-exits", "income").tables["income"][0]
    women, men, total = (table.cell("total", column) for column in ("women", "men", "total"))
    assert [one.exact for one in (women, men) if isinstance(one, Number)] == [107, 52]
    assert isinstance(total, Hidden), "159 is what they are together, 160 what was told"
    assert total.reason.endswith("så det är inte skillnaden mellan dem.")
    others = [cell for row in table.rows if row.id != "total" for cell in row.cells[:4] if isinstance(cell, Hidden)]
    assert len(others) > 10
    assert not any("skillnaden" in one.reason for one in others)


def test_nothing_is_said_twice_below_the_tables():
    said = [remark for tables in together(*SHOWN).tables.values() for table in tables for remark in table.remarks]
    assert len(said) == len(set(said))
    assert any(remark.startswith("Inkomna remisser: Remisser och intresseanmälningar") for remark in said)


def test_a_view_of_some_units_cannot_be_told_beside_others():
    limited = replace(shipped_views()["inflow"], units=frozenset({"activera-lerum"}))
    with pytest.raises(ValueError, match="inflow"):
        tables_together((limited, *views("income")), known(), Audience.PUBLIC)


def test_what_was_published_together_is_held_against_together():
    told = together(*SHOWN)
    report = replace(views("inflow")[0], key="report", measures=())
    earlier = earlier_of((report, *views(*SHOWN)), known(), told.publication.cells)
    assert earlier == earlier_of(views(*SHOWN), known(), told.publication.cells)
    again = tables_together(views(*SHOWN), known(), Audience.PUBLIC, (earlier,))
    assert again.publication == told.publication
    assert again.tables == told.tables


def test_with_all_that_was_read_of_those_inside_nothing_is_told():
    everything = tables_together(views(*SHOWN), known(), Audience.INSIDE).publication
    small = {one: sign for one, sign in together(*SHOWN).publication.cells.items() if isinstance(sign, Below)}
    gives_away = {**everything.cells, **small}
    told = tables_together(views(*SHOWN), known(), Audience.PUBLIC, (earlier_of(views(*SHOWN), known(), gives_away),))
    assert told.publication.computable
    assert told.tables == {}


def number(count: int) -> Number:
    return Number(count, PERSONS, ORIGIN)


def test_a_table_of_a_report_has_no_blank_column_and_nobody_under_a_heading():
    rows = (
        Row(":total", "Totalt", RowKind.HEADING),
        Row("total:a", "A", RowKind.DETAIL, (number(20), BLANK, number(0))),
        Row(":unknown", "Okänt kön", RowKind.HEADING),
        Row("unknown:a", "A", RowKind.DETAIL, (number(0), BLANK, Hidden("–", "Ingen.", ORIGIN))),
        Row(":men", "Män", RowKind.HEADING),
        Row("men:a", "A", RowKind.DETAIL, (Hidden("<5", "Få.", ORIGIN), BLANK, number(0))),
    )
    columns = (Column("n", "Antal"), Column("none", "Inget"), Column("zero", "Noll"))
    table = Table("inflow-x", "Mått", PERSONS, columns, rows)
    alone = fitted(table, shipped_views()["inflow"], alone=True)
    assert alone.title == "Inflöde efter remittent och kön"
    assert [column.id for column in alone.columns] == ["n", "zero"]
    assert [row.id for row in alone.rows] == [":total", "total:a", ":men", "men:a"]
    assert [len(row.cells) for row in alone.rows] == [0, 2, 0, 2]
    assert fitted(table, shipped_views()["inflow"], alone=False).title == "Mått"
