"""Why do the cost centres end in one figure, and the result and the equity in another?"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR_ORE
from samordna.look.parts import Link
from samordna.office import questions
from samordna.office.web.forms.wanted import Wanted, periods_of
from samordna.office.web.pages.walks import (
    leads_nowhere,
    nothing_read,
    walk_file,
    walk_files,
    walk_frame,
    walk_page,
    walk_wanted,
    walked,
)
from samordna.office.web.routing import Route

_ADDRESS: Final = "/bryggan/"
_TITLE: Final = swedish("Bryggan")
_UNPROCESSABLE: Final = 422


def bridge(request: HttpRequest) -> HttpResponse:
    """Show the walk from the cost centres to the closing equity, every difference named."""
    now = questions.periods()
    if not now.years and "inlasningar" not in request.GET:
        text = swedish("Här visas vägen från kostnadsställena till resultatet och det egna kapitalet, till öret.")
        return nothing_read(request, _TITLE, text)
    try:
        wanted = walk_wanted(request, now)
        known = periods_of(wanted, now)
        shown = walked(questions.bridge, wanted, known, KRONOR_ORE)
    except Refused as refusal:
        return _refused(request, refusal, now)
    told = {
        **walk_frame(wanted, known, KRONOR_ORE, _ADDRESS),
        **walk_page(shown, wanted, _ADDRESS),
        "files": walk_files(request, _ADDRESS, wanted),
    }
    return render(request, "bridge/bridge.html", told)


def bridge_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the bridge as a file."""
    return walk_file(request, questions.bridge, KRONOR_ORE, ending)


def _refused(request: HttpRequest, refusal: Refused, now: questions.Periods) -> HttpResponse:
    """Say why there is no bridge: the layout names no lines, or the address cannot be understood."""
    if leads_nowhere(refusal):
        told = {
            "title": _TITLE,
            "empty_title": swedish("Uppställningen säger inte vilka rader bryggan går över"),
            "text": swedish(
                "En uppställning med avsnittet [bridge] behövs. De uppställningar som följer med programmet har det: "
                "hämta en, eller lägg till avsnittet i förbundets egen."
            ),
            "link": Link(swedish("Till uppställningen"), "/uppstallning/"),
        }
        return render(request, "bridge/empty.html", told)
    told = {**walk_frame(Wanted(), now, KRONOR_ORE, _ADDRESS), "problems": refusal.problems}
    return render(request, "bridge/bridge.html", told, status=_UNPROCESSABLE)


ROUTES: Final = (
    Route("bryggan/", "bridge", bridge, reads=Deed.READ_BOOKS),
    Route("bryggan/<str:ending>/", "bridge_file", bridge_file, reads=Deed.EXPORT),
)
