"""Equity goes from year to year by its results, between a floor and a ceiling that hold from a day."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.financing.years import shown

from samordna.domain.document import ChartKind, ComputedOrigin, Document, EnteredOrigin, Number, Section
from samordna.domain.plan.equity import problems
from samordna.domain.plan.equity.limits import Limit, limit_of
from samordna.domain.plan.equity.path import EquityPath, YearHeading, path_problems
from samordna.domain.plan.equity.tables import path_chart, path_table
from samordna.domain.values.period import Period
from samordna.domain.values.problem import ProblemKind
from samordna.renderers.html import render_html

KINDS = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]
FLOOR = Limit(dt.date(2022, 1, 1), "Verksamhetsplanens mål", amount=2_000_000_00)
CEILING = Limit(dt.date(2025, 1, 1), "Nationella rådet", share=Fraction(1, 5))


def year(number: int, contributions: int, net_cost: int, source="Plan") -> YearHeading:
    return YearHeading(Period(number * 100 + 1, number * 100 + 12), contributions * 100_000, net_cost * 100_000, source)


YEARS = tuple(year(2024 + index, 18_000, cost) for index, cost in enumerate((17_500, 17_000, 19_500, 19_000, 18_000)))
PATH = EquityPath(3_000_000_00, "Bokslut 2023", YEARS, (FLOOR,), (CEILING,))


def codes(path: EquityPath) -> list[str]:
    found = path_problems(path)
    assert all(problem.place and problem.found and problem.remedy for problem in found)
    return [problem.code.removeprefix("equity-") for problem in found]


def test_five_years_stand_with_the_limits_that_hold_then():
    table = path_table(PATH)
    assert [line.replace("\xa0", " ") for line in shown(table)] == [
        "Ingående:  |  |  | 3 000 |  | ",
        "2024: 18 000 | 17 500 | 500 | 3 500 | 2 000 | ",
        "2025: 18 000 | 17 000 | 1 000 | 4 500 | 2 000 | 3 600",
        "2026: 18 000 | 19 500 | −1 500 | 3 000 | 2 000 | 3 600",
        "2027: 18 000 | 19 000 | −1 000 | 2 000 | 2 000 | 3 600",
        "2028: 18 000 | 18 000 | 0 | 2 000 | 2 000 | 3 600",
    ]
    assert table.remarks == (
        "Golv: Verksamhetsplanens mål.", "Tak: Nationella rådet.", "2024, 2025, 2026, 2027, 2028: Plan.",
    )  # fmt: skip


def test_a_changed_year_moves_every_year_after_it():
    changed = replace(PATH, years=(YEARS[0], year(2025, 18_000, 17_100), *YEARS[2:]))
    moved = [now - before for now, before in zip(changed.closing(), PATH.closing(), strict=True)]
    assert moved == [0, -100_000_00, -100_000_00, -100_000_00, -100_000_00]


def test_a_level_outside_its_limits_is_told_with_the_year():
    assert [str(problem).partition(" (")[0].replace("\xa0", " ") for problem in path_problems(PATH)] == [
        "eget kapital 2025: Eget kapital är 4 500 000 kr vid årets slut, över det rekommenderade taket 3 600 000 kr"
    ]
    assert codes(replace(PATH, opening=2_900_000_00)) == ["above-ceiling", "below-floor", "below-floor"]
    assert codes(replace(PATH, opening=0)) == ["below-floor"] * 3 + ["below-zero"] * 2


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"years": (YEARS[0], YEARS[2])}, ["years-not-in-row"]),
        ({"years": (YEARS[1], YEARS[0])}, ["years-not-in-row"]),
        ({"floors": (replace(FLOOR, amount=None),)}, ["limit-without-level"]),
        ({"ceilings": (replace(CEILING, amount=1),)}, ["limit-without-level"]),
        ({"floors": (FLOOR, FLOOR)}, ["limit-twice"]),
        ({"floors": (), "ceilings": ()}, []),
        ({"years": ()}, []),
    ],
)
def test_what_is_wrong_is_told_before_what_follows_from_it(changes, expected):
    assert codes(replace(PATH, **changes)) == expected


def test_the_latest_limit_that_has_begun_by_the_end_of_the_year_holds():
    later = replace(FLOOR, since=dt.date(2024, 12, 31), amount=1)
    next_year = replace(FLOOR, since=dt.date(2025, 1, 1), amount=2)
    assert limit_of([next_year, later, FLOOR], YEARS[0].year) == later
    assert limit_of([next_year], YEARS[0].year) is None


def test_every_figure_says_where_it_comes_from():
    table = path_table(PATH)
    origins = {column: table.cell("2025", column) for column in ("contributions", "equity", "floor", "ceiling")}
    assert all(isinstance(cell, Number) for cell in origins.values())
    told = {column: cell.origin for column, cell in origins.items() if isinstance(cell, Number)}
    assert told["contributions"] == EnteredOrigin("Plan", "equity:contributions", "budget", YEARS[1].year)
    assert isinstance(told["equity"], ComputedOrigin)
    assert [part.exact for part in told["equity"].parts] == [3_500_000_00, 1_000_000_00]
    assert told["ceiling"] == ComputedOrigin("20 procent av årets bidrag, Nationella rådet.")
    assert told["floor"] == EnteredOrigin("Verksamhetsplanens mål", "equity:limit", "budget", YEARS[1].year)


def test_the_picture_shows_the_levels_and_says_them_in_words():
    chart = path_chart(PATH)
    assert chart.kind is ChartKind.LINES
    assert [column.id for column in chart.table.columns] == ["equity", "floor", "ceiling"]
    assert [row.label for row in chart.table.rows] == ["2024", "2025", "2026", "2027", "2028"]
    assert chart.description.replace("\xa0", " ") == (
        "Eget kapital vid varje års slut, i tusental kronor, från 3 000: "
        "2024 3 500, 2025 4 500, 2026 3 000, 2027 2 000, 2028 2 000."
    )
    alone = path_chart(replace(PATH, floors=(), ceilings=()))
    assert [column.id for column in alone.table.columns] == ["equity"]


def test_the_picture_and_its_table_can_be_written_down():
    page = render_html(Document("ek", "Eget kapital", "", "Prov", (Section("a", "Väg", blocks=(path_chart(PATH),)),)))
    assert "4\xa0500" in page
    assert "<svg" in page


@given(st.integers(-(10**12), 10**12), st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), max_size=5))
def test_the_last_equity_is_the_first_and_all_results(opening, told):
    years = tuple(year(2020 + index, *amounts) for index, amounts in enumerate(told))
    path = EquityPath(opening, "Bokslut", years)
    assert (path.closing() or (opening,))[-1] == opening + sum(one.result for one in years)
    assert len(path_table(path).rows) == (len(years) + 1 if years else 0)


def test_every_kind_has_a_code_of_its_own_and_says_what_to_do():
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 5
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in KINDS)
