"""Revenue as conditions are met: claims, then the books; at most the grant, and years add up to what is to date."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.plan.projects.steget import (
    LEDGER,
    PROJECT,
    REGISTER,
    Y2023,
    Y2024,
    approved,
    claim,
    earning,
    other,
    plain,
)

from samordna.domain.document import Missing
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed import OwedKind, besides, open_at
from samordna.domain.plan.projects.claim import Claim, ClaimStep, after_step
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.earned import received
from samordna.domain.plan.projects.owed_by_projects import ProjectsHeld, booked_ahead, owed_by_projects
from samordna.domain.plan.projects.project import Advance, ProjectRow, RowUse
from samordna.domain.plan.projects.revenue import revenue_table
from samordna.domain.plan.projects.to_date import to_date_table
from samordna.domain.plan.projects.told import Told
from samordna.domain.values.period import Period

AUTUMN, WINTER, SPRING = Period(202307, 202312), Period(202401, 202403), Period(202401, 202404)
BOOKED = Booked(REGISTER, LEDGER)


def test_without_claims_the_books_earn_the_funders_share_with_flat_rates():
    # 2023 has no flat rate: half of 200 + 300 + 500. In 2024 two fifths come on top of 400 + 100.
    assert earning().over(Y2023) == 500_00
    assert earning().over(WINTER) == 350_00
    assert earning().through(202310) == 250_00
    assert earning().through(202306) == 0


def test_a_claim_earns_what_is_claimed_evenly_and_what_is_approved_once_it_is():
    first = claim(1, AUTUMN, 600)
    assert earning(first).through(202309) == 300_00
    assert earning(approved(first, 540)).through(202309) == 270_00
    assert earning(first).over(WINTER) == 350_00  # the months after it are still the books'


def test_a_claim_that_was_rejected_earns_nothing_and_one_that_was_taken_back_is_as_if_never_made():
    first, day = claim(1, AUTUMN, 600), dt.date(2024, 2, 1)
    assert earning(after_step(first, ClaimStep.REJECT, 0, day, "")).over(Y2023) == 0
    assert earning(after_step(first, ClaimStep.WITHDRAW, 0, day, "")).over(Y2023) == 500_00


def test_nothing_is_earned_before_the_decision_and_never_more_than_the_grant():
    assert earning(project=other(history=PROJECT.history[:1])).over(Y2023) == 0
    small = other(history=tuple(replace(entry, grant=600_00) for entry in PROJECT.history))
    assert (earning(project=small).over(Y2023), earning(project=small).over(WINTER)) == (500_00, 100_00)


def test_flat_rate_costs_without_a_rate_are_earned_as_they_are_booked():
    costs = (BudgetedCost(Y2024, "Enhetskostnad", CostKind.FLAT_RATE, 1500_00),)
    project = other(costs=costs, rows=(ProjectRow("4001", RowUse.FLAT_RATE), PROJECT.rows[1]))
    assert earning(project=project).over(WINTER) == 250_00


@given(
    st.lists(st.tuples(st.integers(0, 17), st.integers(0, 5), st.integers(0, 900), st.booleans()), max_size=5),
    st.integers(1, 3000),
)
def test_what_is_earned_is_within_the_grant_and_years_add_up(made: list[tuple[int, int, int, bool]], grant: int):
    months = PROJECT.period.months
    claims: list[Claim] = []
    for number, (first, length, amount, is_approved) in enumerate(made, start=1):
        period = Period(months[first], months[min(17, first + length)])
        if not any(one.period.overlaps(period) for one in claims):
            one = claim(number, period, amount)
            claims.append(approved(one, amount // 2) if is_approved else one)
    project = other(history=tuple(replace(entry, grant=grant * 100) for entry in PROJECT.history))
    one = earning(*claims, project=project)
    assert 0 <= one.through(202412) <= project.granted
    assert one.over(Y2023) + one.over(Y2024) == one.through(202412)
    by_month = [one.over(Period(month, month)) for month in months]
    assert sum(by_month) == one.through(202412)


def test_what_is_earned_and_not_booked_is_found_as_a_claim_in_the_projects_own_accounts():
    held = ProjectsHeld((PROJECT,), (claim(1, AUTUMN, 600),))
    [owed] = owed_by_projects(held.earnings(REGISTER, LEDGER), BOOKED, SPRING)
    assert (owed.row, owed.kind, owed.amount, owed.found) == ("4009", OwedKind.CLAIM, -100_00, True)
    assert owed.booked == -950_00  # all that the row has, whatever project it is of
    assert plain(owed.how) == (
        "Steget har tjänat in 350 kr av sitt bidrag januari–april 2024, bokfört som intäkt är 250 kr."
    )
    assert list(open_at(besides((), [owed]), SPRING)) == [owed]


def test_what_is_found_is_less_by_a_claim_that_was_entered_for_the_same_row():
    held = ProjectsHeld((PROJECT,), (claim(1, AUTUMN, 600),))
    [owed] = owed_by_projects(held.earnings(REGISTER, LEDGER), BOOKED, SPRING)
    entered = replace(owed, amount=-40_00, found=False, how="Inlagd")
    left = [one for one in besides([entered], [owed]) if one.found]
    assert [one.amount for one in left] == [-60_00]
    assert {one.amount for one in open_at(besides([entered], [owed]), SPRING)} == {-40_00, -60_00}


def test_nothing_is_found_of_a_year_that_is_booked_in_full_or_not_read_or_of_a_project_without_a_row():
    earnings = ProjectsHeld((PROJECT,), (claim(1, AUTUMN, 600),)).earnings(REGISTER, LEDGER)
    assert owed_by_projects(earnings, BOOKED, Y2023) == ()
    assert owed_by_projects(earnings, BOOKED, Period(202405, 202406)) == ()
    assert owed_by_projects([earning(project=other(rows=PROJECT.rows[:1]))], BOOKED, SPRING) == ()


def test_more_booked_than_earned_is_told_as_a_liability():
    [found] = booked_ahead(earning(approved(claim(1, AUTUMN, 600), 400)), Y2023)
    assert plain(found.found) == "600 kr är bokfört som intäkt, men bara 400 kr är intjänat januari–december 2023."
    assert list(booked_ahead(earning(claim(1, AUTUMN, 600)), Y2023)) == []


def test_money_that_came_before_it_is_earned_is_an_advance():
    project = other(advances=(Advance(dt.date(2023, 7, 5), 900_00),))
    one = earning(project=project)
    table = revenue_table(Told(one, Y2023, 202312))
    assert [cell.decimal for cell in table.row(":receivable").cells] == ["-400", "-400"]
    assert received(project, (), 202306) == 0


def test_the_receivable_is_what_is_owed_at_the_end_and_told_beside_the_claims():
    first = approved(claim(1, AUTUMN, 600), 540, paid=500)  # paid in February 2024
    table = revenue_table(Told(earning(first, claim(2, WINTER, 300)), Y2024, 202404))
    shown = {row.id: [cell.decimal for cell in row.cells] for row in table.rows}
    assert shown["opening"] == ["540", "0"]
    assert shown["earned"] == ["300", "840"]
    assert shown["received"] == ["500", "500"]
    assert shown[":receivable"] == ["340", "340"]
    assert shown["claimed-unpaid"] == ["340", "340"]  # 40 of what was approved, and all of the second
    assert shown["unclaimed"] == ["0", "0"]
    before = revenue_table(Told(earning(first), Y2023, 202404))
    assert [cell.decimal for cell in before.row(":receivable").cells] == ["540", "390"]
    assert [cell.decimal for cell in before.row("claimed-unpaid").cells] == ["540", "40"]
    assert [cell.decimal for cell in before.row("unclaimed").cells] == ["0", "350"]


def test_a_year_without_books_is_not_told_and_says_why():
    early = BudgetedCost(Period(202201, 202212), "Personal", CostKind.ACTUAL, 600_00)
    project = other(period=Period(202207, 202412), costs=(early, *PROJECT.costs))
    one = earning(claim(1, Period(202207, 202212), 300), project=project)
    table = to_date_table(Told(one, Period(202201, 202212), 202404))
    for name in ("actual", ":cost", ":rest"):
        cells = table.row(name).cells
        assert [isinstance(cell, Missing) for cell in cells] == [False, True, True, False, True]
        assert cells[1].reason == "Bokföringen för 2022 är inte inläst."
    assert table.row("earned").cells[1].decimal == "300"
    this_year = to_date_table(Told(one, Y2024, 202404)).row(":rest").cells
    assert [isinstance(cell, Missing) for cell in this_year] == [False, False, True, False, True]


def test_the_year_stands_beside_all_that_has_been_and_the_whole_project():
    one = earning(replace(claim(1, AUTUMN, 600), time=90_00))
    table = to_date_table(Told(one, Y2024, 202404))
    assert [column.label for column in table.columns] == [
        "Budget 2024", "Utfall jan–apr 2024", "Utfall hittills", "Hela projektet", "Kvar",
    ]  # fmt: skip
    shown = {row.id: [cell.decimal for cell in row.cells] for row in table.rows}
    assert shown == {
        "actual": ["1500", "500", "1500", "2500", "1000"],
        "flat-rate": ["600", "0", "0", "600", "600"],
        "time": ["900", "0", "90", "900", "810"],
        ":cost": ["3000", "500", "1590", "4000", "2410"],
        "earned": ["1500", "350", "950", "2000", "1050"],
        ":rest": ["1500", "150", "640", "2000", "1360"],
    }


def test_the_share_that_nobody_told_earns_as_the_grant_is_of_the_costs():
    history = tuple(replace(entry, share=None, grant=1000_00) for entry in PROJECT.history)
    assert earning(project=other(history=history)).over(Y2023) == 250_00
    assert other(history=history).share == Fraction(1, 4)
