"""Which accounts the ledger suggests: what carried most of the row, and what is named after what it holds."""

from dataclasses import replace

import pytest
from tests.plan.orders import ALL, ALMBY, CHART, CLAIM, PART, PARTIES, REGISTER
from tests.statements.ledger import books

from samordna.domain.ledger.books import Account, AccountKind
from samordna.domain.plan.accrual_accounts import AccrualAccounts, proposed_accounts
from samordna.domain.plan.owed import CONTRIBUTIONS


def named(*accounts: tuple[str, AccountKind, str]) -> AccrualAccounts:
    """Return what is proposed of a ledger with accounts of these names too."""
    more = {number: Account(number, name, kind) for number, kind, name in accounts}
    kept = {number: account for number, account in CHART.accounts.items() if number not in {"1790", "2990"}}
    return proposed_accounts([ALMBY, CLAIM], REGISTER, replace(CHART, accounts=kept | more))


def test_the_account_that_carried_most_of_a_row_this_year_or_else_last_is_proposed():
    assert proposed_accounts(ALL, REGISTER, CHART, ["3010", "3011"]) == AccrualAccounts(
        costs={"3011": "5010", "1010:10": "6010"},  # 3011 has nothing this year; the project's part is not the whole
        incomes={"4001": "3990", CONTRIBUTIONS: "3010"},
        accrued_costs="2990",
        accrued_income="1790",
        contributions_receivable="1790",
    )


def test_of_equals_the_first_is_proposed_and_of_nothing_none():
    year = """
account                  2024-01
5010 K Insatser               50
5010 K Insatser 1:3011        50
6010 K Konsulter              50
6010 K Konsulter 1:3011       50
"""
    assert proposed_accounts([ALMBY, PART], REGISTER, books(year)).costs == {"3011": "5010"}
    credit = year.replace(" 50", "-50")
    assert proposed_accounts([ALMBY], REGISTER, books(credit)).costs == {}


def test_nothing_owed_and_nothing_read_propose_nothing():
    assert proposed_accounts([], REGISTER, CHART) == AccrualAccounts()
    later = replace(ALMBY, period=ALMBY.period.years_before(-3))
    assert proposed_accounts([later], REGISTER, CHART).costs == {}


def test_what_the_ledger_does_not_suggest_has_to_be_asked_for():
    proposed = proposed_accounts([PARTIES], REGISTER, books("account 2024-01\n1930 T Bank 1\n"))
    assert (proposed.accrued_costs, proposed.accrued_income, proposed.contributions_receivable) == (None, None, None)
    assert (proposed.of_result(PARTIES), proposed.of_balance(PARTIES)) == (None, None)


S, T = AccountKind.LIABILITY, AccountKind.ASSET


@pytest.mark.parametrize(
    ("accounts", "costs", "income"),
    [
        ([("2991", S, "Övriga upplupna kostnader"), ("2930", S, "Upplupna pensionskostnader")], "2991", None),
        ([("2500", S, "Upplupna kostnader"), ("2999", S, "Upplupna kostnader")], "2999", None),
        ([("2900", S, "Upplupna kostnader och förutbetalda intäkter")], "2900", None),
        ([("2999", S, "Interimsskulder"), ("1990", T, "Upplupna kostnader")], "2999", None),
        ([("1710", T, "Förutbetalda kostnader"), ("1750", T, "Upplupna intäkter")], None, "1750"),
        ([("1790", T, "Övriga interimsfordringar"), ("1680", T, "UPPLUPNA INTÄKTER")], None, "1680"),
    ],
)
def test_accounts_are_known_by_what_they_are_called(accounts, costs, income):
    proposed = named(*accounts)
    assert (proposed.accrued_costs, proposed.accrued_income) == (costs, income)


def test_of_two_in_their_usual_place_one_in_use_is_proposed():
    accounts = {**CHART.accounts, "2901": Account("2901", "Upplupna kostnader", S)}
    assert proposed_accounts([ALMBY], REGISTER, replace(CHART, accounts=accounts)).accrued_costs == "2990"
