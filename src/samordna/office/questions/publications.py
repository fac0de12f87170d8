"""What of the statistics has been given to those outside, when, and by whom?"""

from collections.abc import Callable, Sequence
from typing import Final

from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.release import Release, read_before
from samordna.domain.measures.statistics import Known, earlier_of
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.questions.identity import association
from samordna.office.questions.kept import Kept, database
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Held, Said, latest_line

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


def earlier_publications(
    releases: Sequence[Said[Release]], period: Period, known_in: Callable[[Period], Known]
) -> tuple[Earlier, ...]:
    """Return what those outside have read already of months that ``period`` has in common with it.

    ``known_in`` gives what is known of some months. Months that no report is of by itself any more say nothing.
    """
    read = read_before(one.value for one in releases if one.value.period.overlaps(period))
    return tuple(earlier for one in read if (earlier := _earlier(one, known_in)))


def _earlier(release: Release, known_in: Callable[[Period], Known]) -> Earlier | None:
    try:
        return earlier_of(release.view, known_in(release.period), release.by_key, release.beside)
    except Refused:
        return None
