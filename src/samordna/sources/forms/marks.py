"""Which cells of a workbook have formulas, and which are merged?

The library that gives the values of cells does not say where a value was computed. The parts that are gone through
here have been looked over before (``sources.tables.package``): they are of a bounded size and have no document types.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.parsers import expat

_PLACE: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_WORKBOOK: Final = "xl/workbook.xml"


class Area(NamedTuple):
    """Cells from one corner to the other, both included; rows and columns are counted from 0."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet tells of its cells besides their values."""

    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[Area, ...] = ()


def marks_in(package: bytes) -> Mapping[str, Marks]:
    """Return the marks of each sheet by its name; ``package`` is one that ``plain_package`` gave."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        parts = {name.casefold(): file.read(name) for name in file.namelist()}
    sheets = _Names()
    sheets.read(parts.get(_WORKBOOK, b"<none/>"))
    sheets.read(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    found: dict[str, Marks] = {}
    for name, key in sheets.keys.items():
        cells = _Cells()
        cells.read(parts.get(sheets.targets.get(key, ""), b"<none/>"))
        found[name] = Marks(frozenset(cells.formulas), tuple(cells.merged))
    return found


@dataclass
class _Names:
    """The sheets of a workbook by their keys, and the parts that the keys stand for."""

    keys: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)

    def read(self, content: bytes) -> None:
        _go_through(content, self._start)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "sheet":
                key = next((value for told, value in attributes.items() if told.rpartition(":")[2] == "id"), "")
                self.keys[attributes.get("name", "")] = key
            case "Relationship":
                target = posixpath.join("/xl", attributes.get("Target", ""))
                self.targets[attributes.get("Id", "")] = posixpath.normpath(target).lstrip("/").casefold()


@dataclass
class _Cells:
    """The marks of one sheet, as they are met. A cell that does not say where it stands follows the one before it."""

    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    row: int = -1
    column: int = -1

    def read(self, content: bytes) -> None:
        _go_through(content, self._start)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                told = attributes.get("r", "")
                self.row, self.column = (int(told) - 1 if told.isdecimal() else self.row + 1), -1
            case "c":
                place = _place(attributes.get("r", ""))
                self.row, self.column = place or (self.row, self.column + 1)
            case "f":
                self.formulas.add((self.row, self.column))
            case "mergeCell":
                first, _, last = attributes.get("ref", "").partition(":")
                corners = _place(first), _place(last or first)
                if corners[0] and corners[1]:
                    self.merged.append(Area(*corners[0], *corners[1]))


def _go_through(content: bytes, start: Callable[[str, dict[str, str]], None]) -> None:
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    parser.Parse(content, True)


def _place(text: str) -> tuple[int, int] | None:
    """Return the row and column of ``B12``, counted from 0; None for what is no place."""
    found = _PLACE.fullmatch(text)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
