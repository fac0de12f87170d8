"""How does a file of SIE become one of another type?"""

import io
from collections.abc import Mapping
from dataclasses import replace as changed
from enum import Enum
from pathlib import PurePath
from typing import Final

from samordna.sources.sie.duties import FileType
from samordna.sources.sie.model import SieFile
from samordna.sources.sie.writing import Written, write_sie4
from samordna.sources.sie.xml import write_sie5_to


class Target(Enum):
    """The types that a file may be written as, as a person names them. A ledger with vouchers is type 4."""

    YEAR = "1"
    MONTHS = "2"
    OBJECTS = "3"
    LEDGER = "4"
    IMPORT = "4i"
    XML = "5"

    @property
    def called(self) -> str:
        """What a person calls it: ``SIE 4E``."""
        return f"SIE {_TYPES.get(self, self.value)}"


_TYPES: Final[Mapping[Target, FileType]] = {
    Target.YEAR: "1",
    Target.MONTHS: "2",
    Target.OBJECTS: "3",
    Target.LEDGER: "4E",
    Target.IMPORT: "4I",
}
_BY_ENDING: Final = {".si": Target.IMPORT, ".sie": Target.XML, ".xml": Target.XML}
_AS_READ: Final = {known: target for target, known in _TYPES.items()} | {"5I": Target.IMPORT}
_TO_IMPORT: Final = frozenset({"4I", "5I"})


def target_of(name: str, file_type: str) -> Target:
    """Return what a file called ``name`` is to be when nobody says: by its ending, else the type that was read."""
    return _BY_ENDING.get(PurePath(name).suffix.lower()) or _AS_READ.get(file_type, Target.LEDGER)


def converted(  # noqa: PLR0913 - each is a choice of its own
    file: SieFile, target: Target, *, name: str, checksum: bool = False, encoding: str = "cp437", replace: bool = False
) -> Written:
    """Return ``file`` as a file of another type, called ``name``; what that type cannot hold is told.

    SIE 5 has no checksum and is always UTF-8; vouchers to import become entries to import.
    """
    if target in _TYPES:
        return write_sie4(file, _TYPES[target], checksum=checksum, encoding=encoding, replace=replace, name=name)
    data = io.BytesIO()
    problems = write_sie5_to(data, file, entry=file.file_type in _TO_IMPORT)
    return Written(data.getvalue(), tuple(changed(problem, place=name) for problem in problems))
