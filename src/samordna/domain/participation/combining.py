"""What do the reports of several units and periods say together?

Flows add up; how many there were at the end is the latest; different persons are an interval, never a sum. Nothing
depends on the order of the reports, and what is not told is never taken for nobody.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from samordna.domain.participation import problems as kinds
from samordna.domain.participation.between import NOT_TOLD, Between, no_more_than, overlapping, together, without_limit
from samordna.domain.participation.count_table import CountTable, Gender, Joining
from samordna.domain.participation.counts_report import CountsReport, Place, Sums, sums_together
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem, Refused

_TOGETHER: Final[Mapping[Joining, Callable[[Iterable[Between]], Between]]] = {
    Joining.SUM: together,
    Joining.INTERVAL: overlapping,
}


class Series(NamedTuple):
    """Whose reports follow each other: a unit in an activity."""

    activity: str
    unit: str


@dataclass(frozen=True)
class Counted:
    """Reports put together for a period; ``counted`` makes one, of reports that do not overlap.

    ``placed`` tells, of a table by municipality and a unit, in which municipality all of them are, as everybody knows;
    ``only_from`` the municipality of each unit that is said to receive from that one only.
    """

    period: Period
    reports: tuple[CountsReport, ...]
    placed: Mapping[tuple[str, Series], str] = field(default_factory=dict)
    only_from: Mapping[Series, str] = field(default_factory=dict)

    @cached_property
    def series(self) -> Mapping[Series, tuple[CountsReport, ...]]:
        """The reports of each unit in an activity, in the order of their periods."""
        found: dict[Series, list[CountsReport]] = {}
        for report in self.reports:
            found.setdefault(Series(report.activity, report.unit), []).append(report)
        return {whose: tuple(reports) for whose, reports in found.items()}

    @cached_property
    def missing(self) -> Mapping[Series, tuple[Month, ...]]:
        """The months of the period that a unit has not reported; units without any are not here."""
        told = {
            whose: {month for one in reports for month in one.period.months} for whose, reports in self.series.items()
        }
        gaps = {whose: tuple(m for m in self.period.months if m not in months) for whose, months in told.items()}
        return {whose: months for whose, months in gaps.items() if months}

    def figure(self, table: str, codes: tuple[str, ...] = (), gender: Gender | None = None) -> Between:
        """Return how many the units that were asked have together in a row of a table: of a gender, or of all."""
        parts = [self.of_unit(whose, table, codes, gender) for whose in self.asked(table)]
        return _TOGETHER[TABLES[table].over_units](parts) if parts else NOT_TOLD

    def asked(self, table: str) -> tuple[Series, ...]:
        """Return the units that were asked a table: those that answered it or left it blank."""
        return tuple(whose for whose, reports in self.series.items() if any(one.rows(table) for one in reports))

    def of_unit(self, whose: Series, table: str, codes: tuple[str, ...] = (), gender: Gender | None = None) -> Between:
        """Return how many a unit has in the whole period; nobody knows when it has not reported anything."""
        reports = self.series.get(whose, ())
        if not reports:
            return NOT_TOLD
        figures = [report.figure(table, codes, gender) for report in reports]
        match TABLES[table].over_periods:
            case Joining.FIRST:
                return figures[0] if reports[0].period.first == self.period.first else NOT_TOLD
            case Joining.LAST:
                return figures[-1] if reports[-1].period.last == self.period.last else NOT_TOLD
            case Joining.APART:
                return figures[0] if len(figures) == 1 and whose not in self.missing else NOT_TOLD
            case joining:
                joined = self._joined(joining, whose, Place(table, codes, gender), figures)
                return without_limit(joined) if whose in self.missing else joined

    def _joined(self, joining: Joining, whose: Series, at: Place, figures: Sequence[Between]) -> Between:
        """Return what the figures of a unit's periods are together, the months between them being told or not."""
        table = TABLES[at.table]
        if joining is Joining.WITH_NEW:
            later = (one.figure(table.new_in, at.codes, at.gender) for one in self.series[whose][1:])
            joined = together((figures[0], *later))
            return joined if joined.most is not None else overlapping(figures)
        joined = _TOGETHER[joining](figures)
        if joining is Joining.INTERVAL and table.at_most and len(figures) > 1:
            return no_more_than(joined, self.of_unit(whose, table.at_most, at.codes, at.gender))
        return joined

    def tells(self, whose: Series, table: str, codes: tuple[str, ...] = (), gender: Gender | None = None) -> bool:
        """Tell whether a unit has told anything of a figure, for any of the months that it would be of."""
        if TABLES[table].over_periods in (Joining.FIRST, Joining.LAST, Joining.APART):
            return self.of_unit(whose, table, codes, gender).most is not None
        return any(one.figure(table, codes, gender).most is not None for one in self.series.get(whose, ()))

    def sums(self, table: str, codes: tuple[str, ...], gender: Gender | None = None) -> Sums | None:
        """Return the sums of those units that told them; None when nobody did, or when periods are not put together."""
        told = [one for one in self._sums(TABLES[table], codes, gender) if one is not None]
        return sums_together(told) if told else None

    def sums_not_told(self, table: str, codes: tuple[str, ...], gender: Gender | None = None) -> tuple[Series, ...]:
        """Return the units whose answers are not among the sums: who is missing."""
        told = zip(self.asked(table), self._sums(TABLES[table], codes, gender), strict=True)
        return tuple(whose for whose, sums in told if sums is None)

    def _sums(self, table: CountTable, codes: tuple[str, ...], gender: Gender | None) -> Iterator[Sums | None]:
        for whose in self.asked(table.key):
            each = [report.sums(table.key, codes, gender) for report in self.series[whose]]
            if table.over_periods is Joining.APART and len(each) > 1:
                yield None
            else:
                yield sums_together(each)


def counted(
    reports: Iterable[CountsReport], period: Period, called: Callable[[Series], Series] = lambda one: one
) -> Counted:
    """Return what reports say together of a period; those of other times are left out.

    ``called`` gives what an activity and a unit are called. Raises ``Refused`` when two reports of a unit have months
    in common, or one is only partly in the period.
    """
    within = sorted(
        (one for one in reports if one.period.overlaps(period)),
        key=lambda one: (one.activity, one.unit, one.period),
    )
    problems = tuple(_not_together(within, period, called))
    if problems:
        raise Refused(problems)
    return Counted(period, tuple(within))


def _not_together(
    reports: Sequence[CountsReport], period: Period, called: Callable[[Series], Series]
) -> Iterator[Problem]:
    for one in reports:
        if not period.covers(one.period):
            activity, unit = called(Series(one.activity, one.unit))
            yield kinds.ACROSS_THE_EDGE.at(activity, unit=unit, found=one.period.in_words, period=period.in_words)
    for one, other in pairwise(reports):
        same = (one.activity, one.unit) == (other.activity, other.unit)
        if same and one.period.overlaps(other.period):
            activity, unit = called(Series(one.activity, one.unit))
            yield kinds.OVERLAPPING.at(activity, unit=unit, one=one.period.in_words, other=other.period.in_words)
