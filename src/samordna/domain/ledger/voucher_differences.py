"""Which vouchers are added, gone or changed between two ledgers of the same year?

A voucher is known by its series and number where they are its own. Those without a number, and those that share
one, are known by what they say, so that their order does not matter. Time and memory grow with the number of vouchers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeAlias, TypeVar

from samordna.domain.ledger.books import ObjectKey, Posting, Voucher
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import decimal_text

SHOWN: Final = 50
"""How many of each kind are shown where nobody asks for more: a screenful or two."""

_T = TypeVar("_T")
_Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class AmountChange:
    """What a voucher books on an account with certain objects, before and now, in öre, debit positive."""

    account: str
    objects: tuple[ObjectKey, ...]
    before: Ore
    now: Ore

    @property
    def difference(self) -> Ore:
        """What came to: now less before."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class ChangedVoucher:
    """A voucher that says something else now. ``amounts`` are those that differ, by account and objects in order.

    There may be none: then its date, its text, or the dates, texts or parting of its rows differ.
    """

    before: Voucher
    now: Voucher
    amounts: tuple[AmountChange, ...]

    @property
    def date_differs(self) -> bool:
        """Tell whether it has another date."""
        return self.before.date != self.now.date

    @property
    def text_differs(self) -> bool:
        """Tell whether it has another text."""
        return self.before.text != self.now.text

    @property
    def rows_differ(self) -> bool:
        """Tell whether its rows differ in anything: amount, account, objects, date, text or how they are parted."""
        return _rows(self.before) != _rows(self.now)


@dataclass(frozen=True, slots=True)
class FirstOf(Generic[_T]):
    """The first of many, and how many there are in all."""

    shown: tuple[_T, ...]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.shown)


@dataclass(frozen=True, slots=True)
class ShownDifferences:
    """As much of the differences as a person looks at."""

    added: FirstOf[Voucher]
    gone: FirstOf[Voucher]
    changed: FirstOf[ChangedVoucher]
    unchanged: int

    def as_json(self) -> dict[str, Any]:
        """Return the same as JSON holds it; amounts are texts of kronor, ``-84896.43``."""
        return {
            "unchanged": self.unchanged,
            "added": {"count": self.added.count, "first": [_voucher_json(one) for one in self.added.shown]},
            "gone": {"count": self.gone.count, "first": [_voucher_json(one) for one in self.gone.shown]},
            "changed": {"count": self.changed.count, "first": [_changed_json(one) for one in self.changed.shown]},
        }


@dataclass(frozen=True, slots=True)
class VoucherDifferences:
    """What differs: ``added`` and ``changed`` in the order of the ledger now, ``gone`` in that of the one before.

    Vouchers that share a series and number, or have no number, stand together where the first of them does.
    """

    added: tuple[Voucher, ...]
    gone: tuple[Voucher, ...]
    changed: tuple[ChangedVoucher, ...]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)

    @property
    def by_account(self) -> dict[str, Ore]:
        """What the differences come to on each account that they move: what was booked now less what was before."""
        moved: Counter[str] = Counter()
        for voucher in self.added:
            moved.update(_amounts(voucher.postings))
        for voucher in self.gone:
            moved.subtract(_amounts(voucher.postings))
        for changed in self.changed:
            for amount in changed.amounts:
                moved[amount.account] += amount.difference
        return {account: ore for account, ore in sorted(moved.items()) if ore}

    def first(self, most: int = SHOWN) -> ShownDifferences:
        """Return the first ``most`` of each kind, and how many there are."""
        return ShownDifferences(
            added=FirstOf(self.added[:most], len(self.added)),
            gone=FirstOf(self.gone[:most], len(self.gone)),
            changed=FirstOf(self.changed[:most], len(self.changed)),
            unchanged=self.unchanged,
        )


def voucher_differences(before: Iterable[Voucher], now: Iterable[Voucher]) -> VoucherDifferences:
    """Return which vouchers differ between two ledgers. The same vouchers in any order give none."""
    then, since = _by_key(before), _by_key(now)
    added: list[Voucher] = []
    gone: list[Voucher] = []
    changed: list[ChangedVoucher] = []
    unchanged = 0
    for key, news in since.items():
        olds = then.get(key, [])
        alike, left, new = _parted(olds, news)
        unchanged += alike
        if key[1] and len(left) == len(new) == 1:  # the one that is left of a number is the same voucher
            changed.append(_changed(left[0], new[0]))
        else:
            gone += left
            added += new
    gone += [voucher for key, olds in then.items() if key not in since for voucher in olds]
    return VoucherDifferences(tuple(added), tuple(_in_order(gone, then)), tuple(changed), unchanged)


def _by_key(vouchers: Iterable[Voucher]) -> dict[_Key, list[Voucher]]:
    by_key: dict[_Key, list[Voucher]] = {}
    for voucher in vouchers:
        by_key.setdefault(voucher[:2], []).append(voucher)
    return by_key


def _parted(olds: list[Voucher], news: list[Voucher]) -> tuple[int, list[Voucher], list[Voucher]]:
    """Return how many of either side say the same, and which of each side are left."""
    if len(olds) == len(news) == 1 and (olds[0][2:5] == news[0][2:5] or _content(olds[0]) == _content(news[0])):
        return 1, [], []
    if not olds or len(olds) == len(news) == 1:
        return 0, olds, news
    waiting: dict[object, list[int]] = {}
    for index in reversed(range(len(olds))):
        waiting.setdefault(_content(olds[index]), []).append(index)
    new: list[Voucher] = []
    for voucher in news:
        same = waiting.get(_content(voucher))
        if same:
            same.pop()
        else:
            new.append(voucher)
    left = sorted(index for indexes in waiting.values() for index in indexes)
    return len(news) - len(new), [olds[index] for index in left], new


def _in_order(gone: list[Voucher], then: dict[_Key, list[Voucher]]) -> Iterator[Voucher]:
    """Yield the vouchers that are gone in the order of their ledger."""
    place = {key: index for index, key in enumerate(then)}
    yield from sorted(gone, key=lambda voucher: place[voucher[:2]])


def _content(voucher: Voucher) -> object:
    """Return what a voucher says, whatever its number and the order of its rows."""
    return voucher.date, voucher.text, _rows(voucher)


def _rows(voucher: Voucher) -> tuple[Posting, ...]:
    return tuple(sorted(map(_ordered, voucher.postings)))


def _ordered(posting: Posting) -> Posting:
    """Return a posting with its objects in order: SIE gives none."""
    return posting if len(posting.objects) < 2 else posting._replace(objects=tuple(sorted(posting.objects)))


def _amounts(postings: Iterable[Posting]) -> Counter[str]:
    moved: Counter[str] = Counter()
    for posting in postings:
        moved[posting.account] += posting.amount
    return moved


def _changed(before: Voucher, now: Voucher) -> ChangedVoucher:
    then, since = _by_place(before), _by_place(now)
    places = sorted(place for place in {*then, *since} if then[place] != since[place])
    return ChangedVoucher(before, now, tuple(AmountChange(*place, then[place], since[place]) for place in places))


def _by_place(voucher: Voucher) -> Counter[tuple[str, tuple[ObjectKey, ...]]]:
    """Return what a voucher books on each account with certain objects."""
    booked: Counter[tuple[str, tuple[ObjectKey, ...]]] = Counter()
    for posting in map(_ordered, voucher.postings):
        booked[posting.account, posting.objects] += posting.amount
    return booked


def _voucher_json(voucher: Voucher) -> dict[str, Any]:
    return {
        "series": voucher.series,
        "number": voucher.number,
        "date": voucher.date.isoformat(),
        "text": voucher.text,
        "rows": len(voucher.postings),
        "debit": decimal_text(sum(posting.amount for posting in voucher.postings if posting.amount > 0), 2),
    }


def _changed_json(changed: ChangedVoucher) -> dict[str, Any]:
    said: dict[str, Any] = {"series": changed.now.series, "number": changed.now.number}
    said["date"] = {"before": changed.before.date.isoformat(), "now": changed.now.date.isoformat()}
    said["text"] = {"before": changed.before.text, "now": changed.now.text}
    said["rows_differ"] = changed.rows_differ
    said["amounts"] = [
        {
            "account": one.account,
            "objects": [list(key) for key in one.objects],
            "before": decimal_text(one.before, 2),
            "now": decimal_text(one.now, 2),
        }
        for one in changed.amounts
    ]
    return said
