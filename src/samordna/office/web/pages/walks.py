"""How is a walk from one figure to another, the bridge or the outlook, shown on a page and handed over as a file?"""

from collections.abc import Callable
from typing import Final, TypeAlias

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import Unit
from samordna.look.parts import Cell, Heading, Link, Things
from samordna.office import questions
from samordna.office.questions import Periods, Walked
from samordna.office.web.books.import_words import rests_on
from samordna.office.web.forms.wanted import Wanted, periods_of
from samordna.office.web.pages.figure_links import FigureLinks
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.handing_over import format_named, hand_over, of_books
from samordna.office.web.pages.known_then import known_then
from samordna.office.web.statements.statement_pickers import walk_pickers
from samordna.renderers.charts import chart_svg
from samordna.renderers.html import origin_text, table_html
from samordna.renderers.html.markup import Markup

NO_WALK: Final = "nothing-to-walk"
"""The code of the problem that the layout does not say which lines a walk leads over."""

Ask: TypeAlias = Callable[..., Walked]
"""The question of a walk, as ``questions.bridge`` is."""


def walk_wanted(request: HttpRequest, now: Periods) -> Wanted:
    """Return what an address wants of a walk; naming just the imports that hold is the same as naming none."""
    wanted = Wanted.read(request.GET).but(compare=None)
    return wanted.but(versions=()) if wanted.versions == now.versions else wanted


def walked(ask: Ask, wanted: Wanted, known: Periods, usual: Unit) -> Walked:
    """Return the walk that is wanted. Raises ``Refused`` as its question does."""
    choices = wanted.choices
    return ask(
        wanted.asked(known.usual), unit=wanted.unit or usual, layout=choices["layout"], versions=choices["versions"]
    )


def walk_page(shown: Walked, wanted: Wanted, address: str) -> dict[str, object]:
    """Return what a page shows of a walk at ``address``: its table, its picture, what it found and how it was found."""
    table = shown.told.table
    links = FigureLinks(wanted, (), {table.id: shown.places})
    return {
        "title": table.title,
        "period": shown.made_from.asked.period.in_words,
        "table": table_html(table, title_shown=False, address=links.table(table)),
        "picture": Markup(chart_svg(shown.told.chart)),
        "picture_title": shown.told.chart.title,
        "findings": shown.told.findings,
        "explained": _explained(shown),
        "rests_on": rests_on(shown.made_from.imports),
        "known_then": _known_then(shown, wanted, address),
    }


def walk_frame(wanted: Wanted, known: Periods, usual: Unit, address: str) -> dict[str, object]:
    """Return what stands around a walk: what can be chosen, and where choosing leads."""
    return {"pickers": walk_pickers(wanted, known, questions.imports(), usual), "action": address}


def walk_files(request: HttpRequest, address: str, wanted: Wanted) -> tuple[Link, ...]:
    """Return the files of a walk, for whoever may take them."""
    may = actor_of(request).may(Deed.EXPORT)
    return tuple(Link(one.label, f"{address}{one.ending}/{wanted.query}") for one in FORMATS.values()) if may else ()


def walk_file(request: HttpRequest, ask: Ask, usual: Unit, ending: str) -> HttpResponse:
    """Hand over a walk, just as it is wanted, as a file; the trail says who took it."""
    form = format_named(ending)
    now = questions.periods()
    wanted = walk_wanted(request, now)
    known = periods_of(wanted, now)
    shown = walked(ask, wanted, known, usual)
    period = shown.made_from.asked.period
    name = f"{shown.told.table.title} {period.in_short}"
    return hand_over(request, shown.document, name, form, **of_books(period, shown.made_from.imports))


def nothing_read(request: HttpRequest, title: str, text: str) -> HttpResponse:
    """Say what will stand here once a ledger has been read in, and who reads it in."""
    may = actor_of(request).may(Deed.HAND_IN_LEDGER)
    wait = swedish("Ekonomen läser in den.")
    told = {
        "title": title,
        "text": text if may else f"{text} {wait}",
        "link": Link(swedish("Läs in bokföring"), "/inlasning/") if may else None,
    }
    return render(request, "bridge/empty.html", told)


def leads_nowhere(refusal: Refused) -> bool:
    """Tell whether the layout does not say which lines a walk leads over."""
    return any(problem.code == NO_WALK for problem in refusal.problems)


def _explained(shown: Walked) -> Things | None:
    """Return how each figure that stands in no statement was found."""
    rows = tuple(
        (
            Cell(one.row, note=one.column),
            Cell(f"{one.cell.text} {one.cell.unit.suffix}"),
            Cell(origin_text(one.cell.origin), note=one.parts),
        )
        for one in shown.explained
    )
    headings = (
        Heading(swedish("Rad")),
        Heading(swedish("Belopp"), numbers=True),
        Heading(swedish("Så är det uträknat"), sentences=True),
    )
    return Things(swedish("Så är siffrorna uträknade"), headings, rows) if rows else None


def _known_then(shown: Walked, wanted: Wanted, address: str) -> dict[str, object] | None:
    if not wanted.versions:
        return None
    return known_then(shown.made_from.imports, f"{address}{wanted.but(versions=()).query}")
