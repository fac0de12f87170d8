"""What do an activity and its performers cost in a year: booked, budgeted, expected?

The amounts are those of the rows of cost centres that an activity or a performer names: öre, plus for a cost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.document import ComputedOrigin, Part
from samordna.domain.values.language import swedish


class Told(Enum):
    """What is told of a row in a year."""

    ACTUAL = "actual"
    BUDGET = "budget"
    FORECAST = "forecast"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _TOLD[self]


_TOLD: Final = {
    Told.ACTUAL: swedish("Utfall"),
    Told.BUDGET: swedish("Budget"),
    Told.FORECAST: swedish("Prognos"),
}


@dataclass(frozen=True, slots=True)
class RowMoney:
    """A row of cost centres in a year: its name, and what is known of it, each with where it comes from."""

    key: str
    name: str
    amounts: Mapping[Told, Part]


def together(rows: Iterable[str], money: Mapping[str, RowMoney], told: Told) -> Part | None:
    """Return what some rows come to, as one figure with its parts; None when nothing is known of any of them.

    A single row is that row's own figure.
    """
    known = [money[row].amounts[told] for row in rows if row in money and told in money[row].amounts]
    if len(known) <= 1:
        return next(iter(known), None)
    origin = ComputedOrigin(swedish("Kostnadsställenas rader tillsammans."), tuple(known))
    return Part(told.in_words, sum(part.exact for part in known), origin)
