"""Which records must stand in each type of SIE, which may, and which may not?

The table of SIE 4B, section 5, as it is printed there.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, Literal, TypeAlias

FileType: TypeAlias = Literal["1", "2", "3", "4E", "4I"]

TYPES: Final[tuple[FileType, ...]] = ("1", "2", "3", "4I", "4E")


class Duty(Enum):
    """Whether a record stands in a type."""

    MUST = "●"
    MAY = "○"
    NOT = "–"


_TABLE: Final = """
#FLAGGA   ● ● ● ● ●
#PROGRAM  ● ● ● ● ●
#FORMAT   ● ● ● ● ●
#GEN      ● ● ● ● ●
#SIETYP   ○ ● ● ● ●
#PROSA    ○ ○ ○ ○ ○
#FTYP     ○ ○ ○ ○ ○
#FNR      ○ ○ ○ ○ ○
#ORGNR    ○ ○ ○ ○ ○
#BKOD     ○ ○ ○ – ○
#ADRESS   ○ ○ ○ ○ ○
#FNAMN    ● ● ● ● ●
#RAR      ● ● ● ○ ●
#TAXAR    ○ ○ ○ ○ ○
#OMFATTN  – ● ● – ○
#KPTYP    ○ ○ ○ ○ ○
#VALUTA   ○ ○ ○ ○ ○
#KONTO    ● ● ● ○ ●
#KTYP     ○ ○ ○ ○ ○
#ENHET    ○ ○ ○ ○ ○
#SRU      ● ● ○ ○ ○
#DIM      – – ● ○ ○
#UNDERDIM – – ● ○ ○
#OBJEKT   – – ● ○ ○
#IB       ● ● ● – ●
#UB       ● ● ● – ●
#OIB      – – ● – ○
#OUB      – – ● – ○
#RES      ● ● ● – ●
#PSALDO   – ● ● – ○
#PBUDGET  – ● ● – ○
#VER      – – – ○ ○
#TRANS    – – – ○ ○
#RTRANS   – – – ○ ○
#BTRANS   – – – ○ ○
#KSUMMA   ○ ○ ○ ○ ○
"""


def _parsed(table: str) -> Iterator[tuple[str, Mapping[FileType, Duty]]]:
    for line in table.split("\n"):
        if line:
            label, *marks = line.split()
            yield label, dict(zip(TYPES, map(Duty, marks), strict=True))


DUTIES: Final[Mapping[str, Mapping[FileType, Duty]]] = dict(_parsed(_TABLE))
"""For each label whether each type has it, in the order that the records are written in."""


def duty(label: str, file_type: FileType) -> Duty:
    """Return whether a record stands in a type; one that SIE does not know may."""
    return DUTIES[label][file_type] if label in DUTIES else Duty.MAY
