"""What did an object of the ledger move, over some accounts, found without looking at the others?

A ledger's sums are kept by account and object. Asked by object, as a follow-up asks, they are turned round once.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from samordna.domain.ledger.balances import ByMonth, YearBalances
from samordna.domain.ledger.books import ObjectKey
from samordna.domain.statements.selection import WITHOUT, ObjectSelection
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period

_ByAccount: TypeAlias = Mapping[str, ByMonth]
_NOTHING: _ByAccount = {}


@dataclass(frozen=True)
class ObjectSums:
    """The movements of one fiscal year by object, and by pairs of objects under the first of them."""

    year: YearBalances

    def over(self, objects: ObjectSelection, accounts: frozenset[str], period: Period) -> Ore:
        """Return what the accounts moved on an object, on a pair, or on what of an object no pair takes."""
        return sum(ore for month, ore in self.months(objects, accounts).items() if month in period)

    def months(self, objects: ObjectSelection, accounts: frozenset[str]) -> Mapping[Month, Ore]:
        """Return the same by month; asked again, it is known."""
        key = (objects, accounts)
        if key not in self._known:
            sums: dict[Month, Ore] = defaultdict(int)
            for month, ore in self._moved(objects, accounts):
                sums[month] += ore
            self._known[key] = sums
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[ObjectSelection, frozenset[str]], Mapping[Month, Ore]]:
        return {}

    def codes(self, dimension: str) -> Iterator[str]:
        """Yield the objects of a dimension that anything was booked on."""
        return (code for of, code in self._objects if of == dimension)

    def parts(self, key: ObjectKey, dimension: str) -> Iterator[str]:
        """Yield the objects of another dimension that something on ``key`` was booked on too."""
        return (code for of, code in self._pairs.get(key, {}) if of == dimension)

    def _moved(self, objects: ObjectSelection, accounts: Container[str]) -> Iterator[tuple[Month, Ore]]:
        first, second = objects.keys[0], objects.keys[1:]
        split = self._pairs.get(first, {})
        if second and second[0][1] != WITHOUT:
            yield from _of(split.get(second[0], _NOTHING), accounts)
            return
        yield from _of(self._objects.get(first, _NOTHING), accounts)
        for dimension, _ in second:
            for key, taken in split.items():
                if key[0] == dimension:
                    yield from ((month, -ore) for month, ore in _of(taken, accounts))

    @cached_property
    def _objects(self) -> Mapping[ObjectKey, _ByAccount]:
        turned: dict[ObjectKey, dict[str, ByMonth]] = defaultdict(dict)
        for (account, key), months in self.year.movements.objects.items():
            turned[key][account] = months
        return turned

    @cached_property
    def _pairs(self) -> Mapping[ObjectKey, Mapping[ObjectKey, _ByAccount]]:
        turned: dict[ObjectKey, dict[ObjectKey, dict[str, ByMonth]]] = defaultdict(lambda: defaultdict(dict))
        for (account, first, second), months in self.year.movements.pairs.items():
            turned[first][second][account] = months
        return turned


def _of(held: _ByAccount, accounts: Container[str]) -> Iterator[tuple[Month, Ore]]:
    for account, months in held.items():
        if account in accounts:
            yield from months.items()
