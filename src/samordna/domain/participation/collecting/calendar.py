"""Which unit is to tell its counts of which activity and period, and by which day?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.participation.asked import Named
from samordna.domain.participation.code_lists import Code
from samordna.domain.participation.collecting import problems as kinds
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem

OFFICE: Final = Named("kansliet", swedish("Kansliet"))
"""Who counts heads where no performer does: the association's own office."""
_LONGEST_WAIT: Final = 366
"""Days after the period. A later day is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class CountsAsked:
    """A line of the calendar (redovisningskalender): who tells which tables of an activity and period, by which day.

    Unit and activity are named as they were when they were asked. ``occasions`` are what heads are counted at,
    ``contact`` an address where the unit as such is reached, never a person's own.
    """

    unit: Named
    activity: Named
    period: Period
    due: dt.date
    tables: tuple[str, ...]
    occasions: tuple[Code, ...] = ()
    contact: str = ""

    @property
    def in_words(self) -> str:
        """Return whose counts they are and for when, as a person reads it."""
        return f"{self.unit.name}, {self.activity.name}, {self.period.in_words}"


def calendar_problems(asked: CountsAsked) -> Iterator[Problem]:
    """Yield what is wrong with a line of the calendar."""
    if asked.due <= asked.period.end:
        told = {"due": swedish_date(asked.due), "end": swedish_date(asked.period.end)}
        yield kinds.DUE_TOO_EARLY.at(asked.in_words, **told)
    if (asked.due - asked.period.end).days > _LONGEST_WAIT:
        yield kinds.DUE_TOO_LATE.at(asked.in_words, due=swedish_date(asked.due), most=_LONGEST_WAIT)
    unknown = [key for key in asked.tables if key not in TABLES]
    if unknown:
        yield kinds.NO_SUCH_TABLE.at(asked.in_words, table=unknown[0])
    if not asked.tables:
        yield kinds.NOTHING_ASKED.at(asked.in_words)
