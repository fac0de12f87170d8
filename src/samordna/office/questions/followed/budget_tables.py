"""How is a year's budget laid out: the year by group, and the year by months?"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    Number,
    Row,
    RowKind,
    Table,
)
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.budget import Budget, Decision
from samordna.domain.plan.register import Group, Kind, Register
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import MONTHS, Period
from samordna.domain.values.unit import KRONOR

_OfRow: TypeAlias = Callable[[str], tuple[Cell, ...]]


def in_one_line(at: int, decision: Decision) -> str:
    """Return a decision by its number: what it rests on, and why."""
    return swedish("Beslut {number}: {decision}. {reason}").format(
        number=at, decision=decision.told, reason=decision.reason
    )


def budget_table(budget: Budget, register: Register) -> Table:
    """Return the year's numbers by group: as first adopted, as they hold, and those of some months by themselves."""
    periods = sorted({period for _, period in budget.period_numbers})
    revised = len([one for one in budget.revisions if one.numbers]) > 1
    columns = (
        *([Column("first", swedish("Först beslutad"))] if revised else []),
        Column("latest", swedish("Gäller") if revised else swedish("Helår"), emphasis=True),
        *(Column(str(period), period.in_short) for period in periods),
    )

    def cells(key: str) -> tuple[Cell, ...]:
        first, latest = budget.first_adopted.get(key), budget.latest.get(key)
        told = budget.over(key, budget.year)
        return (
            *([_cell(first.amount if first else None, key, budget.year, _first(budget))] if revised else []),
            _cell(latest.amount if latest else None, key, budget.year, told.source if told else ""),
            *(_of_months(budget, key, period) for period in periods),
        )

    def note(key: str) -> str:
        number, latest = budget.revision_of(key), budget.latest.get(key)
        return f"{number}, {latest.profile.shape.in_short}" if latest else ""

    rows = tuple(_rows(register, budget, cells, note))
    title = swedish("Budget {year}").format(year=budget.year.last // 100)
    return Table(
        "budget", title, KRONOR, columns, rows, stub=swedish("Kostnader minus intäkter"), code_label=swedish("Kod"),
        note_label=swedish("Beslut, fördelning"), notes_last=True,
    )  # fmt: skip


def months_table(budget: Budget, register: Register) -> Table:
    """Return the year's numbers as they hold, by month."""
    names = [MONTHS[month % 100 - 1][:3] for month in budget.year.months]
    columns = (
        *(Column(str(month), name) for month, name in zip(budget.year.months, names, strict=True)),
        Column("latest", swedish("Helår"), emphasis=True),
    )

    def cells(key: str) -> tuple[Cell, ...]:
        told = budget.over(key, budget.year)
        if told is None:
            return (BLANK,) * len(columns)
        months = budget.months(key)
        by_month = (_cell(ore, key, Period(month, month), told.source) for month, ore in months.items())
        return (*by_month, _cell(told.amount, key, budget.year, told.source))

    rows = tuple(_rows(register, budget, cells, lambda _: ""))
    title = swedish("Budget {year} månad för månad").format(year=budget.year.last // 100)
    stub = swedish("Kostnader minus intäkter")
    return Table("budget-months", title, KRONOR, columns, rows, stub=stub, code_label=swedish("Kod"))


def _rows(register: Register, budget: Budget, cells: _OfRow, note: Callable[[str], str]) -> Iterator[Row]:
    """Yield the rows of each group with its sum, what no row of the register is for, and the sum of them all."""
    named = {*budget.latest, *(row for row, _ in budget.period_numbers)}
    told: list[tuple[Cell, ...]] = []
    for group, rows in _groups(register, budget.year, named):
        yield Row(f"group:{group.id}", group.name, RowKind.HEADING)
        of_group = []
        for key, name in rows:
            of_row = cells(key)
            of_group.append(of_row)
            code = key if ":" in key or any(one.key == key and one.code for one in register.rows) else ""
            yield Row(key, name, RowKind.DETAIL, of_row, code=code, note=note(key), level=1)
        label = swedish("Summa {group}").format(group=group.name)
        yield Row(f"sum:{group.id}", label, RowKind.SUBTOTAL, _summed(of_group))
        told += of_group
    yield Row("total", swedish("Summa"), RowKind.RESULT, _summed(told))


def _groups(register: Register, year: Period, named: set[str]) -> Iterator[tuple[Group, list[tuple[str, str]]]]:
    for group in register.groups:
        rows = [
            (row.key, row.name)
            for row in register.in_group(group.id)
            if row.key in named or (row.kind is not Kind.OUTSIDE and row.valid_in(year))
        ]
        if rows:
            yield group, rows
    lost = sorted(key for key in named if register.row(key) is None)
    if lost:
        yield Group("lost", swedish("Utan rad i registret")), [(key, key) for key in lost]


def _cell(amount: Ore | None, key: str, period: Period, source: str) -> Cell:
    if amount is None:
        return BLANK
    return Number(amount, KRONOR, EnteredOrigin(source, f"plan:{key}", Scenario.BUDGET.value, period))


def _of_months(budget: Budget, key: str, period: Period) -> Cell:
    if (key, period) not in budget.period_numbers:
        return BLANK
    told = budget.over(key, period)
    return _cell(told.amount, key, period, told.source) if told else BLANK


def _first(budget: Budget) -> str:
    return in_one_line(1, budget.revisions[0].decision)


def _summed(rows: Iterable[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    columns = zip(*rows, strict=True)
    rule = swedish("Summan av raderna ovanför")
    sums = ([one for one in column if isinstance(one, Number)] for column in columns)
    return tuple(
        Number(sum(one.exact for one in told), KRONOR, ComputedOrigin(rule)) if told else BLANK for told in sums
    )
