"""What is a table of figures?"""

from dataclasses import dataclass
from enum import Enum

from samordna.domain.document.cell import Cell
from samordna.domain.values.unit import Unit


class RowKind(Enum):
    """What a row is in the table's tree; the writers choose its look from it."""

    HEADING = "heading"
    DETAIL = "detail"
    SUBTOTAL = "subtotal"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures. ``emphasis`` marks the one the table is about."""

    id: str
    label: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label, where it stands in the tree, and one cell for each column.

    ``code`` is a short key printed before the label (an account number, ``RES1``), ``note`` the notes it
    refers to (``2, 3``), ``level`` its depth (0 is outermost). A heading has no cells.
    """

    id: str
    label: str
    kind: RowKind
    cells: tuple[Cell, ...] = ()
    code: str = ""
    note: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A numbered note to a row, or to one of its cells: ``row`` and ``column`` are their ids.

    ``column`` is empty for a note to the whole row; its mark stands at the label.
    """

    number: int
    row: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table. ``unit`` holds for every figure that does not say otherwise.

    ``stub`` heads the column of labels, ``code_label`` that of codes; ``note_label`` heads the column of
    note references, which stands after the label or, with ``notes_last``, at the far right; empty when
    the table refers to no notes. ``remarks`` are printed below it, and so are ``footnotes``, numbered from 1 in
    reading order (``annotated`` makes them).
    """

    id: str
    title: str
    unit: Unit
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    stub: str = ""
    code_label: str = ""
    note_label: str = ""
    notes_last: bool = False
    remarks: tuple[str, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    def row(self, row_id: str) -> Row:
        """Return the row with this id; raises ``KeyError`` when there is none."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(f"{self.id}.{row_id}")

    def cell(self, row_id: str, column_id: str) -> Cell:
        """Return the cell at a row and column; raises ``KeyError`` when either is not there."""
        row = self.row(row_id)
        for column, cell in zip(self.columns, row.cells, strict=False):
            if column.id == column_id:
                return cell
        raise KeyError(f"{self.id}.{row_id}.{column_id}")

    @property
    def has_codes(self) -> bool:
        """Tell whether any row carries a code."""
        return any(row.code for row in self.rows)
