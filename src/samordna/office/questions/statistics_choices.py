"""What is there to choose of statistics: which views, periods, activities and units?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from samordna.domain.measures.view import View
from samordna.domain.values.period import Month, Period
from samordna.office.questions.counts import CountsHeld, counts_held
from samordna.office.questions.saved_views import OWN, views

_MONTHS = 100
"""What a month's number holds of years: 202408."""


@dataclass(frozen=True)
class StatisticsChoices:
    """The views, the periods that reports cover whole (latest first), activities and units by their ids.

    ``reports`` is how many reports there are at all.
    """

    views: tuple[View, ...]
    periods: tuple[Period, ...] = ()
    activities: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    reports: int = 0

    @property
    def usual(self) -> Period:
        """The latest period, from the beginning of its year. Raises ``LookupError`` when there is none."""
        return self.periods[0]

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
    held = counts_held()
    return StatisticsChoices(
        views=views(),
        periods=tuple(sorted(set(_periods(held)), key=lambda one: (-one.last, one.first))),
        activities=_names((line.value.activity.key, line.value.activity.name) for line in held.calendar),
        units=_names((line.value.unit.key, line.value.unit.name) for line in held.calendar),
        reports=len(held.reports),
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
