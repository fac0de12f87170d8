"""How does a unit get the link to its form: made for one or for all, shown this once, and withdrawn?"""

from typing import Final
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.participation.collecting.link import link_address
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.actions import UnitLink
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.routing import Route

_MAIL: Final = "mailto:{to}?subject={subject}&body={body}"


def link(request: HttpRequest, period: str) -> HttpResponse:
    """Make a link for one unit or for all of some months, and show it this once."""
    months, unit, by = parts.period_in(period), request.POST.get("enhet", ""), actor_of(request)
    try:
        made = (actions.link_unit(unit, months, by=by),) if unit else actions.link_units(months, by=by)
    except Refused as refusal:
        raise Http404(str(refusal.problems[0].found)) from refusal
    site = site_of(request)
    told = {
        "period": months,
        "links": tuple(_shown(one, site) for one in made),
        "back": Link(parts.DESK, f"{reverse('counts')}?period={months}"),
    }
    return render(request, "counts/links.html", told)


def withdraw(request: HttpRequest, period: str) -> HttpResponse:
    """Let the link of a unit open nothing from now on."""
    months, unit = parts.period_in(period), request.POST.get("enhet", "")
    try:
        actions.withdraw_link(unit, months, by=actor_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal.problems[0]))
    else:
        messages.success(request, swedish("Länken öppnar ingenting längre."))
    return redirect(f"{reverse('counts')}?period={months}")


def site_of(request: HttpRequest) -> str:
    """Return the address that links begin with."""
    return request.build_absolute_uri("/")


def _shown(made: UnitLink, site: str) -> dict[str, object]:
    address = link_address(site, made.secret)
    return {
        "id": made.unit.key,
        "unit": made.unit.name,
        "address": address,
        "until": swedish_date(made.until),
        "mail": _mail(made, address),
    }


def _mail(made: UnitLink, address: str) -> str:
    """Return what opens a letter to the unit in a person's own program for e-mail."""
    told = {"unit": made.unit.name, "period": made.period.in_words, "link": address, "until": swedish_date(made.until)}
    subject = swedish("Siffror från {unit} för {period}").format(**told)
    body = swedish(
        "Hej,\n\nsiffrorna från {unit} för {period} lämnas här:\n{link}\n\nLänken är enhetens egen och öppnar "
        "blanketten till och med {until}.\nSkriv bara antal: inga namn, personnummer eller annat om enskilda.\n"
    ).format(**told)
    return _MAIL.format(to=quote(_contact(made.unit.key, made.period), "@"), subject=quote(subject), body=quote(body))


def _contact(unit: str, period: Period) -> str:
    lines = (one.asked for one in questions.counts_held().awaited)
    return next((one.contact for one in lines if (one.unit.key, one.period) == (unit, period) and one.contact), "")


ROUTES: Final = (
    Route("siffror/lankar/<str:period>/", "link_units", link, does=Deed.LINK_UNIT),
    Route("siffror/lankar/<str:period>/dra-in/", "withdraw_link", withdraw, does=Deed.LINK_UNIT),
)
