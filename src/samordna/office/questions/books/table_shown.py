"""What is there to see of a table that was handed in, and what have earlier ones been said to mean?"""

import json
from dataclasses import replace

from samordna.domain.ledger.preview import TableFacts
from samordna.domain.values.identity_number import mask
from samordna.office.store import models
from samordna.office.store.draft_rows import OPEN, file_of
from samordna.office.store.table_mapping_rows import read_mappings
from samordna.sources.ledger_file import TableToMap, read_ledger
from samordna.sources.sie import Reading
from samordna.sources.tables import Suggestion, TableMapping, suggestion
from samordna.sources.tables.cells import Grid


def remembered_mappings() -> tuple[TableMapping, ...]:
    """Return what was last said of each head row that tables have had."""
    return read_mappings()


def table_as(number: int, sheet: str, head_row: int | None) -> TableFacts | None:
    """Return what a sheet of an open draft seems to be, with its heads on a row; None when it has no such sheet.

    ``head_row`` is counted from 0; the row that heads seem to be on when it is None.
    """
    row = models.LedgerDraft.objects.filter(pk=number, outcome=OPEN).first()
    answer = read_ledger(file_of(row), row.file_name) if row else None
    if answer is None or isinstance(answer, Reading):
        return None
    grid = sheet_of(answer, sheet)
    if grid is None or (head_row is not None and head_row >= len(grid.rows)):
        return None
    known = {mapping.signature: mapping for mapping in remembered_mappings()}
    return facts_of(suggestion(grid, known, head_row), answer, agreed=False)


def sheet_of(table: TableToMap, name: str) -> Grid | None:
    """Return a sheet by its name; a table of text is one without."""
    return next((grid for grid in table.tables.grids if grid.sheet == name), None)


def facts_of(told: Suggestion, table: TableToMap, *, agreed: bool) -> TableFacts:
    """Return what is shown and kept of a table; possible identity numbers are hidden."""
    return TableFacts(
        mapping=json.dumps(_masked(told.mapping).as_json(), ensure_ascii=False, sort_keys=True),
        agreed=agreed,
        questions=tuple((question.code, question.text) for question in told.missing),
        sheets=tuple(grid.sheet for grid in table.tables.grids),
        heads=tuple(map(mask, told.heads)),
        sample=tuple(tuple(map(mask, row)) for row in told.sample),
    )


def _masked(mapping: TableMapping) -> TableMapping:
    return replace(mapping, columns=tuple(column._replace(head=mask(column.head)) for column in mapping.columns))
