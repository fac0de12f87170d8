"""A register can begin with what the ledger has: every cost centre once, in the groups that the layout names."""

from dataclasses import replace

import pytest
from tests.years.books import balances_of
from tests.years.plans import plan_read

from samordna.domain.plan.booked import Booked
from samordna.domain.plan.register import NO_REGISTER, Kind, Register
from samordna.domain.plan.register_checks import register_problems
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.register_proposal import booked_projects, proposed_register, unplaced
from samordna.domain.statements.shipped import shipped_layout

ASSOCIATIONS = ("sjuharad", "insjoriket")


def found(association: str, register: Register = NO_REGISTER):
    forms = shipped_layout(association, 2024).statements
    follow_ups = [one for one in forms if one.kind is StatementKind.FOLLOW_UP]
    return unplaced(register, balances_of(association), follow_ups)


@pytest.mark.parametrize("association", ASSOCIATIONS)
def test_the_register_of_the_association_leaves_nothing_unplaced(association: str):
    assert found(association, plan_read(association).plan.register) == ()


@pytest.mark.parametrize("association", ASSOCIATIONS)
def test_what_is_proposed_is_a_register_that_leaves_nothing_unplaced(association: str):
    proposed = proposed_register(found(association))
    assert register_problems(proposed) == ()
    assert found(association, proposed) == ()
    own = {row.code for row in plan_read(association).plan.register.cost_centres}
    assert {row.code for row in proposed.cost_centres} <= own


@pytest.mark.parametrize("association", ASSOCIATIONS)
def test_the_amount_is_what_the_row_would_have_booked_in_the_latest_year(association: str):
    proposed, balances = proposed_register(found(association)), balances_of(association)
    booked = Booked(proposed, balances)
    for one in found(association):
        assert one.amount == sum(booked.months(one.key, balances.years[-1]).values())


def test_the_layout_names_groups_and_income_alone_is_outside():
    by_code = {one.code: one for one in found("sjuharad")}
    assert (by_code["3001"].group, by_code["3001"].kind) == ("verksamhet", Kind.ACTIVITY)
    assert (by_code["3049"].group, by_code["3049"].kind) == ("projektintakter", Kind.PROJECT)
    assert (by_code["9000"].group, by_code["9000"].kind) == ("utanfor", Kind.OUTSIDE)


def test_a_row_that_is_taken_away_is_unplaced_with_its_project():
    register = plan_read("sjuharad").plan.register
    kept = tuple(row for row in register.rows if row.key != "1010:10")
    split = replace(register, rows=kept, merges=())
    assert found("sjuharad", split) == ()  # without any part the cost centre is told as a whole
    kept = tuple(row for row in register.rows if row.key != "1010")
    [one] = found("sjuharad", replace(register, rows=kept, merges=()))
    assert (one.key, one.group) == ("1010", "verksamhet")
    assert [part.project for part in booked_projects("1010", balances_of("sjuharad"))] == ["10"]
