"""Which accounts, and which entered figures, is a figure made of?

A figure's origin is followed down to where it ends: sums and differences are opened, a quotient is not, since
nothing adds up to it. The accounts of what is left are asked one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from samordna.domain.document import ComputedOrigin, CountOrigin, EnteredOrigin, How, LedgerOrigin, Number, Origin
from samordna.domain.statements.by_month import of_origin
from samordna.domain.statements.holdings import Amount, Holdings


@dataclass(frozen=True, slots=True)
class Held:
    """What one account holds of a figure, as it counts into it; ``origin`` is the account's alone."""

    account: str
    exact: int | Fraction
    origin: LedgerOrigin


@dataclass(frozen=True, slots=True)
class Written:
    """An entered figure that counts into another."""

    exact: int | Fraction
    origin: EnteredOrigin


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that adds up to a figure. ``without_amount`` is how many accounts it asks that hold nothing.

    ``rest`` is what the figure is more than its contents: the rounding of rows that were rounded before they
    were added up. Nothing adds up to a quotient: it has no contents and no rest.
    """

    accounts: tuple[Held, ...]
    entered: tuple[Written, ...]
    without_amount: int
    rest: int | Fraction


def contents(number: Number, holdings: Holdings, sign: int) -> Contents:
    """Return what a shown figure is made of; ``sign`` is what its debit-positive amount was multiplied with."""
    leaves = list(_leaves(number.origin, Fraction(number.exact) * sign, sign))
    accounts: dict[tuple[str, tuple[tuple[str, str], ...]], Held] = {}
    for leaf in leaves:
        if isinstance(leaf.origin, LedgerOrigin):
            for held in _opened(leaf.origin, leaf.factor, holdings):
                key = (held.account, held.origin.objects)
                before = accounts.get(key)
                accounts[key] = replace(before, exact=before.exact + held.exact) if before else held
    entered = tuple(Written(leaf.exact, leaf.origin) for leaf in leaves if isinstance(leaf.origin, EnteredOrigin))
    holding = tuple(held for _, held in sorted(accounts.items()) if held.exact)
    told = sum(held.exact for held in holding) + sum(written.exact for written in entered)
    rest = number.exact - told if leaves else 0
    return Contents(holding, entered, len(accounts) - len(holding), rest)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Where an origin ends: ``exact`` as it counts into the figure, ``factor`` what it was multiplied with."""

    origin: LedgerOrigin | EnteredOrigin
    exact: int | Fraction
    factor: int


_SIGNS: Final = {How.DIFFERENCE: (1, -1), How.TURNED: (-1,)}


def _leaves(origin: Origin, exact: int | Fraction, factor: int) -> Iterator[_Leaf]:
    """Yield where an origin ends; ``exact`` is debit positive, as the parts of a computed figure are.

    A count about people is no amount, and no part of one.
    """
    if isinstance(origin, CountOrigin):
        return
    if not isinstance(origin, ComputedOrigin):
        yield _Leaf(origin, exact * factor, factor)
        return
    if origin.how is How.QUOTIENT:
        return
    signs = _SIGNS.get(origin.how, (1,) * len(origin.parts))
    for part, own in zip(origin.parts, signs, strict=True):
        yield from _leaves(part.origin, part.exact, factor * own)


def _opened(origin: LedgerOrigin, factor: int, holdings: Holdings) -> Iterator[Held]:
    """Yield what each account of an origin holds of it."""
    for account in origin.accounts:
        alone = replace(origin, accounts=(account,))
        value = of_origin(holdings, alone)(origin.period)
        if isinstance(value, Amount):
            yield Held(account, value.exact * factor, alone)
