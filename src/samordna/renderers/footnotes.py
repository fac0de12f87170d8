"""Which marks lead from a cell of a table to what is said below it?

Letters lead to the reasons why figures are missing, numbers to the notes of rows and cells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samordna.domain.document import Cell, Footnote, Reasoned, Row, Table
from samordna.renderers.grid import Part, Slot, cells

BETWEEN_MARKS: Final = ", "
BEFORE_NUMBER: Final = "\u00a0"
"""Between what is noted and a raised number: whoever copies both must not get one longer number."""
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """What is said below a table of its rows and cells, in reading order.

    ``reasons`` are why figures are missing or hidden, each once, marked a, b, c.
    """

    table: Table
    reasons: tuple[str, ...]
    placed: Mapping[tuple[str, str], tuple[Footnote, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Table) -> "Footnotes":
        """Return the footnotes of a table."""
        missing = (cell for row in table.rows for cell in row.cells if isinstance(cell, Reasoned))
        placed: dict[tuple[str, str], tuple[Footnote, ...]] = {}
        for note in table.footnotes:
            placed[note.row, note.column] = (*placed.get((note.row, note.column), ()), note)
        return cls(table, tuple(dict.fromkeys(cell.reason for cell in missing)), placed)

    @property
    def marked(self) -> tuple[tuple[str, str], ...]:
        """Every letter with its reason."""
        return tuple((_letter(i), reason) for i, reason in enumerate(self.reasons))

    def at(self, row: Row, slot: Slot) -> tuple[Footnote, ...]:
        """Return the numbered notes of what a written column holds of a row: its label, or a figure."""
        if slot.part is Part.FIGURE:
            return self.placed.get((row.id, self.table.columns[slot.figure].id), ())
        return self.placed.get((row.id, ""), ()) if slot.part is Part.LABEL else ()

    def longest(self, slot: Slot) -> str:
        """Return the longest of what ``raised`` gives for the figures of a column: the room that all of them leave."""
        column = self.table.columns[slot.figure].id if slot.part is Part.FIGURE else None
        marks = (_joined(notes) for (_, noted), notes in self.placed.items() if noted == column)
        return max(marks, key=len, default="")

    def of_row(self, row: Row) -> tuple[Footnote, ...]:
        """Return the numbered notes of a row and of its cells."""
        return tuple(note for note in self.table.footnotes if note.row == row.id)

    def letter(self, cell: Cell) -> str:
        """Return the letter that leads from what has a reason instead of a figure to it; empty for what has none."""
        return _letter(self.reasons.index(cell.reason)) if isinstance(cell, Reasoned) else ""

    def marks(self, row: Row, slot: Slot) -> str:
        """Return every mark of a cell as it is printed: ``a, 1``."""
        letter = self.letter(cells(self.table, row)[slot.figure]) if slot.part is Part.FIGURE else ""
        return BETWEEN_MARKS.join(([letter] if letter else []) + [str(note.number) for note in self.at(row, slot)])

    def raised(self, row: Row, slot: Slot) -> str:
        """Return the numbers of a cell in raised digits, ``¹,²``, for a format that has no other way to raise them."""
        return _joined(self.at(row, slot))

    def lines(self) -> tuple[str, ...]:
        """Return the numbered notes as lines of text: ``¹ Bildades i januari.``."""
        return tuple(f"{_raised(note.number)} {note.text}" for note in self.table.footnotes)

    def said_of(self, note: Footnote) -> str:
        """Return what a note belongs to: ``Granby, Utfall 2024``."""
        row = self.table.row(note.row).label
        heading = next((column.label for column in self.table.columns if column.id == note.column), "")
        return ", ".join(part for part in (row, heading) if part)


def _joined(notes: tuple[Footnote, ...]) -> str:
    return ",".join(_raised(note.number) for note in notes)


def _raised(number: int) -> str:
    return str(number).translate(_RAISED)


def _letter(index: int) -> str:
    rounds, letter = divmod(index, 26)
    return chr(ord("a") + letter) * (rounds + 1)
