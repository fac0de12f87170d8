"""Whether goals are reached: by their own rule, with what they are held against, and told before it is too late."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.document import Number
from samordna.domain.goals import problems
from samordna.domain.goals.checks import goal_problems
from samordna.domain.goals.goal import Course, Goal, GoalKind, Indicator, Level, Sense, Target
from samordna.domain.goals.overall import overall
from samordna.domain.goals.sentences import on_figures
from samordna.domain.goals.tables import goals_table, units_table
from samordna.domain.goals.tree import Branch
from samordna.domain.goals.verdict import Attainment, Reading, Told, in_unit, judged
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT, THOUSANDS

YEAR, PERIOD = Period(202401, 202412), Period(202401, 202408)
HALF = Fraction(1, 2)


def goal(target: Target | None, *, kind: GoalKind = GoalKind.OPERATIONAL, **changes: object) -> Goal:
    indicator = Indicator("measure:progression_coverage", "Andel mätta", "Mätta minst en gång av alla inskrivna.")
    made = Goal("op1", "Minst hälften har mätts", kind, 2024, 2026, "Styrelsen november 2023", "", indicator, target)
    return replace(made, **changes)  # type: ignore[arg-type]


COVERAGE = goal(Target(Sense.AT_LEAST, (Level(2024, HALF), Level(2026, Fraction(4, 5))), PERCENT))
INFLOW = goal(
    Target(
        Sense.AT_LEAST, (Level(2024, Fraction(3, 4)), Level(2026, Fraction(1))), PERCENT, Course.ADDS_UP, of_each=True
    ),
    id="op2",
    name="Varje enhet får minst tre fjärdedelar",
)
EQUITY = goal(
    Target(Sense.AT_MOST, (Level(2024, Fraction(1, 5)), Level(2026, Fraction(1, 5))), PERCENT),
    kind=GoalKind.FINANCIAL,
    id="fin1",
    name="Eget kapital högst en femtedel",
)


def reading(value: Fraction | None, *units: Fraction | None, forecast: Fraction | None = None) -> Reading:
    told = tuple(Told(f"Enhet {at}", one, "" if one is not None else "färre än fem") for at, one in enumerate(units, 1))
    return Reading(YEAR, PERIOD, Told("Alla", value, "" if value is not None else "siffror saknas"), told, forecast)


def test_the_published_goals_get_the_published_verdicts():
    inflow = judged(INFLOW, reading(Fraction(55, 100), *(Fraction(part, 100) for part in (51, 60, 62, 48, 57))))
    verdicts = [judged(COVERAGE, reading(Fraction(53, 100))), inflow, judged(EQUITY, reading(Fraction(57, 100)))]
    assert [one.attainment for one in verdicts] == [Attainment.MET, Attainment.NOT_MET, Attainment.NOT_MET]
    assert (inflow.level, inflow.path) == (Fraction(3, 4), HALF)
    assert [one.label for one in inflow.failing] == [f"Enhet {at}" for at in range(1, 6)]
    assert overall(verdicts).attainment is Attainment.NOT_MET
    assert overall(verdicts).sentence == "Av 3 mål: uppnås 1, uppnås inte 2."


def test_some_units_reach_it_and_it_is_partly_met():
    verdict = judged(INFLOW, reading(Fraction(7, 10), Fraction(8, 10), Fraction(6, 10)))
    assert verdict.attainment is Attainment.PARTLY
    assert [one.label for one in verdict.failing] == ["Enhet 2"]


def test_a_unit_whose_figure_may_not_be_told_leaves_nothing_to_judge():
    verdict = judged(INFLOW, reading(Fraction(7, 10), Fraction(8, 10), None))
    assert (verdict.attainment, verdict.why) == (Attainment.NOT_MEASURED, "färre än fem")
    assert judged(INFLOW, reading(Fraction(1))).why == "Ingen enhet har lämnat siffror."


def test_a_source_that_has_ended_asks_for_a_decision():
    indicator = replace(COVERAGE.indicator, ended=dt.date(2024, 5, 1), why="Systemet är nedlagt.")  # type: ignore[type-var]
    verdict = judged(replace(COVERAGE, indicator=indicator), reading(Fraction(1)))
    assert verdict.attainment is Attainment.NOT_MEASURED
    assert [one.code for one in verdict.warnings] == ["goal-source-ended"]
    assert "1 maj 2024: Systemet är nedlagt." in verdict.why
    unended = replace(COVERAGE, indicator=replace(indicator, why="Systemet är nedlagt"))
    assert judged(unended, reading(Fraction(1))).why == verdict.why, "a sentence ends, however it was typed"
    later = replace(indicator, ended=dt.date(2024, 9, 1))
    assert judged(replace(COVERAGE, indicator=later), reading(Fraction(1))).attainment is Attainment.MET


def test_it_is_told_while_there_is_time_left():
    target = replace(INFLOW.target, of_each=False)  # type: ignore[type-var]
    verdict = judged(replace(INFLOW, target=target), reading(Fraction(4, 10), forecast=Fraction(6, 10)))
    assert [one.code for one in verdict.warnings] == ["goal-forecast-short", "goal-behind-path"]
    told = [one.found.replace("\u00a0", " ") for one in verdict.warnings]
    assert "60 %; målet är minst 75 %" in told[0]
    assert "50 % i augusti 2024" in told[1]
    assert judged(INFLOW, replace(verdict.reading, period=YEAR)).warnings == ()


def test_what_is_forecast_of_each_unit_tells_whether_each_will_reach_it_whatever_all_do_together():
    held = reading(Fraction(51, 100), Fraction(6, 10), Fraction(4, 10), forecast=Fraction(76, 100))
    units = tuple(replace(one, forecast=one.value * Fraction(12, 8)) for one in held.units if one.value is not None)
    verdict = judged(INFLOW, replace(held, units=units))
    assert (verdict.attainment, verdict.expected) == (Attainment.NOT_MET, 1)
    assert [(one.code, one.found.replace("\u00a0", " ")) for one in verdict.warnings] == [
        ("goal-units-short", "Prognosen för 2024 når inte målet, minst 75 % i varje enhet: Enhet 2 60 %."),
    ]
    told = on_figures(verdict).replace("\u00a0", " ")
    assert told.endswith("tillsammans är de på 51 %. 1 av 2 väntas nå det vid årets slut, enligt prognosen.")
    row = goals_table((Branch(0, verdict),), YEAR, PERIOD).rows[0]
    assert row.label.replace("\u00a0", " ") == "Varje enhet får minst tre fjärdedelar (minst 75 % i varje enhet)"
    assert row.note == "uppnås inte, 1 av 2 väntas nå"
    table = units_table(verdict)
    assert table is not None
    shown = [table.cell(row.id, "forecast") for row in table.rows]
    assert [one.text for one in shown if isinstance(one, Number)] == ["90", "60", "76"]


def test_where_a_unit_has_no_forecast_nobody_says_how_many_will_reach_it():
    verdict = judged(INFLOW, reading(Fraction(4, 10), Fraction(4, 10), Fraction(6, 10)))
    assert verdict.expected is None
    assert [one.code for one in verdict.warnings] == ["goal-units-behind"]
    assert "väntas" not in on_figures(verdict)


def test_between_two_years_the_path_is_straight_and_outside_them_there_is_none():
    assert COVERAGE.target is not None
    assert [COVERAGE.target.level(year) for year in (2023, 2024, 2025, 2026, 2027)] == [
        None,
        HALF,
        Fraction(13, 20),
        Fraction(4, 5),
        None,
    ]
    assert judged(COVERAGE, replace(reading(HALF), year=Period(202701, 202712))).attainment is Attainment.NOT_MEASURED


def test_sound_management_is_met_when_all_is_and_unknown_when_nothing_is_measured():
    met = [judged(COVERAGE, reading(Fraction(1))), judged(EQUITY, reading(Fraction(1, 10)))]
    assert overall(met, "Styrelsen är nöjd.").attainment is Attainment.MET
    assert overall(met, "Styrelsen är nöjd.").words == "Styrelsen är nöjd."
    partly = [*met, judged(INFLOW, reading(HALF, HALF))]
    assert overall(partly).attainment is Attainment.PARTLY
    assert overall([judged(COVERAGE, reading(None))]).attainment is Attainment.NOT_MEASURED


def test_where_no_goal_of_a_kind_is_measured_the_others_settle_it_only_when_they_fail():
    lacking = judged(COVERAGE, reading(None))
    unknown = overall([lacking, judged(EQUITY, reading(Fraction(1, 10)))])
    assert unknown.attainment is Attainment.NOT_MEASURED
    assert unknown.sentence == "Inget verksamhetsmål kan mätas. Av 2 mål: uppnås 1, kan inte mätas 1."
    assert overall([lacking, judged(EQUITY, reading(HALF))]).attainment is Attainment.NOT_MET


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ((COVERAGE, COVERAGE), "goal-twice"),
        ((replace(COVERAGE, name=" "),), "goal-without-name"),
        ((replace(COVERAGE, parent="x"),), "goal-unknown-parent"),
        ((replace(COVERAGE, parent="op2"), replace(INFLOW, parent="op1")), "goal-under-itself"),
        ((replace(COVERAGE, until=2020),), "goal-backwards"),
        ((replace(COVERAGE, decision=""),), "goal-without-decision"),
        ((replace(COVERAGE, target=None),), "goal-without-indicator"),
        ((replace(COVERAGE, until=2027),), "goal-without-level"),
        (
            (goal(Target(Sense.AT_LEAST, (Level(2024, HALF), Level(2024, HALF), Level(2026, HALF)), PERCENT)),),
            "goal-level-twice",
        ),
    ],
)
def test_what_is_wrong_with_goals_is_told(wrong, code):
    assert code in {problem.code for problem in goal_problems(wrong)}


def test_good_goals_have_nothing_wrong_and_every_kind_says_what_to_do():
    above = replace(COVERAGE, id="main", name="Huvudmål", indicator=None, target=None)
    assert goal_problems((above, replace(COVERAGE, parent="main"), INFLOW, EQUITY)) == ()
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in problems.TABLE.kinds.values())


@given(value=st.fractions(0, 2), level=st.fractions(0, 2))
def test_a_goal_is_met_on_its_side_of_the_level_or_on_it(value, level):
    least = goal(Target(Sense.AT_LEAST, (Level(2024, level), Level(2026, level)), PERCENT))
    most = goal(Target(Sense.AT_MOST, (Level(2024, level), Level(2026, level)), PERCENT))
    met = {one.attainment is Attainment.MET for one in (judged(least, reading(value)), judged(most, reading(value)))}
    assert met == ({True} if value == level else {True, False})


def test_values_are_told_in_their_unit():
    assert in_unit(Fraction(200_000_000), THOUSANDS).replace("\u00a0", " ").replace("\u202f", " ") == "2 000 tkr"
