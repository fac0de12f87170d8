"""Who did what, when, and what was refused?

Newest first, a page at a time, from an entry and backwards: as quick on the last page as on the first. Words are
looked for among so many entries at a time that an answer is never waited for; the page says how far it looked.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.models import TrailEntry
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Refused
from samordna.office.questions import problems
from samordna.office.questions.front.trail_filters import holds_name, holds_words
from samordna.office.questions.front.trail_values import ChangedValue, changed_values

PAGE: Final = 50
LOOKED_THROUGH: Final = 10_000
"""How many entries words are looked for in at a time."""

MOST_TAKEN_OUT: Final = 50_000
"""How many entries leave in a file: more would keep others waiting."""

_NOTHING_BEFORE: Final = dt.date(1970, 1, 1)
_TRAIL: Final = swedish("spåret")
_DEEDS: Final = {deed.value: str(deed.label) for deed in Deed}


@dataclass(frozen=True, slots=True)
class TrailAsked:
    """What is looked for: words anywhere, part of a name, a deed, refusals only, days (both included).

    ``before`` is the entry to go on from, backwards in time.
    """

    words: str = ""
    who: str = ""
    deed: str = ""
    refused: bool = False
    first: dt.date | None = None
    last: dt.date | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class TrailLine:
    """An entry of the trail: who did what to what, or was ``refused``, and the values before and after."""

    id: int
    at: dt.datetime
    by: str
    deed: str
    refused: bool
    subject: str
    changes: tuple[ChangedValue, ...]


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of the trail. ``older`` is where to go on from, None at the end.

    ``looked_to`` is how far back words were looked for when there may be more before that: the page is then not full.
    """

    lines: tuple[TrailLine, ...]
    older: int | None
    looked_to: dt.datetime | None = None


def trail(asked: TrailAsked) -> TrailPage:
    """Return the entries that were asked for, newest first."""
    rows = _narrowed(asked)
    wanted = _holding(rows, asked)
    stop = None
    if wanted is not rows:
        stop = rows.values("at", "id")[LOOKED_THROUGH : LOOKED_THROUGH + 1].first()
    if stop:
        wanted = wanted.filter(Q(at__gt=stop["at"]) | Q(at=stop["at"], id__gte=stop["id"]), at__gte=stop["at"])
    found = list(wanted[: PAGE + 1])
    if len(found) > PAGE:
        return TrailPage(tuple(map(_line, found[:PAGE])), older=found[PAGE - 1].pk)
    lines = tuple(map(_line, found))
    return TrailPage(lines, older=stop["id"], looked_to=stop["at"]) if stop else TrailPage(lines, older=None)


def trail_lines(asked: TrailAsked) -> Iterator[TrailLine]:
    """Yield every entry that was asked for, newest first, however far back. Raises ``Refused`` for too many."""
    rows = _holding(_narrowed(asked), asked)[: MOST_TAKEN_OUT + 1]
    for number, row in enumerate(rows.iterator(2_000)):
        if number == MOST_TAKEN_OUT:
            raise Refused([problems.TRAIL_TOO_LONG.at(_TRAIL, most=swedish_number(MOST_TAKEN_OUT))])
        yield _line(row)


def trail_line(entry_id: int) -> TrailLine | None:
    """Return one entry, or None when there is no such."""
    row = TrailEntry.objects.filter(pk=entry_id).first()
    return _line(row) if row else None


def deeds() -> tuple[tuple[str, str], ...]:
    """Return the deeds that the trail may tell of: code and Swedish name, by name."""
    return tuple(sorted(_DEEDS.items(), key=lambda named: named[1]))


def _narrowed(asked: TrailAsked) -> QuerySet[TrailEntry]:
    """Return the entries that an index finds, newest first."""
    rows = TrailEntry.objects.order_by("-at", "-id")
    if asked.deed:
        rows = rows.filter(deed=asked.deed)
    if asked.refused:
        rows = rows.filter(refused=True)
    if asked.first:
        rows = rows.filter(at__gte=_midnight(asked.first))
    if asked.last and asked.last < dt.date.max:
        rows = rows.filter(at__lt=_midnight(asked.last + dt.timedelta(days=1)))
    if asked.before is not None:
        last = TrailEntry.objects.filter(pk=asked.before).values("at", "id").first()
        if last:
            rows = rows.filter(Q(at__lt=last["at"]) | Q(id__lt=last["id"]), at__lte=last["at"])
    return rows


def _holding(rows: QuerySet[TrailEntry], asked: TrailAsked) -> QuerySet[TrailEntry]:
    """Return those of the rows that hold the words; the very same rows when there are none to hold."""
    for condition in (*holds_words(asked.words), *holds_name(asked.who)):
        rows = rows.filter(condition)
    return rows


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(max(day, _NOTHING_BEFORE), dt.time.min))


def _line(row: TrailEntry) -> TrailLine:
    return TrailLine(
        id=row.pk,
        at=row.at,
        by=row.by_name,
        deed=_DEEDS.get(row.deed, row.deed),
        refused=row.refused,
        subject=row.subject,
        changes=changed_values(row.old, row.new),
    )
