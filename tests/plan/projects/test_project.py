"""A project: its life as a table, its budget, who pays, and everything that can be wrong with it."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.projects.steget import HALF, MONTHS, PROJECT, REGISTER, Y2023, Y2024, claim, other, plain

from samordna.domain.plan.projects.checks import project_problems
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind, budgeted, flat_rate_of, worth
from samordna.domain.plan.projects.life import (
    ENDED,
    RUNNING,
    TRANSITIONS,
    WAS_GRANTED,
    ProjectEntry,
    ProjectState,
    ProjectStep,
)
from samordna.domain.plan.projects.lifetime import grant_by_year, lifetime_table
from samordna.domain.plan.projects.problems import TABLE
from samordna.domain.plan.projects.project import ProjectRow, RowUse, StaffMove, after, steps_of
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused

APPLIED = other(history=PROJECT.history[:1])
LATER = ProjectEntry(ProjectState.APPLIED, 2100_00, dt.date(2023, 9, 1), "Nytt beslut", HALF)


def codes(project, *claims, others=()):
    return {one.code for one in project_problems(project, REGISTER, others, claims)}


def test_a_project_that_hangs_together_has_nothing_wrong():
    assert project_problems(PROJECT, REGISTER) == ()


def test_every_state_is_led_to_and_only_by_its_own_steps():
    for state, leads in TRANSITIONS.items():
        project = other(history=(replace(PROJECT.history[0], state=state),))
        assert set(steps_of(project)) == set(leads)
        for step in set(ProjectStep) - set(leads):
            with pytest.raises(Refused, match="Det som går att göra nu"):
                after(project, step, LATER)
    assert {ProjectState.GRANTED, ProjectState.CHANGED} == RUNNING < WAS_GRANTED


def test_a_decision_a_changed_one_and_the_end_stay_in_the_history():
    granted = after(APPLIED, ProjectStep.GRANT, replace(LATER, grant=1900_00))
    assert (granted.state, granted.granted, APPLIED.granted) == (ProjectState.GRANTED, 1900_00, 0)
    changed = after(granted, ProjectStep.CHANGE, LATER)
    closed = after(changed, ProjectStep.CLOSE, replace(LATER, grant=0, share=None))
    assert [entry.state.value for entry in closed.history] == ["applied", "granted", "changed", "closed"]
    assert (closed.granted, closed.share) == (2100_00, HALF)  # the end tells of no new amount
    refused = after(APPLIED, ProjectStep.REFUSE, LATER)
    assert (refused.grant, refused.granted) == (0, 0)
    assert ProjectStep.REFUSE in ENDED


def test_a_decision_before_its_application_is_refused():
    early = replace(LATER, day=dt.date(2023, 1, 31))
    with pytest.raises(Refused) as refusal:
        after(APPLIED, ProjectStep.GRANT, early)
    assert plain(str(refusal.value)) == (
        "projektet Steget: Dagen, 31 januari 2023, är före steget innan, 1 februari 2023. "
        "Rätta dagen: ett beslut kommer efter sin ansökan, och en ändring efter beslutet."
    )
    assert after(APPLIED, ProjectStep.GRANT, replace(LATER, day=None)).is_running


def test_a_flat_rate_is_a_part_of_the_costs_it_names_or_of_all_that_are_actual():
    costs = (
        BudgetedCost(Y2024, "Personal", CostKind.ACTUAL, 1000_01),
        BudgetedCost(Y2024, "Resor", CostKind.ACTUAL, 500_00),
        BudgetedCost(Y2023, "Personal", CostKind.ACTUAL, 9_00),
        BudgetedCost(Y2024, "Enhetskostnad", CostKind.FLAT_RATE, 200_00),
        BudgetedCost(Y2024, "På allt", CostKind.FLAT_RATE, rate=Fraction(1, 2)),
        BudgetedCost(Y2024, "På personal", CostKind.FLAT_RATE, rate=Fraction(1, 10), base=("Personal",)),
        BudgetedCost(Y2024, "På enhetskostnad", CostKind.FLAT_RATE, rate=Fraction(2, 5), base=("Enhetskostnad",)),
    )
    assert [worth(one, costs) for one in costs[4:]] == [750_01, 100_00, 80_00]  # half an öre is rounded up
    assert budgeted(costs, year=Y2024) == 1000_01 + 500_00 + 200_00 + 750_01 + 100_00 + 80_00
    assert budgeted(costs, CostKind.ACTUAL) == 1509_01
    assert flat_rate_of(costs, Y2024) == Fraction(750_01 + 100_00, 1500_01)  # what is on unit costs is booked with them
    assert flat_rate_of(costs, Y2023) is None


def test_time_is_hours_at_a_rate_and_a_share_follows_from_the_grant_when_none_is_told():
    assert [one.worth for one in PROJECT.co_financing] == [900_00, 600_00, 500_00]
    assert PROJECT.eligible == 1000_00 + 1500_00 + 600_00 + 900_00
    untold = other(history=(replace(PROJECT.history[0], share=None), replace(PROJECT.history[1], share=None)))
    assert untold.share == Fraction(2000, 4000)
    assert other(history=untold.history, costs=(), co_financing=()).share == 0


@given(st.integers(1, 10**12), st.lists(st.integers(0, 10**9), min_size=1, max_size=5))
def test_the_grant_by_year_is_always_the_grant(grant: int, amounts: list[int]):
    first = 2023
    years = [Period((first + n) * 100 + 1, (first + n) * 100 + 12) for n in range(len(amounts))]
    costs = tuple(
        BudgetedCost(year, "Kostnad", CostKind.ACTUAL, amount) for year, amount in zip(years, amounts, strict=True)
    )
    history = tuple(replace(entry, grant=grant) for entry in PROJECT.history)
    project = other(history=history, costs=costs, co_financing=(), moves=(), overhead=())
    assert sum(grant_by_year(project).values()) == grant


def test_the_lifetime_budget_tells_every_cost_and_who_pays_it():
    table = lifetime_table(PROJECT)
    shown = {row.id: [cell.decimal for cell in row.cells] for row in table.rows}
    assert shown == {
        "cost:Personal": ["1000", "1500", "2500"],
        "cost:Indirekta kostnader": ["0", "600", "600"],
        "time": ["0", "900", "900"],
        ":cost": ["1000", "3000", "4000"],
        "grant": ["500", "1500", "2000"],
        "time:Kommunerna": ["0", "900", "900"],
        "money:Regionen": ["600", "0", "600"],
        "own:": ["500", "0", "500"],
        ":financing": ["1600", "2400", "4000"],
        ":missing": ["-600", "600", "0"],
    }
    assert table.row("grant").label == "Fonden, beviljat"
    assert [plain(one) for one in table.remarks] == [
        "Fonden betalar 50 procent av kostnaderna, högst 2 000 kr.",
        "Deltagarnas tid är både kostnad och finansiering: inga pengar flyttas.",
    ]


YEAR_BEFORE = Period(202201, 202212)


@pytest.mark.parametrize(
    ("code", "project"),
    [
        ("project-without-name", other(funder=" ")),
        ("project-out-of-order", other(history=PROJECT.history[1:])),
        ("project-out-of-order", other(history=(*PROJECT.history, PROJECT.history[0]))),
        ("project-no-grant", other(history=(replace(PROJECT.history[0], grant=0),))),
        ("project-share-over-all", other(history=(replace(PROJECT.history[0], share=Fraction(3, 2)),))),
        (
            "project-flat-rate-over-all",
            other(costs=(*PROJECT.costs[:2], replace(PROJECT.costs[2], rate=Fraction(101, 100)))),
        ),
        ("project-flat-rate-of-nothing", other(costs=(replace(PROJECT.costs[2], base=("Resor",)), *PROJECT.costs[:2]))),
        ("project-flat-rate-of-nothing", other(costs=PROJECT.costs[2:])),
        ("project-actual-by-rate", other(costs=(*PROJECT.costs, BudgetedCost(Y2024, "x", CostKind.ACTUAL, 0, HALF)))),
        ("project-cost-twice", other(costs=(*PROJECT.costs, PROJECT.costs[0]))),
        ("project-negative-amount", other(costs=(*PROJECT.costs, BudgetedCost(Y2024, "x", CostKind.ACTUAL, -1)))),
        ("project-negative-amount", other(moves=(StaffMove(Y2024, "1010", "4001", -1),))),
        ("project-outside-its-months", other(costs=(*PROJECT.costs, replace(PROJECT.costs[0], year=YEAR_BEFORE)))),
        ("project-unknown-row", other(rows=(ProjectRow("9999", RowUse.ACTUAL),))),
        ("project-unknown-row", other(moves=(StaffMove(Y2024, "1010", "9999", 1),))),
        ("project-row-twice", other(rows=(*PROJECT.rows, ProjectRow("4001", RowUse.FLAT_RATE)))),
        ("project-move-to-itself", other(moves=(StaffMove(Y2024, "1010", "1010", 1),))),
        ("project-financing-falls-short", other(co_financing=PROJECT.co_financing[:1])),
        (
            "project-grant-over-share",
            other(history=tuple(replace(entry, grant=2001_00) for entry in PROJECT.history)),
        ),
    ],
)
def test_what_is_wrong_with_a_project_is_told(code, project):
    assert code in codes(project)


def test_co_financing_that_falls_short_says_how_much_is_missing():
    [found] = project_problems(other(co_financing=PROJECT.co_financing[:2]), REGISTER)
    assert plain(found.found) == (
        "Medfinansieringen är 1 500 kr, men 2 000 kr behövs utöver finansiärens del: 500 kr saknas."
    )
    whole = replace(PROJECT.history[0], grant=4000_00, share=Fraction(1))
    assert codes(other(co_financing=PROJECT.co_financing[:1], history=(whole,))) == set()  # the funder pays all of it


def test_a_row_may_be_shared_between_projects_only_by_accounts():
    rival = other(id="annat", name="Annat", rows=(ProjectRow("4009", RowUse.INCOME, ("3599",)),))
    assert codes(PROJECT, others=(rival, PROJECT)) == set()
    greedy = replace(rival, rows=(ProjectRow("4009", RowUse.INCOME),))
    assert codes(PROJECT, others=(greedy,)) == {"project-row-twice"}
    assert codes(PROJECT, others=(replace(greedy, period=Period(202501, 202512), costs=(), co_financing=(), moves=(),
                                          overhead=()),)) == set()  # fmt: skip
    assert codes(PROJECT, others=(replace(greedy, history=greedy.history[:1]),)) == set()


def test_a_grant_is_never_changed_to_less_than_what_is_claimed_of_it():
    less = other(history=(*PROJECT.history, replace(LATER, state=ProjectState.CHANGED, grant=300_00)))
    assert "project-grant-below-claims" in codes(less, claim(1, Period(202307, 202312), 400))
    assert "project-outside-its-months" in codes(
        other(period=Period(202309, 202412)), claim(1, Period(202307, 202312), 400)
    )
    assert MONTHS.covers(Period(202307, 202312))


def test_every_kind_of_problem_says_what_to_do():
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in TABLE.kinds.values())


def test_money_time_and_own_money_are_told_apart():
    assert {kind.in_words for kind in CoFinancingKind} == {"pengar från andra", "deltagarnas tid", "egna medel"}
    assert CoFinancing(Y2023, "A", CoFinancingKind.MONEY, 5).worth == 5
