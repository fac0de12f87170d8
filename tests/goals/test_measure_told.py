"""What a measure says of a goal: to those inside as it is, to others only what nobody can be pointed out by."""

from fractions import Fraction

import pytest
from tests.participation.sample import INTERIM, cells_of

from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.document import CountOrigin, Hidden
from samordna.domain.goals.goal import Course, Goal, GoalKind, Indicator, Level, Sense, Target
from samordna.domain.goals.measure_told import MeasuresTold
from samordna.domain.goals.tables import units_table
from samordna.domain.goals.verdict import Attainment, judged
from samordna.domain.measures.disclosure import Audience, rule_of
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.statistics import Known
from samordna.domain.participation.code_lists import EXTENT
from samordna.domain.participation.combining import counted
from samordna.domain.participation.counts_report import CountsReport, VouchedBy
from samordna.domain.values.counted import Shown
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT

YEAR = Period(202401, 202412)


def goal(source: str, *, of_each: bool = False, course: Course = Course.STANDS, activity: str = "steget") -> Goal:
    target = Target(Sense.AT_LEAST, (Level(2024, Fraction(1, 2)),), PERCENT, course, of_each)
    indicator = Indicator(source, "Indikator", "Definition.", activity=activity)
    return Goal(
        source.partition(":")[2].replace("_", "-"),
        source,
        GoalKind.OPERATIONAL,
        2024,
        2024,
        "§ 1",
        indicator=indicator,
        target=target,
    )


def report(unit: str, starts: tuple[int, int], *, measured: tuple[int, int] = (12, 9)) -> CountsReport:
    cells = cells_of({
        ("starts",): (*starts, 0), ("participants",): (20, 16, 0), ("measured_once",): (*measured, 0),
    })  # fmt: skip
    return CountsReport(unit, "steget", INTERIM, VouchedBy.COORDINATOR, cells, complete=True)


def told(*goals: Goal, audience: Audience = Audience.PUBLIC, reports: tuple[CountsReport, ...]) -> MeasuresTold:
    agreed = tuple(AgreedNumber("steget", unit, YEAR, Counted.STARTS, 24, "Avtal") for unit in ("a", "b", "c"))
    return MeasuresTold(YEAR, Known(counted(reports, INTERIM), agreed), goals, rule_of(audience))


def read(made: MeasuresTold, one: Goal):
    assert one.indicator is not None
    assert one.target is not None
    return made.reading(one.indicator, one.target)


EACH = goal("measure:starts_of_agreed", of_each=True, course=Course.ADDS_UP)
COVERAGE = goal("measure:progression_coverage")
LARGE = (report("a", (8, 6)), report("b", (7, 9)), report("c", (10, 8)))
SMALL = (report("a", (8, 6)), report("b", (2, 1)), report("c", (10, 8)))


def test_inside_everything_is_told_with_the_year_at_the_same_rate():
    reading = read(told(EACH, audience=Audience.INSIDE, reports=SMALL), EACH)
    assert [one.value for one in reading.units] == [Fraction(14, 24), Fraction(3, 24), Fraction(18, 24)]
    assert reading.whole.value == Fraction(35, 72)
    assert reading.forecast == Fraction(35, 72) * Fraction(12, 8)
    assert [one.forecast for one in reading.units] == [Fraction(21, 24), Fraction(9, 48), Fraction(9, 8)]
    assert isinstance(reading.whole.origin, CountOrigin)
    assert judged(EACH, reading).attainment is Attainment.PARTLY


def test_a_unit_whose_figure_may_not_be_told_leaves_the_public_without_a_verdict_that_says_so():
    made = told(EACH, reports=SMALL)
    reading = read(made, EACH)
    assert [(one.value, one.sign) for one in reading.units][1] == (None, "<5")
    assert all(one.forecast is None for one in reading.units if one.value is None)
    hidden = [one for one in (*reading.units, reading.whole) if one.value is None]
    assert len(hidden) >= 2  # with every other figure shown the small one could be computed
    verdict = judged(EACH, reading)
    assert verdict.attainment is Attainment.NOT_MEASURED
    assert "berättas inte här" in verdict.why


def test_a_hidden_figure_is_a_sign_with_its_reason_in_the_table():
    reading = read(told(EACH, reports=SMALL), EACH)
    verdict = judged(EACH, read(told(EACH, audience=Audience.INSIDE, reports=SMALL), EACH))
    table = units_table(type(verdict)(EACH, verdict.attainment, reading, verdict.level, verdict.path))
    assert table is not None
    cell = table.cell("2", "value")
    assert isinstance(cell, Hidden)
    assert cell.sign == "<5"


def test_what_is_large_enough_is_told_to_everybody_alike():
    readings = [read(told(EACH, COVERAGE, audience=one, reports=LARGE), EACH) for one in Audience]
    assert len({tuple(one.value for one in reading.units) for reading in readings}) == 1
    assert {judged(EACH, reading).attainment for reading in readings} == {Attainment.MET}


def test_a_share_of_people_is_told_of_enough_people_and_has_no_forecast():
    reading = read(told(COVERAGE, reports=LARGE), COVERAGE)
    assert reading.whole.value == Fraction(63, 108)
    assert reading.forecast is None
    few = (
        CountsReport(
            "a",
            "steget",
            INTERIM,
            VouchedBy.COORDINATOR,
            cells_of({("participants",): (10, 9, 0), ("measured_once",): (10, 9, 0)}),
            complete=True,
        ),
    )
    small = read(told(COVERAGE, reports=few), COVERAGE)
    assert (small.whole.value, small.whole.sign) == (None, "–")
    assert "färre än 20" in small.whole.why


@pytest.mark.parametrize(
    ("reports", "why"),
    [((), "Ingen enhet har lämnat siffror för perioden."), (LARGE[:2], "c har inte lämnat siffror för hela perioden.")],
)
def test_what_nobody_has_told_is_said(reports, why):
    reading = read(told(EACH, audience=Audience.INSIDE, reports=reports), EACH)
    assert why in {one.why for one in (*reading.units, reading.whole)}
    assert judged(EACH, reading).attainment is Attainment.NOT_MEASURED


def test_of_another_activity_nothing_is_told():
    other = goal("measure:progression_coverage", activity="annat")
    assert read(told(other, reports=LARGE), other).whole.why == "Ingen enhet har lämnat siffror för perioden."


def test_a_measure_that_is_not_there_is_no_measure():
    made = told(COVERAGE, reports=LARGE)
    with pytest.raises(KeyError):
        read(made, goal("measure:hittepa"))


FULL_TIME = goal("measure:equivalents_at_end")


def at_work(*extents: int) -> CountsReport:
    """Return a report of men who work as much as each extent says, from none of the week to all of it."""
    codes = [code.key for code in EXTENT.codes]
    cells: dict[tuple[str, ...], tuple[int | None, ...]] = {
        ("exits_by_occupation_at_end", work, code): (0, many if work == "subsidised_work" else 0, 0)
        for work in ("unsubsidised_work", "subsidised_work")
        for code, many in zip(codes, extents, strict=True)
    }
    cells["exits",] = (0, sum(extents), 0)
    return CountsReport("a", "steget", INTERIM, VouchedBy.COORDINATOR, cells_of(cells), complete=True)


def test_full_time_equivalents_are_told_only_where_the_count_of_each_weight_may_be():
    one_works = (at_work(9, 1, 0, 0, 0),)
    inside = read(told(FULL_TIME, audience=Audience.INSIDE, reports=one_works), FULL_TIME)
    assert inside.whole.value == Fraction(1, 4)
    outside = read(told(FULL_TIME, reports=one_works), FULL_TIME)
    assert (outside.whole.value, outside.whole.sign) == (None, "–")
    assert "mindre än 5" in outside.whole.why
    many = read(told(FULL_TIME, reports=(at_work(9, 8, 0, 0, 12),)), FULL_TIME)
    assert many.whole.value == 14


def test_what_full_time_equivalents_tell_is_the_count_of_each_weight():
    made = told(FULL_TIME, reports=(at_work(9, 8, 0, 0, 12),))
    counts = [made.publication.of(made.ground.key(spot)) for spot in made.spots]
    assert sorted(sign.count for sign in counts if isinstance(sign, Shown)) == [0, 0, 8, 12]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("key", BY_KEY)
def test_every_measure_can_be_what_a_goal_is_told_by(key: str, audience: Audience):
    one = goal(f"measure:{key}")
    shown = read(told(one, audience=audience, reports=SMALL), one)
    assert shown.whole.value is not None or shown.whole.why
