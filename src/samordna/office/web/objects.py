"""What is booked on a cost centre, a project or another object?"""

from collections.abc import Iterator
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.domain.document import Column, LedgerOrigin, Number, Row
from samordna.domain.values.language import swedish
from samordna.look.parts import Fact, Link
from samordna.office import questions
from samordna.office.questions import ObjectShown
from samordna.office.web.figure import account_address
from samordna.office.web.routing import Route
from samordna.office.web.statement_pickers import pickers
from samordna.office.web.wanted import Wanted
from samordna.office.web.way_back import from_here, way_back
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup


def an_object(request: HttpRequest, dimension: str, code: str) -> HttpResponse:
    """Show the accounts of an object, each leading to what is booked on it there: as a page, or in the panel."""
    read = Wanted.read(request.GET)
    wanted, known = Wanted(read.period, read.compare), questions.periods()
    if known.default is None or "\0" in dimension + code:
        raise Http404(_UNKNOWN)
    shown = questions.object_accounts((dimension, code), wanted.asked(known.default))
    if shown is None:
        raise Http404(_UNKNOWN)
    told = {
        "title": f"{code} {shown.name}".strip(),
        "facts": tuple(_facts(shown)),
        "pickers": pickers(wanted, known, (), "")[:2],
        "action": request.path,
        "table": _accounts(shown, from_here(request)),
        "back": way_back(request) or Link(swedish("Till översikten"), "/"),
    }
    return render(request, "objects/object.html", told)


_UNKNOWN: Final = swedish("Det finns inget sådant kostnadsställe eller projekt i bokföringen. Sök efter det.")


def _facts(shown: ObjectShown) -> Iterator[Fact]:
    """Yield what the object is, over which months, and the imports that its amounts come from."""
    yield Fact(swedish("Slag"), shown.dimension)
    yield Fact(swedish("Period"), shown.asked.period.in_words)
    for taken in dict.fromkeys(shown.taken):
        words = swedish("Inläsning {version}, {file}").format(version=taken.version, file=taken.file_name)
        year = swedish("Räkenskapsår {year}").format(year=taken.year.in_words)
        yield Fact(year, words, Link(words, reverse("import", args=[taken.version])))


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
