"""Which units perform, whatever the activities, and what does each do?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, and each activity that it performs with what is known of it there. The latest of them names it."""

    id: str
    performs: tuple[tuple[Activity, Performer], ...]

    @property
    def name(self) -> str:
        """What the unit is called."""
        return self._latest.unit

    @property
    def member(self) -> str:
        """The code or name of the member whose unit it is."""
        return self._latest.member

    @property
    def municipality(self) -> str:
        """Where it is."""
        return self._latest.municipality

    @property
    def only_from(self) -> str:
        """The municipality where all whom it receives live; empty for several."""
        return self._latest.only_from

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of the rows of cost centres that carry what it costs, each once."""
        return tuple(dict.fromkeys(row for _, one in self.performs for row in one.rows))

    @property
    def _latest(self) -> Performer:
        return self.performs[-1][1]

    def works_in(self, period: Period) -> bool:
        """Tell whether it performs anything in any of some months."""
        return any(activity.runs_in(period) and one.works_in(period) for activity, one in self.performs)


def units_of(activities: Iterable[Activity]) -> tuple[Unit, ...]:
    """Return the units that perform activities, in the order they are first told."""
    performs: dict[str, list[tuple[Activity, Performer]]] = {}
    for activity, one in _performing(activities):
        performs.setdefault(one.id, []).append((activity, one))
    return tuple(Unit(unit, tuple(does)) for unit, does in performs.items())


def _performing(activities: Iterable[Activity]) -> Iterator[tuple[Activity, Performer]]:
    for activity in activities:
        for one in activity.performers:
            yield activity, one
