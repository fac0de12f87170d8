"""What is each owner shown: what it pays, what that costs, and what came of it?"""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Table
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Cell, Heading, Link, Things
from samordna.office import actions, questions
from samordna.office.questions import OwnerListed, OwnerShown
from samordna.office.web.activities import activity_parts as parts
from samordna.office.web.measures.keying import year_in, year_picker
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.pages.table_figure import figure_or_page, ways_by_query
from samordna.office.web.routing import Route
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_UNPROCESSABLE: Final = 422
_NO_MEMBER: Final = swedish("Det finns ingen sådan medlem.")


def owners(request: HttpRequest) -> HttpResponse:
    """Show the members of a year, each leading to what it reads."""
    year = year_in(request)
    listed = questions.owners_listed(year)
    told = {
        "year": year.last // 100,
        "things": _things(listed, parts.query(year)) if listed else None,
        "pickers": (year_picker(year),),
        "members": Link(swedish("Till medlemmarna"), reverse("members")),
    }
    return render(request, "owners/owners.html", told)


def _things(listed: tuple[OwnerListed, ...], query: str) -> Things:
    headings = (
        Heading(swedish("Ägare")), Heading(swedish("Part")), Heading(swedish("Bidrag, kr"), numbers=True),
        Heading(swedish("Egna enheter"), sentences=True),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(one.member.name, f"{reverse('owner', args=[one.member.code])}{query}"),
            Cell(one.member.party.in_words),
            Cell("" if one.pays is None else whole_kronor(one.pays)),
            Cell(", ".join(one.units)),
        )
        for one in listed
    )
    return Things(swedish("Ägarna"), headings, rows)


def owner(request: HttpRequest, member: str) -> HttpResponse:
    """Show what an owner reads of a year."""
    return _page(request, _shown(request, member))


def owner_file(request: HttpRequest, member: str, ending: str) -> HttpResponse:
    """Hand over what an owner reads as a file: what it says is published with that, and noted as such."""
    form = format_named(ending)
    try:
        shown = actions.give_out_owner(member, year_in(request), form.label, by=actor_of(request))
    except Refused as refusal:
        return _page(request, _shown(request, member), refusal.problems)
    if shown is None:
        raise Http404(_NO_MEMBER)
    document = shown.document
    return hand_over(request, document, document.title, form, period=str(shown.year))


def owner_figure(request: HttpRequest, member: str) -> HttpResponse:
    """Show what a figure of an owner's page is, as the owner reads it, and what it is made of."""
    shown = _shown(request, member)
    back = Link(shown.member.name, f"{_address(shown)}{parts.query(shown.year)}")
    return figure_or_page(request, lambda: shown.tables, back)


def _address(shown: OwnerShown) -> str:
    return reverse("owner", args=[shown.member.code])


def _shown(request: HttpRequest, member: str) -> OwnerShown:
    only = not actor_of(request).may(Deed.READ_COUNTS)
    shown = questions.owner_shown(member, year_in(request), only_given_out=only)
    if shown is None:
        raise Http404(_NO_MEMBER)
    return shown


def _page(request: HttpRequest, shown: OwnerShown, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    query, may = parts.query(shown.year), actor_of(request).may(Deed.PUBLISH_STATISTICS)

    def written(table: Table) -> Markup:
        return table_html(table, address=ways_by_query(table, _address(shown), query))

    told = {
        "shown": shown,
        "year": shown.year.last // 100,
        "pays": written(shown.pays) if shown.pays else None,
        "costs": parts.money_html(shown.costs, shown.year, _address(shown)) if shown.costs else None,
        "counts": [written(table) for table in shown.counts],
        "months": shown.statistics.period.in_words if shown.statistics else "",
        "per_person": written(shown.per_person) if shown.per_person else None,
        "problems": problems,
        "only": not actor_of(request).may(Deed.READ_COUNTS),
        "pickers": (year_picker(shown.year),),
        "files": [
            Link(form.label, f"{reverse('owner_file', args=[shown.member.code, form.ending])}{query}")
            for form in FORMATS.values()
        ]
        if may
        else (),
        "all": Link(swedish("Alla ägare"), f"{reverse('owners')}{query}"),
    }
    return render(request, "owners/owner.html", told, status=_UNPROCESSABLE if problems else 200)


_OWNER: Final = "uppfoljning/agare/<str:member>/"
ROUTES: Final = (
    Route("uppfoljning/agare/", "owners", owners, reads=Deed.READ_BOOKS),
    Route(_OWNER, "owner", owner, reads=Deed.READ_BOOKS),
    Route(f"{_OWNER}siffra/", "owner_figure", owner_figure, reads=Deed.READ_BOOKS),
    Route(f"{_OWNER}fil/<str:ending>/", "owner_file", owner_file, does=Deed.PUBLISH_STATISTICS),
)
