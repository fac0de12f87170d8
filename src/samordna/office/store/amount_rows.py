"""Which postings are of this amount, whichever side they are booked on?"""

from collections.abc import Collection
from typing import Final, NamedTuple

from django.db import connection

from samordna.domain.values.money import Ore

_LOOKED_AT: Final = 5_000
"""Postings of an amount that are looked at: a nil amount may stand in every voucher, and nobody reads them all."""


class AmountRow(NamedTuple):
    """A posting that was found by its amount."""

    voucher: int
    account: str
    ore: Ore


def postings_of_amount(least: Ore, most: Ore, *, versions: Collection[int], limit: int) -> list[AmountRow]:
    """Return at most ``limit`` postings whose amount, on either side, is from ``least`` to ``most``; smallest first."""
    if not versions:
        return []
    marks = ", ".join(["%s"] * len(versions))
    # The plus keeps the index of imports out of it: few postings are of an amount, and most are of the import.
    wanted = f"ore BETWEEN %s AND %s AND +import_id IN ({marks})"
    side = f"SELECT id, voucher_id, account, ore FROM store_posting WHERE {wanted}"  # noqa: S608
    # Sorted outside: a plan that walks the newest postings until enough match walks them all when none does.
    both = f"SELECT * FROM ({side} LIMIT {_LOOKED_AT}) debit UNION ALL SELECT * FROM ({side} LIMIT {_LOOKED_AT}) credit"  # noqa: S608
    asked = f"SELECT voucher_id, account, ore FROM ({both}) found ORDER BY ABS(ore), id DESC LIMIT %s"  # noqa: S608
    credit = (-most, min(-least, -1))
    with connection.cursor() as cursor:
        cursor.execute(asked, [least, most, *versions, *credit, *versions, limit])
        return [AmountRow(*row) for row in cursor.fetchall()]
