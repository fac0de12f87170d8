"""How are the amounts of a form understood?"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from samordna.domain.values.money import Ore
from samordna.sources.tables.cells import Cell
from samordna.sources.tables.values import amount_of

_NOISE: Final = Decimal("0.0001")
"""What a sum of floats may be off by, in kronor."""
_LARGEST: Final = Decimal(10) ** 12
"""Kronor: a thousand billion. More is a slip of the hand."""


def kronor_of(cell: Cell) -> Decimal | None:
    """Return the exact kronor of a cell, None for an empty one; raises ``ValueError`` for what is no amount.

    A number is what it is; a text is understood as a person writes it, ``1 234,50`` or ``1234 kr``, with öre at most.
    """
    if cell == "":
        return None
    if isinstance(cell, str):
        found = amount_of(cell)
        if found is None or found.rounded:
            raise ValueError(cell)
        cell = Decimal(found.ore) / 100
    if not isinstance(cell, Decimal) or abs(cell) > _LARGEST:
        raise ValueError(cell)
    return cell


def ore_of(kronor: Decimal) -> Ore:
    """Return kronor as whole öre, halves away from zero."""
    return int((kronor * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def is_rounded(kronor: Decimal) -> bool:
    """Tell whether kronor have more decimals than öre, and not only by the noise of a sum."""
    return abs(kronor - Decimal(ore_of(kronor)) / 100) > _NOISE


def months_of(kronor: Sequence[Decimal]) -> tuple[Ore, ...]:
    """Return months as whole öre that add up to the öre of their sum: a third of a year is no whole number of öre."""
    ends = [ore_of(sum(kronor[: i + 1], Decimal(0))) for i in range(len(kronor))]
    return tuple(end - before for before, end in zip((0, *ends), ends, strict=False))
