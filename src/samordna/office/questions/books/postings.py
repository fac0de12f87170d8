"""Which postings make up what an account holds over a period?

A page at a time, by key: page 5 000 costs what page 1 does. Ordered by month and, within it, as in the file. Count
and sum never walk an account of half a million postings: the sum is known by month, and counting stops early.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import F, QuerySet, Value
from django.db.models.functions import StrIndex

from samordna.domain.document import LedgerOrigin, Number
from samordna.domain.ledger.books import ObjectKey, voucher_name
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, WITHOUT, ObjectSelection
from samordna.domain.values.period import Month, Period
from samordna.domain.values.unit import KRONOR_ORE
from samordna.office.store import models
from samordna.office.store.ledger_rows import canonical_objects, objects_of

PAGE: Final = 50
"""Postings on a page."""

COUNTED: Final = 10_000
"""Counting stops here: a person wants to know whether it is ten, a thousand or more than anybody reads."""


@dataclass(frozen=True, slots=True, order=True)
class PostingKey:
    """Where a posting stands in its account."""

    month: Month
    number: int


@dataclass(frozen=True, slots=True)
class PostingTurn:
    """Which page is wanted: the one ``after`` a posting, or the one ``before`` it; the first when neither is given."""

    newest_first: bool = False
    after: PostingKey | None = None
    before: PostingKey | None = None


FIRST: Final = PostingTurn()


@dataclass(frozen=True, slots=True)
class PostingShown:
    """A posting with what is told of its voucher; ``objects`` are its dimensions and codes."""

    key: PostingKey
    voucher: int
    voucher_name: str
    date: dt.date
    text: str
    amount: Number
    objects: tuple[ObjectKey, ...]


@dataclass(frozen=True, slots=True)
class PostingsPage:
    """A page of postings. ``count`` is None when there are more than ``COUNTED``, or when nobody counted.

    ``previous`` and ``next`` are the pages beside it, None when there are none.
    """

    rows: tuple[PostingShown, ...]
    count: int | None
    previous: PostingTurn | None
    next: PostingTurn | None


def account_postings(
    account: str,
    period: Period,
    *,
    version: int,
    objects: ObjectSelection = WHOLE_ACCOUNTS,
    turn: PostingTurn = FIRST,
) -> PostingsPage:
    """Return a page of an account's postings in import ``version``, limited to ``objects``."""
    asked = _Asked(account, period, version, objects)
    backwards = turn.before is not None
    found = list(asked.walk(turn.before or turn.after, ascending=turn.newest_first is backwards, most=PAGE + 1))
    more, found = len(found) > PAGE, found[:PAGE]
    vouchers = models.Voucher.objects.in_bulk({row.voucher_id for row in found})  # joined, they would all be sorted
    rows = tuple(_shown(row, vouchers[row.voucher_id], asked) for row in (found[::-1] if backwards else found))
    if not rows:
        return PostingsPage((), asked.count(), None, None)
    before, after = (
        PostingTurn(turn.newest_first, before=rows[0].key),
        PostingTurn(turn.newest_first, after=rows[-1].key),
    )
    return PostingsPage(
        rows=rows,
        count=asked.count(),
        previous=before if (more if backwards else turn.after is not None) else None,
        next=after if (backwards or more) else None,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """An account's postings, ready to be walked."""

    account: str
    period: Period
    version: int
    objects: ObjectSelection

    def walk(self, start: PostingKey | None, *, ascending: bool, most: int) -> Iterator[models.Posting]:
        """Yield at most ``most`` postings beyond ``start``, month by month: each month is one look in the index."""
        months = self.period.months if ascending else reversed(self.period.months)
        left = most
        for month in months:
            if start and (month < start.month if ascending else month > start.month):
                continue
            rows = self._of_month(month, start if start and start.month == month else None, ascending=ascending)
            for row in rows[:left]:
                left -= 1
                yield row
            if not left:
                return

    def _of_month(self, month: Month, start: PostingKey | None, *, ascending: bool) -> QuerySet[models.Posting]:
        rows = self._limited(self._rows().filter(month=month))
        if start:
            rows = rows.filter(id__gt=start.number) if ascending else rows.filter(id__lt=start.number)
        return rows.order_by("id" if ascending else "-id")

    def _rows(self) -> QuerySet[models.Posting]:
        return models.Posting.objects.filter(ledger_import=self.version, account=self.account)

    def _limited(self, rows: QuerySet[models.Posting]) -> QuerySet[models.Posting]:
        """Return those of the rows that carry the objects: exactly, letter case and all."""
        for dimension, code in self.objects.keys:
            if code == WITHOUT:
                start = canonical_objects([(dimension, "")]).removesuffix("|")
                rows = rows.alias(**{f"no_{dimension}": StrIndex(F("objects_text"), Value(start))})
                rows = rows.filter(**{f"no_{dimension}": 0})
            else:
                written = canonical_objects([(dimension, code)])
                rows = rows.alias(**{f"on_{dimension}": StrIndex(F("objects_text"), Value(written))})
                rows = rows.filter(**{f"on_{dimension}__gt": 0})
        return rows

    def count(self) -> int | None:
        """Return how many postings there are; None for more than are counted, and for objects."""
        if self.objects.keys:
            return None
        rows = self._rows().filter(month__gte=self.period.first, month__lte=self.period.last)
        counted = rows.order_by()[: COUNTED + 1].count()
        return counted if counted <= COUNTED else None


def _shown(row: models.Posting, voucher: models.Voucher, asked: _Asked) -> PostingShown:
    month = Period(row.month, row.month)
    origin = LedgerOrigin((row.account,), month, "movement", asked.objects.keys, (asked.version,))
    return PostingShown(
        key=PostingKey(row.month, row.id),
        voucher=voucher.id,
        voucher_name=voucher_name(voucher.series, voucher.number),
        date=voucher.date,
        text=row.text or voucher.text,
        amount=Number(row.ore, KRONOR_ORE, origin),
        objects=objects_of(row.objects_text),
    )
