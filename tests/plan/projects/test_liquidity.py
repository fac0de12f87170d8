"""What the association lays out before it is paid, month by month, and when that is most."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from tests.plan.projects.steget import PROJECT, Y2024, approved, claim, earning, other, plain

from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.life import ProjectState
from samordna.domain.plan.projects.liquidity import Liquidity
from samordna.domain.plan.projects.liquidity_table import deepest_in_words, liquidity_chart, liquidity_table
from samordna.domain.plan.projects.overview import overview_table
from samordna.domain.plan.projects.project import Advance, OverheadShare, Rhythm
from samordna.domain.plan.projects.to_claim import ToClaim
from samordna.domain.values.period import Period

AUTUMN, SPRING = Period(202307, 202312), Period(202401, 202404)
PAID = approved(claim(1, AUTUMN, 600), 540, paid=540)


def months(*claims, project=PROJECT):
    return {one.month: one for one in Liquidity(earning(*claims, project=project)).months}


def test_costs_are_as_booked_and_then_what_is_left_of_the_budget():
    found = months(PAID)
    assert [found[month].paid for month in (202307, 202310, 202401, 202404)] == [200_00, 300_00, 400_00, 0]
    left = 1500_00 + 600_00 - 50_00 - 500_00  # the year's budget, less what the office pays anyway and what is booked
    assert sum(found[month].paid for month in range(202405, 202413)) == left
    assert next(month for month, one in found.items() if one.expected) == 202405


def test_money_is_received_when_it_was_paid_and_expected_in_the_projects_rhythm():
    found = months(PAID, claim(2, Period(202401, 202403), 300))
    assert found[202402].received == 540_00  # claimed 28 December, approved in January, paid on 28 February
    assert found[202405].received == 300_00  # two months after its last, the first that is not booked
    unclaimed = Period(202404, 202412).months
    assert {month for month in found if month > 202405 and found[month].received} == {202411, 202502}
    assert len(unclaimed) == 9
    assert sum(one.received for one in found.values()) <= PROJECT.grant + 600_00


def test_the_balance_is_what_came_less_what_went():
    found = list(months(PAID).values())
    assert all(after.balance - before.balance == after.received - after.paid for before, after in pairwise(found))


def test_the_deepest_point_is_told():
    only = other(co_financing=PROJECT.co_financing[:1])
    liquidity = Liquidity(earning(PAID, project=only))
    deepest = liquidity.deepest
    assert deepest is not None
    assert deepest.balance == min(one.balance for one in liquidity.months)
    # Paid 1 000 in 2023 and 500 + 1 550 in 2024; received 540, and half of January to June: 500 and its flat rate,
    # two of the eight months that share what is left of the year's 2 100, and half of the year's time.
    assert (deepest.month, deepest.balance) == (202412, -(3050_00 - 540_00 - (700_00 + 350_00 + 450_00) // 2))
    assert plain(deepest_in_words(liquidity)) == (
        "Mest ligger förbundet ute med december 2024, som väntat enligt budget: 1 760 kr."
    )


def to_come(*claims, project=PROJECT):
    return list(ToClaim(earning(*claims, project=project)).claims())


def test_what_is_left_to_claim_is_what_the_funder_counts_of_the_budget():
    ample = tuple(replace(entry, grant=9000_00) for entry in PROJECT.history)
    project = other(history=ample, rhythm=replace(PROJECT.rhythm, claim_months=12))
    # Common costs of 50 are in the budget and paid by the office: claimed, and not laid out once more.
    told = replace(claim(1, AUTUMN, 500), actual=1000_00), replace(claim(2, SPRING, 0), actual=700_00, time=300_00)
    assert to_come(*told, project=project) == [(202412, (2100_00 + 900_00 - 700_00 - 300_00) // 2)]


def test_common_costs_of_booked_months_are_claimed_where_no_flat_rate_is_for_them():
    costs = (BudgetedCost(Y2024, "Enhetskostnad", CostKind.FLAT_RATE, 1500_00),)
    project = other(
        costs=costs, period=Y2024, co_financing=(), rhythm=Rhythm(4, 2), overhead=(OverheadShare(Y2024, 120_00),)
    )
    booked, *coming = to_come(project=project)
    assert booked == (202404, (500_00 + 40_00) // 2)
    assert coming == [(202408, (1500_00 - 540_00) // 4), (202412, (1500_00 - 540_00) // 4)]


def test_nothing_is_expected_of_a_project_that_is_closed():
    closed = other(history=(*PROJECT.history, replace(PROJECT.history[-1], state=ProjectState.CLOSED)))
    assert to_come(project=closed) == []


def test_an_advance_can_leave_nothing_to_lay_out():
    ahead = other(advances=(Advance(dt.date(2023, 7, 1), 5000_00),), co_financing=())
    liquidity = Liquidity(earning(project=ahead))
    assert liquidity.deepest is None
    assert deepest_in_words(liquidity) == "Förbundet behöver aldrig ligga ute med pengar för projektet."


def test_the_table_says_which_months_are_expected_and_the_picture_shows_the_balance():
    liquidity = Liquidity(earning(PAID))
    table, chart = liquidity_table(liquidity), liquidity_chart(liquidity)
    assert table.row("202404").label == "April 2024"
    assert table.row("202405").label == "Maj 2024, väntat"
    assert [row.cells[0] for row in chart.table.rows] == [row.cells[2] for row in table.rows]
    assert chart.table_above
    assert Y2024.last in {one.month for one in liquidity.months}


def test_a_year_that_no_ledger_tells_of_is_as_budgeted():
    early = Period(202201, 202212)
    project = other(period=Period(202207, 202412), costs=(*PROJECT.costs, type(PROJECT.costs[0])(
        early, "Personal", PROJECT.costs[0].kind, 600_00)))  # fmt: skip
    table = liquidity_table(Liquidity(earning(project=project)))
    assert table.row("202207").label == "Juli 2022, enligt budget"
    assert table.row("202207").cells[0].decimal == "100"


def test_what_is_laid_out_most_says_that_it_rests_on_a_budget():
    early = BudgetedCost(Period(202201, 202212), "Personal", CostKind.ACTUAL, 9000_00)
    project = other(period=Period(202207, 202412), costs=(early, *PROJECT.costs), co_financing=())
    past = earning(PAID, project=project)
    assert "januari 2024, enligt budget för 2022: " in deepest_in_words(Liquidity(past))
    assert overview_table((past,), 202404).remarks[-1] == (
        "Steget ligger ute som mest i januari 2024, enligt budget för 2022."
    )
    coming = earning(PAID, project=replace(project, rhythm=Rhythm(36, 6)))
    assert "december 2024, som väntat, och för 2022 enligt budget: " in deepest_in_words(Liquidity(coming))
