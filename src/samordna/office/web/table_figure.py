"""What is a figure of a table that is made of the plan and the books together, and what is it made of?"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.domain.document import (
    Column,
    ComputedOrigin,
    EnteredOrigin,
    Hidden,
    How,
    LedgerOrigin,
    Missing,
    Number,
    Origin,
    Part,
    Row,
    Table,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import Unit
from samordna.look.parts import Cell, Fact, Heading, KeyFigure, Link, Things
from samordna.office.web.figure import account_address, value_text
from samordna.office.web.wanted import can_stand_in_an_address
from samordna.renderers.html import origin_text, row_anchor

_NO_FIGURE: Final = swedish("Siffran finns inte: raden eller kolumnen kan ha ändrats. Öppna tabellen på nytt.")
_DEEPEST: Final = 4
_IN: Final = "– "
"""Before a part of a part."""

_HOW: Final = {
    How.SUM: swedish("Tillsammans"),
    How.DIFFERENCE: swedish("Den första minus den andra"),
    How.QUOTIENT: swedish("Den första delad med den andra"),
    How.TURNED: swedish("Med omvänt tecken"),
}


def ways_to_figures(table: Table, page: str, query: str) -> Callable[[Row, Column], str | None]:
    """Return what gives each figure of a table its own address under a page."""

    def at(row: Row, column: Column) -> str | None:
        names = (table.id, row.id, column.id)
        if not all(map(can_stand_in_an_address, names)):
            return None
        return f"{page}siffra/{'/'.join(quote(name, safe='') for name in names)}/{query}"

    return at


def figure_page(request: HttpRequest, tables: Sequence[Table], place: tuple[str, str, str], back: Link) -> HttpResponse:
    """Show what a figure of some tables is, as a page or in the panel. Raises ``Http404`` when none of them has it."""
    table, cell = _found(tables, place)
    row = table.row(place[1])
    column = next(one for one in table.columns if one.id == place[2])
    title = f"{row.label}, {column.label}"
    told = {
        "title": title,
        "value": (KeyFigure(title, value_text(cell), absent=not isinstance(cell, Number)),),
        "facts": (Fact(swedish("Tabell"), table.title, back), *_facts(cell)),
        "sentences": (origin_text(cell.origin) if isinstance(cell, Number) else cell.reason,),
        "parts": _parts(cell.origin, cell.unit) if isinstance(cell, Number) else None,
        "remarks": table.remarks,
        "back": Link(back.label, f"{back.href}#{row_anchor(table.id, row.id)}"),
    }
    return render(request, "figure/of_table.html", told)


def _found(tables: Sequence[Table], place: tuple[str, str, str]) -> tuple[Table, Number | Missing | Hidden]:
    name, row, column = place
    table = next((one for one in tables if one.id == name), None)
    try:
        cell = table.cell(row, column) if table else None
    except KeyError:
        cell = None
    if table is None or not isinstance(cell, Number | Missing | Hidden):
        raise Http404(_NO_FIGURE)
    return table, cell


def _facts(cell: Number | Missing | Hidden) -> Iterator[Fact]:
    if isinstance(cell, Number):
        yield Fact(swedish("Enhet"), cell.unit.name)
        if isinstance(cell.origin, EnteredOrigin):
            yield Fact(swedish("Källa"), cell.origin.source)


def _parts(origin: Origin, unit: Unit) -> Things | None:
    """Return the parts that a figure is made of, each with its own below it; the ledger's where it is the ledger's."""
    if isinstance(origin, LedgerOrigin):
        where = _where(origin)
        return Things(swedish("Vad siffran består av"), (Heading(swedish("Varifrån")),), ((where,),))
    if not isinstance(origin, ComputedOrigin) or not origin.parts:
        return None
    headings = (
        Heading(_HOW[origin.how]),
        Heading(swedish("Belopp"), numbers=True),
        Heading(swedish("Varifrån"), sentences=True),
    )
    return Things(swedish("Vad siffran består av"), headings, tuple(_rows(origin.parts, unit, 1)))


def _rows(parts: tuple[Part, ...], unit: Unit, depth: int) -> Iterator[tuple[Cell, ...]]:
    for part in parts:
        label = f"{part.label[:1].upper()}{part.label[1:]}"
        yield (
            Cell(f"{_IN * (depth - 1)}{label}"),
            Cell(value_text(Number(part.exact, unit, part.origin))),
            _where(part.origin),
        )
        if isinstance(part.origin, ComputedOrigin) and part.origin.parts and depth < _DEEPEST:
            yield from _rows(part.origin.parts, unit, depth + 1)


def _where(origin: Origin) -> Cell:
    """Return where a part comes from; one account of the ledger leads to what is booked on it."""
    href = account_address(origin) if isinstance(origin, LedgerOrigin) and len(origin.accounts) == 1 else ""
    return Cell(origin_text(origin), href=href)
