"""What is a figure of a table that is made of the plan and the books together, and what is it made of?"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.domain.document import Column, EnteredOrigin, Hidden, Missing, Number, Row, Table
from samordna.domain.values.language import swedish
from samordna.look.parts import Fact, KeyFigure, Link
from samordna.office.web.forms.wanted import can_stand_in_an_address
from samordna.office.web.pages.origin_parts import origin_things
from samordna.office.web.statements.figure import value_text
from samordna.renderers.html import origin_text, row_anchor

_NO_FIGURE: Final = swedish("Siffran finns inte: raden eller kolumnen kan ha ändrats. Öppna tabellen på nytt.")


def ways_to_figures(table: Table, page: str, query: str) -> Callable[[Row, Column], str | None]:
    """Return what gives each figure of a table its own address under a page."""

    def at(row: Row, column: Column) -> str | None:
        names = (table.id, row.id, column.id)
        if not all(map(can_stand_in_an_address, names)):
            return None
        return f"{page}siffra/{'/'.join(quote(name, safe='') for name in names)}/{query}"

    return at


def ways_by_query(table: Table, page: str, query: str) -> Callable[[Row, Column], str]:
    """Return what gives each figure of a table an address, its place in the query: codes may have slashes in them."""
    before = f"{query}&" if query else "?"

    def at(row: Row, column: Column) -> str:
        place = {"tabell": table.id, "rad": row.id, "kolumn": column.id}
        return f"{page}siffra/{before}{urlencode(place)}"

    return at


def figure_or_page(request: HttpRequest, tables: Callable[[], Sequence[Table]], back: Link) -> HttpResponse:
    """Show the figure that an address asks for in its query, or lead to the tables when it asks for none."""
    if "tabell" not in request.GET:
        return redirect(back.href)
    place = request.GET.get("tabell", ""), request.GET.get("rad", ""), request.GET.get("kolumn", "")
    return figure_page(request, tables(), place, back)


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
        "parts": origin_things(cell.origin, cell.unit) if isinstance(cell, Number) else None,
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
