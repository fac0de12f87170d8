"""Is a workbook what it says, and may its parts be read?

What is handed on is a package of its own, of the parts that hold cells, unpacked and looked over: what was
looked over is then what is read, whatever the sizes and names in the file pretend.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.language import swedish
from samordna.sources.tables.limits import Unreadable, check_part
from samordna.sources.tables.parts import looked_over

_KEPT: Final = ("[content_types].xml", "_rels/", "xl/_rels/", "xl/workbook", "xl/sharedstrings", "xl/styles")
_SHEETS: Final = "xl/worksheets/"
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED: Final = 0x1
_MOST_PARTS: Final = 10_000
_OTHERS: Final = (
    ("xl/workbook.bin", swedish("en binär Excel-arbetsbok (.xlsb)")),
    ("xl/vbaproject.bin", swedish("en Excel-arbetsbok med makron (.xlsm)")),
    ("content.xml", swedish("ett dokument i OpenDocument-format (till exempel .ods)")),
    ("word/document.xml", swedish("ett Word-dokument")),
)


def plain_package(data: bytes) -> bytes:
    """Return the parts of a workbook that hold cells as an unpacked package; raises ``Unreadable``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _parts(package)
            _tell_others(parts)
            return _packed(_contents(package, parts))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Unreadable(kinds.BROKEN_WORKBOOK, what=swedish("den går inte att packa upp")) from error


def _parts(package: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    for part in package.infolist()[: _MOST_PARTS + 1]:
        name = part.filename.replace("\\", "/").removeprefix("/")
        if name.casefold() in found:
            raise Unreadable(kinds.BROKEN_WORKBOOK, what=swedish("en del finns två gånger"))
        found[name.casefold()] = part
    if len(found) > _MOST_PARTS:
        raise Unreadable(kinds.BROKEN_WORKBOOK, what=swedish("den har för många delar"))
    return found


def _tell_others(parts: dict[str, zipfile.ZipInfo]) -> None:
    if what := next((what for name, what in _OTHERS if name in parts), ""):
        raise Unreadable(kinds.OTHER_WORKBOOK, what=what)
    if "xl/workbook.xml" not in parts:
        raise Unreadable(kinds.OTHER_WORKBOOK, what=swedish("ett zip-arkiv"))


def _contents(package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that hold cells; each has been looked over, and all sizes before the first was unpacked."""
    kept = {name: part for name, part in parts.items() if name.startswith(_KEPT) or _is_sheet(name)}
    together = 0
    for part in kept.values():
        together += part.file_size
        check_part(part.file_size, part.compress_size, together)
        if part.flag_bits & _ENCRYPTED:
            raise Unreadable(kinds.OTHER_WORKBOOK, what=swedish("en arbetsbok med lösenord"))
        if part.compress_type not in _METHODS:
            raise Unreadable(kinds.BROKEN_WORKBOOK, what=swedish("den är packad på ett sätt som arbetsböcker inte är"))
    yield from looked_over(
        (part.filename.replace("\\", "/").removeprefix("/"), package.read(part)) for part in kept.values()
    )


def _is_sheet(name: str) -> bool:
    return name.startswith(_SHEETS) and name.endswith(".xml")


def _packed(contents: Iterator[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, content in contents:
            package.writestr(name, content)
    return packed.getvalue()
