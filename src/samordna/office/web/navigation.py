"""Which screens does somebody find in the navigation?"""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.look.frame import NavigationItem


@dataclass(frozen=True, slots=True)
class _Place:
    """A screen in the navigation: the name of its address, the right that it takes, and the screens under it.

    A place without an address of its own is where its first child is. ``leads_to`` begins the addresses of what
    is opened from it, ``but`` those under its own that are another's.
    """

    label: str
    route: str = ""
    needs: Deed = Deed.READ_BOOKS
    children: tuple["_Place", ...] = ()
    leads_to: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


_OF_STATISTICS: Final = (
    "/uppfoljning/publicerat/",
    "/uppfoljning/matt/",
    "/uppfoljning/inmatning/",
    "/uppfoljning/agare/",
)
"""Places of their own under the address of the statistics."""

_PLACES: Final = (
    _Place(swedish("Översikt"), "overview"),
    _Place(
        swedish("Ekonomi"),
        children=(
            _Place(swedish("Inläsning"), "imports"),
            _Place(swedish("Kostnadsställen"), "follow_up", but=("/kostnadsstallen/regist",)),
            _Place(
                swedish("Räkenskaper"), "statements", leads_to=("/siffra/", "/konto/", "/verifikation/", "/objekt/")
            ),
            _Place(swedish("Prognos"), "heading"),
            _Place(swedish("Bryggan"), "bridge"),
            _Place(swedish("Ej bokfört"), "owed"),
            _Place(swedish("Avslut"), "closings"),
            _Place(swedish("Uppställning"), "layout"),
        ),
    ),
    _Place(
        swedish("Plan"),
        children=(
            _Place(swedish("Verksamhetsplan"), "plan"),
            _Place(swedish("Finansiering"), "financing"),
            _Place(swedish("Budget"), "budgets"),
            _Place(swedish("Bidrag"), "contributions"),
            _Place(swedish("Avtal"), "agreements"),
            _Place(swedish("Projekt"), "projects"),
            _Place(swedish("Eget kapital"), "equity"),
            _Place(swedish("Register"), "register", leads_to=("/kostnadsstallen/registret/",)),
        ),
    ),
    _Place(
        swedish("Insatser"),
        children=(
            _Place(swedish("Insatser"), "activities"),
            _Place(swedish("Utförare"), "performers"),
            _Place(swedish("Siffror in"), "counts"),
        ),
    ),
    _Place(
        swedish("Uppföljning"),
        children=(
            _Place(swedish("Statistik"), "statistics", Deed.READ_COUNTS, but=_OF_STATISTICS),
            _Place(swedish("Mål"), "goals"),
            _Place(swedish("Ägarna"), "owners"),
            _Place(swedish("Inmatning"), "keying", Deed.READ_COUNTS),
            _Place(swedish("Utlämnat"), "publications", Deed.READ_STATISTICS),
            _Place(swedish("Mått"), "measures", Deed.READ_STATISTICS),
        ),
    ),
    _Place(swedish("Rapporter"), "reports"),
    _Place(swedish("Spår"), "trail", Deed.READ_TRAIL),
    _Place(swedish("Inställningar"), "settings", Deed.READ_USERS),
    _Place(swedish("Hjälp"), "help"),
)


def navigation(request: HttpRequest, actor: Actor) -> tuple[NavigationItem, ...]:
    """Return the places that ``actor`` may go to; the one that the request is at is marked."""
    items = (_item(place, request.path, actor) for place in _PLACES)
    return tuple(item for item in items if item is not None)


def _item(place: _Place, path: str, actor: Actor) -> NavigationItem | None:
    if not actor.may(place.needs):
        return None
    children = tuple(item for child in place.children if (item := _item(child, path, actor)))
    if not place.route:
        if not children:
            return None
        return NavigationItem(place.label, children[0].href, any(child.current for child in children), children)
    try:
        href = reverse(place.route)
    except NoReverseMatch:  # a screen that is not part of this installation
        return None
    under = path == href if href == "/" else path.startswith((href, *place.leads_to))
    current = under and not path.startswith(place.but or " ")
    return NavigationItem(place.label, href, current, children)
