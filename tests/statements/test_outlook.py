"""Which result and equity the year is heading for, with and without the projects, beside what was promised."""

from dataclasses import replace
from typing import Any

import pytest
from tests.statements.follow_up import NO_FINANCE, PLAN, REGISTER, YEAR, form
from tests.statements.follow_up import reading as made
from tests.statements.ledger import entered, printed

from samordna.domain.document import Missing
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.forecast import ForecastNumber
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.plan.register import CostCentre
from samordna.domain.statements.outlook import OutlookTold, outlook
from samordna.domain.statements.reading import Reading
from samordna.domain.values.unit import KRONOR

PLACED = replace(
    PLAN,
    register=replace(REGISTER, rows=(*REGISTER.rows, CostCentre("77", "Nya enheten", "insatser"))),
    forecasts=tuple(one.with_numbers(ForecastNumber("77", 0, "Upphör")) for one in PLAN.forecasts),
)


def reading(*told: Any, plan: Plan = PLACED, **asked: str) -> Reading:
    """Return a reading in which every cost centre of the ledger has a row."""
    return made(*told, plan=plan, **asked)


def told(known: Reading | None = None) -> OutlookTold:
    seen = outlook(known or reading(), KRONOR)
    assert seen is not None
    return seen


def thousand(kronor: int) -> Plan:
    """Return the plan a thousand times as large, with a contribution: what findings say is in thousands."""
    (forecast,) = PLACED.forecasts
    numbers = tuple(replace(number, amount=number.amount * 1000) for number in forecast.numbers)
    return replace(
        PLACED,
        budgets=(),
        forecasts=(replace(forecast, numbers=numbers),),
        contributions=(Contribution("Staten", YEAR, kronor * 1000_00),),
    )


def codes(contribution: int, floor: str = "500000") -> list[str]:
    known = reading(form(), entered("mal:lagsta", floor, "2024-01..2024-04"), plan=thousand(contribution))
    return [finding.code for finding in told(known).findings]


def findings(contribution: int, floor: str = "500000") -> list[str]:
    known = reading(form(), entered("mal:lagsta", floor, "2024-01..2024-04"), plan=thousand(contribution))
    return [str(finding).replace("\u00a0", " ").replace("\u2212", "-") for finding in told(known).findings]


def test_the_walk_from_the_equity_there_was_to_the_equity_there_will_be():
    seen = told(reading(form(), entered("mal:lagsta", "200", "2024-01..2024-04")))
    assert printed(seen.table) == (
        "Prognos 2024 | Budget 2024\n"
        "Eget kapital vid årets början: 900 | 900\n"
        "Årets bidrag: 2 400 | 2 400\n"
        "Kostnadsställen enligt uppföljningen: -3 000 | -3 660\n"
        "Eget kapital före projekten: 300 | -360\n"
        "Projekt, netto: 60 | \n"
        "Eget kapital vid årets slut: 360 | -360\n"
        "Årets resultat före projekten: -600 | -1 260\n"
        "Årets resultat: -540 | -1 260\n"
        "Mål: lägsta eget kapital: 200 | 200\n"
    )
    assert seen.table.remarks == ("Finansiella poster ingår i kostnadsställenas belopp.",)


def test_the_rows_are_known_by_name():
    assert [row.id for row in told().table.rows] == [
        "opening_equity", "contributions", "follow_up", "before_projects", "projects", "closing_equity",
        "result_before_projects", "result",
    ]  # fmt: skip


def test_equity_that_is_what_was_promised_only_with_the_projects_is_told_before_it_is_signed():
    """900 kronor, 3 490 tkr of contributions, 3 000 tkr of costs; the projects give 60 tkr."""
    (finding,) = findings(3490)
    assert finding == (
        "prognos för eget kapital: Prognosen ger 491 tkr i eget kapital före projekten, målet är minst 500 tkr. "
        "Projektens netto, 60 tkr, lyfter det till 551 tkr. "
        "Säg att målet nås bara med projektens netto, eller visa hur det nås utan."
    )


def test_equity_that_is_below_what_was_promised_is_told():
    (finding,) = findings(3400)
    assert finding == (
        "prognos för eget kapital: Prognosen ger 461 tkr i eget kapital (401 tkr före projekten), målet är minst 500 "
        "tkr. Visa hur målet ska nås, eller säg att det inte nås, innan något om det skrivs under."
    )


@pytest.mark.parametrize(
    ("contribution", "found"),
    [
        (3600, []),
        (3490, ["outlook-hangs-on-projects"]),
        (3400, ["outlook-below-floor"]),
        (2800, ["outlook-below-floor", "outlook-deficit"]),
    ],
)
def test_what_was_promised_is_held_against_what_will_be(contribution, found):
    assert codes(contribution) == found


def test_a_deficit_is_told_with_what_the_law_says():
    (finding,) = findings(2800, floor="0")[1:]
    assert finding == (
        "prognos för eget kapital: Prognosen ger ett underskott för året: -140 tkr. "
        "Ett underskott ska återställas inom tre år om inte styrelsen anger synnerliga skäl (KL 11:12–13)."
    )


CEILING = '[outlook]\nceiling = "mal:lagsta"'
SHARE = '[outlook]\nceiling_share = "mal:andel"'


def with_ceiling(words: str, *figures: EnteredFigure, contribution: int = 3600) -> OutlookTold:
    share = '{ id = "andel", label = "Andel", entered = true, unit = "percent" },'
    text = form().replace('[outlook]\nfloor = "mal:lagsta"', words)
    text = text.replace('lines = [{ id = "lagsta"', f'lines = [{share} {{ id = "lagsta"')
    return told(reading(text, *figures, plan=thousand(contribution)))


def test_equity_above_what_is_recommended_is_told():
    seen = with_ceiling(CEILING, entered("mal:lagsta", "600000", "2024-01..2024-12"))
    (finding,) = seen.findings
    assert (finding.code, finding.found.replace("\u00a0", " ")) == (
        "outlook-above-ceiling",
        "Prognosen ger 661 tkr i eget kapital, rekommenderad högsta nivå är 600 tkr.",
    )


def test_the_most_may_be_a_share_of_the_contributions():
    share = entered("mal:andel", "10", "2024-01..2024-04", unit="percent")
    seen = with_ceiling(SHARE, share)
    assert "Rekommenderat högsta eget kapital: 360 000 | " in printed(seen.table)
    assert seen.table.cell("ceiling", "forecast").origin.rule.replace("\u00a0", " ") == (
        "10 procent av årets bidrag, 3 600 tkr."
    )
    assert [finding.code for finding in seen.findings] == ["outlook-above-ceiling"]
    assert with_ceiling(SHARE).findings == ()  # nobody has entered a share


def test_what_nobody_has_planned_is_missing_and_nothing_is_promised_of_it():
    seen = told(reading(plan=NO_PLAN))
    assert isinstance(seen.table.cell("follow_up", "forecast"), Missing)
    assert isinstance(seen.table.cell("closing_equity", "forecast"), Missing)
    assert isinstance(seen.table.cell("closing_equity", "budget"), Missing)
    assert seen.findings == ()


def test_a_project_that_nobody_has_forecast_leaves_only_the_end_unknown():
    (forecast,) = PLACED.forecasts
    some = replace(
        PLACED, forecasts=(replace(forecast, numbers=tuple(one for one in forecast.numbers if one.row != "40")),)
    )
    table = told(reading(plan=some)).table
    assert table.cell("before_projects", "forecast").exact == 300_00
    assert table.cell("closing_equity", "forecast") == Missing("prognos för 40 Steget är inte inlagd")


def test_what_nobody_has_placed_is_reckoned_with_and_named():
    seen = told(made(plan=PLAN))  # 77 has booked 90 kronor in four months
    assert seen.table.cell("follow_up", "forecast").exact == -(3000 + 270) * 100
    (finding,) = [one for one in seen.findings if one.code == "outlook-without-row"]
    assert finding.found == (
        "Prognosen räknar med 0 tkr för kostnadsställen som saknar rad i registret: 77 Kostnadsställe 77."
    )
    assert "outlook-without-row" not in [one.code for one in told().findings]


def test_an_association_without_projects_is_told_without_them():
    rows = tuple(row for row in PLACED.register.rows if row.key != "40")
    ids = [
        row.id for row in told(reading(plan=replace(PLACED, register=replace(PLACED.register, rows=rows)))).table.rows
    ]
    assert ids == ["opening_equity", "contributions", "follow_up", "closing_equity", "result"]


APART = {"3*..8*, !30*": "3*..7*, !30*"}


def test_financial_items_that_the_rows_do_not_hold_are_a_step_of_their_own():
    """Ten kronor of interest have been booked: a forecast that nobody has entered reckons with that."""
    table = told(reading(form(**APART))).table
    assert (table.cell("financial", "forecast").exact, table.remarks) == (10_00, ())
    known = entered("income:ranta", "25", "2024-01..2024-12", scenario=Scenario.FORECAST)
    table = told(reading(form(**APART), known)).table
    assert table.cell("financial", "forecast").exact == 25_00


def test_a_form_without_financial_lines_has_no_such_step():
    assert "financial" not in [row.id for row in told(reading(form(**NO_FINANCE))).table.rows]


def test_the_picture_shows_the_walk_by_forecast_and_budget():
    chart = told().chart
    assert [row.id for row in chart.table.rows] == [
        "opening_equity", "contributions", "follow_up", "before_projects", "projects", "closing_equity",
    ]  # fmt: skip
    assert [column.id for column in chart.table.columns] == ["forecast", "budget"]


@pytest.mark.parametrize("asked", ["2024-01", "2024-01..2024-04", "2024-03..2024-04"])
def test_the_year_is_the_same_whatever_period_is_asked_for(asked):
    assert printed(told(reading(asked=asked)).table) == printed(told().table)


def test_a_form_that_names_no_lines_has_no_outlook():
    text = form()
    assert outlook(reading(text[text.index("[outlook]") :])) is None
