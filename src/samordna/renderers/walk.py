"""Where does each step of a walk from one figure to another begin and end?

Sums are levels and stand on zero; details are steps, each from where the one before it ended. After a step that is
missing nobody knows where one is, until the next level.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from samordna.domain.document import Blank, Cell, Number, Row, RowKind, Table
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import MINUS
from samordna.renderers.grid import cell_text, cells


class Way(Enum):
    """What a bar of a walk shows; the value is its name to a reader."""

    LEVEL = swedish("Nivå")
    UP = swedish("Ökning")
    DOWN = swedish("Minskning")


@dataclass(frozen=True, slots=True)
class Step:
    """A row of a walk: between which exact values its bar lies, and what is written at it. None is a gap."""

    row: Row
    way: Way
    start: Fraction | None
    end: Fraction | None
    text: str = ""


def walked_column(table: Table) -> int:
    """Return which column a walk shows: the emphasised one, or the first."""
    return next((i for i, column in enumerate(table.columns) if column.emphasis), 0)


def steps(table: Table) -> tuple[Step, ...]:
    """Return the steps of a table in its order; headings are none."""
    return tuple(_steps(table)) if table.columns else ()


def _steps(table: Table) -> Iterator[Step]:
    at: Fraction | None = Fraction(0)
    for row in table.rows:
        if row.kind is RowKind.HEADING:
            continue
        cell, level = cells(table, row)[walked_column(table)], row.kind is not RowKind.DETAIL
        start, amount = Fraction(0) if level else at, _amount(cell, table)
        way = Way.LEVEL if level else Way.DOWN if (amount or 0) < 0 else Way.UP
        if amount is None or start is None:
            yield Step(row, way, None, None)
            at = at if isinstance(cell, Blank) else None
        else:
            at = start + amount
            yield Step(row, way, start, at, _text(cell, table, signed=not level))


def _amount(cell: Cell, table: Table) -> Fraction | None:
    """Return the exact value of a figure; None for what is missing and for one in another unit than its table."""
    return Fraction(cell.exact) if isinstance(cell, Number) and cell.unit.suffix == table.unit.suffix else None


def _text(cell: Cell, table: Table, *, signed: bool) -> str:
    """Return the figure as it is written at its bar: a step upwards with its plus sign."""
    text = cell_text(cell, table.unit)
    plus = signed and isinstance(cell, Number) and cell.shown > 0 and not text.startswith(MINUS)
    return f"+{text}" if plus else text
