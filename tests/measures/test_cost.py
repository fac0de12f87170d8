"""What each person costs: the rows once, the number beside, and nothing that gives a hidden number away."""

from fractions import Fraction

import pytest
from tests.activities.some import YEAR
from tests.years.counts import INTERIM

from samordna.domain.activities.money import RowMoney, Told
from samordna.domain.document import BLANK, CountOrigin, EnteredOrigin, Hidden, Missing, Number, Part
from samordna.domain.measures.cost import CostLine, CostPer, Per, cost_of, cost_table
from samordna.domain.values.counted import Below, Published, Shown, Withheld

ORIGIN = CountOrigin("starts", "De som har börjat.", "ACTivera", INTERIM)
BOOKED = EnteredOrigin("Bokfört", "201", "actual", YEAR)


def row(key: str, ore: int) -> RowMoney:
    return RowMoney(key, key, {Told.ACTUAL: Part(key, ore, BOOKED)})


def per(n: Published | None, ore: int | None = 1_000_000, why: str = "") -> CostPer:
    cost = None if ore is None else Part("201", ore, BOOKED)
    return CostPer(Per.STARTED, cost, n, ORIGIN, why)


def test_a_cost_is_divided_by_how_many_they_are_exactly():
    one = per(Shown(41))
    assert one.each == Fraction(1_000_000, 41)
    assert isinstance(one.cell, Number)
    assert one.cell.text == "244"
    assert "(41)" in one.cell.origin.rule


def test_a_row_that_is_named_twice_costs_once():
    money = {"201": row("201", 700), "202": row("202", 300)}
    found = cost_of(("201", "202", "201"), money)
    assert found is not None
    assert found.exact == 1_000
    assert cost_of(("999",), money) is None


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (per(Shown(3), ore=None), "Inget är bokfört"),
        (per(None, why="Inte lämnat av Enhet Norr."), "Inte lämnat av Enhet Norr."),
        (per(Shown(0)), "Ingen är räknad"),
        (per(Below(5)), "Antalet visas inte"),
        (per(Withheld()), "Antalet visas inte"),
    ],
)
def test_without_a_cost_or_a_number_that_may_be_read_there_is_none(one: CostPer, reason: str):
    assert one.each is None
    assert isinstance(one.cell, Missing)
    assert one.cell.reason.startswith(reason)


def test_nothing_booked_is_no_free_activity_and_a_real_zero_is():
    assert per(Shown(3), ore=0).each == 0


def test_the_table_has_the_number_beside_each_cost_and_no_digit_of_a_hidden_one():
    hidden = CostLine("b", "Norr", (per(Below(5), ore=400), per(Withheld(), ore=400)), level=1)
    nothing = CostLine("c", "Söder", (per(None, ore=None, why="Saknas."),) * 2, level=1)
    table = cost_table((CostLine("a", "Steget", (per(Shown(41)), per(Shown(50)))), hidden, nothing), INTERIM)
    assert [column.label for column in table.columns] == [
        "Kostnad", "Startade (n)", "Per startad, kr", "Deltaganden under perioden (n)", "Per deltagande, kr",
    ]  # fmt: skip
    assert [cell.text for cell in table.row("a").cells] == ["10", "41", "244", "50", "200"]
    signs = [cell.sign for cell in table.row("b").cells[1:] if isinstance(cell, Hidden | Missing)]
    assert signs == ["<5", "saknas", "–", "saknas"]
    assert table.cell("c", "cost") == BLANK
