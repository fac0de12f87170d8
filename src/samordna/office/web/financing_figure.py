"""What is a figure of a year's financing, and what does it rest on?"""

from collections.abc import Iterator, Sequence
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.domain.document import ComputedOrigin, EnteredOrigin, Missing, Number, Part, Table
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP
from samordna.domain.values.unit import PERCENT, Unit
from samordna.look.parts import Cell, Fact, Heading, KeyFigure, Link, Things
from samordna.renderers.html import origin_text, row_anchor

_NO_FIGURE: Final = swedish("Siffran finns inte: raden eller kolumnen kan ha ändrats. Öppna tabellen på nytt.")


def figure_page(request: HttpRequest, tables: Sequence[Table], place: tuple[str, str, str], back: Link) -> HttpResponse:
    """Show what a figure of some tables is, as a page or in the panel. Raises ``Http404`` when none of them has it."""
    name, row_id, column_id = place
    table = next((one for one in tables if one.id == name), None)
    try:
        found = table.cell(row_id, column_id) if table else None
    except KeyError:
        found = None
    if table is None or not isinstance(found, Number | Missing):
        raise Http404(_NO_FIGURE)
    row = table.row(row_id)
    column = next(one for one in table.columns if one.id == column_id)
    heading = f"{row.label}, {column.label}"
    told = {
        "title": heading,
        "value": (KeyFigure(heading, _text(found), absent=isinstance(found, Missing)),),
        "facts": (Fact(swedish("Tabell"), table.title, back), *_facts(found)),
        "sentences": (_origin(found),),
        "parts": _parts(found),
        "remarks": table.remarks,
        "back": Link(back.label, f"{back.href}#{row_anchor(table.id, row_id)}"),
    }
    return render(request, "figure/of_table.html", told)


def _text(cell: Number | Missing) -> str:
    if isinstance(cell, Missing):
        return swedish("saknas")
    return f"{cell.text}{GROUP}{cell.unit.suffix}".strip()


def _facts(cell: Number | Missing) -> Iterator[Fact]:
    if isinstance(cell, Number):
        yield Fact(swedish("Enhet"), cell.unit.name)
        if isinstance(cell.origin, EnteredOrigin):
            yield Fact(swedish("Källa"), cell.origin.source)


def _origin(cell: Number | Missing) -> str:
    return cell.reason if isinstance(cell, Missing) else origin_text(cell.origin)


def _parts(cell: Number | Missing) -> Things | None:
    """Return what a computed figure is made of, each part with where it comes from."""
    if not isinstance(cell, Number) or not isinstance(cell.origin, ComputedOrigin) or not cell.origin.parts:
        return None
    rows = tuple(
        (Cell(part.label[:1].upper() + part.label[1:]), Cell(_of_part(part, cell.unit)), Cell(origin_text(part.origin)))
        for part in cell.origin.parts
    )
    headings = (
        Heading(swedish("Del")),
        Heading(swedish("Belopp"), numbers=True),
        Heading(swedish("Vilar på"), sentences=True),
    )
    return Things(swedish("Delar"), headings, rows)


def _of_part(part: Part, unit: Unit) -> str:
    shown = Number(part.exact, unit, part.origin)
    return shown.text if unit == PERCENT else f"{shown.text}{GROUP}{unit.suffix}"
