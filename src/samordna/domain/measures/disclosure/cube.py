"""Which cells are there in a table of counts with all its sums, and which add up to which?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from samordna.domain.measures.disclosure.cells import CellKey, Identity, PeopleCell
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class Dimension:
    """What people are told apart by: its values, and groups of them that are shown too (each value in one at most)."""

    id: str
    values: tuple[str, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def choices(self) -> tuple[str | None, ...]:
        """Return what a cell can be of: one value, one group, or all of them (None)."""
        return (None, *(name for name, _ in self.groups), *self.values)

    def below(self, choice: str | None) -> tuple[str, ...] | None:
        """Return what a choice is the sum of: its groups and lone values, or a group's values; None for a value."""
        if choice is None:
            grouped = {value for _, values in self.groups for value in values}
            return (*(name for name, _ in self.groups), *(one for one in self.values if one not in grouped))
        return next((values for name, values in self.groups if name == choice), None)

    def values_of(self, choice: str | None) -> tuple[str, ...]:
        """Return the values that a choice holds."""
        if choice is None:
            return self.values
        return next((values for name, values in self.groups if name == choice), (choice,))


@dataclass(frozen=True)
class Cube:
    """Counts by some dimensions, each combination once; a combination that is not there is nobody."""

    measure: str
    period: Period
    dimensions: tuple[Dimension, ...]
    counts: Mapping[tuple[str, ...], RawCount]
    sensitive: bool = False

    def cells(self) -> Iterator[PeopleCell]:
        """Yield every combination and every sum of them."""
        for choices in product(*(one.choices() for one in self.dimensions)):
            values = product(*(one.values_of(choice) for one, choice in zip(self.dimensions, choices, strict=True)))
            count = sum(self.counts[at].count for at in values if at in self.counts)
            yield PeopleCell(self._key(choices), RawCount(count), self.sensitive)

    def identities(self) -> Iterator[Identity]:
        """Yield what adds up to what, one dimension at a time."""
        for choices in product(*(one.choices() for one in self.dimensions)):
            for place, dimension in enumerate(self.dimensions):
                below = dimension.below(choices[place])
                if below:
                    parts = (self._key((*choices[:place], one, *choices[place + 1 :])) for one in below)
                    yield Identity(self._key(choices), tuple(parts))

    def _key(self, choices: Iterable[str | None]) -> CellKey:
        named = zip(self.dimensions, choices, strict=True)
        at = sorted((dimension.id, choice) for dimension, choice in named if choice is not None)
        return CellKey(self.measure, self.period, tuple(at))
