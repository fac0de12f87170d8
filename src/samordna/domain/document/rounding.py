"""Do figures that are rounded one by one add up as printed, and what is said below a table when they do not?"""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from samordna.domain.document.cell import Cell, Number
from samordna.domain.document.table import Row
from samordna.domain.values.language import swedish

ROUNDED: Final = swedish(
    "Beloppen är avrundade var för sig, så en summa kan skilja sig från sina delar i sista siffran."
)
"""What is said below a table whose sums are to the öre and do not add up as printed."""

Sum: TypeAlias = tuple[Row, Sequence[Row]]
"""A row and those that it is the sum of."""


def rounded_remark(sums: Iterable[Sum], columns: Iterable[int]) -> tuple[str, ...]:
    """Return the remark that a table needs, by some of its columns; nothing when every sum adds up as printed."""
    wanted = tuple(columns)
    off = (not _adds_up(total, rows, column) for total, rows in sums for column in wanted)
    return (ROUNDED,) if any(off) else ()


def _adds_up(total: Row, rows: Sequence[Row], column: int) -> bool:
    """Tell whether a sum is what its rows are as printed; one that cannot be told is."""
    cell = total.cells[column]
    return not isinstance(cell, Number) or cell.shown == sum(_shown(row.cells[column]) for row in rows)


def _shown(cell: Cell) -> int:
    return cell.shown if isinstance(cell, Number) else 0
