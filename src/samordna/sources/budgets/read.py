"""Which rows does a form say, or why can it not be taken?"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Generic, TypeVar

from samordna.domain.ledger.findings import Findings
from samordna.domain.plan.budget_sheet import BudgetRow, ForecastRow, RowKey, SheetBasis, SheetHead, SheetKind
from samordna.domain.values.problem import Problem
from samordna.sources.budgets import problems as kinds
from samordna.sources.budgets.layout import layout_of
from samordna.sources.budgets.rows import Known, Rows
from samordna.sources.forms.workbook import LARGEST_FILE, sheets_of
from samordna.sources.tables.cells import address
from samordna.sources.tables.limits import Unreadable

__all__ = ["LARGEST_FILE", "Expected", "SheetReading", "read_budget", "read_forecast"]

Row = TypeVar("Row", BudgetRow, ForecastRow)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a form is held against: whose it is and for which year, the rows there are, and which are incomes.

    An income may be negative; every other row is a cost, told without a minus.
    """

    head: SheetHead
    known: Collection[RowKey]
    incomes: Collection[RowKey] = field(default=())


@dataclass(frozen=True, slots=True)
class SheetReading(Generic[Row]):
    """What a form said. There are no rows when any of the problems refuses; otherwise the problems only tell.

    ``basis`` is what it says that it was filled in from; ``places`` are where its cells stand, by row and heading.
    """

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    basis: SheetBasis | None = None
    places: Mapping[tuple[RowKey, str], str] = field(default_factory=dict)


def read_budget(file: bytes | BinaryIO, name: str, expected: Expected) -> SheetReading[BudgetRow]:
    """Return the rows of a budget that was filled in; it never raises for content.

    Of a stream no more is read than a form can be large. A row where nothing is filled in says so (``changes``).
    """
    return _read(file, name, expected, SheetKind.BUDGET, Rows.budget)


def read_forecast(file: bytes | BinaryIO, name: str, expected: Expected) -> SheetReading[ForecastRow]:
    """Return the rows of a forecast that was filled in, as ``read_budget`` does."""
    return _read(file, name, expected, SheetKind.FORECAST, Rows.forecast)


def _read(
    file: bytes | BinaryIO, name: str, expected: Expected, kind: SheetKind, rows_of: Callable[[Rows], Iterator[Row]]
) -> SheetReading[Row]:
    findings = Findings(name)
    data = file if isinstance(file, bytes) else file.read(LARGEST_FILE + 1)
    try:
        layout = layout_of(sheets_of(data, name), kind, expected.head, findings)
    except Unreadable as error:
        findings.in_file(error.kind, **error.fields)
        layout = None
    if layout is None:
        return SheetReading((), findings.problems)
    known = Known(frozenset(expected.known), frozenset(expected.incomes))
    reader = Rows(layout, known, findings)
    reader.tell_marks()
    rows = tuple(rows_of(reader))
    if not any(row.changes for row in rows):
        findings.in_file(kinds.NOTHING_FILLED_IN)
    if findings.refused:
        return SheetReading((), findings.problems)
    places = {
        (key, heading): findings.cell(address(line, column), sheet=layout.sheet.name)
        for key, line in reader.lines.items()
        for heading, column in layout.columns.items()
    }
    return SheetReading(rows, findings.problems, layout.basis, places)
