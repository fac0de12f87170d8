"""Which day or month does somebody mean, among those that a plan, an agreement or a paper can be about?

A year outside 1990–2100 is a slip of the pen: nothing of an association is older, and nobody plans so far ahead.
"""

import datetime as dt
import re
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, Period

YEARS: Final = range(1990, 2101)
"""The years that a day can lie in."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FAR: Final = swedish("året {year} kan inte vara rätt: det ska ligga mellan {first} och {last}")


def day_of(text: str) -> dt.date:
    """Return the day of ``2023-11-24``; raises ``ValueError`` with a Swedish sentence for anything else."""
    written = text.strip()
    try:
        day = dt.date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(swedish("en dag skrivs ÅÅÅÅ-MM-DD, till exempel 2023-11-24"))
    return likely_day(day)


def likely_day(day: dt.date) -> dt.date:
    """Return a day as it is; raises ``ValueError`` with a Swedish sentence when its year cannot be meant."""
    likely_year(day.year)
    return day


def likely_months(text: str) -> Period:
    """Return the period that a text says; raises ``ValueError`` for none, and for years that cannot be meant."""
    period = Period.parse(text)
    for month in (period.first, period.last):
        likely_year(month // 100)
    return period


def likely_month(text: str) -> Month:
    """Return the month of ``2024-08``; raises ``ValueError`` with a Swedish sentence for anything else."""
    period = likely_months(text)
    if period.first != period.last:
        raise ValueError(swedish("en månad skrivs ÅÅÅÅ-MM, till exempel 2024-08"))
    return period.first


def likely_year(year: int) -> int:
    """Return a year as it is; raises ``ValueError`` with a Swedish sentence when it cannot be meant."""
    if year not in YEARS:
        raise ValueError(_FAR.format(year=year, first=YEARS[0], last=YEARS[-1]))
    return year
