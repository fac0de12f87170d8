"""Which cells does a workbook hold?"""

import datetime as dt
import io
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.language import swedish
from samordna.sources.tables.cells import Cell, Grid, trimmed, without_last_blank
from samordna.sources.tables.limits import Unreadable, check_sheets, check_size
from samordna.sources.tables.package import plain_package

_MOST_MERGED: Final = 100_000
_PANIC: Final = "PanicException"
_YES, _NO = swedish("SANT"), swedish("FALSKT")


def grids_of(data: bytes) -> tuple[Grid, ...]:
    """Return the sheets of a workbook that hold something, in its order; raises ``Unreadable``."""
    return grids_in(plain_package(data))


def grids_in(package: bytes) -> tuple[Grid, ...]:
    """Return the same of a package that ``plain_package`` gave."""
    with _as_unreadable(), CalamineWorkbook.from_filelike(io.BytesIO(package)) as book:
        return tuple(_grids(book))


@contextmanager
def _as_unreadable() -> Iterator[None]:
    """Make what the library raises for a broken workbook an ``Unreadable``; at worst it panics, which is no Exception.

    ``OverflowError`` is a length of time that no calendar has.
    """
    try:
        yield
    except BaseException as error:
        if isinstance(error, CalamineError | OverflowError) or type(error).__name__ == _PANIC:
            what = swedish("den är inte skriven som en Excel-arbetsbok")
            raise Unreadable(kinds.BROKEN_WORKBOOK, what=what) from error
        raise


def _grids(book: CalamineWorkbook) -> Iterator[Grid]:
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    check_sheets(len(sheets))
    cells = 0
    for sheet in sheets:
        found = book.get_sheet_by_name(sheet.name)
        cells += found.total_height * found.total_width  # sheets may share a part: together they are counted here
        check_size(found.total_height, found.total_width, cells)
        rows = without_last_blank([trimmed(map(_cell, row)) for row in found.to_python(skip_empty_area=False)])
        if rows:
            yield Grid(sheet.name, rows, _merged_down(found, rows))


def _merged_down(sheet: CalamineSheet, rows: Sequence[Sequence[Cell]]) -> Mapping[tuple[int, int], int]:
    """Return for each cell that is merged with one above it which row that is on."""
    merged: dict[tuple[int, int], int] = {}
    for (first, column), (last, _) in sheet.merged_cell_ranges or ():
        for row in range(first + 1, min(last + 1, len(rows))):
            if len(merged) >= _MOST_MERGED:
                return merged
            merged[row, column] = first
    return merged


def _number(value: float) -> Cell:
    """Return the number that the shortest text of a float says; infinity and the like are texts."""
    if not math.isfinite(value):
        return str(value)
    return Decimal(int(value)) if value.is_integer() and abs(value) < 10**15 else Decimal(repr(value))


_CELLS: Final[Mapping[type, Callable[..., Cell]]] = {
    str: str.strip,
    float: _number,
    int: Decimal,
    bool: lambda value: _YES if value else _NO,
    dt.datetime: dt.datetime.date,
    dt.date: lambda value: value,
}


def _cell(value: object) -> Cell:
    return _CELLS.get(type(value), str)(value)
