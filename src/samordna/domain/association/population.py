"""How many people live in a municipality, on which day, and who says so?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from samordna.domain.values.language import swedish


@dataclass(frozen=True, slots=True)
class PopulationCount:
    """The population (folkmängd) of a member's area on a day; ``source`` is where the number is published."""

    member: str
    count: int
    reference_date: dt.date
    source: str


def latest_count(counts: Iterable[PopulationCount], member: str, day: dt.date) -> PopulationCount | None:
    """Return a member's count of ``day``, or else the last one before it; None when there is none."""
    known = [one for one in counts if one.member == member and one.reference_date <= day]
    return max(known, key=lambda one: one.reference_date, default=None)


@dataclass(frozen=True, slots=True)
class PublishedCounts:
    """What a statistical office answered about one day, kept so that it can be read again without asking.

    ``table`` and ``title`` name what was asked, ``fetched`` is the day of the answer. ``counts`` are by the code of the
    area as it publishes them, ``answer`` the answer itself.
    """

    table: str
    title: str
    reference_date: dt.date
    fetched: dt.date
    counts: tuple[tuple[str, int], ...]
    answer: str = ""

    @property
    def source(self) -> str:
        """Where the numbers are published, as it stands beside them."""
        return swedish("SCB, {table} ({title}), hämtad {day}").format(
            table=self.table, title=self.title, day=self.fetched.isoformat()
        )

    def of(self, codes: Iterable[str]) -> tuple[PopulationCount, ...]:
        """Return the counts of some areas; those that the answer does not have are left out."""
        known = dict(self.counts)
        return tuple(
            PopulationCount(code, known[code], self.reference_date, self.source) for code in codes if code in known
        )
