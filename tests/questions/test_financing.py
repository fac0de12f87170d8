"""Who pays what, asked by screens and reports: by what was said then, in a state that is told."""

from dataclasses import replace

import pytest
from tests.questions.demo_books import laid_out_as, read_in
from tests.years.plans import input_files

from samordna.domain.document import Number, Table
from samordna.domain.plan.financing.allotment import AllotmentState, AllotmentStep
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.questions.basis import basis
from samordna.office.questions.financing.financing import financing_blocks, financing_tables
from samordna.office.questions.financing.scenarios import scenario_basis
from samordna.office.questions.plan.plan import PlanHeld

pytestmark = pytest.mark.usefixtures("association_folder")

ASKED = Asked.of(Period(202401, 202408))
YEAR, NEXT = Period(202401, 202412), Period(202501, 202512)
DECIDED, PRELIMINARY = AllotmentState.DECIDED, AllotmentState.PRELIMINARY


def total(table: Table, column: str) -> int:
    cell = table.cell(":total", column)
    assert isinstance(cell, Number)
    return cell.shown


def test_a_year_rests_on_the_surest_state_that_any_of_its_allotments_has_come_to():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    held = questions.plan_held()
    states = {year: questions.usual_state(held, Period(year * 100 + 1, year * 100 + 12)) for year in range(2021, 2027)}
    assert [state.in_words for state in states.values()] == [
        "beslutad", "beslutad", "beslutad", "beslutad", "preliminär", "äskad",
    ]  # fmt: skip


def test_a_report_holds_the_financing_as_people_had_said_it():
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    made_from = basis(ASKED)
    plan, against_key = financing_blocks(made_from)
    assert isinstance(plan, Table)
    assert (plan.id, against_key.id if isinstance(against_key, Table) else "") == ("financing", "against-key")
    assert total(plan, "y2024") == 18_022_000
    change = AllotmentStep.CHANGE
    actions.take_allotment_step(YEAR, "staten", change, amount=9_000_000_00, source="Ändrat", by=TERMINAL)
    assert financing_blocks(made_from) == (plan, against_key)
    assert financing_blocks(basis(ASKED)) != (plan, against_key)


def test_a_report_of_who_has_said_nothing_of_financing_holds_nothing_of_it():
    read_in("sjuharad")
    made_from = basis(ASKED)
    assert financing_blocks(made_from) == ()
    assert financing_blocks(replace(made_from, said=PlanHeld())) == ()


def test_a_year_between_years_that_nobody_has_said_anything_of_stands_alone():
    laid_out_as("insjoriket")
    files = input_files("insjoriket")
    lines = files["tilldelning.csv"].splitlines(keepends=True)
    files["tilldelning.csv"] = b"".join(line for line in lines if not line.startswith(b"2025"))
    actions.take_plan(files, by=TERMINAL)
    plan, _ = financing_tables(questions.plan_held(), YEAR, DECIDED)
    assert [column.id for column in plan.columns] == ["share", "y2024"]


def test_the_net_cost_and_the_equity_before_say_where_they_come_from():
    read_in("sjuharad")
    planned = {"verksamhetsplan-2025.csv", "overhead-2025.csv", "plantexter-2025.csv"}
    files = {name: data for name, data in input_files("sjuharad").items() if name not in planned}
    actions.take_plan(files, by=TERMINAL)
    held = questions.plan_held()
    year, after, long_ago = (
        scenario_basis(held, one, state)
        for one, state in ((YEAR, DECIDED), (NEXT, PRELIMINARY), (Period(202201, 202212), DECIDED))
    )
    assert (year.basis.net_cost, year.basis.opening_equity) == (19_685_000_00, 303_788_349)
    assert "budgetens" in year.told[0]
    assert "2023 slutade med i bokföringen" in year.told[1]
    assert after.basis.opening_equity == 207_488_349
    assert "2024 är på väg mot enligt prognosen" in after.told[1]
    assert after.basis.net_cost == 18_200_000_00, "what is paid, so that the result is what changes"
    assert "varken verksamhetsplan eller budget" in after.told[0]
    assert "verksamhetsplanens (Verksamhetsplan 2022–2024)" in long_ago.told[0]
    assert long_ago.basis.net_cost == 19_605_000_00
    assert (long_ago.basis.opening_equity, "satt till noll" in long_ago.told[1]) == (0, True)
