"""What does the site answer when it does not do what was asked?

Always a page in plain Swedish, with what to do instead; never a trace of the program.
"""

import logging
import sys
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template import loader

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office import actions

_LOG: Final = logging.getLogger("django.request")
_UNPROCESSABLE: Final = 422
_UNAVAILABLE: Final = 503
_WAIT_SECONDS: Final = 60
"""What a program that asks again is told to wait."""


class RefusalMiddleware:
    """Shows a ``Refused`` that left a view as what it is: a list of problems with their remedies."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view that was refused; leave every other exception alone."""
        if isinstance(exception, Refused):
            return refused(request, exception)
        return of_the_database(request, exception)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Return the page that tells why something was not done."""
    if actions.is_of_the_database(refusal):
        return _later(request, refusal)
    told = {"problems": refusal.problems, "back": _back(request)}
    return render(request, "refusals/refused.html", told, status=_UNPROCESSABLE)


def of_the_database(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """Answer for a database that cannot be written or reached just now; None for any other fault.

    What is no deed may meet it too: coming in and going out, the session that is saved after a page.
    """
    refusal = actions.trouble(error)
    if refusal is None:
        return None
    met = request.resolver_match
    _LOG.error("%s: %s", met.route if met else request.path, error)  # the route: an address may hold a link's secret
    return _later(request, refusal)


def _later(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Return the page that tells what is wrong with the database, made without asking it for anything."""
    again = request.get_full_path() if request.method in {"GET", "HEAD"} else _back(request)
    content = loader.render_to_string("refusals/later.html", {"problems": refusal.problems, "again": again})
    headers = {"Retry-After": str(_WAIT_SECONDS), "Cache-Control": "no-store"}
    return HttpResponse(content, status=_UNAVAILABLE, headers=headers)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django gives it by name
    """Answer for a request that cannot be understood, or holds more than it may."""
    found = swedish("Webbläsaren skickade något som inte går att förstå, eller för mycket på en gång.")
    return _told(request, 400, swedish("Det gick inte att läsa"), found)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for somebody who may not."""
    found = str(exception) or swedish("Din roll får inte göra det här.")
    remedy = swedish("Be den som får göra det, eller be en administratör om en annan roll.")
    return _told(request, 403, swedish("Det får du inte göra"), f"{found} {remedy}")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for an address that leads nowhere."""
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    found = reason or swedish("Adressen leder inte till någon sida. Den kan vara felskriven eller gammal.")
    return _told(request, 404, swedish("Sidan finns inte"), found)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django gives it
    """Answer for a form that was not given out by this site, or too long ago."""
    found = swedish(
        "Formuläret är för gammalt eller kommer inte härifrån. Inget har ändrats. Ladda om sidan och försök igen."
    )
    return _told(request, 403, swedish("Formuläret gäller inte längre"), found)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for a fault of the program: nothing is asked of a database that may be what is broken.

    What broke outside any view, such as a session that could not be saved, is what is being handled right now.
    """
    later = of_the_database(request, sys.exc_info()[1])
    if later:
        return later
    found = swedish("Något gick fel i programmet. Det du gjorde är inte sparat. Felet står i serverns logg.")
    content = loader.render_to_string("refusals/error.html", {"title": swedish("Fel i programmet"), "found": found})
    return HttpResponse(content, status=500)


def _told(request: HttpRequest, status: int, title: str, found: str) -> HttpResponse:
    return render(
        request, "refusals/told.html", {"title": title, "found": found, "back": _back(request)}, status=status
    )


def _back(request: HttpRequest) -> str:
    """Return where the person came from, when that is a page of this site."""
    came = request.headers.get("Referer", "")
    own = f"{request.scheme}://{request.get_host()}/" if came else ""
    return "/" + came.removeprefix(own).lstrip("/\\") if own and came.startswith(own) else "/"
