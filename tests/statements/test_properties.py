"""What holds for every chart of accounts and every balanced ledger, in each layout that comes with the program."""

import datetime as dt
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samordna.domain.document import Missing, Number
from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Account, AccountKind, FiscalYear
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Holdings
from samordna.domain.statements.lay_out import Statements, lay_out
from samordna.domain.statements.layout import FromAccounts
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.statements.tree import Printed
from samordna.domain.values.period import Period

PERIOD = Period(202401, 202408)
FIRST_DIGIT = {"1": "T", "2": "S", "3": "I", "4": "K", "5": "K", "6": "K", "7": "K", "8": "I", "9": "K"}

pytestmark = pytest.mark.parametrize("name", layout_names())


@st.composite
def ledgers(draw: st.DrawFn) -> Balances:
    """Draw a chart of accounts and vouchers of two rows: whatever is booked, it balances."""
    balance = draw(st.sets(st.integers(1000, 2999), min_size=2, max_size=8))
    result = draw(st.sets(st.integers(3000, 9999), min_size=1, max_size=8))
    numbers = sorted(str(number) for number in balance | result)
    accounts = {n: Account(n, f"Konto {n}", AccountKind(FIRST_DIGIT[n[0]])) for n in numbers}
    pairs = st.tuples(st.sampled_from(numbers), st.sampled_from(numbers), st.integers(202401, 202412), AMOUNTS)
    movements: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for debit, credit, month, ore in draw(st.lists(pairs, max_size=12)):
        movements[debit][month] += ore
        movements[credit][month] -= ore
    opening: dict[str, int] = defaultdict(int)
    carried = st.sampled_from([number for number in numbers if number[0] in "12"])
    for debit, credit, ore in draw(st.lists(st.tuples(carried, carried, AMOUNTS), max_size=4)):
        opening[debit] += ore
        opening[credit] -= ore
    year = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    return Balances(accounts, {}, (YearBalances(year, 1, 202412, opening, Sums(movements)),))


AMOUNTS = st.integers(-(10**12), 10**12)
BALANCE = {
    "sjuharad": ("closing", "sum_tillgangar", "sum_ek_skulder", 1),
    "lkbr": ("actual", "sum_tillgangar", "sum_ek_skulder", 1),
}
BALANCE["insjoriket"] = ("actual", "sum_tillgangar", "sum_ek_skulder", -1)
RESULT = {"sjuharad": "res3", "lkbr": "resultat", "insjoriket": "arets_resultat"}
FLOW = {"sjuharad": "kassaflode", "lkbr": "kassaflode", "insjoriket": "arets_kassaflode"}

slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def laid_out(name: str, balances: Balances) -> Statements:
    return lay_out(shipped_layout(name, 2024), balances, Asked.of(PERIOD))


def figure(statements: Statements, statement: str, row: str, column: str) -> int:
    cell = statements.table(statement).cell(row, column)
    assert isinstance(cell, Number)
    return int(cell.exact)


@slowly
@given(ledgers())
def test_assets_are_equity_and_liabilities(name, balances):
    column, left, right, sign = BALANCE[name]
    statements = laid_out(name, balances)
    assert figure(statements, "balance", left, column) == sign * figure(statements, "balance", right, column)


@slowly
@given(ledgers())
def test_the_cash_flow_ends_at_the_bank_or_says_so(name, balances):
    statements = laid_out(name, balances)
    start, flow, end = (
        figure(statements, "cashflow", row, "actual") for row in ("likvida_borjan", FLOW[name], "likvida_slut")
    )
    told = [
        f for f in statements.findings if f.code == "control-fails" and f.place == statements.table("cashflow").title
    ]
    assert (start + flow == end) == (not told)


@slowly
@given(ledgers())
def test_every_account_with_an_amount_stands_on_one_line_or_on_ej_fordelat(name, balances):
    layout = shipped_layout(name, 2024)
    evaluation = Evaluation(layout, Holdings(balances))
    year = balances.years[0]
    for statement in layout.statements:
        if not statement.answers_for:
            continue
        held = evaluation.unassigned(statement, statement.answers_for)
        lines = [
            item.line for item in evaluation.printed(statement) if isinstance(item, Printed) and not item.line.memo
        ]
        for number, account in balances.accounts.items():
            amounts = any(year.movements.accounts.get(number, {}).values()) or year.opening.get(number)
            if account.kind in statement.answers_for and amounts:
                answering = [
                    ln.id for ln in lines if isinstance(ln.source, FromAccounts) and number in ln.source.accounts
                ]
                assert len(answering) + (number in held) == 1, (number, answering)


@slowly
@given(ledgers())
def test_the_result_is_the_sum_of_every_income_and_cost_account(name, balances):
    moved = balances.years[0].movements.accounts
    kinds = (AccountKind.INCOME, AccountKind.COST)
    booked = sum(
        ore
        for number, account in balances.accounts.items()
        for month, ore in moved.get(number, {}).items()
        if account.kind in kinds and month in PERIOD
    )
    assert figure(laid_out(name, balances), "income", RESULT[name], "actual") == -booked


@slowly
@given(ledgers())
def test_income_and_balance_are_always_whole(name, balances):
    """A note of named accounts, and a cash flow, may miss what a new account holds, and say so; these never do."""
    statements = laid_out(name, balances)
    whole = {statements.table(statement).title for statement in ("income", "balance")}
    assert {finding.code for finding in statements.findings if finding.place in whole} <= {"account-without-line"}


@slowly
@given(ledgers())
def test_a_figure_that_is_missing_says_why(name, balances):
    for table in laid_out(name, balances).tables:
        for row in table.rows:
            assert len(row.cells) in {0, len(table.columns)}
            assert all(cell.reason for cell in row.cells if isinstance(cell, Missing))
