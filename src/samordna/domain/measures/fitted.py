"""How does a table of statistics stand in a report?

Called what it is about, without columns that have nothing to say and without those who are nobody at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from samordna.domain.document import Blank, Number, Row, RowKind, Table
from samordna.domain.measures.view import View


def fitted(table: Table, view: View, *, alone: bool) -> Table:
    """Return a table of a view for a report; ``alone`` tells that it is the only one, and bears the view's name."""
    kept = [at for at, _ in enumerate(table.columns) if not _is_blank(table.rows, at)]
    columns = tuple(table.columns[at] for at in kept)
    rows = (replace(row, cells=tuple(row.cells[at] for at in kept) if row.cells else ()) for row in table.rows)
    return replace(
        table, title=view.name if alone else table.title, columns=columns, rows=tuple(_without_nobody(tuple(rows)))
    )


def _is_blank(rows: Sequence[Row], at: int) -> bool:
    return all(isinstance(row.cells[at], Blank) for row in rows if row.cells)


def _without_nobody(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, but not those under a heading where nobody at all is counted, nor that heading."""
    starts = [at for at, row in enumerate(rows) if row.kind is RowKind.HEADING]
    yield from rows[: starts[0]] if starts else rows
    for start, end in pairwise((*starts, len(rows))):
        if not all(_is_nobody(row) for row in rows[start + 1 : end]):
            yield from rows[start:end]


def _is_nobody(row: Row) -> bool:
    first = row.cells[0] if row.cells else None
    return isinstance(first, Number) and not first.exact
