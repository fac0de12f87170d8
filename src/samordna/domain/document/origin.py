"""Where does a figure come from?"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class LedgerOrigin:
    """Sums of a ledger: which accounts and objects, over which months, from which imports.

    ``objects`` are pairs (dimension, object); ``measure`` is what of the accounts is shown: ``movement``
    over the period, ``opening`` before it or ``closing`` at its end; ``scenario`` is ``actual``, or
    ``budget`` when the ledger carried one. ``imports`` are version numbers.
    """

    accounts: tuple[str, ...]
    period: Period
    measure: str
    objects: tuple[tuple[str, str], ...] = ()
    imports: tuple[int, ...] = ()
    scenario: str = "actual"


@dataclass(frozen=True, slots=True)
class EnteredOrigin:
    """A figure a person entered by hand: ``source`` is the document or decision it was taken from.

    ``key``, ``scenario`` and ``period`` are what it was entered for.
    """

    source: str
    key: str
    scenario: str
    period: Period


class How(Enum):
    """What is done with the parts of a computed figure."""

    SUM = "sum"
    DIFFERENCE = "difference"
    """The first less the second."""
    QUOTIENT = "quotient"
    """The first divided by the second."""
    TURNED = "turned"
    """The only part with the other sign."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the figures that another was computed from: what it is, its exact value, and where it comes from.

    Sums of the ledger are debit positive, as they were computed, whatever side their row shows.
    """

    label: str
    exact: int | Fraction
    origin: "Origin"


@dataclass(frozen=True, slots=True)
class ComputedOrigin:
    """A figure computed from others: how, a sentence that says so, and its parts in order."""

    rule: str
    parts: tuple[Part, ...] = ()
    how: How = How.SUM


@dataclass(frozen=True, slots=True)
class CountOrigin:
    """A count about people: of what and of whom, over which months, and which units' reports it adds up.

    ``measure`` is its key in the registry, ``definition`` and ``population`` what is printed beside it, ``reports`` the
    numbers of what the units have sent.
    """

    measure: str
    definition: str
    population: str
    period: Period
    reports: tuple[int, ...] = ()


Origin: TypeAlias = LedgerOrigin | EnteredOrigin | ComputedOrigin | CountOrigin
