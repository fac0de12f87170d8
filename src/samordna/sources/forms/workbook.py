"""May the file be opened at all, and which sheets does it hold?

Everything that could cost time or memory is asked before anything is unpacked.
"""

import io
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.problems import tables as ledger_kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.sources.forms import problems as kinds
from samordna.sources.forms.marks import Marks, marks_in
from samordna.sources.tables.cells import Cell, Grid
from samordna.sources.tables.limits import Unreadable
from samordna.sources.tables.package import plain_package
from samordna.sources.tables.workbook import grids_in

LARGEST_FILE: Final = 5_000_000
"""Bytes. A form of a thousand rows has less than a tenth of that."""
_UNPACKED: Final = 40_000_000
"""Bytes of all parts together, as the file itself tells."""
_ROWS: Final = 5_000
_MACRO_NAMES: Final = (".xlsm", ".xltm", ".xlam", ".xlsb")
_MACRO_PARTS: Final = ("xl/vbaproject", "xl/macrosheets/", "xl/dialogsheets/")
_OLD: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = b"PK\x03\x04"

_DAMAGED: Final = (zipfile.BadZipFile, struct.error, NotImplementedError, RuntimeError, ValueError, OverflowError)
"""What the package's own directory can make the library say."""

_SAME: Final[Mapping[str, ProblemKind]] = {
    ledger_kinds.OTHER_WORKBOOK.code: kinds.OTHER_FILE,
    ledger_kinds.BROKEN_WORKBOOK.code: kinds.BROKEN,
    ledger_kinds.TABLE_TOO_LARGE.code: kinds.TOO_LARGE,
}
"""What the room that reads ledgers finds, in the words of this one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that holds something: its cells, and which of them are formulas or merged."""

    grid: Grid
    marks: Marks

    @property
    def name(self) -> str:
        """What the sheet is called."""
        return self.grid.sheet

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell holds; beyond the sheet there are empty cells."""
        return self.grid.cell(row, column) if row < len(self.grid.rows) else ""


def sheets_of(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook; raises ``Unreadable`` with the kind of problem that it is."""
    _check(data, name)
    try:
        package = plain_package(data)
        marks = marks_in(package)
        grids = grids_in(package)
    except Unreadable as error:
        raise Unreadable(_SAME.get(error.kind.code, kinds.BROKEN), **error.fields) from error
    if any(len(grid.rows) > _ROWS for grid in grids):
        raise Unreadable(kinds.TOO_LARGE, what=swedish("ett blad har fler än {most} rader").format(most=_ROWS))
    return tuple(Sheet(grid, marks.get(grid.sheet, Marks())) for grid in grids)


def _check(data: bytes, name: str) -> None:
    """Raise ``Unreadable`` for what is no workbook, has macros, or would grow too large; nothing is unpacked."""
    if not data:
        raise Unreadable(kinds.EMPTY)
    if len(data) > LARGEST_FILE:
        most = LARGEST_FILE // 1_000_000
        raise Unreadable(kinds.TOO_LARGE, what=swedish("den får vara högst {most} MB").format(most=most))
    if data.startswith(_OLD):
        raise Unreadable(kinds.OTHER_FILE, what=swedish("en äldre arbetsbok (.xls) eller en med lösenord"))
    if not data.startswith(_ZIP):
        raise Unreadable(kinds.OTHER_FILE, what=swedish("ingen Excel-arbetsbok"))
    _check_parts(data, name)


def _check_parts(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (*_DAMAGED, OSError) as error:
        raise Unreadable(kinds.BROKEN, what=swedish("den går inte att packa upp")) from error
    names = [part.filename.replace("\\", "/").lstrip("/").casefold() for part in parts]
    if name.casefold().endswith(_MACRO_NAMES) or any(one.startswith(_MACRO_PARTS) for one in names):
        raise Unreadable(kinds.MACROS)
    if sum(part.file_size for part in parts) > _UNPACKED:
        most = _UNPACKED // 1_000_000
        raise Unreadable(kinds.TOO_LARGE, what=swedish("uppackad är den större än {most} MB").format(most=most))
