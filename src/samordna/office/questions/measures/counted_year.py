"""What have the units told of a fiscal year so far, put together?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samordna.domain.participation.collecting.complete import by_completeness, left_to_tell
from samordna.domain.participation.combining import Counted, Series, counted
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.activities.activity_register import activity_years, usual_activity_year
from samordna.office.questions.counts.counts import CountsHeld, counts_held


@dataclass(frozen=True)
class CountedYear:
    """The counts that are accepted of a year, through the latest month that every unit has told of.

    Where there is no such month yet, it is the one that fewest are left to tell of. ``counted`` is None when no unit
    has told anything, or when what they told cannot be put together: ``problems`` then say why. ``later`` are the
    months of the year through the latest that any unit has told of, where those are more; ``left`` who is left in them.
    """

    year: Period
    held: CountsHeld
    counted: Counted | None
    problems: tuple[Problem, ...] = ()
    later: Period | None = None
    left: tuple[Series, ...] = ()


def counted_year(year: Period) -> CountedYear:
    """Return the counts of a fiscal year, as far as they are told by all."""
    held = counts_held()
    told = [one for one in held.reports if one.period.overlaps(year)]
    if not told:
        return CountedYear(year, held, None)
    ends = {Period(year.first, min(year.last, one.period.last)) for one in told}
    until, refused = last_months(), CountedYear(year, held, None)
    for through in by_completeness(ends, held.awaited, until):
        try:
            found = CountedYear(year, held, counted(told, through, held.called))
        except Refused as refusal:
            refused = refused if refused.problems else replace(refused, problems=refusal.problems)
            continue
        later = max(ends)
        left = left_to_tell(later, held.awaited, until)
        return found if later == through else replace(found, later=later, left=left)
    return refused


def names_left(counts: CountedYear) -> tuple[str, ...]:
    """Return what those are called who are left to tell of the later months of a year."""
    return tuple(sorted({counts.held.called(one).unit for one in counts.left}))


def last_months() -> Mapping[Series, Month]:
    """Return the last month of each performer that does not go on, by its activity and itself."""
    told = (
        (Series(activity.id, one.id), [month for month in (one.until, activity.last) if month])
        for activity in activities_held().activities
        for one in activity.performers
    )
    return {whose: min(ends) for whose, ends in told if ends}


def counted_years() -> tuple[Period, ...]:
    """Return the fiscal years that activities can be looked at in or units are asked of, the latest first."""
    known = set(activity_years())
    asked = {_calendar_year(one.last) for one in counts_held().periods if not any(one.last in year for year in known)}
    return tuple(sorted(known | asked, reverse=True))


def usual_counted_year() -> Period:
    """Return the latest year that every unit has told of, or fewest are left in; else the one usually looked at."""
    held = counts_held()
    told = by_completeness({one.period for one in held.reports}, held.awaited, last_months())
    found = next((year for year in counted_years() if told and told[0].last in year), None)
    return found or usual_activity_year()


def _calendar_year(month: Month) -> Period:
    first = month // 100 * 100 + 1
    return Period(first, first + 11)
