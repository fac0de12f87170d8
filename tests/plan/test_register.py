"""The rows that an association follows its money by, and what can be wrong with them."""

from dataclasses import replace

import pytest
from tests.plan.rows import REGISTER, YEAR

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import BudgetLine, CostCentre, EarlierCode, Group, Kind, Merge, Register
from samordna.domain.plan.register_checks import register_problems
from samordna.domain.values.period import Period

BEFORE = YEAR.years_before(1)
BOTH = frozenset({Scenario.ACTUAL, Scenario.BUDGET})


def test_a_row_is_found_by_its_key():
    assert [row.key for row in REGISTER.rows] == ["1010", "1010:10", "3001", "3011", "investeringar", "4001"]
    assert REGISTER.row("1010:10").name == "Kansli, projektledning"
    assert REGISTER.row("9") is None


def test_rows_stand_in_groups_and_are_of_kinds():
    assert [row.key for row in REGISTER.in_group("projekt")] == ["4001"]
    assert [row.key for row in REGISTER.of_kind(Kind.PROJECT)] == ["4001"]


def test_a_code_is_split_when_any_row_or_earlier_code_has_a_project():
    assert (REGISTER.is_split("1010"), REGISTER.is_split("3001")) == (True, False)
    earlier = CostCentre("5000", "Nytt", "verksamhet", earlier=(EarlierCode("3001", project="7"),))
    assert replace(REGISTER, rows=(*REGISTER.rows, earlier)).is_split("3001")


def test_a_row_is_used_between_its_months():
    row = CostCentre("1", "Rad", "g", valid_from=202402, valid_to=202406)
    asked = [Period(202401, 202401), Period(202401, 202402), Period(202406, 202412), Period(202407, 202412)]
    assert [row.valid_in(period) for period in asked] == [False, True, True, False]


def test_rows_are_merged_for_the_year_and_the_telling_that_was_said():
    (merge,) = REGISTER.merges
    assert REGISTER.merge_of("1010:10", Scenario.ACTUAL, Period(202301, 202308)) == merge
    assert REGISTER.merge_of("1010", Scenario.BUDGET, BEFORE) == merge
    assert REGISTER.merge_of("1010", Scenario.ACTUAL, YEAR) is None
    assert REGISTER.merge_of("1010", Scenario.FORECAST, BEFORE) is None
    assert REGISTER.merge_of("3001", Scenario.ACTUAL, BEFORE) is None


def test_a_merge_without_a_remark_still_says_which_rows():
    assert Merge(("3013", "3014"), 2023, BOTH).told == "3013 + 3014"


def test_nothing_is_wrong_with_a_good_register():
    assert register_problems(REGISTER) == ()


WRONG = [
    ({"rows": (*REGISTER.rows, CostCentre("3001", "Igen", "verksamhet"))}, "plan-row-twice", "kostnadsställen, 3001"),
    ({"rows": (CostCentre("3001", " ", "verksamhet"),)}, "plan-row-without-name", "kostnadsställen, 3001"),
    ({"rows": (BudgetLine("", "Övrigt", "verksamhet"),)}, "plan-row-without-code", "kostnadsställen, Övrigt"),
    ({"rows": (CostCentre("3001", "Granby", "stab"),)}, "plan-unknown-group", "kostnadsställen, 3001"),
    ({"groups": (*REGISTER.groups, Group("projekt", "Igen"))}, "plan-group-twice", "kostnadsställen"),
    (
        {"rows": (CostCentre("1", "R", "projekt", valid_from=202405, valid_to=202404),)},
        "plan-ends-before-it-begins",
        "kostnadsställen, 1",
    ),
    (
        {"rows": (*REGISTER.rows, CostCentre("3002", "Åter", "verksamhet"))},
        "plan-code-counted-twice",
        "kostnadsställen, 3002",
    ),
    (
        {"rows": (*REGISTER.rows, CostCentre("7", "Ny", "projekt", earlier=(EarlierCode("3002", first=202312),)))},
        "plan-code-counted-twice",
        "kostnadsställen, 7",
    ),
    (
        {"rows": (CostCentre("7", "Ny", "projekt", earlier=(EarlierCode("7", last=202312),)),)},
        "plan-code-counted-twice-in-row",
        "kostnadsställen, 7",
    ),
    (
        {"rows": (CostCentre("7", "Ny", "projekt", earlier=(EarlierCode("6", last=202312), EarlierCode("6"))),)},
        "plan-code-counted-twice-in-row",
        "kostnadsställen, 7",
    ),
    (
        {"rows": (CostCentre("7", "Ny", "projekt", earlier=(EarlierCode("6", "", 202405, 202404),)),)},
        "plan-earlier-ends-before-it-begins",
        "kostnadsställen, 7",
    ),
]


@pytest.mark.parametrize(("changed", "code", "place"), WRONG)
def test_what_is_wrong_is_told_with_its_place(changed, code, place):
    register = replace(REGISTER, merges=(), **changed)
    assert (code, place) in [(problem.code, problem.place) for problem in register_problems(register)]


def test_an_earlier_code_may_come_back_as_a_row_of_its_own_when_it_is_counted_no_more():
    """The row's own code always counts, so the code that it had before must be let go altogether."""
    later = CostCentre("7", "Ny", "projekt", earlier=(EarlierCode("3002", first=202401),))
    assert register_problems(replace(REGISTER, rows=(*REGISTER.rows, later))) == ()


def test_an_earlier_code_may_count_in_two_spans_and_as_a_part_of_the_rows_own():
    earlier = (EarlierCode("6", last=202312), EarlierCode("6", first=202407), EarlierCode("7", "P1"))
    row = CostCentre("7", "Ny", "projekt", earlier=earlier)
    assert register_problems(replace(REGISTER, rows=(row,), merges=())) == ()


@pytest.mark.parametrize(
    ("merges", "code"),
    [
        ((Merge(("1010",), 2023, BOTH),), "plan-merge-of-one"),
        ((Merge(("1010", "3001"), 2023, frozenset()),), "plan-merge-of-one"),
        ((Merge(("1010", "99"), 2023, BOTH),), "plan-merge-of-unknown"),
        (
            (Merge(("1010", "3001"), 2023, BOTH), Merge(("3001", "3011"), 2023, frozenset({Scenario.BUDGET}))),
            "plan-merged-twice",
        ),
    ],
)
def test_a_merge_that_cannot_stand(merges, code):
    assert [problem.code for problem in register_problems(replace(REGISTER, merges=merges))] == [code]


def test_rows_may_be_merged_with_others_another_year_or_in_another_telling():
    merges = (
        Merge(("1010", "3001"), 2023, frozenset({Scenario.ACTUAL})),
        Merge(("3001", "3011"), 2023, frozenset({Scenario.BUDGET})),
        Merge(("3001", "3011"), 2022, BOTH),
    )
    assert register_problems(replace(REGISTER, merges=merges)) == ()


def test_an_empty_register_is_no_problem():
    assert register_problems(Register()) == ()
