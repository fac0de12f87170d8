"""Which counts need not be looked for, because what is known of them can be said of others?

A count that is neither shown nor to be protected is only in the way: what a whole has besides its parts says no more
than that the parts are at most the whole. What ties it is said of the others that it is tied to, until only counts are
left that somebody asks for. Whatever these could be before they can be after, and nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from samordna.domain.measures.disclosure.known import Hides, Known
from samordna.domain.measures.disclosure.solver import NO_LIMIT, Row
from samordna.domain.measures.disclosure.ties import Tie

_MOST_ROWS: Final = 3
"""A count that is tied in more ways than this stays: what is known of it would be said too many times."""
_MOST_MORE: Final = 2
"""So many more terms there may be, at most, when something is said of other counts."""
_ANY: Final = (0.0, NO_LIMIT)


@dataclass
class Reduced:
    """Counts that are asked for, and what ties them.

    ``limits`` are the least and the most that a count can be that may be withheld, even when it is: from nobody, where
    it is not here.
    """

    known: dict[int, Known]
    rows: dict[int, Row] = field(default_factory=dict)
    limits: dict[int, tuple[float, float]] = field(default_factory=dict)

    def bounds(self, at: int) -> tuple[float, float]:
        """Return the least and the most that a count can be, whatever is withheld."""
        one = self.known[at]
        return (one.least, one.most) if one.hides is Hides.NOT else self.limits.get(at, _ANY)


def reduced(known: Mapping[int, Known], ties: Iterable[Tie]) -> Reduced:
    """Return the same with no more counts and ties than it takes."""
    rows = {number: Row(dict(tie.terms), tie.amount, tie.amount) for number, tie in enumerate(ties)}
    reducing = _Reducing(Reduced(dict(known), rows))
    reducing.reduce()
    return reducing.made


class _Reducing:
    """Counts and ties on their way to be fewer. ``_rows_of`` are the numbers of the rows that a count stands in."""

    def __init__(self, made: Reduced) -> None:
        self.made: Final = made
        self._rows_of: Final[dict[int, set[int]]] = defaultdict(set)
        for number, row in made.rows.items():
            for at in row.terms:
                self._rows_of[at].add(number)
        self._touched: set[int] = set()
        """The counts that may be in the way now, since something that ties them is gone or has become another."""

    def reduce(self) -> None:
        """Do without counts until none is in the way."""
        self._touched = set(self.made.known)
        while self._touched:
            waiting, self._touched = sorted(self._touched), set()
            for at in waiting:
                one = self.made.known.get(at)
                if one and one.hides is Hides.NOT and one.needs is None:
                    self._do_without(at)

    def _do_without(self, at: int) -> None:
        rows = sorted(self._rows_of[at], key=lambda number: (len(self.made.rows[number].terms), number))
        if not rows:
            del self.made.known[at]
        elif len(rows) == 1:
            self._leave_open(at, rows[0])
        elif len(rows) <= _MOST_ROWS:
            for number in rows:
                if self._put_in_place(at, number, [one for one in rows if one != number]):
                    break

    def _leave_open(self, at: int, number: int) -> None:
        """Do without a count that stands in one row: the others come to what it leaves them."""
        row = self.made.rows[number]
        factor = row.terms[at]
        low, high = _times(factor, self.made.bounds(at))
        terms = {other: sign for other, sign in row.terms.items() if other != at}
        self.made.rows[number] = Row(terms, row.least - high, row.most - low)
        del self.made.known[at], self._rows_of[at]
        self._simplify(number)

    def _put_in_place(self, at: int, number: int, others: list[int]) -> bool:
        """Do without a count by what one row says that it is; tell whether that can be done."""
        row = self.made.rows[number]
        factor = row.terms[at]
        if row.least != row.most or abs(factor) != 1 or (len(row.terms) - 2) * len(others) > _MOST_MORE:
            return False
        amount = row.least * factor
        same = {other: -sign * factor for other, sign in row.terms.items() if other != at}
        if not self._is_so(same, *(bound - amount for bound in self.made.bounds(at))):
            return False
        self._drop(number)
        for other in others:
            self._put_into(other, at, same, amount)
        del self.made.known[at], self._rows_of[at]
        for other in others:
            self._simplify(other)
        return True

    def _put_into(self, number: int, at: int, same: Mapping[int, int], amount: float) -> None:
        """Put into a row what a count is the same as, with an amount besides."""
        row = self.made.rows[number]
        terms = dict(row.terms)
        factor = terms.pop(at)
        for other, sign in same.items():
            terms[other] = terms.get(other, 0) + factor * sign
            self._rows_of[other].add(number)
            if not terms[other]:
                del terms[other]
                self._rows_of[other].discard(number)
        self._touched |= set(same)
        self.made.rows[number] = Row(terms, row.least - factor * amount, row.most - factor * amount)

    def _simplify(self, number: int) -> None:
        """Drop a row when what it says is so anyhow, or can be said of its only count."""
        row = self.made.rows[number]
        if self._is_so(row.terms, row.least, row.most):
            self._drop(number)
        self._touched |= set(row.terms)

    def _is_so(self, terms: Mapping[int, int], low: float, high: float) -> bool:
        """Tell whether a sum is between two bounds anyhow; that of one count is made so, where that can be."""
        bounds = [_times(factor, self.made.bounds(at)) for at, factor in terms.items()]
        if low <= sum(least for least, _ in bounds) and sum(most for _, most in bounds) <= high:
            return True
        if len(terms) == 1:
            ((at, factor),) = terms.items()
            return abs(factor) == 1 and self._limit(at, *_times(factor, (low, high)))
        return False

    def _limit(self, at: int, low: float, high: float) -> bool:
        """Limit a count; tell whether that can be done: not where it says more of one than its sign does."""
        one, (least, most) = self.made.known[at], self.made.bounds(at)
        if one.hides is Hides.NOT:
            self.made.known[at] = replace(one, least=max(least, low), most=min(most, high))
            return True
        if low > one.least or high < one.most:
            return False
        self.made.limits[at] = max(least, low), min(most, high)
        return True

    def _drop(self, number: int) -> None:
        row = self.made.rows.pop(number)
        for at in row.terms:
            self._rows_of[at].discard(number)
        self._touched |= set(row.terms)


def _times(factor: int, bounds: tuple[float, float]) -> tuple[float, float]:
    low, high = (factor * bound for bound in bounds)
    return (low, high) if factor > 0 else (high, low)
