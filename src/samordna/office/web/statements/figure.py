"""What is the figure that somebody pressed, and where does it come from?"""

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Blank, Cell, Column, Hidden, LedgerOrigin, Missing, Number, Row, Table
from samordna.domain.statements.figure import FigureTold, Lack
from samordna.domain.statements.reading import Place
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Cell as Shown
from samordna.look.parts import Fact, Heading, KeyFigure, Link, Mark, Things, Tone
from samordna.office import actions, questions
from samordna.office.questions import FigureShown
from samordna.office.web.books.object_address import object_address
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.wanted import Wanted, address_period
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.figure_said import comment_part, plan_lack, planned_link, planned_things
from samordna.office.web.pages.way_back import from_here, way_back
from samordna.office.web.routing import Route
from samordna.office.web.statements.statement_pickers import statement_address
from samordna.renderers.html import row_anchor, table_html
from samordna.renderers.html.markup import Markup
from samordna.renderers.sparkline import sparkline_svg

_UNPROCESSABLE: Final = 422


def figure(
    request: HttpRequest, statement: str, row: str, column: str, wrong: tuple[Problem, ...] = ()
) -> HttpResponse:
    """Show what a figure is, as a page or in the panel beside where it stands; ``wrong`` is why no comment was kept."""
    wanted = Wanted.read(request.GET)
    shown = _explained(wanted, Place(statement, row, column))
    told = shown.told
    page = {
        "told": told,
        "value": (KeyFigure(told.heading, value_text(told.cell)),),
        "facts": (*_facts(shown, wanted), *_object(told.cell, wanted, from_here(request))),
        "lack": _lack(shown, wanted, actor_of(request)),
        "parts": _parts(told, wanted),
        "accounts": _accounts(told, from_here(request)),
        **_months(told, wanted),
        "entries": _entries(shown),
        "planned": planned_things(shown.planned) if shown.planned else None,
        "planned_link": planned_link(shown.planned, wanted) if shown.planned else None,
        **comment_part(request, shown, wanted, wrong),
        "imports": _imports(shown),
        "back": way_back(request) or _statement_link(told, wanted),
    }
    return render(request, "figure/figure.html", page, status=_UNPROCESSABLE if wrong else 200)


def comment(request: HttpRequest, statement: str, row: str, column: str) -> HttpResponse:
    """Say something of a figure, or nothing any more; lead to the table where the note stands."""
    wanted = Wanted.read(request.GET)
    shown = _explained(wanted, Place(statement, row, column))
    sent, period = request.POST, shown.asked.period
    text, seen = sent.get("kommentar", ""), sent.get("seen", "")
    line = number_of(seen)
    try:
        actions.comment_figure(statement, row, column, period, text, by=actor_of(request), seen=line)
    except Refused as refusal:
        return figure(request, statement, row, column, refusal.problems)
    kept = swedish("Kommentaren är sparad. Den står som en not under tabellen, och följer med i PDF, Word och Excel.")
    messages.success(request, kept if text.strip() else swedish("Kommentaren är borttagen."))
    return redirect(_statement_link(shown.told, wanted).href)


def _explained(wanted: Wanted, place: Place) -> FigureShown:
    """Return a figure explained. Raises ``Http404`` when no table has it."""
    known = questions.periods(wanted.versions or None)
    if not known.years and not wanted.versions:
        raise Http404(swedish("Ingen bokföring är inläst, så här finns inga siffror att visa."))
    shown = questions.figure(wanted.asked(known.usual), place, **wanted.choices)
    if shown is None:
        raise Http404(
            swedish("Siffran finns inte i uppställningen: raden eller kolumnen kan ha tagits bort. Se räkenskaperna.")
        )
    return shown


def value_text(cell: Cell) -> str:
    """Return a figure with its unit, as it reads alone."""
    if isinstance(cell, Number):
        return f"{cell.text}{GROUP}{cell.unit.suffix}".strip()
    if isinstance(cell, Hidden):
        return cell.sign
    return swedish("saknas") if isinstance(cell, Missing) else ""


def _statement_link(told: FigureTold, wanted: Wanted) -> Link:
    anchor = row_anchor(told.place.statement, told.place.row)
    label = swedish("Visa i {statement}").format(statement=told.statement)
    return Link(label, f"{statement_address(told.kind, wanted)}#{anchor}")


def _facts(shown: FigureShown, wanted: Wanted) -> tuple[Fact, ...]:
    told = shown.told
    return (
        Fact(swedish("Räkning"), told.statement, _statement_link(told, wanted)),
        Fact(swedish("Period"), told.when.period.in_words),
        Fact(swedish("Enhet"), told.unit.name),
        Fact(swedish("Uppställning"), shown.layout, Link(shown.layout, "/uppstallning/")),
    )


def _object(cell: Cell, wanted: Wanted, here: str) -> Iterator[Fact]:
    """Yield the cost centre or the like that a figure is all of what is booked on, with the way to its accounts."""
    origin = cell.origin if isinstance(cell, Number) else None
    if not isinstance(origin, LedgerOrigin) or len(origin.objects) != 1:
        return
    dimension, code = origin.objects[0]
    address = object_address(dimension, code, Wanted(origin.period, wanted.compare, versions=wanted.versions))
    ending = f"{'&' if '?' in address else '?'}{here}" if here else ""
    yield Fact(questions.usual_dimension(dimension), code, Link(code, address + ending, panel=True))


def _lack(shown: FigureShown, wanted: Wanted, actor: Actor) -> dict[str, object] | None:
    """Return why a figure is missing and what can be done about it."""
    told = shown.told
    if told.lack is None or not isinstance(told.cell, Missing):
        return None
    reason = f"{told.cell.reason[:1].upper()}{told.cell.reason[1:]}."
    if told.lack is Lack.PLAN:
        return {"reason": reason, **plan_lack(told.when.scenario, shown.year, wanted, actor)}
    may = actor.may(Deed.HAND_IN_LEDGER)
    link = Link(swedish("Läs in bokföring"), "/inlasning/") if told.lack in {Lack.LEDGER, Lack.MONTHS} else None
    remedies = {
        Lack.LEDGER: swedish("Läs in en fil som omfattar perioden.")
        if may
        else swedish("Be ekonomen läsa in en fil som omfattar perioden."),
        Lack.ENTERED: swedish(
            "Uppgiften finns inte i bokföringen. Ekonomen eller förbundschefen lägger in den, med källa, "
            "för raden {key} och {period}."
        ).format(key=told.entered_key, period=told.when.period.in_words),
        Lack.MONTHS: swedish("Läs in en fil med verifikationer eller med saldon per månad.")
        if may
        else swedish("Be ekonomen läsa in en fil med verifikationer eller med saldon per månad."),
        Lack.OTHER: swedish("Se efter vilken av delarna nedan som saknas."),
    }
    return {"reason": reason, "remedy": remedies[told.lack], "link": link if may else None}


def _parts(told: FigureTold, wanted: Wanted) -> Things | None:
    if not told.parts:
        return None
    rows = tuple(
        (
            Shown(part.label, href=_figure_address(part.place, wanted) if part.place else "", panel=True),
            Shown(value_text(part.cell) or "–"),
        )
        for part in told.parts
        if not isinstance(part.cell, Blank)
    )
    return Things(swedish("Delar"), (Heading(swedish("Del")), Heading(swedish("Belopp"), numbers=True)), rows)


def _figure_address(place: Place, wanted: Wanted) -> str:
    return wanted.figure(place.statement, place.row, place.column) or ""


def _accounts(told: FigureTold, here: str) -> Markup | None:
    """Return the accounts, each leading to its postings over the same months."""
    table = told.accounts
    if table is None:
        return None

    def address(row: Row, _column: Column) -> str | None:
        origin = row.cells[0].origin if isinstance(row.cells[0], Number) else None
        return account_address(origin, here) if row.code and isinstance(origin, LedgerOrigin) else None

    return table_html(table, title_shown=False, address=address)


def account_address(origin: LedgerOrigin, here: str = "") -> str:
    """Return the address of an account over what an origin tells of: its months, objects and import."""
    asked = [("period", address_period(origin.period))]
    if origin.objects:
        asked.append(("objekt", address_objects(origin.objects)))
    asked += [("inlasning", str(version)) for version in origin.imports[:1]]
    ending = f"&{here}" if here else ""
    return f"/konto/{quote(origin.accounts[0], safe='')}/?{urlencode(asked, safe='.:')}{ending}"


def address_objects(keys: Iterable[tuple[str, str]]) -> str:
    """Return dimensions and codes as an address holds them: ``1:3001 6:10``, a blank in a code written as ``%20``."""
    return " ".join(f"{dimension}:{quote(code)}" for dimension, code in keys)


def _months(told: FigureTold, wanted: Wanted) -> dict[str, object]:
    """Return the months as a picture and a table, where a single month can be asked for."""
    table = told.months
    if table is None:
        return {}
    place = Place(told.place.statement, told.place.row, told.month_column)

    def address(row: Row, column: Column) -> str | None:
        cell = _table_cell(table, row, column)
        if not told.month_column or not isinstance(cell, Number) or not isinstance(cell.origin, LedgerOrigin):
            return None
        return _figure_address(place, wanted.but(period=cell.origin.period, compare=None)) or None

    return {
        "months_title": table.title,
        "months": table_html(table, title_shown=False, address=address),
        "sparkline": spark(table),
        "sparkline_key": spark_key(table),
    }


def _table_cell(table: Table, row: Row, column: Column) -> Cell:
    return row.cells[table.columns.index(column)]


def spark(table: Table) -> Markup:
    """Return the picture of a table of months: bars of this year, strokes of the year before."""
    columns = [[_shown(row.cells[i]) for row in table.rows] for i in range(len(table.columns))]
    years = swedish(" mot ").join(column.label for column in table.columns)
    return sparkline_svg(*columns[:2], title=f"{table.title}, {years}")


def spark_key(table: Table) -> str:
    """Return which years the bars and the strokes of the picture are; empty when there are only bars."""
    if len(table.columns) < 2:
        return ""
    now, before = (column.label for column in table.columns[:2])
    return swedish("Staplar: {now}. Streck: {before}.").format(now=now, before=before)


def _shown(cell: Cell) -> int | None:
    return cell.shown if isinstance(cell, Number) else None


_HOLDS: Final = Mark(Tone.DONE, swedish("Gäller"))
_WITHDRAWN: Final = Mark(Tone.WARN, swedish("Borttagen"))


def _entries(shown: FigureShown) -> Things | None:
    """Return what was entered by hand, latest first, with who said so and on what ground."""
    rows, seen = [], set()
    for entry in shown.entries:
        known = (entry.figure.key, entry.figure.scenario, entry.figure.period)
        mark = _WITHDRAWN if entry.withdrawn else None if known in seen else _HOLDS
        seen.add(known)
        rows.append(
            (
                Shown(entry.text, mark=mark),
                Shown(entry.figure.source),
                Shown(entry.by),
                Shown(day_and_time(entry.at)),
            )
        )
    names = (swedish("Uppgift"), swedish("Källa"), swedish("Av"), swedish("När"))
    return Things(swedish("Inlagt för hand"), tuple(map(Heading, names)), tuple(rows)) if rows else None


def _imports(shown: FigureShown) -> Things | None:
    rows = tuple(
        (
            Shown(
                swedish("Inläsning {version}").format(version=taken.version),
                href=f"/inlasning/{taken.version}/",
                note="" if taken.current else swedish("gäller inte längre"),
            ),
            Shown(taken.file_name, note=taken.balances_only),
            Shown(taken.taken_by),
            Shown(day_and_time(taken.taken_at)),
        )
        for taken in shown.imports
    )
    names = (swedish("Inläsning"), swedish("Fil"), swedish("Av"), swedish("När"))
    return Things(swedish("Inläsningar"), tuple(map(Heading, names)), rows) if rows else None


_FIGURE: Final = "siffra/<str:statement>/<str:row>/<str:column>/"
ROUTES: Final = (
    Route(_FIGURE, "figure", figure, reads=Deed.READ_BOOKS),
    Route(f"{_FIGURE}kommentar/", "figure_comment", comment, does=Deed.COMMENT_FIGURE),
)
