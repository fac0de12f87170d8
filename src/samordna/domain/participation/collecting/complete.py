"""Of which months has everybody told, and who is left in the others?

The usual months to look at are the latest that everybody has told of: one unit that is early would else leave nothing
but gaps of all the others.
"""

from collections.abc import Iterable, Mapping

from samordna.domain.participation.collecting.rates import Awaited
from samordna.domain.participation.combining import Series
from samordna.domain.values.period import Month, Period


def left_to_tell(period: Period, awaited: Iterable[Awaited], until: Mapping[Series, Month]) -> tuple[Series, ...]:
    """Return who has not told all of a period: whose counts are not accepted, for a line of the calendar within it.

    Whoever is asked of other months of it, and is still at work in its last, has to have told of that month too, though
    nobody has asked it yet. ``until`` is the last month that somebody works; who is not there goes on.
    """
    asked: dict[Series, list[Awaited]] = {}
    for one in awaited:
        if one.asked.period.overlaps(period):
            asked.setdefault(Series(one.asked.activity.key, one.asked.unit.key), []).append(one)
    at_work = {whose: until.get(whose, period.last) >= period.last for whose in asked}
    return tuple(whose for whose, lines in asked.items() if _is_left(period, lines, at_work=at_work[whose]))


def _is_left(period: Period, lines: Iterable[Awaited], *, at_work: bool) -> bool:
    within = [one for one in lines if period.covers(one.asked.period)]
    told = [one for one in within if one.submission and one.submission.standing]
    return len(told) < len(within) or (at_work and not any(period.last in one.asked.period for one in told))


def by_completeness(
    periods: Iterable[Period], awaited: Iterable[Awaited], until: Mapping[Series, Month]
) -> tuple[Period, ...]:
    """Return periods with the latest that everybody has told of first; where there is none, those that lack fewest."""
    lines = tuple(awaited)
    left = {period: len(left_to_tell(period, lines, until)) for period in periods}
    return tuple(sorted(left, key=lambda one: (left[one], -one.last, one.first)))
