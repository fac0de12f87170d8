"""Which accounts, and which objects, does a line answer for?

Accounts are written as a list: ``5538, 5540..5544, 62*, 24*..29*, !6250``: numbers, prefixes, ranges of either
with both ends included, and exceptions. Objects are written ``1:3001`` (dimension 1, object 3001), two of
them for a declared pair, ``6:-`` for what carries no object of that dimension.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import DECLARED_PAIRS
from samordna.domain.values.language import swedish

_TERM: Final = re.compile(r"(!?)(\w+)(\*?)(?:\.\.(\w+)(\*?))?")
_OBJECT: Final = re.compile(r"(\d+):(\S+)")

WITHOUT: Final = "-"
"""Written instead of an object's code: what carries no object of the dimension."""

_AFTER: Final = "\uffff"
"""A sign after every other: ``62`` followed by it stands after all numbers that begin with 62."""


@dataclass(frozen=True, slots=True)
class _Term:
    """One term of a selection: everything from ``first`` to ``last``, whole numbers or the beginnings of them."""

    first: str
    last: str
    prefix: bool

    def holds(self, account: str) -> bool:
        head = account[: len(self.first)] if self.prefix else account
        return len(head) == len(self.first) and self.first <= head <= self.last

    def among(self, ordered: Sequence[str]) -> Iterable[str]:
        """Return what the term holds of accounts in number order, without looking at all of them."""
        start = bisect_left(ordered, self.first)
        end = bisect_right(ordered, self.last + _AFTER if self.prefix else self.last)
        return filter(self.holds, ordered[start:end])

    @property
    def names_one(self) -> bool:
        return not self.prefix and self.first == self.last


@dataclass(frozen=True, slots=True)
class AccountSelection:
    """A selection of accounts as it stands in a layout; ``text`` is what was written."""

    text: str
    included: tuple[_Term, ...]
    excluded: tuple[_Term, ...]

    @classmethod
    def parse(cls, text: str) -> "AccountSelection":
        """Return the selection that ``text`` describes; raises ``ValueError`` naming the term that is none."""
        included: list[_Term] = []
        excluded: list[_Term] = []
        for written in text.split(","):
            found = _TERM.fullmatch(written.strip())
            no, first, star, last, last_star = found.groups() if found else ("", "", "", "x", "")
            if last and (len(last) != len(first) or last < first or last_star != star):
                said = swedish("”{term}” är varken konto, prefix eller ett intervall av endera")
                raise ValueError(said.format(term=written.strip()))
            (excluded if no else included).append(_Term(first, last or first, prefix=bool(star)))
        return cls(text, tuple(included), tuple(excluded))

    def __contains__(self, account: str) -> bool:
        return any(t.holds(account) for t in self.included) and not any(t.holds(account) for t in self.excluded)

    def among(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """Return the selected of ``accounts``, in number order."""
        ordered = sorted(accounts)
        found = {account for term in self.included for account in term.among(ordered)}
        return tuple(sorted(account for account in found if not any(t.holds(account) for t in self.excluded)))

    @property
    def named(self) -> tuple[str, ...]:
        """The accounts written out one by one, in number order; what ranges and prefixes find is not among them."""
        return tuple(sorted(t.first for t in self.included if t.names_one))


@dataclass(frozen=True, slots=True)
class ObjectSelection:
    """One or two pairs (dimension, object) that a line is limited to; none means the whole account."""

    keys: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> "ObjectSelection":
        """Return the selection of ``1:1010`` or ``1:1010 6:10``; raises ``ValueError`` for anything else."""
        keys = []
        for written in text.split():
            found = _OBJECT.fullmatch(written)
            if not found:
                raise ValueError(swedish("”{term}” är ingen dimension med objekt; skriv 1:3001").format(term=written))
            keys.append((found[1], found[2]))
        if len(keys) > 2:
            raise ValueError(swedish("högst två dimensioner kan begränsa en rad"))
        if keys and keys[0][1] == WITHOUT:
            raise ValueError(swedish("”utan objekt” kan bara stå för den andra dimensionen"))
        pair = tuple(dimension for dimension, _ in keys)
        if len(pair) == 2 and pair not in DECLARED_PAIRS:
            written = swedish(" eller ").join(f"{one}:… {other}:…" for one, other in DECLARED_PAIRS)
            told = swedish("paret {one} och {other} summeras inte; skriv {written}")
            raise ValueError(told.format(one=pair[0], other=pair[1], written=written))
        return cls(tuple(keys))

    def overlaps(self, other: "ObjectSelection") -> bool:
        """Tell whether a posting can belong to both: unless a dimension says different things in them."""
        theirs = dict(other.keys)
        return all(theirs.get(dimension, code) == code for dimension, code in self.keys)


WHOLE_ACCOUNTS: Final = ObjectSelection()
"""The selection that limits nothing."""
