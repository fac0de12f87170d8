"""What the association lays out before it is paid, month by month, and when that is most."""

import datetime as dt
from itertools import pairwise

from tests.plan.projects.steget import PROJECT, Y2024, approved, claim, earning, other, plain

from samordna.domain.plan.projects.liquidity import Liquidity
from samordna.domain.plan.projects.liquidity_table import deepest_in_words, liquidity_chart, liquidity_table
from samordna.domain.plan.projects.project import Advance
from samordna.domain.values.period import Period

AUTUMN = Period(202307, 202312)
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
    # Paid 1 000 in 2023 and 500 + 1 550 in 2024; received 540, and half of 500 + 387,50 + 450 of January to June.
    assert (deepest.month, deepest.balance) == (202412, -(3050_00 - 540_00 - 668_75))
    assert plain(deepest_in_words(liquidity)) == ("Mest ligger förbundet ute med december 2024, som väntat: 1 841 kr.")


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
