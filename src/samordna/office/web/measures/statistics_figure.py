"""What is a figure of statistics, and when it is not shown: what is the rule, and why here?

Nothing is said of a hidden count but what its sign says already.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from django.http import Http404, HttpRequest

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Cell as TableCell
from samordna.domain.document import ComputedOrigin, CountOrigin, EnteredOrigin, Hidden, Missing, Number, Origin, Table
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.measure import Measure
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS
from samordna.look.parts import Cell, Fact, Heading, KeyFigure, Link, Things
from samordna.office import questions
from samordna.office.questions import Statistics
from samordna.office.web.counts.counts_parts import address_of
from samordna.office.web.measures.measures import definition_address
from samordna.office.web.measures.statistics_parts import measure_of, rule_told
from samordna.office.web.statements.figure import value_text
from samordna.renderers.html import origin_text, row_anchor

_CLOSED: Final = swedish(
    "Siffran är gjord av enheternas godkända redovisningar. De visas bara för ekonom och förbundschef: så små antal "
    "kan peka ut någon."
)
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
    hidden, measure = isinstance(cell, Hidden), _measure(table, place, statistics)
    may, reports = actor_of(request).may(Deed.READ_COUNTS), _reports(cell)
    return {
        "title": title,
        "value": (KeyFigure(title, _text(cell), absent=not isinstance(cell, Number)),),
        "facts": (Fact(swedish("Tabell"), table.title, back), *_facts(cell, measure, statistics)),
        "reason": "" if isinstance(cell, Number) else cell.reason,
        "hidden": hidden,
        "rule": rule_told(statistics.audience),
        "sentence": _sentence(cell, measure),
        "parts": _parts(cell.origin) if isinstance(cell, Number) else None,
        "unhidden": Link(swedish("Visa tabellerna inom förbundet"), inside) if hidden and inside else None,
        "answers": _answers(reports, statistics) if may and reports else None,
        "closed": _CLOSED if reports and not may else "",
        "before": _before(statistics, place) if statistics.audience is Audience.INSIDE else None,
        "remarks": [one for one in table.remarks if measure is None or measure.definition not in one],
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


def _measure(table: Table, place: tuple[str, str, str], statistics: Statistics) -> Measure | None:
    """Return the measure of a figure: that of its table, row or column; None where it has none."""
    names = [measure_of(table, statistics.view), *place[1:]]
    return next((BY_KEY[name] for name in names if name in BY_KEY), None)


def _sentence(cell: Number | Missing | Hidden, measure: Measure | None) -> str:
    """Return what a figure is in a sentence, where the facts beside do not say the same."""
    if not isinstance(cell, Number) or isinstance(cell.origin, EnteredOrigin):
        return ""
    told = origin_text(cell.origin)
    return "" if measure and measure.definition in told else told


def _reports(cell: Number | Missing | Hidden) -> tuple[int, ...]:
    """Return the lines of the journal with the reports that a figure is made from, those of its parts too."""
    if isinstance(cell, Missing):
        return ()
    parts = cell.origin.parts if isinstance(cell.origin, ComputedOrigin) else ()
    origins = (cell.origin, *(part.origin for part in parts))
    return tuple(dict.fromkeys(number for one in origins if isinstance(one, CountOrigin) for number in one.reports))


def _answers(reports: Sequence[int], statistics: Statistics) -> Things:
    """Return the units' answers behind a figure, each leading to what the unit has told and how it was accepted."""
    headings = (Heading(swedish("Enhet"), sentences=True), Heading(swedish("Insats")), Heading(swedish("Period")))
    held = questions.counts_held(to=statistics.number)
    rows = []
    for said in questions.answers_behind(reports, to=statistics.number):
        report = said.value.standing
        line = held.line(report.unit, report.activity, report.period) if report else None
        if line:
            asked, unit = line.asked, Cell(line.asked.unit.name, address_of(line.asked))
            rows.append((unit, Cell(asked.activity.name), Cell(asked.period.in_words)))
    return Things(swedish("Godkända redovisningar bakom siffran"), headings, tuple(rows))


def _before(statistics: Statistics, place: tuple[str, str, str]) -> Fact | None:
    """Return the same figure of the months before that it can be held against; None where there is none."""
    before = questions.same_before(statistics)
    if before is None or before.refused:
        return None
    try:
        cell = next(one for one in before.shown.tables if one.id == place[0]).cell(*place[1:])
    except (KeyError, StopIteration):
        return None
    return Fact(before.period.in_words.capitalize(), _text(cell)) if isinstance(cell, Number | Hidden) else None


def _facts(cell: Number | Missing | Hidden, measure: Measure | None, statistics: Statistics) -> Iterator[Fact]:
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


def _parts(origin: Origin) -> Things | None:
    """Return the counts that a share is made of, which may both be read."""
    if not isinstance(origin, ComputedOrigin) or not origin.parts:
        return None
    headings = (Heading(swedish("Den första delad med den andra")), Heading(swedish("Antal"), numbers=True))
    rows = ((Cell(part.label), Cell(Number(part.exact, PERSONS, part.origin).text)) for part in origin.parts)
    return Things(swedish("Vad siffran består av"), headings, tuple(rows))
