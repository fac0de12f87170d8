"""A frozen forecast beside today's, and beside what the year became."""

import datetime as dt

from tests.plan.rows import REGISTER, YEAR
from tests.statements.ledger import printed

from samordna.domain.plan.forecast import Forecast, ForecastNumber, FrozenForecast, accuracy
from samordna.domain.plan.frozen_table import followed_numbers, frozen_table
from samordna.domain.plan.register import CostCentre, Kind, Register

SAID = Forecast(YEAR, 202404, (ForecastNumber("3001", 900_00, "Fler i höst."), ForecastNumber("1010", 500_00)))
FROZEN = FrozenForecast("Styrelsen", dt.date(2024, 5, 15), SAID)


def test_todays_forecast_and_what_has_changed_stand_beside_in_the_registers_order():
    today = Forecast(YEAR, 202408, (ForecastNumber("1010", 450_00), ForecastNumber("3001", 1_000_00)))
    table = frozen_table(FROZEN, today, (), REGISTER)
    assert table.title == "Prognosen januari–december 2024, fryst 15 maj 2024"
    assert printed(table) == (
        "Fryst | I dag | Ändring\n1010 Kansli: 500 | 450 | -50\n"
        "3001 Granby: 900 | 1 000 | 100\nTillsammans: 1 400 | 1 450 | 50\n"
    )


def test_a_row_that_today_does_not_have_is_blank_and_so_is_their_sum():
    table = frozen_table(FROZEN, Forecast(YEAR, 202408, (ForecastNumber("1010", 450_00),)), (), REGISTER)
    assert printed(table).splitlines()[2:] == ["3001 Granby: 900 |  | ", "Tillsammans: 1 400 |  | "]


def test_when_the_year_is_over_the_outcome_stands_there_with_how_wrong_it_was():
    turned_out = accuracy(FROZEN, {"1010": 400_00, "3001": 1_200_00})
    assert printed(frozen_table(FROZEN, SAID, turned_out, REGISTER)) == (
        "Fryst | Utfall | Avvikelse | Avvikelse, %\n"
        "1010 Kansli: 500 | 400 | -100 | -25\n"
        "3001 Granby: 900 | 1 200 | 300 | 25\n"
        "Tillsammans: 1 400 | 1 600 | 200 | 13\n"
    )


def test_one_row_without_an_outcome_leaves_the_whole_unknown():
    turned_out = accuracy(FROZEN, {"1010": 0})
    lines = printed(frozen_table(FROZEN, SAID, turned_out, REGISTER)).splitlines()
    assert lines[1:] == ["1010 Kansli: 500 | 0 | -500 | ", "3001 Granby: 900 |  |  | ", "Tillsammans: 1 400 |  |  | "]


def test_where_contributions_are_booked_nothing_is_followed():
    outside = CostCentre("9000", "Bidrag", "verksamhet", kind=Kind.OUTSIDE)
    register = Register(REGISTER.groups, (*REGISTER.rows, outside))
    forecast = SAID.with_numbers(ForecastNumber("9000", -5_000_00))
    frozen = FrozenForecast.of("S", FROZEN.frozen, forecast, register)
    assert [number.row for number in followed_numbers(frozen, register)] == ["3001", "1010"]
    table = frozen_table(frozen, SAID, (), register)
    assert "9000" not in [row.code for row in table.rows]


def test_what_the_register_becomes_afterwards_changes_nothing_of_what_was_frozen():
    with_gone = SAID.with_numbers(ForecastNumber("gone", 7_00))
    frozen = FrozenForecast.of("S", FROZEN.frozen, with_gone, REGISTER)
    then = frozen_table(frozen, SAID, (), REGISTER)
    rows = (CostCentre("3001", "Nytt namn", "verksamhet", kind=Kind.OUTSIDE),)
    assert printed(frozen_table(frozen, SAID, (), Register(REGISTER.groups, rows))) == printed(then)
    assert [row.code for row in then.rows] == ["1010", "3001", ""], "the number of a row that is gone is not frozen"
