"""How does a reader who hears the page learn which row a figure stands in?

The typesetter marks column heads as headers but leaves the label of a row an ordinary cell. Here each
label becomes a header for its row (``TH`` with ``Scope`` ``Row``) in the file's structure tree.
"""

from pikepdf import Array, Dictionary, Name

from samordna.domain.document import RowKind, Table
from samordna.renderers.grid import Part, slots
from samordna.renderers.pdf.tags import children


def mark_row_headers(table: Table, element: Dictionary) -> None:
    """Make the labels of ``table``, which ``element`` is in the file, headers of their rows."""
    _mark_rows(element, _header_slot(table))


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
    for body in children(table):
        if body.get(Name.S) == Name.TBody:
            for row in children(body):
                _mark_cells(list(children(row)), label)


def _take_headings_down(table: Dictionary) -> None:
    """Move a heading row that opens the table from its head, where the typesetter puts it, to its body."""
    head, body = (
        next((e for e in children(table) if e.get(Name.S) == kind), None) for kind in (Name.THead, Name.TBody)
    )
    if head is None or body is None:
        return
    _, *headings = rows = list(children(head))
    if headings:
        head.K = Array(rows[:1])
        body.K = Array([*headings, *children(body)])
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
