"""What has been booked on a row: its own code, its part of one, and the codes it had before."""

from dataclasses import replace

from tests.plan.rows import LEDGER, REGISTER, SPRING, YEAR

from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import Detail
from samordna.domain.plan.booked import Booked
from samordna.domain.values.period import Period

BOOKED = Booked(REGISTER, LEDGER)
BEFORE = YEAR.years_before(1)


def test_a_split_cost_centre_is_its_projects_and_the_rest():
    assert BOOKED.over("1010", SPRING) == 220 * 100
    assert BOOKED.over("1010:10", SPRING) == 40 * 100


def test_an_earlier_code_counts_for_the_years_it_was_used():
    assert BOOKED.over("3001", BEFORE) == (300 + 1100) * 100
    assert BOOKED.over("3001", SPRING) == 500 * 100  # what is booked on 3002 in 2024 is somebody else's


def test_income_is_minus_and_a_row_without_bookings_is_nothing():
    assert BOOKED.over("4001", SPRING) == -40 * 100
    assert BOOKED.over("3011", SPRING) == 0
    assert BOOKED.over("investeringar", SPRING) == 0


def test_what_the_ledger_does_not_reach_is_not_nothing():
    assert BOOKED.over("3001", Period(202406, 202407)) is None
    assert BOOKED.over("3001", Period(202312, 202401)) is None
    assert BOOKED.over("3001", Period(202201, 202212)) is None


def test_only_the_accounts_that_are_asked_for_count():
    assert Booked(REGISTER, LEDGER, accounts=("5010",)).over("4001", SPRING) == 0


def test_a_ledger_that_is_known_as_one_sum_tells_of_the_whole_and_of_no_part():
    *before, last = LEDGER.years
    whole = Balances({}, {}, (*before, replace(last, detail=Detail.PERIOD, told=frozenset({("1",), ("1", "6")}))))
    assert Booked(REGISTER, whole).over("3001", SPRING) == 500 * 100
    assert Booked(REGISTER, whole).over("3001", Period(202401, 202403)) is None


def test_a_ledger_that_tells_of_no_cost_centres_has_booked_nobody_knows_what():
    *before, last = LEDGER.years
    silent = Balances({}, {}, (*before, replace(last, told=frozenset({("1",)}))))
    assert Booked(REGISTER, silent).over("3001", SPRING) is None  # the register splits 1010 by project
