"""What is there to choose of statistics: which views, periods, activities and units?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from samordna.domain.measures.view import View
from samordna.domain.participation.collecting.complete import by_completeness, left_to_tell
from samordna.domain.participation.combining import Series
from samordna.domain.values.period import Month, Period
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.counts.counts import CountsHeld, counts_held
from samordna.office.questions.measures.counted_year import last_months
from samordna.office.questions.measures.saved_views import OWN, views

_MONTHS = 100
"""What a month's number holds of years: 202408."""


@dataclass(frozen=True)
class StatisticsChoices:
    """The views, the periods of reports and the years of agreed numbers (latest first), activities and units by id.

    ``left`` is who is left to tell of each period that reports are of, those first that everybody has told of.
    ``reports`` is how many reports there are at all.
    """

    views: tuple[View, ...]
    periods: tuple[Period, ...] = ()
    activities: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    reports: int = 0
    left: dict[Period, tuple[Series, ...]] = field(default_factory=dict)

    @property
    def usual(self) -> Period:
        """The latest period that everybody has told of. Raises ``LookupError`` when there are no reports.

        Where there is none yet, it is the one that fewest are left in.
        """
        return next(iter(self.left), None) or self.periods[0]

    @property
    def newer(self) -> Period | None:
        """The latest period that any unit has told of, from the first month of its year; None when it is the usual."""
        latest = min(self.left, key=lambda one: (-one.last, one.first), default=None)
        return latest if latest and latest.last > self.usual.last else None

    @property
    def own(self) -> tuple[View, ...]:
        """The views that the association has made."""
        return tuple(view for view in self.views if view.key.startswith(OWN))

    @property
    def by_key(self) -> dict[str, View]:
        """The views by their keys."""
        return {view.key: view for view in self.views}


def statistics_choices() -> StatisticsChoices:
    """Return what there is to choose among, of the reports that are accepted."""
    held, until = counts_held(), last_months()
    told = by_completeness(set(_periods(held)), held.awaited, until)
    agreed = {one.period for one in activities_held().agreed}
    return StatisticsChoices(
        views=views(),
        periods=tuple(sorted({*told, *agreed}, key=lambda one: (-one.last, one.first))),
        activities=_names((line.value.activity.key, line.value.activity.name) for line in held.calendar),
        units=_names((line.value.unit.key, line.value.unit.name) for line in held.calendar),
        reports=len(held.reports),
        left={one: left_to_tell(one, held.awaited, until) for one in told},
    )


def _names(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(sorted(dict(told).items(), key=lambda one: one[1].casefold()))


def _periods(held: CountsHeld) -> Iterable[Period]:
    """Yield the periods of reports, and of each year those from its first month on that reports fill."""
    by_year: dict[int, list[Period]] = defaultdict(list)
    for report in held.reports:
        by_year[report.period.last // _MONTHS].append(report.period)
    for found in by_year.values():
        first: Month = min(one.first for one in found)
        for one in found:
            yield one
            yield Period(first, one.last)
