"""Where are the components of the site shown, each in every state?"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.access.deeds import Deed
from samordna.look.style_page import style_context
from samordna.office.web.routing import Route


def style(request: HttpRequest) -> HttpResponse:
    """Show the living style page."""
    return render(request, "look/style.html", style_context())


ROUTES: Final = (Route("stil/", "style", style, reads=Deed.READ_BOOKS),)
