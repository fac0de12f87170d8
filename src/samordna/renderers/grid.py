"""Which columns does a table have once it is written down, and what stands in each of them?

The document's table knows labels, codes, notes and figures. Every writer sets them in the same order:
code, label, note, figures; or with the note last where the association's own form has it so.
"""

from dataclasses import dataclass
from enum import Enum
from itertools import chain, repeat
from typing import Final

from samordna.domain.document import BLANK, Blank, Cell, Column, Number, Reasoned, Row, Table
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP
from samordna.domain.values.unit import Unit

PLACE_AND_DAY = swedish("Ort och datum")
"""What is filled in by hand where a document is signed."""
"""What stands in the cell of a figure that cannot be computed; the reason stands below the table."""


class Part(Enum):
    """What of a row a written column holds."""

    CODE = "code"
    LABEL = "label"
    NOTE = "note"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Slot:
    """One written column: what it holds, its heading and, for figures, which of the table's columns it is."""

    part: Part
    heading: str
    figure: int = 0
    emphasis: bool = False

    def text(self, table: Table, row: Row) -> str:
        """Return what stands in this column of ``row``."""
        if self.part is Part.FIGURE:
            return cell_text(cells(table, row)[self.figure], table.unit)
        return {Part.CODE: row.code, Part.LABEL: row.label, Part.NOTE: row.note}[self.part]


def slots(table: Table) -> tuple[Slot, ...]:
    """Return the written columns of ``table`` from left to right."""
    code = (Slot(Part.CODE, table.code_label),) if table.has_codes else ()
    note = (Slot(Part.NOTE, table.note_label),) if table.note_label else ()
    figures = tuple(Slot(Part.FIGURE, c.label, i, c.emphasis) for i, c in enumerate(table.columns))
    label = (Slot(Part.LABEL, table.stub),)
    return code + label + (figures + note if table.notes_last else note + figures)


def notes_are_words(table: Table) -> bool:
    """Tell whether the notes of a table are words, which are read from the left, and not the numbers of notes."""
    return any(len(row.note) > LONGEST_NUMBER for row in table.rows)


LONGEST_NUMBER: Final = 12
"""Characters of references to notes: ``2, 3``; what is longer is words."""


def cells(table: Table, row: Row) -> tuple[Cell, ...]:
    """Return one cell for each column; a heading has blanks."""
    return tuple(cell for _, cell in zip(table.columns, chain(row.cells, repeat(BLANK)), strict=False))


def filled(table: Table, row: Row) -> tuple[tuple[Column, Cell], ...]:
    """Return the columns and cells that a row really has: none for a heading."""
    return tuple(zip(table.columns, row.cells, strict=False))


def cell_text(cell: Cell, unit: Unit) -> str:
    """Return what a reader sees in a cell of a table in ``unit``; a figure in another unit says which."""
    if isinstance(cell, Blank):
        return ""
    if isinstance(cell, Reasoned):
        return cell.sign
    return cell.text + stray_suffix(cell, unit)


def stray_suffix(number: Number, unit: Unit) -> str:
    """Return the suffix, with its space, of a figure whose unit is not that of its table: `` %``."""
    stray = number.unit.code != unit.code and number.unit.suffix
    return f"{GROUP}{number.unit.suffix}" if stray else ""


def unit_line(table: Table) -> str:
    """Return the line that says what the figures are: ``Belopp i tusental kronor``."""
    if table.unit.suffix.endswith("kr"):
        return swedish("Belopp i {unit}").format(unit=table.unit.name)
    return swedish("Anges i {unit}").format(unit=table.unit.name)


def remarks(table: Table) -> tuple[str, ...]:
    """Return what is printed below the table: its remarks, and why figures are missing, each reason once."""
    told = ((cell.sign, cell.reason) for row in table.rows for cell in row.cells if isinstance(cell, Reasoned))
    return (*table.remarks, *(f"{sign.capitalize()}: {reason}" for sign, reason in dict.fromkeys(told)))
