"""Which cells does a table of text hold, whatever its delimiter and letters?"""

import codecs
import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.values.language import swedish
from samordna.sources.sie.encoding import NAMES, decoded, detect, mojibake
from samordna.sources.tables.cells import Cell, Grid, trimmed, without_last_blank
from samordna.sources.tables.limits import Unreadable, check_line, check_size

_WIDE: Final = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF16: Final = "UTF-16"
_DELIMITERS: Final = ";\t|"
_COMMA: Final = ","
"""Tried last: where another delimiter parts the lines, commas stand in amounts."""
_SAMPLE: Final = 200
_MOST_LINES_IN_A_CELL: Final = 20
_BLANK: Final = "\n ;\t|,"
"""What rows are written with that hold nothing: a sheet is often formatted far below its last row."""
_HINT: Final = "sep="
"""How Excel is told the delimiter, on a first line."""


def grid_of(data: bytes, findings: Findings) -> tuple[Grid, str]:
    """Return the cells of a table of text and the name of its encoding; raises ``Unreadable``."""
    text, encoding = _text(data, findings)
    text = text.rstrip(_BLANK)
    lines = text.split("\n", maxsplit=_rows_in(text))
    check_line(max(map(len, lines)))
    hinted = lines[0].strip().casefold()
    if hinted.startswith(_HINT) and len(hinted) == len(_HINT) + 1:
        return Grid("", ((), *_rows(lines[1:], hinted[-1]))), encoding
    return Grid("", _rows(lines, _delimiter(lines))), encoding


def _rows_in(text: str) -> int:
    count = text.count("\n")
    check_size(count, 0, 0)
    return count


def _text(data: bytes, findings: Findings) -> tuple[str, str]:
    """Return the text with line feeds and without control characters, and the name of its encoding."""
    for mark, wide in _WIDE.items():
        if data.startswith(mark):
            narrow = data[len(mark) :].decode(wide, errors="replace").encode("utf-8", errors="replace")
            return decoded(narrow, "utf-8"), _UTF16
    if b"\x00" in data:
        raise Unreadable(file_kinds.BINARY_FILE, what=swedish("en binär fil"))
    data = data.removeprefix(codecs.BOM_UTF8)
    letters = detect(data)
    if letters.mixed:
        findings.in_file(record_kinds.MIXED_LETTERS)
    text = decoded(data, letters.encoding)
    if sign := mojibake(text):
        line = text.count("\n", 0, sign.start()) + 1
        findings.on_line(record_kinds.MOJIBAKE, line, text=sign[0])
    return text, NAMES[letters.encoding]


def _delimiter(lines: Sequence[str]) -> str:
    """Return what parts most of the first lines that are not blank."""
    sample = list(islice((line for line in lines if line.strip()), _SAMPLE))
    parted = {sign: sum(sign in line for line in sample) for sign in _DELIMITERS}
    best = max(parted, key=lambda sign: parted[sign])
    return best if 2 * parted[best] >= len(sample) else _COMMA


def _rows(lines: Sequence[str], delimiter: str) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows; quotes that do not pair are taken as they stand."""
    try:
        rows = _checked(csv.reader((f"{line}\n" for line in lines), delimiter=delimiter))
    except csv.Error:
        rows = None
    if rows is None or any(isinstance(cell, str) and _runs_on(cell) for row in rows for cell in row):
        rows = _checked(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))
        rows = [tuple(_unquoted(cell) for cell in row) for row in rows]
    return without_last_blank(rows)


def _checked(reader: Iterator[list[str]]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    for row in reader:
        rows.append(trimmed(cell.strip() for cell in row))
        cells += len(rows[-1])
        check_size(0, len(rows[-1]), cells)
    return rows


def _runs_on(cell: str) -> bool:
    return cell.count("\n") > _MOST_LINES_IN_A_CELL


def _unquoted(cell: Cell) -> Cell:
    if isinstance(cell, str) and len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell
