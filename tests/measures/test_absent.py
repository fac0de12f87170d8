"""Who is missing among the answers of a mean: told by name inside, by how many to others, not when nobody is."""

from dataclasses import replace

import pytest
from tests.measures.known import known_of

from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.spots import Waited
from samordna.domain.measures.statistics import Known, tables_of
from samordna.domain.measures.together import tables_together
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.counts_report import CountsReport

VIEW = shipped_views()["progression-change"]
TABLE = "progression_change"


def remarks(known: Known, audience: Audience) -> list[str]:
    [table] = tables_of(VIEW, known, audience).tables
    return [one for one in table.remarks if one.startswith("Svar saknas")]


def answering(known: Known) -> tuple[Series, ...]:
    return known.counted.asked(TABLE)


def without(known: Known, gone: Series) -> Known:
    reports = tuple(one for one in known.counted.reports if (one.activity, one.unit) != gone)
    return replace(known, counted=Counted(known.counted.period, reports), figures={})


def changed(known: Known, whose: Series, report: CountsReport) -> Known:
    rest = without(known, whose)
    return replace(rest, counted=Counted(rest.counted.period, (*rest.counted.reports, report)))


@pytest.fixture
def known() -> Known:
    """Return what is known where every unit that was asked has told all of it."""
    return known_of("insjoriket")


@pytest.fixture
def unit(known: Known) -> Series:
    return answering(known)[0]


@pytest.mark.parametrize("audience", Audience)
def test_nothing_is_said_when_nobody_is_missing(known: Known, audience: Audience):
    assert remarks(known, audience) == []


def test_a_unit_that_has_told_nothing_is_missing_though_no_report_names_it(known: Known, unit: Series):
    rest = without(known, unit)
    assert remarks(rest, Audience.INSIDE) == []  # as far as anybody knows
    waited = replace(rest, waited=(Waited(unit, known.counted.period, (TABLE,)),))
    name, count = known.names.unit(unit.unit), len(answering(known))
    assert remarks(waited, Audience.INSIDE) == [f"Svar saknas från {name} (hela perioden)."]
    for audience in (Audience.OWNERS, Audience.PUBLIC):
        assert remarks(waited, audience) == [f"Svar saknas helt eller delvis från 1 av {count} enheter."]
    other_table = replace(rest, waited=(Waited(unit, known.counted.period, ("starts",)),))
    assert remarks(other_table, Audience.INSIDE) == []


def test_months_and_questions_that_are_missing_are_told_inside(known: Known, unit: Series):
    [report] = known.counted.series[unit]
    name = known.names.unit(unit.unit)
    late = replace(report, period=replace(report.period, first=202403))
    assert remarks(changed(known, unit, late), Audience.INSIDE) == [f"Svar saknas från {name} (januari–februari 2024)."]
    question = min(report.rows(TABLE))
    blank = tuple(
        replace(one, value=None) if (one.place.table, one.place.codes) == (TABLE, question) else one
        for one in report.cells
    )
    count = len(report.rows(TABLE))
    assert remarks(changed(known, unit, replace(report, cells=blank)), Audience.INSIDE) == [
        f"Svar saknas från {name} (1 av {count} frågor)."
    ]


def test_a_report_tells_it_below_its_table(known: Known, unit: Series):
    waited = replace(without(known, unit), waited=(Waited(unit, known.counted.period, (TABLE,)),))
    [table] = tables_together([VIEW], waited, Audience.PUBLIC).tables[VIEW.key]
    assert [one for one in table.remarks if one.startswith("Svar saknas helt eller delvis från 1 av")]
