"""How is it shown what a figure is made of, all the way down to the ledger and to what people entered?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.document import ComputedOrigin, How, LedgerOrigin, Number, Origin, Part
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import Unit
from samordna.look.parts import Cell, Heading, Things
from samordna.office.web.figure import account_address, value_text
from samordna.renderers.html import origin_text

_DEEPEST: Final = 4
_HOW: Final = {
    How.SUM: swedish("Tillsammans"),
    How.DIFFERENCE: swedish("Den första minus den andra"),
    How.QUOTIENT: swedish("Den första delad med den andra"),
    How.TURNED: swedish("Med omvänt tecken"),
}


def origin_sentence(origin: Origin) -> str:
    """Return where a figure comes from, as a sentence."""
    return origin_text(origin)


def origin_things(origin: Origin, unit: Unit, here: str = "") -> Things | None:
    """Return the parts that a figure is made of, each with its own below it; None for one that has none.

    ``here`` is the end of an address that leads back to the page that they stand on (``way_back.from_here``).
    """
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
        amount = value_text(Number(part.exact, unit, part.origin))
        yield Cell(f"{_IN * (depth - 1)}{label}"), Cell(amount), _where(part.origin, here)
        if isinstance(part.origin, ComputedOrigin) and part.origin.parts and depth < _DEEPEST:
            yield from _rows(part.origin.parts, unit, here, depth + 1)


_IN: Final = "– "
"""Before a part of a part."""


def _where(origin: Origin, here: str) -> Cell:
    """Return where a part comes from; one account of the ledger leads to what is booked on it."""
    href = account_address(origin, here) if isinstance(origin, LedgerOrigin) and len(origin.accounts) == 1 else ""
    return Cell(origin_text(origin), href=href)
