"""How is it shown what a figure is made of, all the way down to the ledger and to what people entered?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.activities.agreed import Counted
from samordna.domain.document import ComputedOrigin, CountOrigin, EnteredOrigin, How, LedgerOrigin, Number, Origin, Part
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS, Unit
from samordna.look.parts import Cell, Heading, Things
from samordna.office.web.statements.figure import account_address, value_text
from samordna.renderers.html import origin_text

_DEEPEST: Final = 4
_HOW: Final = {
    How.SUM: swedish("Tillsammans"),
    How.DIFFERENCE: swedish("Den första minus den andra"),
    How.QUOTIENT: swedish("Den första delad med den andra"),
    How.TURNED: swedish("Med omvänt tecken"),
}


def origin_things(origin: Origin, unit: Unit, here: str = "") -> Things | None:
    """Return the parts that a figure is made of, each with its own below it; None for one that has none.

    What is the ledger's own leads to it. ``here`` is the end of an address that leads back to the page that they stand
    on (``way_back.from_here``).
    """
    if isinstance(origin, LedgerOrigin):
        return Things(swedish("Vad siffran består av"), (Heading(swedish("Varifrån")),), ((_where(origin, here),),))
    if not isinstance(origin, ComputedOrigin) or not origin.parts:
        return None
    headings = (
        Heading(_HOW[origin.how]),
        Heading(swedish("Belopp"), numbers=True),
        Heading(swedish("Varifrån"), sentences=True),
    )
    return Things(swedish("Vad siffran består av"), headings, tuple(_rows(origin.parts, unit, here, 1)))


def _rows(parts: tuple[Part, ...], unit: Unit, here: str, depth: int) -> Iterator[tuple[Cell, ...]]:
    for part in parts:
        label = f"{part.label[:1].upper()}{part.label[1:]}"
        amount = value_text(Number(part.exact, PERSONS if _of_people(part.origin) else unit, part.origin))
        yield Cell(f"{_IN * (depth - 1)}{label}"), Cell(amount), _where(part.origin, here)
        if isinstance(part.origin, ComputedOrigin) and part.origin.parts and depth < _DEEPEST:
            yield from _rows(part.origin.parts, unit, here, depth + 1)


_IN: Final = "– "
"""Before a part of a part."""
_AGREED: Final = frozenset(one.value for one in Counted)
"""What a number that is agreed can count: how its key ends."""


def _of_people(origin: Origin) -> bool:
    """Tell whether a part counts people, whatever unit the figure itself is in: kronor for each, per cent of them."""
    if isinstance(origin, ComputedOrigin):
        known = bool(origin.parts) and origin.how is not How.QUOTIENT
        return known and all(_of_people(one.origin) for one in origin.parts)
    if isinstance(origin, EnteredOrigin):
        return origin.key.rpartition(":")[2] in _AGREED
    return isinstance(origin, CountOrigin)


def _where(origin: Origin, here: str) -> Cell:
    """Return where a part comes from; one account of the ledger leads to what is booked on it."""
    href = account_address(origin, here) if isinstance(origin, LedgerOrigin) and len(origin.accounts) == 1 else ""
    return Cell(origin_text(origin), href=href)
