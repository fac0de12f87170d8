"""What the books lack is ordered, sent, and known again when a later ledger has it; nothing is lost on the way."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.actions.later_ledger import take, vouchers_of, with_vouchers
from tests.actions.people import actor
from tests.questions.demo_books import read_in
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.agreements.life import AgreementAct, AgreementStep
from samordna.domain.plan.owed import OwedState
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, ChosenAccounts

PERIOD = Period(202401, 202408)
JULY = Period(202401, 202407)
ASKED = Asked.of(PERIOD)
BOLLEBYGD, BORAS = "agreement:0:3011", "agreement:0:3001"


pytestmark = pytest.mark.usefixtures("sjuharad")


@pytest.fixture
def sjuharad(association_folder):
    """Return the folder of an association with Sjuhärad's books and plan in it."""
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    return association_folder


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def unbooked(row: str) -> str | None:
    table = questions.statements_shown(ASKED, StatementKind.FOLLOW_UP).tables[0]
    cell = table.cell(row, "unbooked")
    return getattr(cell, "decimal", None)


def states(number: int) -> list[OwedState]:
    return [one.owed.state for one in questions.booking_order(number).entries]


def lacking(row: str) -> dict[str, int]:
    """Return what is open of a row at the end of August, by its key."""
    return {one.key: one.owed.rest for one in questions.owed_overview(ASKED).open if one.owed.row == row}


def sent_order(period: Period, key: str) -> int:
    """Order an amount, send the order and return its number."""
    number = actions.order_booking(period, [key], by=TERMINAL).number
    actions.send_order(number, by=TERMINAL)
    return number


def booked(row: str, amount: int, *, account: str = "5539", day: int = 20240831) -> bytes:
    """Return a voucher that books an amount in öre, debit positive, on a row."""
    rows = f'#TRANS {account} {{1 "{row}"}} {amount / 100:.2f}\r\n#TRANS 2991 {{}} {-amount / 100:.2f}'
    return f'#VER "B" "9001" {day} "Bokat"\r\n{{\r\n{rows}\r\n}}'.encode()


def test_what_is_worked_up_and_not_booked_is_found_by_itself():
    found = questions.owed_overview(ASKED)
    assert {one.key: one.owed.amount for one in found.to_order} == {
        BORAS: 6_666_68, "agreement:0:3006": 333_36, BOLLEBYGD: 406_666_68,
    }  # fmt: skip
    assert (unbooked("3011"), found.settled) == ("-407", ())


def test_an_order_is_made_sent_and_recognised_in_the_next_ledger():
    order = actions.order_booking(PERIOD, [BOLLEBYGD, BORAS], by=TERMINAL)
    assert states(order.number) == [OwedState.PROPOSED, OwedState.PROPOSED]
    actions.send_order(order.number, by=TERMINAL)
    assert states(order.number) == [OwedState.SENT, OwedState.SENT]
    assert unbooked("3011") == "-407", "it is lacking until the books have it"
    importable = questions.booking_order(order.number).importable(dt.date(2024, 9, 10))
    receipt = take(with_vouchers(vouchers_of(importable)))
    told = [problem for problem in receipt.problems if problem.code == "plan-booking-recognised"]
    assert [problem.place for problem in told] == ["3011", "3001"]
    assert questions.booking_order(order.number).state is OwedState.BOOKED
    table = questions.statements_shown(ASKED, StatementKind.FOLLOW_UP).tables[0]
    assert table.cell("3011", "actual").decimal == "-407"
    assert [one.key for one in questions.owed_overview(ASKED).open] == ["agreement:0:3006"]


def test_what_has_come_in_part_is_told_and_waits():
    order = actions.order_booking(PERIOD, [BOLLEBYGD], by=TERMINAL)
    actions.send_order(order.number, by=TERMINAL)
    half = b'#VER "B" "9001" 20240831 "Del"\r\n{\r\n#TRANS 5539 {1 "3011"} 200000.00\r\n#TRANS 2991 {} -200000.00\r\n}'
    receipt = take(with_vouchers(half))
    assert "owed-partly-booked" in {problem.code for problem in receipt.problems}
    assert states(order.number) == [OwedState.SENT]


def test_orders_are_numbered_and_the_same_amount_is_not_ordered_twice():
    assert actions.order_booking(PERIOD, [BOLLEBYGD], by=TERMINAL).number == 1
    with refused("plan-not-owed"):
        actions.order_booking(PERIOD, [BOLLEBYGD], by=TERMINAL)
    assert actions.order_booking(PERIOD, [BORAS], by=TERMINAL).number == 2
    assert [one.order.number for one in questions.booking_orders()] == [2, 1]


def test_nothing_is_ordered_of_nothing():
    with refused("plan-nothing-to-order"):
        actions.order_booking(PERIOD, [], by=TERMINAL)


def test_a_person_chooses_other_accounts_than_the_ledger_suggests():
    chosen = ChosenAccounts({BOLLEBYGD: "4550"}, {"agreement": "2999"})
    with refused("order-unknown-account"):
        actions.order_booking(PERIOD, [BOLLEBYGD], accounts=chosen, by=TERMINAL)
    accounts = questions.balances().accounts
    cost = next(number for number, one in accounts.items() if one.kind.value == "K" and number != "5539")
    order = actions.order_booking(PERIOD, [BOLLEBYGD], accounts=ChosenAccounts({BOLLEBYGD: cost}), by=TERMINAL)
    assert [line.account.number for line in order.lines] == [cost, "2991"]


def test_what_an_order_was_taken_back_for_is_lacking_still_and_can_be_ordered_anew():
    order = actions.order_booking(PERIOD, [BOLLEBYGD], by=TERMINAL)
    with refused("no-source"):
        actions.withdraw_order(order.number, reason=" ", by=TERMINAL)
    actions.withdraw_order(order.number, reason="Avtalet är uppsagt", by=TERMINAL)
    assert states(order.number) == [OwedState.WITHDRAWN]
    assert TrailEntry.objects.last().new["reason"] == "Avtalet är uppsagt"
    assert unbooked("3011") == "-407"
    with refused("owed-not-in-that-state"):
        actions.send_order(order.number, by=TERMINAL)
    assert actions.order_booking(PERIOD, [BOLLEBYGD], by=TERMINAL).entries[0].owed.amount == 406_666_68


def test_of_a_later_period_only_what_no_earlier_order_waits_for_is_found_besides():
    july = sent_order(JULY, BOLLEBYGD)
    assert lacking("3011") == {"agreement:1:3011": 355_833_35, BOLLEBYGD: 50_833_33}
    [found] = [one for one in questions.owed_overview(ASKED).to_order if one.key == BOLLEBYGD]
    assert found.owed.how.replace("\u00a0", " ").endswith("Av det väntar 355 833 kr redan på att bokas.")
    assert unbooked("3011") == "-407"
    august = sent_order(PERIOD, BOLLEBYGD)
    assert lacking("3011") == {"agreement:1:3011": 355_833_35, "agreement:2:3011": 50_833_33}
    take(with_vouchers(booked("3011", 355_833_35, day=20240731)))
    assert (states(july), states(august)) == ([OwedState.BOOKED], [OwedState.SENT])
    assert lacking("3011") == {"agreement:2:3011": 50_833_33}


def test_what_is_ordered_with_later_months_is_not_ordered_for_earlier_ones_too():
    sent_order(PERIOD, BOLLEBYGD)
    with refused("plan-not-owed"):
        actions.order_booking(JULY, [BOLLEBYGD], by=TERMINAL)


def test_an_order_that_is_taken_back_hides_no_earlier_one_and_what_is_behind_it_moves_up():
    sent_order(JULY, BOLLEBYGD)
    august = sent_order(PERIOD, BOLLEBYGD)
    actions.withdraw_order(august, reason="Fel", by=TERMINAL)
    assert lacking("3011") == {"agreement:1:3011": 355_833_35, BOLLEBYGD: 50_833_33}
    again = sent_order(PERIOD, BOLLEBYGD)
    actions.withdraw_order(1, reason="Fel", by=TERMINAL)
    take(with_vouchers(booked("3011", 50_833_33)))
    assert states(again) == [OwedState.BOOKED]
    assert lacking("3011") == {BOLLEBYGD: 355_833_35}


def test_of_what_has_come_in_part_the_rest_is_lacking():
    order = sent_order(PERIOD, BOLLEBYGD)
    take(with_vouchers(booked("3011", 206_666_68)))
    assert (lacking("3011"), unbooked("3011")) == ({"agreement:1:3011": 200_000_00}, "-200")
    take(with_vouchers(booked("3011", 406_666_68)))
    assert states(order) == [OwedState.BOOKED]


def test_what_an_agreement_was_raised_by_after_the_order_is_found():
    sent_order(PERIOD, BOLLEBYGD)
    [agreed] = [one for one in questions.plan_held().plan.agreed if one.row == "3011"]
    one = questions.agreement_shown(agreed.agreement).agreement
    raised = replace(one, parts=(replace(one.parts[0], amount=agreed.amount + 30_000_00),))
    act = AgreementAct(AgreementStep.AMEND, dt.date(2024, 8, 1), "Tilläggsavtal")
    actions.change_agreement(one.number, raised, act, by=TERMINAL)
    assert lacking("3011") == {"agreement:1:3011": 406_666_68, BOLLEBYGD: 20_000_00}


def test_each_claim_stands_by_itself_and_the_oldest_is_settled_first():
    actions.enter_claim("3049", PERIOD, 100_00, "Ansökan 1", by=TERMINAL)
    actions.enter_claim("3049", PERIOD, 50_00, "Ansökan 2", by=TERMINAL)
    actions.enter_claim("3049", Period(202401, 202403), 20_00, "Ansökan 0", by=TERMINAL)
    assert lacking("3049") == {"claim:0:3049": -100_00, "claim-1:0:3049": -50_00, "claim-2:0:3049": -20_00}
    take(with_vouchers(booked("3049", -120_00, account="3541", day=20240301)))
    assert lacking("3049") == {"claim-1:0:3049": -50_00}


def test_a_claim_is_not_ordered_when_its_order_is_taken_back():
    actions.enter_claim("3049", PERIOD, 100_000_00, "Ansökan", by=TERMINAL)
    order = sent_order(PERIOD, "claim:0:3049")
    assert lacking("3049") == {"claim:1:3049": -100_000_00}
    actions.withdraw_order(order, reason="Fel konto", by=TERMINAL)
    assert lacking("3049") == {"claim:0:3049": -100_000_00}
    assert sent_order(PERIOD, "claim:0:3049") == 2


def test_cost_and_income_of_one_row_are_booked_on_an_account_each():
    actions.enter_claim("3011", PERIOD, 1_000_00, "Ansökan", by=TERMINAL)
    own = ChosenAccounts({BOLLEBYGD: "5539", "claim:0:3011": "3541"})
    order = actions.order_booking(PERIOD, [BOLLEBYGD, "claim:0:3011"], accounts=own, by=TERMINAL)
    of_result = [line.account.number for line in order.lines if line.objects]
    assert of_result == ["5539", "3541"]


def test_what_was_found_may_be_said_not_to_be_lacking_without_an_order():
    actions.withdraw_owed(PERIOD, BOLLEBYGD, reason="Faktureras inte", by=TERMINAL)
    overview = questions.owed_overview(ASKED)
    assert BOLLEBYGD not in {one.key for one in overview.to_order}
    assert [one.owed.state for one in overview.settled] == [OwedState.WITHDRAWN]
    with refused("plan-not-owed"):
        actions.withdraw_owed(PERIOD, BOLLEBYGD, reason="En gång till", by=TERMINAL)


def test_a_projects_claim_is_entered_ordered_and_counts_as_income():
    claim = actions.enter_claim("3049", PERIOD, 100_000_00, "Ansökan om utbetalning", by=TERMINAL)
    assert claim.amount == -100_000_00
    [shown] = [one for one in questions.owed_overview(ASKED).to_order if one.owed.row == "3049"]
    order = actions.order_booking(PERIOD, [shown.key], by=TERMINAL)
    assert [one.owed.row for one in questions.booking_order(order.number).entries] == ["3049"]
    assert [one.key for one in questions.owed_overview(ASKED).open if one.owed.row == "3049"] == ["claim:1:3049"]


@pytest.mark.parametrize(
    ("row", "amount", "source", "code"),
    [("9999", 1, "x", "plan-no-such-row"), ("3049", 0, "x", "plan-nothing-claimed"), ("3049", 1, "", "no-source")],
)
def test_a_claim_that_cannot_be_is_refused(row, amount, source, code):
    with refused(code):
        actions.enter_claim(row, PERIOD, amount, source, by=TERMINAL)


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD, Role.AUDITOR])
def test_only_the_economist_orders(role):
    with refused("not-allowed"):
        actions.order_booking(PERIOD, [BOLLEBYGD], by=actor(role))
    assert questions.booking_orders() == ()


def test_an_order_that_is_not_there_is_told():
    with refused("unknown-order"):
        questions.booking_order(7)
