"""What is a figure of statistics, and when it is not shown: what is the rule, and why here?

Nothing is said of a hidden count but what its sign says already.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from django.http import Http404, HttpRequest

from samordna.domain.document import Cell as TableCell
from samordna.domain.document import ComputedOrigin, CountOrigin, EnteredOrigin, Hidden, Missing, Number, Origin, Table
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS
from samordna.look.parts import Cell, Fact, Heading, KeyFigure, Link, Things
from samordna.office.questions import Statistics
from samordna.office.web.figure import value_text
from samordna.office.web.measures import definition_address
from samordna.office.web.statistics_parts import measure_of, rule_told
from samordna.renderers.html import origin_text, row_anchor

_NO_FIGURE: Final = swedish("Siffran finns inte: raden eller kolumnen kan ha ändrats. Öppna tabellen på nytt.")


def figure_told(request: HttpRequest, statistics: Statistics, page: str, inside: str = "") -> dict[str, object]:
    """Return what is told of a figure that an address names. Raises ``Http404`` when no table has it.

    ``page`` is where the tables are shown, ``inside`` where they are shown as the association itself sees them, for
    whoever may see that.
    """
    place = (request.GET.get("tabell", ""), request.GET.get("rad", ""), request.GET.get("kolumn", ""))
    table, cell = _found(statistics.shown.tables, place)
    row = table.row(place[1])
    column = next(one for one in table.columns if one.id == place[2])
    title = f"{row.label}, {column.label}"
    back = Link(swedish("Tillbaka till tabellen"), f"{page}#{row_anchor(table.id, row.id)}")
    hidden = isinstance(cell, Hidden)
    return {
        "title": title,
        "value": (KeyFigure(title, _text(cell), absent=not isinstance(cell, Number)),),
        "facts": (Fact(swedish("Tabell"), table.title, back), *_facts(cell, table, place, statistics)),
        "reason": "" if isinstance(cell, Number) else cell.reason,
        "hidden": hidden,
        "rule": rule_told(statistics.audience),
        "sentence": origin_text(cell.origin) if isinstance(cell, Number) else "",
        "parts": _parts(cell.origin) if isinstance(cell, Number) else None,
        "unhidden": Link(swedish("Visa tabellerna inom förbundet"), inside) if hidden and inside else None,
        "remarks": table.remarks,
        "back": back,
    }


def _text(cell: Number | Missing | Hidden) -> str:
    return value_text(cell) if isinstance(cell, Number) else cell.sign


def _found(tables: Sequence[Table], place: tuple[str, str, str]) -> tuple[Table, Number | Missing | Hidden]:
    name, row, column = place
    table = next((one for one in tables if one.id == name), None)
    cell: TableCell | None = None
    if table is not None:
        try:
            cell = table.cell(row, column)
        except KeyError:
            cell = None
    if table is None or not isinstance(cell, Number | Missing | Hidden):
        raise Http404(_NO_FIGURE)
    return table, cell


def _facts(
    cell: Number | Missing | Hidden, table: Table, place: tuple[str, str, str], statistics: Statistics
) -> Iterator[Fact]:
    names = [measure_of(table, statistics.view), *place[1:]]
    measure = next((BY_KEY[name] for name in names if name in BY_KEY), None)
    if measure:
        yield Fact(swedish("Mått"), measure.name, Link(measure.name, definition_address(measure.key)))
        yield Fact(swedish("Så räknas det"), measure.definition)
        yield Fact(swedish("Vilka"), measure.population)
    yield Fact(swedish("Period"), statistics.period.in_words)
    yield Fact(swedish("Till vem"), statistics.audience.in_words)
    if isinstance(cell, Number):
        yield Fact(swedish("Enhet"), cell.unit.name)
        if isinstance(cell.origin, EnteredOrigin):
            yield Fact(swedish("Källa"), cell.origin.source)
    origin = None if isinstance(cell, Missing) else cell.origin
    if statistics.audience is Audience.INSIDE and isinstance(origin, CountOrigin):
        yield Fact(swedish("Godkända redovisningar bakom"), str(len(origin.reports)))


def _parts(origin: Origin) -> Things | None:
    """Return the counts that a share is made of, which may both be read."""
    if not isinstance(origin, ComputedOrigin) or not origin.parts:
        return None
    headings = (Heading(swedish("Den första delad med den andra")), Heading(swedish("Antal"), numbers=True))
    rows = ((Cell(part.label), Cell(Number(part.exact, PERSONS, part.origin).text)) for part in origin.parts)
    return Things(swedish("Vad siffran består av"), headings, tuple(rows))
