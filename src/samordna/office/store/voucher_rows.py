"""How do the rows of an import's vouchers become vouchers again?"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import Any, Final

from samordna.domain.ledger.books import ObjectKey, Posting, Voucher
from samordna.office.store import models
from samordna.office.store.ledger_rows import objects_of

_AT_ONCE: Final = 20_000
"""Rows that are fetched together."""


def read_vouchers(version: int) -> Iterator[Voucher]:
    """Yield the vouchers of an import in its file's order; the ``line`` of each is the key of its row.

    Objects stand in the order of their numbers, and a row has the date of its voucher: no more is kept. One at a time:
    whoever asks decides how many to hold.
    """
    first = version * models.ROW_NUMBERS
    keys = {"id__gte": first, "id__lt": first + models.ROW_NUMBERS}  # a key says of itself which import it is of
    vouchers = models.Voucher.objects.filter(**keys).order_by("id")
    columns = ("voucher_id", "account", "ore", "objects_text", "text")
    rows = models.Posting.objects.filter(**keys).order_by("id").values_list(*columns).iterator(_AT_ONCE)
    groups, objects = groupby(rows, itemgetter(0)), _Objects()
    waiting = next(groups, None)
    for key, series, number, date, text in vouchers.values_list("id", "series", "number", "date", "text").iterator(
        _AT_ONCE
    ):
        postings: tuple[Posting, ...] = ()
        if waiting and waiting[0] == key:
            postings, waiting = tuple(_postings(waiting[1], date, objects)), next(groups, None)
        yield Voucher(series, number, date, intern(text), postings, key)


def _postings(rows: Iterable[tuple[Any, ...]], date: dt.date, objects: "_Objects") -> Iterator[Posting]:
    for _, account, ore, written, text in rows:
        yield Posting(intern(account), objects[written], ore, date, intern(text))


class _Objects(dict[str, tuple[ObjectKey, ...]]):
    """The objects of postings by their text; each is looked at once."""

    def __missing__(self, written: str) -> tuple[ObjectKey, ...]:
        return self.setdefault(written, objects_of(written))
