"""How does a reader who hears the page learn which row a figure stands in?

The typesetter marks column heads as headers but leaves the label of a row an ordinary cell. Here each
label becomes a header for its row (``TH`` with ``Scope`` ``Row``) in the file's structure tree.
"""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from samordna.domain.document import Document, tables_of
from samordna.renderers.grid import Part, slots


def with_row_headers(pdf: bytes, document: Document) -> bytes:
    """Return the file with row headers in every table, otherwise unchanged; the same in, the same out."""
    labels = [
        next(i for i, slot in enumerate(slots(table)) if slot.part is Part.LABEL) for table in tables_of(document)
    ]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        found = [element for element in _elements(file.Root.StructTreeRoot) if element.get(Name.S) == Name.Table]
        for element, label in zip(found, labels, strict=True):
            _mark_rows(element, label)
        out = io.BytesIO()
        file.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _mark_rows(table: Dictionary, label: int) -> None:
    for row in _elements(table):
        if row.get(Name.S) == Name.TR:
            cells = list(_children(row))
            # A row of headers only is the table's head: its cells already say Column.
            if any(cell.get(Name.S) == Name.TD for cell in cells) and label < len(cells):
                cells[label].S = Name.TH
                cells[label].A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _elements(parent: Dictionary) -> Iterator[Dictionary]:
    """Yield every structure element below ``parent`` in reading order."""
    for child in _children(parent):
        yield child
        yield from _elements(child)


def _children(parent: Dictionary) -> Iterator[Dictionary]:
    kids = parent.get(Name.K)
    if kids is None:
        return
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
