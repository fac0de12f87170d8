"""What can stand in a cell of a table?

A number with its unit and origin; nothing, because the cell does not apply; nothing, with the reason why it could
not be computed; or a sign, with the reason why no more may be told. A raw count about people has no way in.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from samordna.domain.document.origin import CountOrigin, Origin
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import decimal_text, swedish_number
from samordna.domain.values.unit import Unit


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: its exact value (öre for money), the unit it is shown in, and where it comes from.

    ``nil`` is what stands for a figure that is shown as zero (``0``, ``–``); None writes the zero out.
    """

    exact: int | Fraction
    unit: Unit
    origin: Origin
    nil: str | None = None

    @property
    def shown(self) -> int:
        """The rounded figure as a whole number of its last shown decimal."""
        return self.unit.shown(self.exact)

    @property
    def text(self) -> str:
        """The figure as a Swedish reader sees it in a table, without its unit."""
        shown = self.shown
        if shown == 0 and self.nil is not None:
            return self.nil
        return swedish_number(shown, self.unit.decimals)

    @property
    def decimal(self) -> str:
        """The shown figure for a machine: ``-84896.43``."""
        return decimal_text(self.shown, self.unit.decimals)


@dataclass(frozen=True, slots=True)
class Blank:
    """The cell does not apply; it is printed empty."""


@dataclass(frozen=True, slots=True)
class Missing:
    """The figure should be here but cannot be computed; ``reason`` is a Swedish sentence that says why."""

    reason: str

    @property
    def sign(self) -> str:
        """What stands in its place."""
        return MISSING


@dataclass(frozen=True, slots=True)
class Hidden:
    """A count about people of which no more may be told than ``sign`` (``<5``, ``–``); ``reason`` says why."""

    sign: str
    reason: str
    origin: CountOrigin


Cell: TypeAlias = Number | Blank | Missing | Hidden

Reasoned: TypeAlias = Missing | Hidden
"""A cell that has a reason instead of a figure."""

MISSING: Final = swedish("saknas")
"""What stands in place of a figure that could not be computed."""

BLANK: Final = Blank()
