"""What the year looks like ending at: proposed in a sentence, overridden with a comment, frozen, held to account."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.plan.rows import LEDGER, REGISTER, SPRING, YEAR, budget, read_through

from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.checks import forecast_problems
from samordna.domain.plan.forecast import Forecast, ForecastNumber, FrozenForecast, Ground, accuracy, in_all
from samordna.domain.plan.proposal import Grounds, forecast_proposed, proposals

GROUNDS = Grounds(
    YEAR,
    202404,
    Booked(REGISTER, LEDGER),
    (AgreedSum("3011", YEAR, 610_00),),
    budget({"investeringar": 1500, "1010": 800}),
)


def told(row: str, grounds: Grounds = GROUNDS) -> list[tuple[Ground, int, str]]:
    found = proposals(REGISTER.row(row), grounds)
    return [(one.ground, one.amount // 100, one.how.replace("\u00a0", " ")) for one in found]


def test_an_agreement_says_the_years_sum():
    assert told("3011") == [(Ground.AGREEMENT, 610, "Avtalat för året: 610 kr. Bokfört till och med april 2024: 0 kr.")]


def test_the_year_before_tells_how_much_is_left_and_a_run_rate_comes_after():
    """Of 1 400 kronor 700 were booked by April last year; 500 are booked now."""
    assert told("3001") == [
        (
            Ground.LAST_YEAR,
            1000,
            "Förra året var 50 % av kostnaden bokförd till och med april 2023, nu är 500 kr bokfört.",
        ),
        (Ground.RUN_RATE, 1500, "Bokfört 500 kr på 4 av 12 månader; resten i samma takt."),
    ]


def test_a_new_row_has_no_year_before():
    assert told("1010:10") == [(Ground.RUN_RATE, 120, "Bokfört 40 kr på 4 av 12 månader; resten i samma takt.")]


def test_a_row_where_nothing_happened_is_as_the_budget():
    assert told("investeringar") == [(Ground.BUDGET, 1500, "Som budgeten: inget annat är känt.")]


def test_a_year_before_that_is_not_read_to_its_end_tells_nothing():
    half = replace(LEDGER, years=(replace(LEDGER.years[0], covers_to=202306), LEDGER.years[1]))
    assert [ground for ground, _, _ in told("3001", replace(GROUNDS, booked=Booked(REGISTER, half)))] == [
        Ground.RUN_RATE
    ]


def test_a_year_that_is_over_is_what_it_became():
    over = replace(GROUNDS, covers_to=202412, booked=Booked(REGISTER, read_through(LEDGER, 202412)))
    assert told("3001", over) == [(Ground.RUN_RATE, 500, "Året är slut: det som är bokfört.")]


def test_the_forecast_that_stands_when_nobody_writes_anything():
    forecast = forecast_proposed(GROUNDS)
    assert {number.row: number.amount for number in forecast.numbers} == {
        "1010": 440_00, "1010:10": 120_00, "3001": 1000_00, "3011": 610_00, "investeringar": 1500_00,
    }  # fmt: skip
    assert not any(number.is_own for number in forecast.numbers)
    assert forecast_problems(forecast, REGISTER) == ()
    assert forecast.told == "Prognos för januari–december 2024 efter april 2024"


def test_a_person_writes_another_number_and_why():
    forecast = forecast_proposed(GROUNDS)
    proposal = forecast.of("3011").proposal
    own = ForecastNumber("3011", 305_00, "Startade i juli.", proposal)
    changed = forecast.with_numbers(own)
    assert (changed.of("3011"), len(changed.numbers)) == (own, len(forecast.numbers))
    assert (own.how, forecast.of("3011").how) == ("Startade i juli.", proposal.how)
    assert forecast_problems(changed, REGISTER) == ()
    silent = forecast.with_numbers(replace(own, comment=""))
    assert [problem.code for problem in forecast_problems(silent, REGISTER)] == ["plan-forecast-without-reason"]


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ((ForecastNumber("99", 1, "x"),), "plan-number-of-unknown-row"),
        ((ForecastNumber("3001", 1, "x"), ForecastNumber("3001", 2, "x")), "plan-number-twice"),
        ((ForecastNumber("4001", 1, "x"),), "plan-not-used-then"),
    ],
)
def test_a_number_that_cannot_stand(numbers, code):
    assert [problem.code for problem in forecast_problems(Forecast(YEAR, 202404, numbers), REGISTER)] == [code]


def test_a_frozen_forecast_is_held_to_account_afterwards():
    numbers = (ForecastNumber("3001", 1000_00), ForecastNumber("3011", 600_00), ForecastNumber("1010", 5_00))
    frozen = FrozenForecast("Styrelsen i maj", dt.date(2024, 5, 20), Forecast(YEAR, 202404, numbers))
    rows = accuracy(frozen, {"3001": 1250_00, "3011": 0})
    assert [(row.row, row.off, row.share) for row in rows] == [
        ("3001", 250_00, Fraction(1, 5)), ("3011", -600_00, None),
    ]  # fmt: skip
    whole = in_all(rows)
    assert (whole.said, whole.outcome, whole.off) == (1600_00, 1250_00, -350_00)


def test_the_months_so_far_are_never_more_than_the_year():
    assert replace(GROUNDS, covers_to=202506).so_far == YEAR
    assert GROUNDS.so_far == SPRING
