"""How does a reader of a page get from a mark in a table to what is said below it, and back?

By links: with a pointer, from key to key, and by ear, where each says which note it is and what it belongs to.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from samordna.domain.document import BLANK, Cell, Footnote, Row, Table
from samordna.domain.values.language import swedish
from samordna.renderers.footnotes import BEFORE_NUMBER, BETWEEN_MARKS, Footnotes
from samordna.renderers.grid import Part, Slot, slots
from samordna.renderers.html.markup import Markup, anchor, element, joined

_BACK: Final = "↑"
_FEW: Final = len("1, 2")
"""So many characters of marks find room beside a figure; more need more."""


def links_to_notes(notes: Footnotes, row: Row, slot: Slot, cell: Cell = BLANK) -> Markup | None:
    """Return the marks of a cell, raised, each a link to what it stands for; None for a cell without any.

    The marks of a figure hang beside it, so that figures stay below each other (``note_looks``).
    """
    links = list(_links(notes, row, slot, cell))
    if not links:
        return None
    apart = None if notes.letter(cell) else BEFORE_NUMBER
    rest = (joined(BETWEEN_MARKS, link) for link in links[1:])
    return element("sup", apart, links[0], *rest, class_=_look(slot, cell))


def _links(notes: Footnotes, row: Row, slot: Slot, cell: Cell) -> Iterator[Markup]:
    if letter := notes.letter(cell):
        yield element("a", letter, href=f"#{reason_id(notes.table, letter)}")
    for note in notes.at(row, slot):
        name = swedish("Fotnot {number}").format(number=note.number)
        at, to = _mark_id(notes.table, note), _note_id(notes.table, note)
        yield element("a", str(note.number), href=f"#{to}", id=at, role="doc-noteref", aria_label=name)


def _look(slot: Slot, cell: Cell) -> str:
    return "" if cell is not BLANK or slot.part is not Part.FIGURE else "hanging"


def note_looks(notes: Footnotes) -> Mapping[Slot, str]:
    """Return the class of every column that has marks beside its figures: ``noted``, or ``noted many``."""
    longest: dict[Slot, int] = {}
    for slot in slots(notes.table):
        if slot.part is Part.FIGURE:
            marks = (BETWEEN_MARKS.join(str(n.number) for n in notes.at(row, slot)) for row in notes.table.rows)
            longest[slot] = max(map(len, marks), default=0)
    return {slot: "noted" if length <= _FEW else "noted many" for slot, length in longest.items() if length}


def notes_below(notes: Footnotes) -> Markup:
    """Return the numbered notes as a list, each with a link back to its mark."""
    items = (_item(notes, note) for note in notes.table.footnotes)
    name = swedish("Fotnoter till {table}").format(table=notes.table.title)
    return element("ol", *items, class_="footnotes", aria_label=name)


def _item(notes: Footnotes, note: Footnote) -> Markup:
    name = swedish("Tillbaka till {place}").format(place=notes.said_of(note))
    back = element("a", _BACK, href=f"#{_mark_id(notes.table, note)}", role="doc-backlink", aria_label=name)
    return element("li", note.text, " ", back, id=_note_id(notes.table, note))


def reason_id(table: Table, mark: str) -> str:
    """Return the id of the reason why figures are missing that ``mark`` leads to."""
    return f"{anchor(table.id)}-{mark}"


def _note_id(table: Table, note: Footnote) -> str:
    return f"{anchor(table.id)}-fotnot-{note.number}"


def _mark_id(table: Table, note: Footnote) -> str:
    return f"{_note_id(table, note)}-i-tabellen"
