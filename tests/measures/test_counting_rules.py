"""Rules that every figure keeps, whatever was counted: drawn counts, and all that must follow from them."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.measuring import measured
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.statistics import Known, earlier_of, tables_of
from samordna.domain.measures.view_file import asked_view, shipped_views
from samordna.domain.participation.combining import Counted, counted
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, VouchedBy, in_order
from samordna.domain.values.counted import RawCount, Shown
from samordna.domain.values.period import Period

FIRST, SECOND, BOTH = Period(202401, 202406), Period(202407, 202412), Period(202401, 202412)
UNITS = ("north", "south", "west")
SOURCES = ("insurance_agency", "psychiatry", "school")
SMALL = st.integers(0, 12)
OFTEN = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def reports(draw: st.DrawFn) -> tuple[CountsReport, ...]:
    """Return reports of three units and two half-years: who is left of the first is there when the second begins."""
    found = []
    for unit in UNITS:
        here = {gender: draw(SMALL) for gender in Gender}
        for period in (FIRST, SECOND):
            found.append(_report(draw, unit, period, here))
            left = {one.place.gender: one for one in found[-1].cells if one.place.table == "ongoing"}
            here = {gender: left[gender].value.count for gender in Gender}
    return tuple(found)


def _report(draw: st.DrawFn, unit: str, period: Period, there: Mapping[Gender, int]) -> CountsReport:
    cells = []
    for gender in Gender:
        rows = [draw(SMALL) if gender is not Gender.UNKNOWN else 0 for _ in SOURCES]
        here, began, again = there[gender], draw(SMALL), draw(st.integers(0, 2))
        taking_part = here + began
        figures = {
            "referrals": sum(rows), "ongoing_at_start": here, "starts": began, "participants": taking_part,
            "unique": max(0, taking_part - again), "exits": min(taking_part, here),
            "ongoing": taking_part - min(taking_part, here),
        }  # fmt: skip
        cells += [Cell(Place(table, (), gender), RawCount(count)) for table, count in figures.items()]
        cells += [
            Cell(Place("referrals_by_source", (source,), gender), RawCount(count))
            for source, count in zip(SOURCES, rows, strict=True)
        ]
    return CountsReport(unit, "step", period, VouchedBy.UNIT_MANAGER, in_order(cells), complete=True)


def exact(counts: Counted, measure: str, gender: Gender | None = None) -> int:
    value = measured(BY_KEY[measure], counts, (), gender).whole.exact
    assert value is not None
    return int(value)


@OFTEN
@given(reports())
def test_women_men_and_unknown_are_all(all_reports: Sequence[CountsReport]):
    counts = counted(all_reports, BOTH)
    for measure in ("referrals", "starts", "exits", "ongoing", "ongoing_at_start"):
        assert sum(exact(counts, measure, gender) for gender in Gender) == exact(counts, measure)


@OFTEN
@given(reports())
def test_the_unique_are_no_more_than_those_who_take_part(all_reports: Sequence[CountsReport]):
    counts = counted(all_reports, BOTH)
    unique = measured(BY_KEY["unique"], counts)
    taking_part = measured(BY_KEY["participants"], counts)
    for whose, value in unique.units.items():
        assert value.numerator.most.count <= taking_part.units[whose].numerator.most.count
        assert value.numerator.least.count <= value.numerator.most.count
    assert unique.whole.numerator.most.count <= taking_part.whole.numerator.most.count
    assert unique.whole.numerator.least.count >= max(one.numerator.least.count for one in unique.units.values())


@OFTEN
@given(reports())
def test_a_year_in_two_halves_adds_up_where_it_should_and_nowhere_else(all_reports: Sequence[CountsReport]):
    year, halves = counted(all_reports, BOTH), [counted(all_reports, half) for half in (FIRST, SECOND)]
    for measure in ("referrals", "starts", "exits"):
        assert exact(year, measure) == sum(exact(half, measure) for half in halves)
    assert exact(year, "ongoing_at_start") == exact(halves[0], "ongoing_at_start")
    assert exact(year, "ongoing") == exact(halves[1], "ongoing")
    assert exact(year, "participants") == exact(halves[0], "participants") + exact(halves[1], "starts")


@OFTEN
@given(reports(), st.integers())
def test_what_is_hidden_never_depends_on_the_order_of_reports(all_reports: Sequence[CountsReport], seed: int):
    view = shipped_views()["inflow-by-unit-and-source"]
    shuffled = list(all_reports)
    random.Random(seed).shuffle(shuffled)
    told = [tables_of(view, Known(counted(some, BOTH)), Audience.PUBLIC) for some in (all_reports, shuffled)]
    assert told[0].publication == told[1].publication
    assert told[0].tables == told[1].tables


@pytest.mark.parametrize("measures", [("referrals",), ("participants", "starts")])
@OFTEN
@given(all_reports=reports())
def test_a_half_year_that_was_published_and_the_year_never_show_a_small_half(
    measures: tuple[str, ...], all_reports: Sequence[CountsReport]
):
    view = asked_view(measures, ("unit",))
    half, year = Known(counted(all_reports, FIRST)), Known(counted(all_reports, BOTH))
    read = tables_of(view, half, Audience.PUBLIC).publication.cells
    after = tables_of(view, year, Audience.PUBLIC, (earlier_of((view,), half, read),)).publication.cells
    for key, sign in after.items():
        before = read[replace(key, period=FIRST)]
        if isinstance(sign, Shown) and isinstance(before, Shown):
            assert not 1 <= sign.count - before.count < 5
