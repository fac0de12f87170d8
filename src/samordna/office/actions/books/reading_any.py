"""What does a file hold, whatever form of a ledger it is: SIE, or a table that somebody has said the meaning of?"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from samordna.domain.ledger.preview import TableFacts
from samordna.domain.ledger.problems.tables import TABLE_NOT_MAPPED
from samordna.domain.values.identity_number import carries_identity_number, mask
from samordna.office.questions.books.table_shown import facts_of, remembered_mappings, sheet_of
from samordna.sources.ledger_file import TableToMap, read_ledger
from samordna.sources.sie import Reading
from samordna.sources.tables import Suggestion, TableMapping, read_table, suggestion, suggestions, tables_of
from samordna.sources.tables.cells import text_of
from samordna.sources.tables.mapping import NO_HEAD


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says; ``table`` is None when it is no table."""

    reading: Reading
    table: TableFacts | None = None


def read_any(data: bytes, name: str, mapping: TableMapping | None, *, progress: Callable[[float], None]) -> Read:
    """Return what a file says; a table with ``mapping``, else with what was agreed for an earlier one like it.

    A table that nobody has said the meaning of is refused, and asked about.
    """
    answer = read_ledger(data, name, progress=progress)
    if isinstance(answer, Reading):
        return Read(answer)
    if mapping is None:
        told = suggestions(answer.tables.grids, remembered_mappings())[0]
        if not told.remembered or told.missing:
            return Read(_unread(data, name, answer, told), facts_of(told, answer, agreed=False))
        mapping = told.mapping
    shown = _told_as(mapping, answer)
    reading = read_table(data, name, shown.mapping, tables=answer.tables)
    return Read(reading, facts_of(shown, answer, agreed=True))


def names_somebody(data: bytes, name: str) -> bool:
    """Tell whether any cell of a table may carry an identity number, in a column that is read or in another."""
    texts = {text_of(cell) for grid in tables_of(data, name).grids for row in grid.rows for cell in row}
    return any(map(carries_identity_number, texts))


def _told_as(mapping: TableMapping, table: TableToMap) -> Suggestion:
    """Return the sheet of a mapping as it stands under the head row that was chosen, with the mapping as it was told.

    The heads of its columns, and what the head row is recognised by, are those of the file.
    """
    grid = sheet_of(table, mapping.sheet)
    if grid is None or mapping.head_row >= len(grid.rows):
        return Suggestion(mapping, (), (), ())
    there = suggestion(grid, {}, mapping.head_row)
    heads = dict(enumerate(map(mask, there.heads)))
    columns = tuple(column._replace(head=heads.get(column.place, "")) for column in mapping.columns)
    signature = there.mapping.signature if mapping.head_row != NO_HEAD else ""
    return replace(there, mapping=replace(mapping, columns=columns, signature=signature))


def _unread(data: bytes, name: str, table: TableToMap, told: Suggestion) -> Reading:
    return Reading(
        name,
        None,
        (*table.problems, TABLE_NOT_MAPPED.at(name)),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=table.tables.encoding,
        file_type=told.mapping.kind.value,
    )
