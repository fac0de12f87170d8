"""The demo's own books at the end of August 2024: what is left before they are closed, and what is ordered booked."""

import pytest
from tests.years.books import INTERIM, balances_of
from tests.years.plans import followed_up, owing, plan_read

from samordna.domain.control.checklist import checklist
from samordna.domain.control.checks import CheckKind, CheckState, ClosingCheck
from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.said import AccountNote
from samordna.domain.plan.accrual_accounts import proposed_accounts
from samordna.domain.plan.booking_order import booking_order


def checks_of(association: str, *notes: AccountNote) -> tuple[ClosingCheck, ...]:
    plan = owing(plan_read(association).plan, association)
    findings = followed_up(association, plan).statements.findings
    balances = balances_of(association)
    return checklist(ClosingBasis(INTERIM.period, balances, plan.register, findings, plan.owed, notes=notes))


def left(checks: tuple[ClosingCheck, ...]) -> list[tuple[CheckKind, str]]:
    shown = [check for check in checks if check.state is CheckState.OPEN and check.kind is not CheckKind.RECONCILED]
    return [(check.kind, check.title.partition(" ")[0]) for check in shown]


def test_what_is_left_is_what_a_person_has_to_look_at():
    assert left(checks_of("insjoriket")) == []
    assert left(checks_of("sjuharad")) == [
        (CheckKind.SIDE, "1712"),
        (CheckKind.OWED, "3001"),
        (CheckKind.OWED, "3006"),
        (CheckKind.OWED, "3011"),
    ]


@pytest.mark.parametrize(("association", "accounts"), [("sjuharad", 10), ("insjoriket", 12)])
def test_every_balance_is_asked_for_until_somebody_says_what_it_is(association, accounts):
    items = [check for check in checks_of(association) if check.kind is CheckKind.RECONCILED]
    assert (len(items), {check.state for check in items}) == (accounts, {CheckState.OPEN})


def test_a_note_explains_the_account_that_is_to_be_corrected():
    note = AccountNote("1677", INTERIM.period, 1_259_53, "Korrigeras sep")
    (item,) = [check for check in checks_of("sjuharad", note) if check.title.startswith("1677")]
    assert (item.state, item.said) == (CheckState.DONE, "Korrigeras sep")


def test_what_bollebygd_has_worked_up_is_ordered_on_the_accounts_of_the_ledger():
    plan, balances = owing(plan_read("sjuharad").plan, "sjuharad"), balances_of("sjuharad")
    owed = [one for one in plan.owed if one.row == "3011"]
    order = booking_order(1, owed, proposed_accounts(owed, plan.register, balances), plan.register, balances)
    assert [(line.account.number, line.amount, line.objects) for line in order.lines] == [
        ("5539", 406_666_68, (("1", "3011"),)),
        ("2991", -406_666_68, ()),
    ]
