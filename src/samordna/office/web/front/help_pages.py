"""What does the help say?"""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.look.parts import Link
from samordna.office import questions
from samordna.office.web.pages.way_back import way_back
from samordna.office.web.routing import Route


def help_start(request: HttpRequest) -> HttpResponse:
    """Show which topics there are, and the keys."""
    return render(request, "help/start.html", {"topics": questions.help_topics()})


def topic(request: HttpRequest, name: str) -> HttpResponse:
    """Show a topic."""
    shown = questions.help_topic(name)
    if shown is None:
        raise Http404(swedish("Det finns ingen sådan hjälp. Se vilka ämnen som finns under Hjälp."))
    others = [Link(one.title, f"/hjalp/{one.id}/", current=one is shown) for one in questions.help_topics()]
    back = way_back(request) or Link(swedish("All hjälp"), "/hjalp/")
    return render(request, "help/topic.html", {"topic": shown, "others": others, "back": back})


ROUTES: Final = (
    Route("hjalp/", "help", help_start, reads=Deed.READ_BOOKS),
    Route("hjalp/<slug:name>/", "help_topic", topic, reads=Deed.READ_BOOKS),
)
