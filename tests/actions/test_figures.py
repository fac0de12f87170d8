"""Entered figures: the latest holds, the older ones stay, and each has a source."""

from dataclasses import replace
from fractions import Fraction

import pytest

from samordna.access.models import TrailEntry
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT, PERSONS, THOUSANDS, Unit
from samordna.office.actions import TERMINAL, enter_figures
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


def test_a_made_up_unit_enters_nothing():
    with pytest.raises(ValueError, match="ducats"):
        enter_figures([STAFF, replace(BUDGET, unit=Unit("ducats", "dukater", "", Fraction(1)))], by=TERMINAL)
    assert entered_figures() == ()


def test_a_per_cent_is_entered_in_hundredths():
    half = EnteredFigure("keyfigures:soliditet", Scenario.ACTUAL, Period(202201, 202212), 4850, PERCENT, "ÅR 2022")
    enter_figures([half], by=TERMINAL)
    assert entered_figures()[0].value == Fraction(485, 1000)
