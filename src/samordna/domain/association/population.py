"""How many people live in a municipality, on which day, and who says so?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


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
