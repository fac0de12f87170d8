"""How wide is each column of a table on a standing A4, and in which size is it set?

Figures are never broken: their columns get what they need, labels get the rest and wrap. Where the rest would
be too narrow, the whole table is set smaller.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import RowKind, Table
from samordna.renderers.docx.measure import longest_word, text_width
from samordna.renderers.docx.notes import hanging_width, marks_width
from samordna.renderers.docx.styles import TABLE_SIZES, TEXT_WIDTH, TableSize
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import Part, Slot, slots

PADDING: Final = 8.0
"""Left and right inside a cell, in points."""
INDENT: Final = 9.0
"""One level of the tree, in points."""
ROOMY_FIGURE: Final = 92.0
"""A column of figures gets at most this when there is room to spare."""
LEAST_LABEL: Final = 0.29
"""The part of the width that labels should have before a table is set smaller."""
LEAST_TABLE: Final = 0.6
FULL_TABLE: Final = 0.8
"""The parts of the width that even the smallest table fills, and from which a table fills it all."""
ROUNDING: Final = 1.0
"""A hair's breadth more than measured: programs round to whole twentieths of a point."""
MOST_FOR_WORDS: Final = 110.0
"""So much, in points, labels are given at most to keep their words whole."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The written columns of a table, the width of each in points, and the size of its text."""

    slots: tuple[Slot, ...]
    widths: tuple[float, ...]
    size: TableSize

    @property
    def label_width(self) -> float:
        """The width of the column of labels."""
        return next(w for slot, w in zip(self.slots, self.widths, strict=True) if slot.part is Part.LABEL)


def columns_of(table: Table) -> Columns:
    """Return the columns of ``table`` in the largest size that leaves labels room."""
    for size in TABLE_SIZES:
        columns = _in_size(table, size)
        wanted = min(LEAST_LABEL * TEXT_WIDTH, _needed(table, _label(table), size))
        if columns.label_width >= wanted - ROUNDING / 2:  # what is left of a sum of widths is not exact
            break
    return columns


def _label(table: Table) -> Slot:
    return next(slot for slot in slots(table) if slot.part is Part.LABEL)


def _in_size(table: Table, size: TableSize) -> Columns:
    written, label = slots(table), _label(table)
    widths = {slot: _needed(table, slot, size) for slot in written}
    figures = [slot for slot in written if slot.part is Part.FIGURE]
    room = TEXT_WIDTH - sum(width for slot, width in widths.items() if slot.part is not Part.FIGURE)
    for slot in figures:
        widths[slot] = max(widths[slot], min(room / len(figures), ROOMY_FIGURE))
    widths[label] = _table_width(sum(widths.values())) - _all_but(label, widths)
    words = min(_longest_label_word(table, size), MOST_FOR_WORDS)
    if widths[label] < words and size is TABLE_SIZES[-1]:
        # the last way out: better a heading broken in two than every label
        widths.update((slot, _entries_width(table, slot, size) + PADDING) for slot in figures)
        widths[label] = max(TEXT_WIDTH - _all_but(label, widths), words)
    return Columns(written, _scaled([widths[slot] for slot in written]), size)


def _all_but(label: Slot, widths: Mapping[Slot, float]) -> float:
    return sum(width for slot, width in widths.items() if slot != label)


def _longest_label_word(table: Table, size: TableSize) -> float:
    words = (longest_word(row.label, size.text, bold=True) + INDENT * (row.level + 1) for row in table.rows)
    return max(words, default=0.0) + PADDING


def _table_width(asked: float) -> float:
    """Return how wide a table is made: as wide as the text, unless it has too little to fill that with."""
    return TEXT_WIDTH if asked > FULL_TABLE * TEXT_WIDTH else max(asked, LEAST_TABLE * TEXT_WIDTH)


def _scaled(widths: Sequence[float]) -> tuple[float, ...]:
    """Return the widths, made narrower together where even the smallest size asks for more than the page has."""
    total = sum(widths)
    return tuple(widths) if total <= TEXT_WIDTH else tuple(width * TEXT_WIDTH / total for width in widths)


def _needed(table: Table, slot: Slot, size: TableSize) -> float:
    """Return the width a column asks for: its widest entry unbroken, and its heading's longest word."""
    heading = longest_word(slot.heading, size.head, bold=True)
    return max(heading, _entries_width(table, slot, size)) + PADDING + ROUNDING


def _entries_width(table: Table, slot: Slot, size: TableSize) -> float:
    notes, hanging = Footnotes.of(table), hanging_room(table, slot, size)
    widths = (
        text_width(slot.text(table, row), size.text, bold=row.kind is not RowKind.DETAIL)
        + (INDENT * (row.level + 1) if slot.part is Part.LABEL else 0)
        + (0 if hanging_width(notes, row, slot, size.text) else marks_width(notes, row, slot, size.text))
        for row in table.rows
    )
    return max(widths, default=0.0) + hanging


def hanging_room(table: Table, slot: Slot, size: TableSize) -> float:
    """Return the room at the right of a column that the marks of its figures hang in; mostly none."""
    notes = Footnotes.of(table)
    return max((hanging_width(notes, row, slot, size.text) for row in table.rows), default=0.0)
