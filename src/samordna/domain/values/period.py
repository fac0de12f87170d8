"""Which months does something cover, and how is that written?

A month is an integer ``YYYYMM`` (the form it has in the database, where it is summed by); a period is
a first and a last month, both included.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from samordna.domain.values.language import swedish

Month: TypeAlias = int

MONTHS: Final = tuple(
    swedish(name)
    for name in (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    )
)  # fmt: skip

_PERIOD: Final = re.compile(r"([0-9]{4})-([0-9]{2})(?:\.\.([0-9]{4})-([0-9]{2}))?")
_YEARS: Final = range(1900, 2200)
"""The years a person can mean: before them are slips of the hand."""


def month_of(day: dt.date) -> Month:
    """Return the month that ``day`` lies in."""
    return day.year * 100 + day.month


def months_later(month: Month, count: int) -> Month:
    """Return the month ``count`` months after ``month`` (before it, when negative)."""
    year, index = divmod(month // 100 * 12 + month % 100 - 1 + count, 12)
    return year * 100 + index + 1


def month_in_words(month: Month) -> str:
    """Return ``augusti 2024``."""
    return f"{MONTHS[month % 100 - 1]} {month // 100}"


def swedish_date(day: dt.date) -> str:
    """Return ``31 augusti 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The months ``first`` to ``last``, both included. Raises ``ValueError`` when they are not in order."""

    first: Month
    last: Month

    def __post_init__(self) -> None:
        for month in (self.first, self.last):
            if not 1 <= month % 100 <= 12:
                raise ValueError(swedish("månaden {month} finns inte").format(month=_dashed(month)))
        if self.last < self.first:
            raise ValueError(swedish("perioden slutar innan den börjar"))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Return the period of ``2024-01..2024-08`` or of a single month ``2024-08``.

        Raises ``ValueError`` with a Swedish sentence when the text is no period.
        """
        found = _PERIOD.fullmatch(text.strip())
        if not found:
            raise ValueError(swedish("en period skrivs ÅÅÅÅ-MM..ÅÅÅÅ-MM, till exempel 2024-01..2024-08"))
        year, month, last_year, last_month = found.groups()
        for named in (year, last_year or year):
            if int(named) not in _YEARS:
                raise ValueError(swedish("året {year} kan inte vara rätt").format(year=named))
        first = int(year + month)
        return cls(first, int(last_year + last_month) if last_year else first)

    def __str__(self) -> str:
        return f"{_dashed(self.first)}..{_dashed(self.last)}"

    def __contains__(self, month: object) -> bool:
        return isinstance(month, int) and self.first <= month <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the periods have any month in common."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: "Period") -> bool:
        """Tell whether every month of ``other`` lies in this period."""
        return self.first <= other.first and other.last <= self.last

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month of the period, in order."""
        return _months_between(self.first, self.last)

    @property
    def start(self) -> dt.date:
        """The first day."""
        return dt.date(self.first // 100, self.first % 100, 1)

    @property
    def end(self) -> dt.date:
        """The last day."""
        year, month = divmod(self.last, 100)
        return dt.date(year, month, calendar.monthrange(year, month)[1])

    def years_before(self, count: int) -> "Period":
        """Return the same months ``count`` years earlier."""
        return Period(self.first - 100 * count, self.last - 100 * count)

    @property
    def in_words(self) -> str:
        """``januari–augusti 2024``, ``augusti 2024``, or with both years when they differ."""
        return self._words(MONTHS)

    @property
    def in_short(self) -> str:
        """``jan–aug 2024``: the form of a column heading."""
        return self._words(tuple(name[:3] for name in MONTHS))

    def _words(self, names: tuple[str, ...]) -> str:
        first, last = names[self.first % 100 - 1], names[self.last % 100 - 1]
        if self.first == self.last:
            return f"{last} {self.last // 100}"
        if self.first // 100 == self.last // 100:
            return f"{first}–{last} {self.last // 100}"
        return f"{first} {self.first // 100}–{last} {self.last // 100}"


def in_a_row(months: Iterable[Month]) -> tuple[Period, ...]:
    """Return the periods that some months make, in order: those that follow each other are one."""
    found: list[Period] = []
    for month in sorted(months):
        if found and months_later(found[-1].last, 1) == month:
            found[-1] = Period(found[-1].first, month)
        else:
            found.append(Period(month, month))
    return tuple(found)


@lru_cache(maxsize=256)
def _months_between(first: Month, last: Month) -> tuple[Month, ...]:
    count = (last // 100 - first // 100) * 12 + last % 100 - first % 100 + 1
    return tuple(months_later(first, i) for i in range(count))


def _dashed(month: Month) -> str:
    return f"{month // 100:04d}-{month % 100:02d}"
