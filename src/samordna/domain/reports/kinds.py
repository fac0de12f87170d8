"""Which kinds of reports are there, and which months can each tell of?

An annual report is of a whole fiscal year. An interim report (delårsrapport) is of half to two thirds of it, from its
beginning (RKR R17, one interim report a year): another period is told, and made all the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Final

from samordna.domain.reports.problems import INTERIM_OF_OTHER_MONTHS, NOT_A_WHOLE_YEAR
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words
from samordna.domain.values.problem import Problem

_LEAST: Final = Fraction(1, 2)
_MOST: Final = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A kind of report: the name of its templates, what people call it, and whether it tells of a whole year."""

    name: str
    title: str
    of_whole_year: bool = False

    def problems(self, period: Period, year: Period) -> Iterator[Problem]:
        """Yield what is wrong with making it for a period of a fiscal year."""
        yield from _not_whole(period, year) if self.of_whole_year else _other_months(period, year)


def _not_whole(period: Period, year: Period) -> Iterator[Problem]:
    if period != year:
        yield NOT_A_WHOLE_YEAR.at(swedish("perioden"), period=period.in_words, year=year.in_words)


def _other_months(period: Period, year: Period) -> Iterator[Problem]:
    months = len(year.months)
    least, most = ceil(months * _LEAST), floor(months * _MOST)
    if period.first == year.first and least <= len(period.months) <= most:
        return
    told = {
        "period": period.in_words,
        "first": month_in_words(year.months[least - 1]),
        "last": month_in_words(year.months[most - 1]),
        "instead": swedish(", eller gör en årsredovisning") if period == year else "",
    }
    yield INTERIM_OF_OTHER_MONTHS.at(swedish("perioden"), **told)


KINDS: Final[Mapping[str, ReportKind]] = {
    kind.name: kind
    for kind in (
        ReportKind("interim", swedish("Delårsrapport")),
        ReportKind("annual", swedish("Årsredovisning"), of_whole_year=True),
    )
}
"""The kinds of reports there are templates for, by name."""
