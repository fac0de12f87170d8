"""How much of what differs by voucher is kept with a file that was handed in: counts, and the first of each kind?"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from samordna.domain.ledger.books import Books, Detail, ObjectKey, Voucher, voucher_name
from samordna.domain.ledger.voucher_differences import (
    AmountChange,
    ChangedVoucher,
    FirstOf,
    voucher_differences,
)
from samordna.domain.values.money import Ore

SHOWN: Final = 20
"""Vouchers of each kind that are shown: a screenful."""

MOST: Final = 300_000
"""Vouchers of a file that are compared one by one: more than any association has in a year."""

AMOUNTS: Final = 4
"""Amounts of a changed voucher that are shown."""

_A = TypeVar("_A")
_B = TypeVar("_B")


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """A voucher in a line: its name, day and text, and what it comes to in debit.

    ``before`` is the key of its row in the version before, 0 when it has none there.
    """

    name: str
    date: dt.date
    text: str
    amount: Ore
    before: int = 0


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A voucher that says something else now, and what it said before where that differs.

    ``amounts`` are the first of those that differ, ``more`` how many there are besides. With neither, nor another
    date or text, its rows say the same amounts in other words.
    """

    voucher: VoucherLine
    date: dt.date
    text: str
    amounts: tuple[AmountChange, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class VouchersCompared:
    """What came to, what is gone and what says something else since the version before."""

    added: FirstOf[VoucherLine]
    gone: FirstOf[VoucherLine]
    changed: FirstOf[ChangedLine]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.added.count or self.gone.count or self.changed.count)


def vouchers_compared(before: Iterable[Voucher], now: Books) -> VouchersCompared | None:
    """Return what differs between the vouchers of the version before and of the books now.

    The ``line`` of a voucher before is the key of its row. What no row keeps, the order of objects and the dates that
    rows have for themselves, is no difference. None when the books now have no vouchers, or more than anybody has.
    """
    if now.detail is not Detail.VOUCHERS or len(now.vouchers) > MOST:
        return None
    found = voucher_differences(before, _as_kept(now.vouchers)).first(SHOWN)
    return VouchersCompared(
        added=_each(found.added, _line),
        gone=_each(found.gone, lambda voucher: _line(voucher, voucher.line)),
        changed=_each(found.changed, _changed),
        unchanged=found.unchanged,
    )


def _as_kept(vouchers: Iterable[Voucher]) -> Iterator[Voucher]:
    """Yield vouchers as they are when they have been taken; most are so already, and are the same values."""
    ordered = _Ordered()
    for voucher in vouchers:
        day = voucher.date
        if all(posting.date == day and ordered[posting.objects] is posting.objects for posting in voucher.postings):
            yield voucher
            continue
        kept = (posting._replace(date=day, objects=ordered[posting.objects]) for posting in voucher.postings)
        yield voucher._replace(postings=tuple(kept))


class _Ordered(dict[tuple[ObjectKey, ...], tuple[ObjectKey, ...]]):
    """Objects in the order of their numbers, by themselves; each list of them is looked at once."""

    def __missing__(self, objects: tuple[ObjectKey, ...]) -> tuple[ObjectKey, ...]:
        in_order = tuple(sorted(objects))
        return self.setdefault(objects, objects if in_order == objects else in_order)


def _each(first: FirstOf[_A], made: Callable[[_A], _B]) -> FirstOf[_B]:
    return FirstOf(tuple(map(made, first.shown)), first.count)


def _line(voucher: Voucher, before: int = 0) -> VoucherLine:
    debit = sum(posting.amount for posting in voucher.postings if posting.amount > 0)
    return VoucherLine(voucher_name(voucher.series, voucher.number), voucher.date, voucher.text, debit, before)


def _changed(one: ChangedVoucher) -> ChangedLine:
    shown = one.amounts[:AMOUNTS]
    line = _line(one.now, one.before.line)
    return ChangedLine(line, one.before.date, one.before.text, shown, len(one.amounts) - len(shown))
