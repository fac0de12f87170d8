"""How do comments on the rows and cells of a table become its numbered footnotes?"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from samordna.domain.document.table import Footnote, Table


class Comment(NamedTuple):
    """What somebody said of a row, or of its cell in a column; ``column`` is empty for the row itself."""

    row: str
    column: str
    text: str


def annotated(table: Table, comments: Iterable[Comment]) -> Table:
    """Return the table with the comments as footnotes, after those that it has already at the same place.

    They are numbered from 1 in reading order: row by row, the row's own before those of its cells, from left to
    right. Several at one place keep the order they are given in, and the same text is not said twice there. What
    belongs to a row or cell that the table does not show is left out, and so is a comment without words.
    """
    places = {place: order for order, place in enumerate(_places(table))}
    given = [*(Comment(note.row, note.column, note.text) for note in table.footnotes), *comments]
    shown = dict.fromkeys(
        Comment(row, column, text.strip()) for row, column, text in given if (row, column) in places and text.strip()
    )
    ordered = sorted(shown, key=lambda comment: places[comment.row, comment.column])
    return replace(table, footnotes=tuple(Footnote(number, *comment) for number, comment in enumerate(ordered, 1)))


def _places(table: Table) -> list[tuple[str, str]]:
    """Return every row and cell in reading order, as the ids of the row and the column."""
    return [
        (row.id, column)
        for row in table.rows
        for column in ("", *(column.id for column, _ in zip(table.columns, row.cells, strict=False)))
    ]
