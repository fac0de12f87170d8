"""Where does a figure come from?"""

from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class LedgerOrigin:
    """Sums of a ledger: which accounts and objects, over which months, from which imports.

    ``objects`` are pairs (dimension, object); ``measure`` is what of the accounts is shown: ``movement``
    over the period, ``opening`` before it or ``closing`` at its end. ``imports`` are version numbers.
    """

    accounts: tuple[str, ...]
    period: Period
    measure: str
    objects: tuple[tuple[str, str], ...] = ()
    imports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EnteredOrigin:
    """A figure a person entered by hand: ``source`` is the document or decision it was taken from."""

    source: str


@dataclass(frozen=True, slots=True)
class ComputedOrigin:
    """A figure computed from others: a sentence that says how, and the origins of its parts."""

    rule: str
    parts: tuple["Origin", ...] = ()


Origin: TypeAlias = LedgerOrigin | EnteredOrigin | ComputedOrigin
