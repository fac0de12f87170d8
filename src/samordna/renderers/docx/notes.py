"""How do the marks in a table and the notes below it stand in Word, and lead to each other?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Footnote, Reasoned, Row
from samordna.renderers.docx.fields import Bookmarks, link
from samordna.renderers.docx.measure import text_width
from samordna.renderers.docx.xml import Element, paragraph, run
from samordna.renderers.footnotes import BEFORE_NUMBER, BETWEEN_MARKS, Footnotes
from samordna.renderers.grid import Part, Slot, cells
from samordna.renderers.printable import one_line

RAISED: Final = 0.66
"""The size of what is raised, in parts of the size of its line: Word sets it a little smaller than that."""
_BETWEEN: Final = BETWEEN_MARKS.replace(" ", "\u00a0")


@dataclass(frozen=True, slots=True)
class Notes:
    """What is said below one table of a document: ``table`` is its number, so that no other has its bookmarks."""

    footnotes: Footnotes
    table: int
    bookmarks: Bookmarks

    def marks(self, row: Row, slot: Slot) -> Iterator[Element]:
        """Yield the raised marks of a cell: the letter of a missing figure, and numbers that lead to their notes."""
        figure = slot.part is Part.FIGURE
        letter = self.footnotes.letter(cells(self.footnotes.table, row)[slot.figure]) if figure else ""
        if letter:
            yield run(letter, raised=True)
        for i, note in enumerate(self.footnotes.at(row, slot)):
            yield run(_BETWEEN if i or letter else BEFORE_NUMBER, raised=True)
            mark = link(self._text_of(note), [run(str(note.number), raised=True)])
            yield from self.bookmarks.around(self._mark_of(note), [mark])

    def reasons(self) -> Iterator[Element]:
        """Yield a paragraph for each reason why figures are missing."""
        for mark, reason in self.footnotes.marked:
            yield paragraph("Tabellfot", run(mark, raised=True), run(f"\u00a0{one_line(reason)}"))

    def numbered(self) -> Iterator[Element]:
        """Yield a paragraph for each numbered note; its number leads back to its mark."""
        for note in self.footnotes.table.footnotes:
            number = link(self._mark_of(note), [run(str(note.number), raised=True)])
            text = run(f"\u00a0{one_line(note.text)}")
            yield paragraph("Tabellfot", *self.bookmarks.around(self._text_of(note), [number, text]))

    def _text_of(self, note: Footnote) -> str:
        return f"_Fotnot{self.table}_{note.number}"

    def _mark_of(self, note: Footnote) -> str:
        return f"_Fotnotstecken{self.table}_{note.number}"


def marks_width(footnotes: Footnotes, row: Row, slot: Slot, size: float) -> float:
    """Return how wide the raised marks of a cell are beside text of ``size``, in points."""
    marks = footnotes.marks(row, slot)
    apart = BEFORE_NUMBER if marks[:1].isdigit() else ""
    return text_width(f"{apart}{marks.replace(BETWEEN_MARKS, _BETWEEN)}", size * RAISED)


def hanging_width(footnotes: Footnotes, row: Row, slot: Slot, size: float) -> float:
    """Return the width of the marks that hang beside a figure, so that figures stay below each other.

    What is missing is a word: its marks follow it and do not hang.
    """
    if slot.part is not Part.FIGURE or not footnotes.at(row, slot):
        return 0.0
    missing = isinstance(cells(footnotes.table, row)[slot.figure], Reasoned)
    return 0.0 if missing else marks_width(footnotes, row, slot, size)
