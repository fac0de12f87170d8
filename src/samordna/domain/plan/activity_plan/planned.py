"""What does an activity plan hold of activities, performers, participants and funds?

Funds are the association's own (förbundsmedel), öre, plus for a cost. Participants are the number that was planned.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period


class Direction(Enum):
    """Whom an activity (insats) is aimed at (inriktning)."""

    INDIVIDUAL = "individual"
    STRUCTURAL = "structural"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _DIRECTIONS[self]


_DIRECTIONS: Final = {
    Direction.INDIVIDUAL: swedish("Individinriktat"),
    Direction.STRUCTURAL: swedish("Strukturövergripande"),
}


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part of the plan that has a table of its own: its id, its heading, and whom its activities are aimed at."""

    id: str
    heading: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """A row of the plan: an activity, or what one performer does of it.

    ``performer`` is empty for what is done for the whole area. ``participants`` is None where none are counted,
    ``funds`` where somebody else pays; ``paid_by`` says who then.
    """

    part: str
    label: str
    performer: str = ""
    participants: int | None = None
    funds: Ore | None = None
    paid_by: str = ""

    @property
    def key(self) -> str:
        """What the row is known by in its plan: its part, its name and who does it."""
        return f"{self.part}:{self.label}:{self.performer}"


@dataclass(frozen=True, slots=True)
class OverheadRow:
    """A cost of steering, leading and administration, and what it is instead when a project is granted."""

    label: str
    amount: Ore
    with_project: Ore | None = None

    def cost(self, *, granted: bool) -> Ore:
        """Return the cost with a granted project or without."""
        return self.with_project if granted and self.with_project is not None else self.amount


@dataclass(frozen=True, slots=True)
class ActivityPlan:
    """The plan (verksamhetsplan) of a year; ``source`` is the decision or paper that it stands in."""

    year: Period
    parts: tuple[PlannedPart, ...]
    activities: tuple[PlannedActivity, ...]
    overhead: tuple[OverheadRow, ...]
    source: str

    def part(self, part_id: str) -> PlannedPart | None:
        """Return the part with an id; None when there is none."""
        return next((part for part in self.parts if part.id == part_id), None)

    def of_part(self, part: str) -> tuple[PlannedActivity, ...]:
        """Return the rows of a part, in order."""
        return tuple(one for one in self.activities if one.part == part)

    def part_participants(self, part: str) -> int:
        """Return how many are planned in a part together."""
        return sum(one.participants or 0 for one in self.of_part(part))

    def part_funds(self, part: str) -> Ore:
        """Return what a part costs the association."""
        return sum(one.funds or 0 for one in self.of_part(part))

    def of_direction(self, direction: Direction) -> Iterator[PlannedActivity]:
        """Yield the rows of the parts that have a direction, in order."""
        parts = {part.id for part in self.parts if part.direction is direction}
        yield from (one for one in self.activities if one.part in parts)

    def overhead_cost(self, *, granted: bool) -> Ore:
        """Return the whole overhead, with a granted project or without."""
        return sum(row.cost(granted=granted) for row in self.overhead)

    def cost(self, *, granted: bool) -> Ore:
        """Return all that the plan costs the association, with a granted project or without."""
        return sum(one.funds or 0 for one in self.activities) + self.overhead_cost(granted=granted)
