"""Projects side by side, in the order they matter, with what is next to do."""

from dataclasses import replace

from tests.plan.projects.steget import LEDGER, PROJECT, REGISTER, approved, claim, earning, other

from samordna.domain.document import Missing
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.life import ProjectState
from samordna.domain.plan.projects.overview import in_order, next_step, overview_table
from samordna.domain.plan.projects.owed_by_projects import ProjectsHeld
from samordna.domain.values.period import Period

EARLY = (BudgetedCost(Period(202201, 202212), "Personal", CostKind.ACTUAL, 600_00),)
AUTUMN, SPRING = Period(202307, 202312), Period(202401, 202406)
LAST = Period(202407, 202412)


def in_state(state: ProjectState):
    return other(history=(replace(PROJECT.history[-1], state=state),))


def test_what_runs_stands_first_and_what_is_over_last():
    told = [in_state(state) for state in (ProjectState.CLOSED, ProjectState.APPLIED, ProjectState.CHANGED)]
    assert [one.state.value for one in in_order(told)] == ["changed", "applied", "closed"]


def test_what_is_next_is_told():
    assert next_step(earning(project=in_state(ProjectState.CLOSED))) is None
    assert next_step(earning(project=in_state(ProjectState.APPLIED))).words == (
        "Lägg in finansiärens beslut när det kommer; projektet börjar juli 2023."
    )
    assert next_step(earning()).words == "Sök för juli–december 2023 när den är slut."
    first = claim(1, AUTUMN, 400)
    assert next_step(earning(first)).month == 202407
    assert next_step(earning(approved(first, 400))).words == "Lägg in utbetalningen av ansökan 1, juli–december 2023."
    paid = [approved(claim(n, months, 300), 300, paid=300) for n, months in enumerate((AUTUMN, SPRING), start=1)]
    last = claim(3, LAST, 300)
    assert next_step(earning(*paid, last)).words == "Vänta på beslut om ansökan 3, juli–december 2024."
    done = approved(last, 300, paid=300)
    assert next_step(earning(*paid, done)).words == "Allt är sökt och utbetalt: avsluta projektet."


def test_the_table_tells_grant_use_and_what_is_left():
    held = ProjectsHeld((PROJECT, other(id="annat", name="Annat", history=PROJECT.history[:1], rows=())),
                        (claim(1, AUTUMN, 600),))  # fmt: skip
    table = overview_table(held.earnings(REGISTER, LEDGER), 202404)
    shown = {row.id: [getattr(cell, "decimal", "") for cell in row.cells] for row in table.rows}
    assert shown["steget"][:5] == ["2000", "1500", "950", "600", "1400"]
    assert shown["annat"][:5] == ["2000", "0", "0", "0", "2000"]
    assert table.remarks == (
        "Kostnader och intjänat är till och med april 2024.",
        "Steget ligger ute som mest i december 2024, som väntat enligt budget.",
        "Annat ligger ute som mest i december 2024, som väntat enligt budget.",
    )


def test_what_has_not_begun_has_cost_nothing_and_lacks_no_books():
    coming = replace(in_state(ProjectState.APPLIED), period=Period(202501, 202512), costs=(
        BudgetedCost(Period(202501, 202512), "Personal", CostKind.ACTUAL, 600_00),))  # fmt: skip
    table = overview_table((earning(project=coming),), 202404)
    assert table.rows[0].cells[1].decimal == "0"


def test_costs_of_a_year_without_books_are_not_told_as_nothing():
    project = replace(in_state(ProjectState.CLOSED), costs=(*EARLY, *PROJECT.costs), period=Period(202207, 202412))
    table = overview_table((earning(project=project),), 202404)
    cost = table.rows[0].cells[1]
    assert isinstance(cost, Missing)
    assert cost.reason == "Bokföringen för 2022 är inte inläst."
