"""What is booked on a cost centre, a project or another object?"""

from collections.abc import Iterator
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.domain.document import Column, LedgerOrigin, Number, Row
from samordna.domain.statements.layout import StatementKind
from samordna.domain.values.language import swedish
from samordna.look.parts import Fact, Link
from samordna.office import questions
from samordna.office.questions import ObjectShown
from samordna.office.web.books.import_words import balances_only
from samordna.office.web.books.object_address import code_of, object_address
from samordna.office.web.forms.wanted import Wanted
from samordna.office.web.pages.known_then import known_then
from samordna.office.web.pages.way_back import came_from, from_here, kept_way, way_back
from samordna.office.web.routing import Route
from samordna.office.web.statements.figure import account_address
from samordna.office.web.statements.statement_pickers import pickers, statement_address
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup


def an_object(request: HttpRequest, dimension: str, code: str) -> HttpResponse:
    """Show the accounts of an object, each leading to what is booked on it there: as a page, or in the panel."""
    wanted, code = _wanted(request), code_of(code)
    known = questions.periods(wanted.versions or None)
    if "\0" in dimension + code or (known.default is None and not wanted.versions):
        raise Http404(_UNKNOWN)
    shown = questions.object_accounts((dimension, code), wanted.asked(known.usual), versions=wanted.versions or None)
    if shown is None:
        raise Http404(_UNKNOWN)
    now = object_address(dimension, code, wanted.but(versions=()))
    told = {
        "title": f"{code} {shown.name}".strip() or swedish("Utan kod"),
        "facts": tuple(_facts(shown)),
        "pickers": pickers(wanted, known, (), "")[:2],
        "keep": (*wanted.of_imports, *kept_way(request)),
        "action": object_address(dimension, code),
        "balances_only": balances_only(shown.taken),
        "known_then": known_then(shown.taken, f"{now}{_onward(request, now)}") if wanted.versions else None,
        "table": _accounts(shown, from_here(request)),
        "back": way_back(request) or _usual_way_back(wanted),
    }
    return render(request, "objects/object.html", told)


def _wanted(request: HttpRequest) -> Wanted:
    """Return the months and the imports that the address wants; naming just those that hold is naming none."""
    read = Wanted.read(request.GET)
    versions = () if read.versions == questions.periods().versions else read.versions
    return Wanted(read.period, read.compare, versions=versions)


def _usual_way_back(wanted: Wanted) -> Link:
    """Return the way to the same months of the whole: the overview, or what was known then."""
    if wanted.versions:
        return Link(swedish("Till räkenskaperna"), statement_address(StatementKind.INCOME, wanted))
    return Link(swedish("Till översikten"), f"/{wanted.query}")


def _onward(request: HttpRequest, address: str) -> str:
    """Return what an address that leads on takes along, so that the way back stays the same."""
    came = came_from(request)
    return f"&{came[1:]}" if came and "?" in address else came


_UNKNOWN: Final = swedish("Det finns inget sådant kostnadsställe eller projekt i bokföringen. Sök efter det.")


def _facts(shown: ObjectShown) -> Iterator[Fact]:
    """Yield what the object is, over which months, and the imports that its amounts come from."""
    yield Fact(swedish("Slag"), shown.dimension)
    yield Fact(swedish("Period"), shown.asked.period.in_words)
    for taken in dict.fromkeys(shown.taken):
        words = swedish("Inläsning {version}, {file}").format(version=taken.version, file=taken.file_name)
        year = swedish("Räkenskapsår {year}").format(year=taken.year.in_words)
        told = words if taken.current else f"{words} {swedish('(gäller inte längre)')}"
        yield Fact(year, told, Link(told, reverse("import", args=[taken.version])))


def _accounts(shown: ObjectShown, here: str) -> Markup | None:
    """Return the accounts; None when nothing is booked."""
    if len(shown.table.rows) < 2:
        return None

    def address(row: Row, column: Column) -> str | None:
        cell = row.cells[shown.table.columns.index(column)]
        origin = cell.origin if isinstance(cell, Number) else None
        return account_address(origin, here) if row.code and isinstance(origin, LedgerOrigin) else None

    return table_html(shown.table, title_shown=False, address=address)


ROUTES: Final = (Route("objekt/<str:dimension>/<path:code>/", "object", an_object, reads=Deed.READ_BOOKS),)
