"""What have the units told of a fiscal year so far, put together?"""

from dataclasses import dataclass

from samordna.domain.participation.combining import Counted, counted
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.questions.activity_register import activity_years, usual_activity_year
from samordna.office.questions.counts import CountsHeld, counts_held


@dataclass(frozen=True)
class CountedYear:
    """The counts that are accepted of a year, through the latest month that any unit has told of.

    ``counted`` is None when no unit has told anything, or when what they told cannot be put together: ``problems`` then
    say why.
    """

    year: Period
    held: CountsHeld
    counted: Counted | None
    problems: tuple[Problem, ...] = ()


def counted_year(year: Period) -> CountedYear:
    """Return the counts of a fiscal year, as far as they are told."""
    held = counts_held()
    told = [one for one in held.reports if one.period.overlaps(year)]
    if not told:
        return CountedYear(year, held, None)
    through = Period(year.first, min(year.last, max(one.period.last for one in told)))
    try:
        return CountedYear(year, held, counted(told, through))
    except Refused as refusal:
        return CountedYear(year, held, None, refusal.problems)


def counted_years() -> tuple[Period, ...]:
    """Return the fiscal years that activities can be looked at in or units are asked of, the latest first."""
    known = set(activity_years())
    asked = {_calendar_year(one.last) for one in counts_held().periods if not any(one.last in year for year in known)}
    return tuple(sorted(known | asked, reverse=True))


def usual_counted_year() -> Period:
    """Return the latest year that any unit has told of, else the one that is usually looked at."""
    told = [one.period.last for one in counts_held().reports]
    found = next((year for year in counted_years() if told and max(told) in year), None)
    return found or usual_activity_year()


def _calendar_year(month: Month) -> Period:
    first = month // 100 * 100 + 1
    return Period(first, first + 11)
