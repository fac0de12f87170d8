"""What does a reader know of a count, and can it be withheld?"""

from dataclasses import dataclass
from enum import Enum


class Hides(Enum):
    """Whether a count that is shown can be withheld."""

    NOT = "not"
    AT_NEED = "at need"
    """Nobody, or a small count that its sign tells of: only when nothing else will do."""
    READILY = "readily"


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows of a count if nothing else is withheld: its bounds, and what it is.

    Withheld it would be at least ``least_hidden``. ``needs`` are the least and the most that it must be possible to
    believe; None for a count that needs no protection.
    """

    count: int
    least: float
    most: float
    hides: Hides = Hides.NOT
    least_hidden: int = 0
    needs: tuple[int, int] | None = None
