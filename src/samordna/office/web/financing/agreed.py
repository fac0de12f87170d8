"""Where do the addresses lead that agreements and contributions had together?"""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.office.web.routing import Route


def moved(request: HttpRequest, year: int | None = None) -> HttpResponse:  # noqa: ARG001 - every view is given it
    """Lead to the agreements for good; contributions stand beside them in the navigation."""
    return HttpResponsePermanentRedirect(f"{reverse('agreements')}{'' if year is None else f'?ar={year}'}")


_OLD: Final = "avtal-och-bidrag/"
ROUTES: Final = (
    Route(_OLD, "agreed", moved, reads=Deed.READ_BOOKS),
    Route(f"{_OLD}<int:year>/", "agreed_year", moved, reads=Deed.READ_BOOKS),
)
