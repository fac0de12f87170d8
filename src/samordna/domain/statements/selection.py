"""Which accounts, and which objects, does a line answer for?

Accounts are written as a list: ``5538, 5540..5544, 62*, 24*..29*, !6250``: numbers, prefixes, ranges of either
with both ends included, and exceptions. A number that is written out stands whatever ranges and prefixes except:
``4*..7*, !79*, 7910``; nothing written is no accounts. Objects are written ``1:3001`` (dimension 1, object 3001), two
of them for a declared pair, ``6:-`` for what carries no object of that dimension.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from samordna.domain.ledger.balances import DECLARED_PAIRS
from samordna.domain.values.language import swedish

_TERM: Final = re.compile(r"(!?)(\w+)(\*?)(?:\.\.(\w+)(\*?))?")
_NUMBER: Final = re.compile(r"\w+")
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

    def nearness(self, account: str) -> int:
        if self.holds(account):
            return len(self.first)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(self.first, account, strict=False)))

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
        read = [_read(written) for written in _written(text)]
        included, excluded = (tuple(term for no, term in read if no is excepted) for excepted in (False, True))
        return cls(text, included, excluded)

    def __contains__(self, account: str) -> bool:
        return any(t.holds(account) for t in self.included) and not self._excepts(account)

    def _excepts(self, account: str) -> bool:
        """Tell whether an exception holds the account: one by range or prefix yields to a number written out."""
        named = any(t.names_one and t.first == account for t in self.included)
        return any(t.holds(account) and (t.names_one or not named) for t in self.excluded)

    def among(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """Return the selected of ``accounts``, in number order."""
        ordered = sorted(accounts)
        found = {account for term in self.included for account in term.among(ordered)}
        return tuple(sorted(account for account in found if not self._excepts(account)))

    @property
    def named(self) -> tuple[str, ...]:
        """The accounts written out one by one, in number order; what ranges and prefixes find is not among them."""
        return tuple(sorted(t.first for t in self.included if t.names_one and t.first in self))

    def nearness(self, account: str) -> int:
        """Return how many of an account's first signs some number, prefix or range here has in common with it."""
        return max((t.nearness(account) for t in self.included), default=0)

    def adding(self, account: str) -> "AccountSelection":
        """Return the selection with one more account: its exception taken away, or its number written among the rest.

        Raises ``ValueError`` for what is no account's number.
        """
        if _number(account) in self:
            return self
        kept = [written for written in _written(self.text) if not _names(written, account)]
        without = AccountSelection.parse(", ".join(kept))
        if account in without:
            return without
        return AccountSelection.parse(", ".join(_with_number(kept, account)))

    def leaving_out(self, account: str) -> "AccountSelection":
        """Return the selection without an account: its number taken away, or an exception written last.

        Raises ``ValueError`` for what is no account's number.
        """
        if _number(account) not in self:
            return self
        kept = [written for written in _written(self.text) if not _names(written, account)]
        if all(_read(written)[0] for written in kept):
            return AccountSelection.parse("")
        without = AccountSelection.parse(", ".join(kept))
        return AccountSelection.parse(f"{without.text}, !{account}") if account in without else without


def _number(account: str) -> str:
    """Return a number that a selection can hold written out; raises ``ValueError`` for any other text."""
    if not _NUMBER.fullmatch(account):
        raise ValueError(swedish("”{account}” är inget kontonummer").format(account=account))
    return account


def _written(text: str) -> list[str]:
    """Return the terms as they were written."""
    return [written.strip() for written in text.split(",")] if text.strip() else []


def _read(written: str) -> tuple[bool, _Term]:
    """Return whether a term is an exception, and the term; raises ``ValueError`` when it is none."""
    found = _TERM.fullmatch(written)
    no, first, star, last, last_star = found.groups() if found else ("", "", "", "x", "")
    if last and (len(last) != len(first) or last < first or last_star != star):
        said = swedish("”{term}” är varken konto, prefix eller ett intervall av endera")
        raise ValueError(said.format(term=written))
    return bool(no), _Term(first, last or first, prefix=bool(star))


def _names(written: str, account: str) -> bool:
    """Tell whether a term is this account alone, or the exception of it."""
    _, term = _read(written)
    return term.names_one and term.first == account


def _with_number(terms: list[str], account: str) -> list[str]:
    """Return the terms with a number among them: in its place when they stand in order, else last of what is held."""
    held = [written for written in terms if not _read(written)[0]]
    firsts = [_read(written)[1].first for written in held]
    place = bisect_left(firsts, account) if firsts == sorted(firsts) else len(held)
    before = held[place - 1] if place else ""
    at = terms.index(before) + 1 if before else 0
    return [*terms[:at], account, *terms[at:]]


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


_DIMENSIONS: Final = {"1": swedish("kostnadsställe"), "6": swedish("projekt")}


def dimensions_in_words(objects: ObjectSelection) -> str:
    """Return ``kostnadsställe och projekt``: what a selection is limited by."""
    numbered = swedish("dimension {number}")
    words = [_DIMENSIONS.get(number, numbered.format(number=number)) for number, _ in objects.keys]
    return swedish(" och ").join(words)


WHOLE_ACCOUNTS: Final = ObjectSelection()
"""The selection that limits nothing."""
