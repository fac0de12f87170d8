"""What does a table hold, cell by cell, before anybody knows what it means?

A number is the exact decimal of what is written or stored; a float goes no further than the library that reads
workbooks. A cell that holds nothing is an empty text.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

Cell: TypeAlias = str | Decimal | dt.date
"""A text without blanks around it, a number, or a day."""

ERRORS: Final = frozenset({
    "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#REFERENS!", "#VÄRDEFEL!", "#DIVISION/0!", "#SAKNAS!", "#NAMN?", "#OGILTIGT!", "#SKÄRNING!",
})  # fmt: skip
"""What a spreadsheet shows where a formula has no answer, in English and Swedish."""

_NO_MERGES: Final[Mapping[tuple[int, int], int]] = {}


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of a workbook, or a table of text (``sheet`` is then empty). Rows and columns are counted from 0.

    Rows end with their last cell that holds something. ``merged`` says of a cell that lies under the first of
    cells merged downwards which row that first one is on.
    """

    sheet: str
    rows: Sequence[Sequence[Cell]]
    merged: Mapping[tuple[int, int], int] = field(default_factory=lambda: _NO_MERGES)

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell holds; beyond the table there are empty cells."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def named(self, row: int, column: int) -> Cell:
        """Return what names a row in a column: the cell, or the one that it is merged with above it."""
        first = self.merged.get((row, column)) if self.merged else None
        return self.cell(row if first is None else first, column)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, self.rows), default=0)


def address(row: int, column: int) -> str:
    """Return what a spreadsheet calls a cell: ``B12`` for row 11 and column 1."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def is_error(cell: Cell) -> bool:
    """Tell whether a cell shows that its formula has no answer, or that its column is too narrow to show it."""
    return isinstance(cell, str) and cell[:1] == "#" and (cell.upper() in ERRORS or not cell.strip("#"))


def text_of(cell: Cell) -> str:
    """Return what a cell says as a text: ``1930`` for the number 1930, ``2024-01-31`` for a day."""
    if isinstance(cell, str):
        return cell
    return cell.isoformat() if isinstance(cell, dt.date) else f"{cell.normalize():f}"


def trimmed(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return the cells of a row up to the last one that holds something."""
    row = tuple(cells)
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return row[:end]


def without_last_blank(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows up to the last one that holds something."""
    end = len(rows)
    while end and not rows[end - 1]:
        end -= 1
    return tuple(rows[:end])
