"""What holds for every ledger with cost centres and every register: nothing is lost, and everything is explained."""

import datetime as dt
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samordna.domain.document import Number, Row, RowKind, Table
from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Account, AccountKind, FiscalYear, ObjectKey
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.register import BudgetLine, CostCentre, EarlierCode, Group, Kind, Merge, Register
from samordna.domain.plan.register_checks import register_problems
from samordna.domain.statements.bridge import bridge
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, THOUSANDS

ASKED = Asked.of(Period(202402, 202408))
CODES, PROJECTS = ("10", "20", "3001", "3047"), ("P1", "P2")
ACCOUNTS = {
    number: Account(number, f"Konto {number}", AccountKind(kind))
    for number, kind in {
        "1930": "T", "2010": "S", "2411": "S", "3510": "I", "3543": "I", "3740": "I", "4011": "K", "4601": "K",
        "5539": "K", "7599": "K", "8010": "I", "8310": "I", "8411": "I", "8520": "K", "8710": "I", "9100": "K",
    }.items()
}  # fmt: skip
RESULT = [number for number, account in ACCOUNTS.items() if not account.kind.on_balance_sheet]
AMOUNTS = st.integers(-(10**9), 10**9)

slowly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
pytestmark = pytest.mark.parametrize("name", layout_names())


@st.composite
def ledgers(draw: st.DrawFn) -> Balances:
    """Draw postings on accounts of the result, each with a cost centre, a project, both or neither, and the bank."""
    posting = st.tuples(
        st.sampled_from(RESULT),
        st.one_of(st.none(), st.sampled_from(CODES)),
        st.one_of(st.none(), st.sampled_from(PROJECTS)),
        st.integers(202401, 202412),
        AMOUNTS,
    )
    accounts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    objects: dict[tuple[str, ObjectKey], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    pairs: dict[tuple[str, ObjectKey, ObjectKey], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for account, code, project, month, ore in draw(st.lists(posting, max_size=14)):
        accounts[account][month] += ore
        accounts["1930"][month] -= ore
        if code:
            objects[account, ("1", code)][month] += ore
        if project:
            objects[account, ("6", project)][month] += ore
        if code and project:
            pairs[account, ("1", code), ("6", project)][month] += ore
    opening = draw(AMOUNTS)
    year = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    sums = Sums(accounts, objects, pairs)
    known = YearBalances(year, 1, 202412, {"1930": opening, "2010": -opening}, sums)
    return Balances(ACCOUNTS, {}, (known,))


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Draw a register that nothing is wrong with: of some of the cost centres, split or not, of any kind."""
    groups = tuple(Group(name, name.title()) for name in ("verksamhet", "projekt", "projektintakter"))
    rows: list[CostCentre | BudgetLine] = [BudgetLine("ovrigt", "Övrigt", "verksamhet")]
    kinds, names = st.sampled_from(Kind), st.sampled_from([group.id for group in groups])
    for code in draw(st.sets(st.sampled_from(CODES))):
        rows.append(CostCentre(code, f"Rad {code}", draw(names), kind=draw(kinds)))
        parts = draw(st.sets(st.sampled_from(PROJECTS)))
        rows += [CostCentre(code, f"Del {code}", draw(names), project=one, kind=draw(kinds)) for one in parts]
    free = [code for code in CODES if not any(row.code == code for row in rows)]
    first = next((row for row in rows if isinstance(row, CostCentre)), None)
    if first and free and draw(st.booleans()):
        last = draw(st.one_of(st.none(), st.integers(202401, 202411)))
        rows[rows.index(first)] = replace(first, earlier=(EarlierCode(free[0], last=last),))
    register = Register(groups, tuple(rows))
    assert register_problems(register) == ()
    return draw(st.sampled_from([register, Register()]))


def read(name: str, balances: Balances, register: Register) -> Reading:
    plan = Plan(register)
    return Reading(lay_out(shipped_layout(name, 2024), balances, ASKED, plan=plan), balances, (), plan)


def exact(table: Table, row: str, column: str = "actual") -> int:
    cell = table.cell(row, column)
    assert isinstance(cell, Number)
    return int(cell.exact)


@slowly
@given(ledgers(), registers())
def test_the_bridge_explains_every_ore_of_any_ledger(name, balances, register):
    told = bridge(read(name, balances, register), KRONOR_ORE)
    assert told is not None
    assert told.findings == ()
    assert exact(told.table, "net_cost:unexplained") == 0


@slowly
@given(ledgers(), registers(), st.sampled_from([KRONOR_ORE, KRONOR, THOUSANDS]))
def test_the_bridge_adds_up_as_it_is_printed(name, balances, register, unit):
    told = bridge(read(name, balances, register), unit)
    assert told is not None
    shown = [(row.id, row.cells[0].shown) for row in told.table.rows if isinstance(row.cells[0], Number)]
    steps: list[int] = []
    for row, figure in shown:
        if row in {"net_cost", "result", "closing_equity"}:
            assert sum(steps) == figure, row
            steps = [figure]
        else:
            steps.append(figure)


@slowly
@given(ledgers(), registers())
def test_the_bridge_begins_where_the_follow_up_ends(name, balances, register):
    known = read(name, balances, register)
    told, follow_up = bridge(known), known.statements.table("cost-centres")
    assert told is not None
    sign = -1 if shipped_layout(name, 2024).statement("cost-centres").shows.value == "debit" else 1
    strangers = [row.id for row in follow_up.rows if row.kind is RowKind.DETAIL and register.row(row.id) is None]
    unplaced = sum(exact(follow_up, row) for row in strangers) if register.rows else 0
    assert exact(told.table, "follow_up") == sign * (exact(follow_up, "total") - unplaced)


@slowly
@given(ledgers(), registers())
def test_no_cost_centre_of_the_ledger_is_lost(name, balances, register):
    """Everything that the follow-up asks for stands in it, among the projects, or on a row that is neither."""
    table = read(name, balances, register).statements.table("cost-centres")
    printed = {row.id.partition(":")[0] for row in table.rows}
    answered = {row.code for row in register.cost_centres}
    answered |= {one.code for row in register.cost_centres for one in row.earlier}
    source = next(
        node for node in shipped_layout(name, 2024).statement("cost-centres").lines if getattr(node, "unplaced", False)
    )
    for (account, (dimension, code)), months in balances.years[0].movements.objects.items():
        inside = any(ore for month, ore in months.items() if month in ASKED.period)
        if dimension == "1" and account in source.accounts and inside and register.rows and code not in answered:
            assert code in printed or _nets_to_nothing(balances, code, source.accounts)


def _nets_to_nothing(balances: Balances, code: str, accounts: object) -> bool:
    """Tell whether what a cost centre has in the period is nothing, part by part: then there is no row to print."""
    moved = balances.years[0].movements
    total = sum(
        ore
        for (account, key), months in moved.objects.items()
        for month, ore in months.items()
        if key == ("1", code) and account in accounts and month in ASKED.period  # type: ignore[operator]
    )
    return total == 0


@slowly
@given(ledgers(), registers(), st.data())
def test_merging_never_changes_a_total(name, balances, register, data):
    keys = [row.key for row in register.rows]
    some = data.draw(st.sets(st.sampled_from(keys), min_size=2)) if len(keys) > 1 else set()
    merge = Merge(tuple(sorted(some)), 2024, frozenset({Scenario.ACTUAL}))
    merged = replace(register, merges=(merge,) if some else ())
    before, after = (read(name, balances, one).statements.tables for one in (register, merged))
    for table, other in zip(before, after, strict=True):
        assert totals(table) == totals(other)
        assert details(table) == details(other)


def totals(table: Table) -> list[Row]:
    return [row for row in table.rows if row.kind in {RowKind.SUBTOTAL, RowKind.RESULT}]


def details(table: Table) -> list[int]:
    """Return what the rows of each column add up to, blanks passed over."""
    columns = zip(*(row.cells for row in table.rows if row.kind is RowKind.DETAIL), strict=True)
    return [sum(int(cell.exact) for cell in column if isinstance(cell, Number)) for column in columns]
