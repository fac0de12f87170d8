"""A scenario is the plan with something changed; without changes it is the plan."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.association.members import ASSOCIATION, KEY, YEAR
from tests.plan.financing.test_shares import associations
from tests.plan.financing.years import DECIDED, allotment, entry, framed, kronor, shown

from samordna.domain.association.key import AgreedWeight
from samordna.domain.association.members import Member, Party
from samordna.domain.association.population import PopulationCount
from samordna.domain.document import EnteredOrigin, Number
from samordna.domain.plan.financing.scenario import (
    AllotmentChange,
    Basis,
    Joining,
    Leaving,
    NewKey,
    Others,
    Scenario,
    outcome,
)
from samordna.domain.plan.financing.scenario_table import scenario_table
from samordna.domain.plan.financing.year import AgreedAmount, YearFinancing
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR

STATE = YearFinancing(YEAR, (allotment("state", entry(DECIDED, 2_000_000)),))
BASIS = Basis(ASSOCIATION, STATE, DECIDED, net_cost=4_100_000_00, opening_equity=900_000_00)
EKBY = Member("t4", "Nyby", Party.MUNICIPAL, "towns", joined=dt.date(2024, 1, 1))
NYBY = Joining(EKBY, PopulationCount("t4", 1_000, dt.date(2023, 6, 30), "SCB"))
LESS = AllotmentChange("state", Fraction(-1, 10))
THE_KEY = NewKey(replace(KEY, since=dt.date(2024, 1, 1), parts=(replace(KEY.parts[0], weight=4), *KEY.parts[1:])))

NYBY_FOR_GRANBY = (
    "Nyby: Nyby blir medlem 1 januari 2024; gruppens del delas efter nyckeln. "
    "Granby lämnar 31 december 2023; gruppens del delas efter nyckeln."
)


def after(*changes, basis=BASIS):
    return outcome(basis, Scenario("Prov", changes))


def test_ten_per_cent_less_from_the_state_alone():
    told = after(LESS)
    assert kronor(told.shares)["state"] == [1_800_000, 1_800_000]
    assert kronor(told.shares)["towns"] == [1_000_000, 500_000, 300_000, 200_000]
    assert (told.result, told.closing_equity) == (-300_000_00, 600_000_00)


def test_ten_per_cent_less_from_the_state_and_the_others_follow():
    told = after(replace(LESS, others=Others.FOLLOW))
    assert kronor(told.shares)["towns"] == [900_000, 450_000, 270_000, 180_000]
    assert told.closing_equity == 900_000_00 + 3_600_000_00 - 4_100_000_00


def test_a_change_says_what_of_the_amount_is_the_scenarios():
    [allotted] = [one.allotment for one in after(LESS).shares.groups if one.group.id == "state"]
    assert allotted.source == "beslutad 2023-11-15, i scenariot ändrad −10 procent"


def test_a_group_that_follows_the_key_can_change_too():
    told = after(AllotmentChange("towns", Fraction(1, 2)))
    assert [one[0] for one in kronor(told.shares).values()] == [2_000_000, 1_000_000, 1_500_000]


def test_a_member_that_comes_or_goes_changes_what_the_others_of_its_group_pay():
    assert kronor(after(NYBY).shares)["towns"] == [1_000_000, 250_000, 150_000, 100_000, 500_000]
    gone = after(Leaving("t1", dt.date(2023, 12, 31)))
    assert kronor(gone.shares)["towns"] == [1_000_000, 600_000, 400_000]
    half = after(Leaving("t1", dt.date(2024, 6, 30)))
    assert kronor(half.shares)["towns"] == [1_000_000, 332_117, 400_730, 267_153]  # 182 of 366 days
    regions = Joining(replace(EKBY, group="regions"), AgreedWeight("t4", 2, YEAR.start, "Avtal"))
    assert kronor(after(regions).shares)["regions"] == [1_000_000, 250_000, 250_000, 500_000]


def test_another_key_changes_what_follows_from_it():
    assert [one[0] for one in kronor(after(THE_KEY).shares).values()] == [2_000_000, 500_000, 500_000]
    together = after(THE_KEY, LESS, NYBY)
    assert [one[0] for one in kronor(together.shares).values()] == [1_800_000, 500_000, 500_000]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Leaving("x", YEAR.start), "financing-scenario-of-unknown"),
        (AllotmentChange("x", Fraction(1, 10)), "financing-scenario-of-unknown"),
        (replace(NYBY, member=replace(EKBY, code="t1")), "financing-scenario-member-exists"),
    ],
)
def test_a_change_of_what_is_not_there_is_refused(change, code):
    with pytest.raises(Refused) as refused:
        after(change)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_what_is_agreed_with_members_stands_where_their_group_does():
    agreed = replace(STATE, agreed=(AgreedAmount("t1", 700_000_00, "Avtal"),))
    basis = replace(BASIS, financing=agreed)
    assert kronor(after(LESS, basis=basis).shares)["towns"] == [1_000_000, 700_000, 180_000, 120_000]
    changed = after(AllotmentChange("towns", Fraction(-1, 10)), basis=basis)
    assert kronor(changed.shares)["towns"] == [900_000, 450_000, 270_000, 180_000]


@settings(deadline=None)  # three plans and a table an example, on a machine that others use
@given(associations(), st.integers(0, 10**12), st.integers(0, 10**12), st.integers(-(10**12), 10**12))
def test_a_scenario_without_changes_is_the_plan(association, whole, cost, equity):
    basis = Basis(association, YearFinancing(YEAR, whole=whole), DECIDED, cost, equity)
    plan, same = outcome(basis, Scenario("Plan")), outcome(basis, Scenario("Plan", ()))
    assert plan == same
    assert plan.closing_equity == equity + whole - cost
    for group in plan.shares.groups:
        nothing = outcome(basis, Scenario("Plan", (AllotmentChange(group.group.id, Fraction(0)),)))
        assert nothing.shares.amounts == plan.shares.amounts
    table = scenario_table(plan, [(Scenario("Plan"), same)], association)
    assert all(cells[0] == cells[1] and cells[2].exact == 0 for row in table.rows for cells in (row.cells,))


def test_the_plan_stands_beside_its_scenarios_with_what_changes():
    plan = outcome(BASIS, Scenario("Plan 2024"))
    scenarios = [Scenario("−10 %", (LESS,)), Scenario("Nyby", (NYBY, Leaving("t1", dt.date(2023, 12, 31))))]
    table = scenario_table(plan, [(one, outcome(BASIS, one)) for one in scenarios], ASSOCIATION)
    assert [column.label for column in table.columns] == ["Plan 2024", "−10 %", "Ändring", "Nyby", "Ändring"]
    assert shown(table) == [
        "Staten: 2\xa0000 | 1\xa0800 | −200 | 2\xa0000 | 0",
        "Försäkringskassan: 2\xa0000 | 1\xa0800 | −200 | 2\xa0000 | 0",
        "Regioner: 1\xa0000 | 1\xa0000 | 0 | 1\xa0000 | 0",
        "Norra regionen: 500 | 500 | 0 | 500 | 0",
        "Södra regionen: 500 | 500 | 0 | 500 | 0",
        "Kommuner: 1\xa0000 | 1\xa0000 | 0 | 1\xa0000 | 0",
        "Granby: 500 | 500 | 0 |  | −500",
        "Furuby: 300 | 300 | 0 | 200 | −100",
        "Ekby: 200 | 200 | 0 | 133 | −67",
        "Nyby:  |  | 0 | 667 | 667",
        "Bidrag: 4\xa0000 | 3\xa0800 | −200 | 4\xa0000 | 0",
        "Nettokostnad: 4\xa0100 | 4\xa0100 | 0 | 4\xa0100 | 0",
        "Resultat: −100 | −300 | −200 | −100 | 0",
        "Ingående eget kapital: 900 | 900 | 0 | 900 | 0",
        "Utgående eget kapital: 800 | 600 | −200 | 800 | 0",
    ]
    assert table.remarks == (
        "Plan 2024 vilar på Staten beslutad 2\xa0000\xa0000 kr (beslutad 2023-11-15, 15 november 2023).",
        "−10 %: Tilldelningen från Staten ändras med −10 procent; de andra betalar som i planen.",
        NYBY_FOR_GRANBY,
    )


def test_a_new_key_and_a_member_without_a_first_day_are_told_too():
    always = replace(NYBY, member=replace(EKBY, joined=None))
    follow = replace(LESS, others=Others.FOLLOW)
    one = Scenario("Allt", (THE_KEY, always, follow))
    table = scenario_table(outcome(BASIS, Scenario("Plan")), [(one, outcome(BASIS, one))], ASSOCIATION, KRONOR)
    assert table.remarks[1] == (
        "Allt: Nyckeln blir Staten 4 (avtalade vikter), Regioner 1 (avtalade vikter), Kommuner 1 (folkmängd); "
        "Förbundsordningen 9 §. Där varje grupp har sitt belopp delas samma summa om. "
        "Nyby blir medlem från början; gruppens del delas efter nyckeln. "
        "Tilldelningen från Staten ändras med −10 procent; de andra följer nyckeln."
    )


def test_every_figure_of_a_scenario_says_where_it_comes_from():
    one = Scenario("−10 %", (LESS,))
    table = scenario_table(outcome(BASIS, Scenario("Plan")), [(one, outcome(BASIS, one))], ASSOCIATION)
    cell = table.cell("group:state", "s1")
    assert isinstance(cell, Number)
    assert isinstance(cell.origin, EnteredOrigin)
    assert "i scenariot ändrad" in cell.origin.source
    closing = table.cell(":closing", "s1")
    assert isinstance(closing, Number)
    assert [part.exact for part in closing.origin.parts] == [900_000_00, -300_000_00]


def test_a_frame_can_be_told_instead_of_an_allotment():
    basis = replace(BASIS, financing=framed(4_000_000))
    assert after(LESS, basis=basis).shares.amounts == after(LESS).shares.amounts


AGREED = tuple(
    AgreedAmount(code, amount * 100, "Avtal") for code, amount in (("t1", 500_000), ("t2", 250_000), ("t3", 250_000))
)
ALL_GIVEN = replace(
    BASIS,
    financing=YearFinancing(
        YEAR,
        (allotment("state", entry(DECIDED, 2_000_000)), allotment("regions", entry(DECIDED, 1_000_000))),
        AGREED,
    ),
)


def test_what_members_had_agreed_gives_way_to_the_key_in_the_group_that_somebody_joins_or_leaves():
    joined = kronor(after(NYBY, basis=ALL_GIVEN).shares)
    assert joined == kronor(after(NYBY).shares)
    assert sum(joined["towns"][1:]) == 1_000_000
    gone = after(Leaving("t1", dt.date(2023, 12, 31)), basis=ALL_GIVEN)
    assert kronor(gone.shares)["towns"] == [1_000_000, 600_000, 400_000]


def test_another_key_shares_the_same_whole_where_every_group_has_its_amount():
    told = after(THE_KEY, basis=ALL_GIVEN)
    assert told.shares.total == after(basis=ALL_GIVEN).shares.total
    assert [one[0] for one in kronor(told.shares).values()] == [2_666_667, 666_667, 666_666]
    assert [one[0] for one in kronor(after(THE_KEY).shares).values()] == [2_000_000, 500_000, 500_000]
