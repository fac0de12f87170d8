"""Where did somebody come from, and how do they get back there?

A page that was opened from another carries its address in ``fran``. Only places of this site are led back to.
"""

from typing import Final
from urllib.parse import quote

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from samordna.domain.values.language import swedish
from samordna.look.parts import Link

_NAMES: Final = {
    "/rakenskaper/": swedish("Tillbaka till räkenskaperna"),
    "/siffra/": swedish("Tillbaka till siffran"),
    "/prognos/": swedish("Tillbaka till prognosen"),
    "/bryggan/": swedish("Tillbaka till bryggan"),
    "/konto/": swedish("Tillbaka till kontot"),
    "/verifikation/": swedish("Tillbaka till verifikationen"),
    "/objekt/": swedish("Tillbaka till kostnadsstället"),
    "/sok/": swedish("Tillbaka till sökningen"),
    "/rapporter/": swedish("Tillbaka till rapporten"),
    "/inlasning/": swedish("Tillbaka till inläsningen"),
    "/projekt/": swedish("Tillbaka till projektet"),
    "/budget/": swedish("Tillbaka till budgeten"),
    "/kostnadsstallen/register/": swedish("Tillbaka till registret"),
    "/uppstallning/": swedish("Tillbaka till uppställningen"),
}
_LONGEST: Final = 1_000


def way_back(request: HttpRequest) -> Link | None:
    """Return the way back to the page that led here, when the address says which and it is of this site."""
    came = request.GET.get("fran", "")
    if not came.startswith("/") or not url_has_allowed_host_and_scheme(came, allowed_hosts=None):
        return None
    name = next((name for start, name in _NAMES.items() if came.startswith(start)), swedish("Tillbaka"))
    return Link(name, came)


def came_from(request: HttpRequest) -> str:
    """Return ``?fran=…`` for what leads back to this very page: the way back stays the same; empty without one."""
    came = request.GET.get("fran", "")
    return f"?fran={quote(came, safe='/')}" if came else ""


def kept_way(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Return what a form keeps, so that the way back stays the same."""
    came = request.GET.get("fran", "")
    return (("fran", came),) if came else ()


def from_here(request: HttpRequest) -> str:
    """Return ``fran=…`` for a link that leads on from this page; empty when the way here is already too long."""
    here = request.get_full_path().partition("&fran=")[0].partition("?fran=")[0]
    return f"fran={quote(here, safe='/')}" if len(here) < _LONGEST else ""
