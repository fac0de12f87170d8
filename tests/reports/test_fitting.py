"""In a report a statement has the columns and words that were chosen; what nobody has read is left out and said."""

import pytest
from tests.reports.sample import LAST_YEAR, LAYOUT, THIS_YEAR
from tests.statements.ledger import books, entered
from tests.statements.ledger import layout as layout_with

from samordna.domain.document import Table
from samordna.domain.reports.fitting import Fitting, fitted_layout
from samordna.domain.reports.template import ChapterSpec, ReportTemplate, StatementSpec
from samordna.domain.statements.lay_out import Statements, lay_out
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period

MORE = """
[[statement]]
id = "columns"
kind = "income"
title = "Kolumner"
unit = "kr"
shows = "credit"
measure = "movement"
columns = [
  { id = "actual", label = "{closing} {end}" },
  { id = "last_year", label = "Bokslut {year}", span = "previous_year" },
  { id = "previous", label = "{closing} {end}", span = "compare" },
  { id = "change", label = "Förändring", difference = ["actual", "previous"] },
  { id = "year", label = "Hela {year}", span = "year", extra = true },
  { id = "older", label = "{year}", span = "compare_1", optional = true },
]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "lokaler", label = "Lokaler", accounts = "50*" },
]
"""
SAID = "Januari–december 2023 visas inte: bokföringen för de månaderna är inte inläst."
REMEDY = "Läs in det räkenskapsåret, eller lägg in beloppen för hand, så visas de."
WHOLE_YEAR = Period(202401, 202412)


def statements(*figures, years=(THIS_YEAR,), period=WHOLE_YEAR, spec=None) -> Statements:
    template = ReportTemplate("annual", "Rapport", (ChapterSpec("a", "A", "", (spec,) if spec else ()),))
    layout = fitted_layout(template, layout_with(LAYOUT + MORE))
    return lay_out(layout, books(*years), Asked.of(period), figures)


def shown(known: Statements, *columns: str, **labels: str) -> Table:
    return Fitting(known).table(StatementSpec("columns", columns, tuple(labels.items())))


def ids(table: Table) -> list[str]:
    return [column.id for column in table.columns]


def test_a_comparison_that_nobody_has_read_is_left_out_with_what_is_made_of_it_and_said():
    table = shown(statements())
    assert ids(table) == ["actual"]
    assert table.remarks == (f"{SAID} {REMEDY}",)


def test_what_to_do_is_said_once_a_report():
    fitting = Fitting(statements())
    first, second = (fitting.table(StatementSpec(name)) for name in ("columns", "income"))
    assert first.remarks == (f"{SAID} {REMEDY}",)
    assert second.remarks == (SAID,)


def test_a_comparison_that_somebody_entered_is_kept():
    figures = [
        entered("columns:bidrag", "1000", "2023-01..2023-12", unit="kr"),
        entered("columns:lokaler", "-500", "2023-01..2023-12", unit="kr"),
    ]
    table = shown(statements(*figures))
    assert ids(table) == ["actual", "last_year", "change"]
    assert table.remarks == ()


def test_a_column_that_tells_the_same_months_as_one_before_it_is_not_shown_twice():
    known = statements(years=(LAST_YEAR, THIS_YEAR))
    assert ids(shown(known)) == ["actual", "last_year", "change"]
    assert ids(shown(known, "previous", "last_year")) == ["previous"]
    interim = statements(years=(LAST_YEAR, THIS_YEAR), period=Period(202401, 202402))
    assert ids(shown(interim)) == ["actual", "last_year", "previous", "change"]


def test_chosen_columns_stand_in_the_order_chosen_those_on_demand_too():
    spec = StatementSpec("columns", ("year", "actual"))
    known = statements(years=(LAST_YEAR, THIS_YEAR), period=Period(202401, 202402), spec=spec)
    table = Fitting(known).table(spec)
    assert ids(table) == ["year", "actual"]
    assert [cell.text for cell in table.row("bidrag").cells] == ["1\u00a0234\u00a0500"] * 2


def test_a_closing_is_called_what_it_is():
    whole = statements(years=(LAST_YEAR, THIS_YEAR)).table("columns")
    part = statements(years=(LAST_YEAR, THIS_YEAR), period=Period(202401, 202402)).table("columns")
    assert whole.columns[0].label == "Bokslut 2024-12-31"
    assert part.columns[0].label == "Delårsbokslut 2024-02-29"


def test_rows_are_called_what_the_report_calls_them():
    table = shown(statements(years=(LAST_YEAR, THIS_YEAR)), bidrag="Medlemmarnas bidrag")
    assert [row.label for row in table.rows] == ["Medlemmarnas bidrag", "Lokaler"]


@pytest.mark.parametrize(
    ("spec", "place"),
    [
        (StatementSpec("columns", ("finnsinte",)), "columns.finnsinte"),
        (StatementSpec("columns", labels=(("finnsinte", "X"),)), "columns.finnsinte"),
        (StatementSpec("finnsinte", ("actual",)), "finnsinte"),
    ],
)
def test_what_the_layout_does_not_have_is_told(spec, place):
    with pytest.raises(KeyError, match=place):
        Fitting(statements(spec=spec)).table(spec)
