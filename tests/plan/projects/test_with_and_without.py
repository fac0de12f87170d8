"""The year with a project and without: the difference is what the project is told to do, to the öre."""

from hypothesis import given
from hypothesis import strategies as st
from tests.plan.projects.steget import Y2023, Y2024, other

from samordna.domain.document import EnteredOrigin
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind
from samordna.domain.plan.projects.project import OverheadShare, StaffMove
from samordna.domain.plan.projects.with_and_without import (
    OfficeCost,
    RestsOn,
    YearCosts,
    effects,
    with_and_without,
)

ORIGIN = EnteredOrigin("Budget", "plan:1010", "budget", Y2024)
COSTS = (
    OfficeCost("1010", "1010 Kansli", 1200_00, ORIGIN, "Kansliet"),
    OfficeCost("1001", "1001 Styrelse", 100_00, ORIGIN, "Kansliet"),
    OfficeCost("3001", "3001 Granby", 700_00, ORIGIN, "Insatser"),
)
PAID = RestsOn("bidragen med tilldelningen äskad", 1900_00, ORIGIN, "Staten äskad 1 900 kr")
OWN = other(co_financing=(CoFinancing(Y2024, "", CoFinancingKind.OWN, 20_00),))


def exact(table) -> dict[str, list[int]]:
    return {row.id: [cell.exact for cell in row.cells] for row in table.rows}


def test_staff_that_moves_own_money_and_overhead_are_what_a_project_does():
    assert [(one.row, one.amount) for one in effects(OWN, Y2024)] == [("1010", -300_00), ("", 20_00), ("", -50_00)]
    assert [one.row for one in effects(OWN, Y2024, of_plan=True)] == ["Projektledning", "", ""]
    assert effects(OWN, Y2023) == ()


def test_numbers_without_the_project_get_it_added():
    shown = exact(with_and_without(OWN, YearCosts(Y2024, "budgeten 2024", COSTS), PAID))
    assert shown == {
        "1010": [1200_00, 900_00, -300_00],
        "1001": [100_00, 100_00, 0],
        "group:Kansliet": [1300_00, 1000_00, -300_00],
        "3001": [700_00, 700_00, 0],
        "effect:0": [0, 20_00, 20_00],
        "effect:1": [0, -50_00, -50_00],
        "group:": [0, -30_00, -30_00],
        ":cost": [2000_00, 1670_00, -330_00],
        "paid": [1900_00, 1900_00, 0],
        ":result": [-100_00, 230_00, 330_00],
    }


def test_numbers_that_count_with_the_project_get_it_taken_off():
    shown = exact(with_and_without(OWN, YearCosts(Y2024, "prognosen 2024", COSTS, counts_project=True), PAID))
    assert shown["1010"] == [1500_00, 1200_00, -300_00]
    assert shown[":cost"] == [2300_00, 1970_00, -330_00]


def test_a_result_always_names_the_contributions_it_rests_on_and_there_is_none_without():
    table = with_and_without(OWN, YearCosts(Y2024, "budgeten 2024", COSTS), PAID)
    assert table.row(":result").label.replace("\u00a0", " ") == (
        "Resultat på bidragen med tilldelningen äskad, 1 900 kr"
    )
    assert "Budgeten 2024 räknar utan projektet." in table.remarks
    assert "Bidragen med tilldelningen äskad: Staten äskad 1 900 kr." in table.remarks
    alone = with_and_without(OWN, YearCosts(Y2024, "budgeten 2024", COSTS), None)
    assert ":result" not in {row.id for row in alone.rows}
    assert "Årets bidrag är inte inlagda: resultatet kan inte visas." in alone.remarks


@given(
    st.lists(st.tuples(st.sampled_from(["1010", "3001", "9999"]), st.integers(0, 10**9)), max_size=5),
    st.integers(0, 10**9),
    st.integers(0, 10**9),
    st.booleans(),
)
def test_with_less_without_is_what_the_project_is_told_to_do(
    moved: list[tuple[str, int]], own: int, overhead: int, counts: bool
):
    project = other(
        moves=tuple(StaffMove(Y2024, row, "", amount) for row, amount in moved),
        co_financing=(CoFinancing(Y2024, "", CoFinancingKind.OWN, own),),
        overhead=(OverheadShare(Y2024, overhead),),
    )
    told = sum(one.amount for one in effects(project, Y2024))
    table = with_and_without(project, YearCosts(Y2024, "budgeten 2024", COSTS, counts_project=counts), PAID)
    without, beside, effect = (cell.exact for cell in table.row(":cost").cells)
    assert beside - without == effect == told == own - overhead - sum(amount for _, amount in moved)
    result = [cell.exact for cell in table.row(":result").cells]
    assert result[1] - result[0] == result[2] == -told
    details = [row for row in table.rows if row.kind.value == "detail" and row.id != "paid"]
    assert sum(row.cells[2].exact for row in details) == told
