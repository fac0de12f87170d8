"""Which fiscal year does a month of SIE 5 belong to?

SIE 5 names years by their months and marks one as primary; the model numbers them from it as SIE 4 does: 0 is the
primary one, −1 the one before. A balance has a month, from which its year follows.
"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.values.period import Month, Period, month_of, months_later
from samordna.sources.sie.xml.values import month_number

_LONGEST: Final = 18
"""Months in a fiscal year, at most (bokföringslagen 3 kap. 3 §)."""


class YearMonths(NamedTuple):
    """A fiscal year as SIE 5 writes it: its first and last month, and whether the file is for it."""

    first: Month
    last: Month
    primary: bool = False

    @property
    def fiscal_year(self) -> FiscalYear:
        """Its days."""
        period = Period(self.first, self.last)
        return FiscalYear(period.start, period.end)


def year_of(start: str, end: str, *, primary: bool) -> YearMonths:
    """Return a fiscal year as written; raises ``ValueError`` when it ends before it begins or is over 18 months."""
    year = YearMonths(month_number(start), month_number(end), primary)
    if year.last > months_later(year.first, _LONGEST - 1):
        raise ValueError(start, end)
    Period(year.first, year.last)
    return year


def numbered(years: Iterable[YearMonths]) -> dict[int, FiscalYear]:
    """Return the years by their numbers; nothing when there are several and not exactly one is primary.

    A year that stands alone is the one that the file is for, whether it says so or not.
    """
    in_order = sorted(set(years))
    primary = [index for index, year in enumerate(in_order) if year.primary]
    if len(in_order) == 1:
        primary = [0]
    if len(primary) != 1:
        return {}
    return {index - primary[0]: year.fiscal_year for index, year in enumerate(in_order)}


def year_that_opens(years: Mapping[int, FiscalYear], month: Month) -> int | None:
    """Return the number of the year whose first month it is."""
    return next((number for number, year in years.items() if month_of(year.start) == month), None)


def year_with(years: Mapping[int, FiscalYear], month: Month) -> int | None:
    """Return the number of the year that the month lies in."""
    return next((number for number, year in years.items() if month in year.period), None)
