"""Which letter leads from a missing figure to the reason below its table?"""

from dataclasses import dataclass

from samordna.domain.document import Missing, Table


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The reasons why figures of a table are missing, in reading order, each once, marked a, b, c."""

    reasons: tuple[str, ...]

    @classmethod
    def of(cls, table: Table) -> "Footnotes":
        """Return the footnotes of a table."""
        cells = (cell for row in table.rows for cell in row.cells if isinstance(cell, Missing))
        return cls(tuple(dict.fromkeys(cell.reason for cell in cells)))

    def mark(self, cell: Missing) -> str:
        """Return the letter that leads from the cell to its reason."""
        return _letter(self.reasons.index(cell.reason))

    @property
    def marked(self) -> tuple[tuple[str, str], ...]:
        """Every letter with its reason."""
        return tuple((_letter(i), reason) for i, reason in enumerate(self.reasons))


def _letter(index: int) -> str:
    rounds, letter = divmod(index, 26)
    return chr(ord("a") + letter) * (rounds + 1)
