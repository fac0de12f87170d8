"""What is set for the whole association: what it is called, who may do what?"""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.look.parts import Fact, Link
from samordna.office import actions, questions
from samordna.office.web.forms.typed import told_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422

_PLACES: Final = (
    (swedish("Förbundet"), "settings"),
    (swedish("Användare"), "users"),
    (swedish("Roller"), "roles"),
    (swedish("Uppställningar"), "layout"),
    (swedish("Dimensioner"), "dimensions"),
)


class AssociationForm(forms.Form):
    """What the association is called."""

    name = forms.CharField(label=swedish("Förbundets namn"))
    organisation_number = forms.CharField(
        label=swedish("Organisationsnummer"),
        help_text=swedish("Till exempel 222000-0000. Det jämförs med numret i de bokföringsfiler som lämnas in."),
        required=False,
    )


def tabs(current: str) -> tuple[Link, ...]:
    """Return the ways between the pages of settings; the one of route ``current`` is marked."""
    links = []
    for label, name in _PLACES:
        try:
            links.append(Link(label, reverse(name), current=name == current))
        except NoReverseMatch:  # a screen that is not part of this installation
            continue
    return tuple(links)


def association(request: HttpRequest) -> HttpResponse:
    """Show what is set for the association."""
    shown = questions.association()
    layout = questions.layout_for(questions.layout_versions()[-1].from_year)
    facts = (
        Fact(swedish("Namn"), shown.name),
        Fact(swedish("Organisationsnummer"), shown.organisation_number or swedish("inget angivet")),
        Fact(swedish("Uppställning"), layout.title, Link(layout.title, reverse("layout"))),
        Fact(swedish("Skapat"), day_and_time(shown.created_at)),
    )
    may_change = actor_of(request).may(Deed.CHANGE_ASSOCIATION)
    told = {"facts": facts, "tabs": tabs("settings"), "may_change": may_change}
    return render(request, "settings/association.html", told)


def change_association(request: HttpRequest) -> HttpResponse:
    """Change what the association is called."""
    held = questions.association()
    initial = {"name": held.name, "organisation_number": held.organisation_number}
    form = AssociationForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            actions.change_association(**form.cleaned_data, by=actor_of(request))
        except Refused as refusal:
            told_in(form, refusal)
        else:
            messages.success(request, swedish("Uppgifterna om förbundet är ändrade."))
            return redirect("settings")
    status = _UNPROCESSABLE if form.errors else 200
    return render(request, "settings/change_association.html", {"form": form}, status=status)


def roles(request: HttpRequest) -> HttpResponse:
    """Show what each role may do, as the program itself asks it."""
    return render(request, "settings/roles.html", {"table": questions.rights_table(), "tabs": tabs("roles")})


ROUTES: Final = (
    Route("installningar/", "settings", association, reads=Deed.READ_USERS),
    Route(
        "installningar/forbund/",
        "change_association",
        change_association,
        reads=Deed.CHANGE_ASSOCIATION,
        does=Deed.CHANGE_ASSOCIATION,
    ),
    Route("installningar/roller/", "roles", roles, reads=Deed.READ_USERS),
)
