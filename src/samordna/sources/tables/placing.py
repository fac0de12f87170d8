"""Where in a file do the columns of a mapping stand that was made for an earlier one?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from samordna.sources.tables.cells import Grid
from samordna.sources.tables.fields import AMOUNTS, Field
from samordna.sources.tables.head_words import words_of
from samordna.sources.tables.heads import Heads, heads_of, words_of_row
from samordna.sources.tables.mapping import NO_HEAD, TableMapping, signature_of
from samordna.sources.tables.profile import decimal_mark

_ROWS = 20_000
"""Rows that a decimal mark is told from."""


def fitting(grids: Sequence[Grid], mapping: TableMapping) -> tuple[Grid, TableMapping] | None:
    """Return the sheet that a mapping is for and the mapping as it stands there; None when its heads are nowhere.

    The sheet may have another name than last month's, and the head row may stand on another row.
    """
    named = [grid for grid in grids if grid.sheet == mapping.sheet]
    for grid in named:
        if _stands(grid, mapping):
            return grid, mapping
    for grid in (*named, *(grid for grid in grids if grid not in named)):
        heads = heads_of(grid)
        if mapping.signature and any(heads.words) and signature_of(heads.words) == mapping.signature:
            return grid, placed(mapping, heads, grid)
    return None


def _stands(grid: Grid, mapping: TableMapping) -> bool:
    if mapping.head_row == NO_HEAD:
        return True
    if mapping.head_row >= len(grid.rows):
        return False
    return not mapping.signature or signature_of(words_of_row(grid, mapping.head_row)) == mapping.signature


def placed(known: TableMapping, heads: Heads, grid: Grid) -> TableMapping:
    """Return a mapping with its columns where their heads stand in a sheet, and that sheet's own months."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(heads.words):
        places[words_of(word)].append(index)
    columns = [column for column in heads.columns if column.field is Field.MONTH and known.has(Field.MONTH)]
    for column in known.columns:
        there = places[words_of(column.head)]
        if column.field is not Field.MONTH and there:
            index = there.pop(0)
            columns.append(column._replace(place=index, head=heads.words[index]))
    moved = replace(known, sheet=grid.sheet, head_row=heads.row, columns=tuple(sorted(columns)))
    return replace(moved, decimal_mark=mark_of(grid, moved))


def mark_of(grid: Grid, mapping: TableMapping) -> str:
    """Return the decimal mark of the amounts that are written as texts."""
    indexes = [column.place for column in mapping.columns if column.field in AMOUNTS]
    below = islice(grid.rows, mapping.head_row + 1, mapping.head_row + 1 + _ROWS)
    return decimal_mark(row[index] for row in below for index in indexes if index < len(row))
