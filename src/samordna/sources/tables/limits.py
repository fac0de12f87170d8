"""How large may a table be, and what is said of one that cannot be read?

The limits hold before anything is unpacked or laid out in memory: a file of a few thousand bytes can ask for
a table of a thousand million cells. They are far beyond what a year of an association's bookkeeping takes.
"""

from typing import Final

from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import ProblemKind

ROWS: Final = 200_000
COLUMNS: Final = 256
CELLS: Final = 2_000_000
"""Cells of all sheets together, the empty ones between them counted."""
SHEETS: Final = 50
UNPACKED: Final = 100_000_000
"""Bytes of a workbook's parts together, unpacked."""
RATIO: Final = 200
"""How many times smaller a part may be packed. Spreadsheets of numbers are packed 5 to 60 times."""
RATIO_FROM: Final = 1_000_000
"""Bytes unpacked from which the ratio is looked at: a small part that is all alike does no harm."""
TEXT: Final = 200_000_000
"""Characters that the texts of a sheet may take when each cell holds the longest of them."""
LONGEST_LINE: Final = 100_000
"""Characters in a line of text."""


class Unreadable(Exception):  # noqa: N818 - an answer about a file, not an error of the program
    """The file cannot be read; ``kind`` and ``fields`` say why. Never leaves this room."""

    def __init__(self, kind: ProblemKind, **fields: object) -> None:
        super().__init__(kind.code)
        self.kind, self.fields = kind, fields


def check_size(rows: int, columns: int, cells: int) -> None:
    """Raise ``Unreadable`` for more rows, columns or cells than are read."""
    if rows > ROWS:
        raise _too_large(swedish("den har fler än {most} rader"), ROWS)
    if columns > COLUMNS:
        raise _too_large(swedish("den har fler än {most} kolumner"), COLUMNS)
    if cells > CELLS:
        raise _too_large(swedish("den har fler än {most} celler"), CELLS)


def check_sheets(count: int) -> None:
    """Raise ``Unreadable`` for more sheets than are read."""
    if count > SHEETS:
        raise _too_large(swedish("den har fler än {most} blad"), SHEETS)


def check_line(length: int) -> None:
    """Raise ``Unreadable`` for a line that is longer than any program writes."""
    if length > LONGEST_LINE:
        raise _too_large(swedish("en rad är längre än {most} tecken"), LONGEST_LINE)


def check_texts(length: int) -> None:
    """Raise ``Unreadable`` when the texts of a sheet could take too much memory."""
    if length > TEXT:
        raise _too_large(swedish("texterna kan bli fler än {most} tecken"), TEXT)


def check_part(unpacked: int, packed: int, together: int) -> None:
    """Raise ``Unreadable`` for a part of a workbook that grows too much when it is unpacked."""
    if together > UNPACKED:
        raise _too_large(swedish("uppackad är den större än {most} byte"), UNPACKED)
    if unpacked > RATIO_FROM and unpacked > RATIO * max(packed, 1):
        raise _too_large(swedish("en del av den växer mer än {most} gånger när den packas upp"), RATIO)


def _too_large(what: str, most: int) -> Unreadable:
    return Unreadable(kinds.TABLE_TOO_LARGE, what=what.format(most=swedish_number(most)))
