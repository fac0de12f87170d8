"""How does a reader who hears the page learn which row a figure stands in?

The typesetter marks column heads as headers but leaves the label of a row an ordinary cell. Here each
label becomes a header for its row (``TH`` with ``Scope`` ``Row``) in the file's structure tree.
"""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from samordna.domain.document import Document, RowKind, Table, tables_of
from samordna.renderers.grid import Part, slots
from samordna.renderers.pdf.streams import saved


def with_row_headers(pdf: bytes, document: Document) -> bytes:
    """Return the file with row headers in every table, otherwise unchanged; the same in, the same out."""
    labels = [_header_slot(table) for table in tables_of(document)]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        found = [element for element in _elements(file.Root.StructTreeRoot) if element.get(Name.S) == Name.Table]
        for element, label in zip(found, labels, strict=True):
            _mark_rows(element, label)
        return saved(file)


def _header_slot(table: Table) -> int | None:
    """Return where the cell that heads each row stands, None when the rows are to have no headers.

    A table of one column, or of one row, would have more headers than figures: such a table is heard as
    label and figure one after the other, and a listener's tool takes its headers for shredded ones.
    """
    rows = sum(row.kind is not RowKind.HEADING for row in table.rows)
    if rows + len(slots(table)) > rows * len(table.columns):
        return None
    return next(i for i, slot in enumerate(slots(table)) if slot.part is Part.LABEL)


def _mark_rows(table: Dictionary, label: int | None) -> None:
    _take_headings_down(table)
    for body in _children(table):
        if body.get(Name.S) == Name.TBody:
            for row in _children(body):
                _mark_cells(list(_children(row)), label)


def _take_headings_down(table: Dictionary) -> None:
    """Move a heading row that opens the table from its head, where the typesetter puts it, to its body."""
    head, body = (
        next((e for e in _children(table) if e.get(Name.S) == kind), None) for kind in (Name.THead, Name.TBody)
    )
    if head is None or body is None:
        return
    _, *headings = rows = list(_children(head))
    if headings:
        head.K = Array(rows[:1])
        body.K = Array([*headings, *_children(body)])
        for row in headings:
            row.P = body


def _mark_cells(cells: list[Dictionary], label: int | None) -> None:
    """Make the label the header of its row, and only that: the typesetter takes a heading row for column heads."""
    for i, cell in enumerate(cells):
        if i == label:
            cell.S = Name.TH
            cell.A = Dictionary(O=Name.Table, Scope=Name.Row)
        else:
            cell.S = Name.TD
            if Name.A in cell:
                del cell.A  # it named column heads only, and would hide the row's


def _elements(parent: Object) -> Iterator[Dictionary]:
    """Yield every structure element below ``parent`` in reading order."""
    for child in _children(parent):
        yield child
        yield from _elements(child)


def _children(parent: Object) -> Iterator[Dictionary]:
    kids = parent.get(Name.K)
    if kids is None:
        return
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
