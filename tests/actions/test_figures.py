"""Entered figures: the latest holds, the older ones stay, and each has a source."""

from dataclasses import replace
from fractions import Fraction

import pytest

from samordna.access.models import TrailEntry
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS, Unit
from samordna.office.actions import TERMINAL, enter_figures, withdraw_figure
from samordna.office.questions import entered_figures
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("association_folder")

STAFF = EnteredFigure("keyfigures:anstallda", Scenario.ACTUAL, Period(202401, 202408), 4, PERSONS, "Personallistan")
BUDGET = EnteredFigure(
    "income:kostnader", Scenario.BUDGET, Period(202401, 202412), -1_436_400_000, THOUSANDS, "§ 41/2023"
)


def test_what_was_entered_comes_back():
    receipt = enter_figures([STAFF, BUDGET], by=TERMINAL)
    assert (receipt.entered, receipt.unchanged) == (2, 0)
    assert set(entered_figures()) == {STAFF, BUDGET}


def test_the_latest_for_a_key_scenario_and_period_holds_and_the_older_is_kept():
    enter_figures([STAFF], by=TERMINAL)
    enter_figures([replace(STAFF, exact=5)], by=TERMINAL)
    assert entered_figures() == (replace(STAFF, exact=5),)
    assert list(models.EnteredFigure.objects.values_list("exact", flat=True)) == [4, 5]
    entry = TrailEntry.objects.last()
    assert (entry.old["exact"], entry.new["exact"]) == (4, 5)


def test_another_period_or_scenario_is_another_figure():
    other_period = replace(STAFF, period=Period(202301, 202308))
    forecast = replace(STAFF, scenario=Scenario.FORECAST)
    enter_figures([STAFF, other_period, forecast], by=TERMINAL)
    assert set(entered_figures()) == {STAFF, other_period, forecast}


def test_a_figure_that_holds_already_is_not_entered_again():
    enter_figures([STAFF], by=TERMINAL)
    receipt = enter_figures([STAFF, BUDGET], by=TERMINAL)
    assert (receipt.entered, receipt.unchanged) == (1, 1)
    assert TrailEntry.objects.filter(deed="enter-figure").count() == 2


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (replace(BUDGET, unit=Unit("ducats", "dukater", "", Fraction(1))), "other-unit"),
        (replace(BUDGET, unit=PERSONS), "other-unit"),
        (replace(BUDGET, unit=PERCENT), "other-unit"),
        (replace(STAFF, unit=KRONOR), "other-unit"),
        (replace(BUDGET, key="income:typo"), "unknown-line"),
        (replace(BUDGET, key="inkomst:kostnader"), "unknown-line"),
        (replace(BUDGET, key="kostnader"), "unknown-line"),
        (replace(BUDGET, exact=10**15 + 1), "figure-too-large"),
        (replace(BUDGET, exact=-(10**30)), "figure-too-large"),
        (replace(BUDGET, source=" "), "no-source"),
        (replace(BUDGET, source="Enligt 121212-1212"), "identity-number-typed"),
    ],
)
def test_a_figure_that_cannot_be_right_enters_nothing_and_the_trail_says_why(figure, code):
    with pytest.raises(Refused) as refused:
        enter_figures([STAFF, figure], by=TERMINAL)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert entered_figures() == ()
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused) == ("enter-figure", True)
    assert entry.new["problems"] == [{"code": code, "severity": "refuse", "place": figure.key}]


def test_a_line_that_is_not_there_is_told_with_some_that_are():
    with pytest.raises(Refused, match="income:intakter, income:kostnader"):
        enter_figures([replace(BUDGET, key="income:typo")], by=TERMINAL)


@pytest.mark.parametrize("unit", [KRONOR_ORE, KRONOR, THOUSANDS])
def test_money_is_money_in_whichever_unit(unit):
    assert enter_figures([replace(BUDGET, unit=unit)], by=TERMINAL).entered == 1


def test_a_year_before_the_first_layout_may_be_entered_for_later_comparison():
    assert enter_figures([replace(STAFF, period=Period(201501, 201508))], by=TERMINAL).entered == 1


def test_a_figure_that_was_withdrawn_holds_no_longer_and_its_rows_stay():
    enter_figures([STAFF, BUDGET], by=TERMINAL)
    gone = withdraw_figure(STAFF.key, STAFF.scenario, STAFF.period, reason="Gällde ett annat år", by=TERMINAL)
    assert gone == STAFF
    assert entered_figures() == (BUDGET,)
    rows = models.EnteredFigure.objects.filter(key=STAFF.key).order_by("id")
    assert [(row.withdrawn, row.source) for row in rows] == [(False, STAFF.source), (True, "Gällde ett annat år")]
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.old["exact"], entry.new) == ("withdraw-figure", 4, {"reason": "Gällde ett annat år"})


def test_a_figure_that_was_withdrawn_may_be_entered_again():
    enter_figures([STAFF], by=TERMINAL)
    withdraw_figure(STAFF.key, STAFF.scenario, STAFF.period, reason="prov", by=TERMINAL)
    assert enter_figures([STAFF], by=TERMINAL).entered == 1
    assert entered_figures() == (STAFF,)


@pytest.mark.parametrize(
    ("scenario", "reason", "code"),
    [(Scenario.BUDGET, "prov", "not-entered"), (Scenario.ACTUAL, "", "no-source")],
)
def test_only_what_holds_is_withdrawn_and_only_with_a_reason(scenario, reason, code):
    enter_figures([STAFF], by=TERMINAL)
    with pytest.raises(Refused) as refused:
        withdraw_figure(STAFF.key, scenario, STAFF.period, reason=reason, by=TERMINAL)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert entered_figures() == (STAFF,)


def test_what_is_not_booked_is_no_figure_of_a_line():
    with pytest.raises(Refused) as refused:
        enter_figures([replace(BUDGET, scenario=Scenario.UNBOOKED)], by=TERMINAL)
    assert [problem.code for problem in refused.value.problems] == ["not-by-hand"]
    assert entered_figures() == ()


def test_a_per_cent_is_entered_in_hundredths():
    half = EnteredFigure("keyfigures:soliditet", Scenario.ACTUAL, Period(202201, 202212), 4850, PERCENT, "ÅR 2022")
    enter_figures([half], by=TERMINAL)
    assert entered_figures()[0].value == Fraction(485, 1000)
