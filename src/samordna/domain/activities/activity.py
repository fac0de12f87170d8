"""What is known of an activity (insats)?

An activity has an id for good; everything else of it may change, and what it was before stays in the journal.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.activities.classification import Direction, EsfFinancing, FollowUpMethod
from samordna.domain.activities.naming import id_of
from samordna.domain.values.period import Month, Period


@dataclass(frozen=True, slots=True)
class Performer:
    """A unit that performs an activity (utförare), for which member, where, and from which month to which.

    ``member`` is the code or the name of the member whose unit it is, ``municipality`` a code (``1490``) or empty.
    ``rows`` are the keys of the rows of cost centres that carry what the unit costs. ``only_from`` is the code or the
    name of the municipality where all whom it receives live; empty where they may live in several.
    """

    unit: str
    member: str = ""
    municipality: str = ""
    since: Month | None = None
    until: Month | None = None
    rows: tuple[str, ...] = ()
    only_from: str = ""

    @property
    def id(self) -> str:
        """What the unit is known by in every activity."""
        return id_of(self.unit)

    def works_in(self, period: Period) -> bool:
        """Tell whether it performs in any of some months."""
        return _within(self.since, self.until, period)


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity: what it is, for whom, by whom, and from which month to which (None: without end).

    ``category`` is a key of the list of its direction, ``marks`` keys of ``MARKS``. ``parties`` are the keys of the
    parties it is for. Ages are years, both included; lengths weeks. ``rows`` are the keys of rows of cost centres that
    carry what no performer does. ``registered`` is the day it was registered in the national system: from then on
    direction, follow-up method and ESF financing stay. ``other_half`` is the id of the other part of a mixed activity.
    ``source`` is the decision or agreement it rests on.
    """

    id: str
    name: str
    direction: Direction
    category: str
    first: Month
    source: str
    last: Month | None = None
    marks: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    target_group: str = ""
    youngest: int | None = None
    oldest: int | None = None
    shortest: int | None = None
    longest: int | None = None
    methods: tuple[str, ...] = ()
    follow_up: FollowUpMethod = FollowUpMethod.BY_GENDER
    esf: EsfFinancing = EsfFinancing.NONE
    performers: tuple[Performer, ...] = ()
    rows: tuple[str, ...] = ()
    registered: dt.date | None = None
    other_half: str = ""

    def runs_in(self, period: Period) -> bool:
        """Tell whether it runs in any of some months."""
        return _within(self.first, self.last, period)

    def performer(self, unit: str) -> Performer | None:
        """Return a unit that performs it, by its id; None when there is none."""
        return next((one for one in self.performers if one.id == unit), None)

    @property
    def all_rows(self) -> tuple[str, ...]:
        """The keys of every row that carries its cost, in order, each once."""
        return tuple(dict.fromkeys(self._rows()))

    def _rows(self) -> Iterator[str]:
        for performer in self.performers:
            yield from performer.rows
        yield from self.rows


def _within(first: Month | None, last: Month | None, period: Period) -> bool:
    return (first is None or first <= period.last) and (last is None or period.first <= last)
