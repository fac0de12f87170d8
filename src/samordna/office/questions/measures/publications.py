"""What of the statistics has been given to those outside, when, and by whom?"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.release import Release, read_before
from samordna.domain.measures.statistics import Known, earlier_of
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.questions.identity import association
from samordna.office.questions.kept import Kept, database
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Held, Said, latest_line, latest_line_of

_COUNTED: Final = (journal.SUBMISSION, journal.ACTIVITY, journal.ASSOCIATION)
"""What counts are made of: answers, and where those live that a unit is told to receive from."""
_HELD: Final = Kept[tuple[Said[Release], ...]](4)


def publications_held(*, to: int | None = None) -> tuple[Said[Release], ...]:
    """Return every publication of statistics, the latest first; with ``to``, those that were known then."""
    last = latest_line() if to is None else to
    where = database(association())
    return _HELD.of(where and (where, last), lambda: _read(last))


def _read(to: int) -> tuple[Said[Release], ...]:
    if not to:
        return ()
    found = Held.at(to, of=(journal.PUBLISHED,)).of(journal.PUBLISHED)
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def publication(number: int) -> Said[Release] | None:
    """Return a publication by the line of the journal that says it; None when there is none."""
    return next((one for one in publications_held() if one.number == number), None)


def earlier_publications(period: Period, known_in: Callable[[Period, int], Known], *, to: int) -> tuple[Earlier, ...]:
    """Return what those outside have read already, as far as it can have to do with some months.

    That is every publication of months in common with them, with months in common with such a one, and so on.
    ``known_in`` gives what was known of some months when a line of the journal was the last; ``to`` is that line today.
    """
    known = cache(known_in)
    read = read_before(said.value for said in publications_held(to=to))
    return tuple(_earlier(one, known, to) for one in _connected(read, period))


def _connected(releases: Iterable[Release], period: Period) -> Iterator[Release]:
    months, left = [period], list(releases)
    while met := [one for one in left if any(one.period.overlaps(other) for other in months)]:
        yield from met
        months = [one.period for one in met]
        left = [one for one in left if one not in met]


def _earlier(release: Release, known_in: Callable[[Period, int], Known], to: int) -> Earlier:
    then = known_in(release.period, _same_since(release.counts))
    try:
        now = known_in(release.period, _same_since(to))
    except Refused:  # a unit has answered for more months in one since: what was read is known by what it was made from
        now = None
    return earlier_of((release.view, *release.beside), then, release.by_key, release.told, now=now)


def _same_since(to: int) -> int:
    """Return the line that the counts have been the same since, up to a line of the journal."""
    return latest_line_of(_COUNTED, to=to)
