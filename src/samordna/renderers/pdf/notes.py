"""How does a reader who hears the page learn what a mark in a table leads to, and that a text is a note?

The typesetter makes marks and notes links to each other and names each by its page; the notes are a numbered list to
it. Here the links get names that say where they lead, and each item of such a list becomes a ``Note`` with an id of
its own.
"""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, String

from samordna.domain.document import Footnote, Table
from samordna.domain.values.language import swedish
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.pdf.tags import children, elements, kids
from samordna.renderers.printable import one_line


def mark_notes(root: Object, tables: Sequence[tuple[Table, Dictionary]]) -> None:
    """Name the links of ``tables`` and of their notes, and make the notes notes."""
    said = [(table, note) for table, _ in tables for note in table.footnotes]
    marks = [link for table, element in tables if table.footnotes for link in _links(element)]
    items = [element for element in elements(root) if element.S == Name.LI and _back(element) is not None]
    for number, ((table, note), mark, item) in enumerate(zip(said, marks, items, strict=True), 1):
        _name(mark, swedish("Fotnot {number}").format(number=note.number))
        _name(_back(item), _way_back(table, note))
        _make_note(item, f"fotnot-{number}")
    if items:
        root.IDTree = Dictionary(Names=Array(part for item in sorted(items, key=_id) for part in (item.ID, item)))


def _id(item: Dictionary) -> bytes:
    return bytes(item.ID)


def _make_note(item: Dictionary, name: str) -> None:
    """Make the item of a list, and the list around it, a note among notes."""
    item.P.S = Name.Div
    item.S, item.ID = Name.Note, String(name)
    for part in children(item):
        if Name.LBody == part.S:
            part.S = Name.P


def _way_back(table: Table, note: Footnote) -> str:
    return swedish("Tillbaka till {place}").format(place=one_line(Footnotes.of(table).said_of(note)))


def _links(element: Dictionary) -> list[Dictionary]:
    return [found for found in elements(element) if Name.Link == found.S]


def _back(item: Dictionary) -> Dictionary | None:
    """Return the link that the label of an item of a list is, which only notes have; None for any other."""
    label = next(children(item), None)
    return next(iter(_links(label)), None) if label is not None and Name.Lbl == label.S else None


def _name(link: Dictionary | None, text: str) -> None:
    for kid in kids(link) if link is not None else ():
        if isinstance(kid, Dictionary) and Name.Obj in kid:
            kid.Obj.Contents = String(text)
