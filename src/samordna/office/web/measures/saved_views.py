"""Which views has the association made of its own, and how are they kept, called, taken away and got back?"""

from collections.abc import Iterator
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.measures.composing import composed, division_names
from samordna.domain.measures.registry import BY_KEY, GROUPS
from samordna.domain.measures.view import ACTIVITY, UNIT, View
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import Said
from samordna.office.web.financing.members_forms import ids
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.measures.statistics_wanted import ADDRESS
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_LONGEST: Final = 100
_PLACES: Final = (
    ("", swedish("alla tillsammans")),
    (ACTIVITY, swedish("varje insats")),
    (UNIT, swedish("varje utförare")),
)


_GROUPS: Final = tuple(
    (
        name,
        tuple(
            (one.key, format_html('<span>{}<br><span class="note">{}</span></span>', one.name, one.definition))
            for one in group
        ),
    )
    for name, group in GROUPS
)
"""Every measure by its group, each with its definition."""


class ViewForm(forms.Form):
    """A view that somebody puts together."""

    name = forms.CharField(label=swedish("Namn"), max_length=_LONGEST)
    measures = forms.MultipleChoiceField(
        label=swedish("Mått"),
        widget=forms.CheckboxSelectMultiple,
        choices=_GROUPS,
        error_messages={"required": swedish("Välj minst ett mått.")},
    )
    place = forms.ChoiceField(label=swedish("Vems siffror"), choices=_PLACES, required=False)
    division = forms.ChoiceField(label=swedish("Fördelat på"), required=False)
    shares = forms.BooleanField(label=swedish("Visa också andelar"), required=False)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="", auto_id=ids("vy", "ny"))
        told = [("", swedish("inget mer än kön")), *division_names().items()]
        self.fields["division"] = forms.ChoiceField(label=swedish("Fördelat på"), choices=told, required=False)
        self.order_fields(("name", "measures", "place", "division", "shares"))

    @property
    def view(self) -> View:
        """The view; ask it of a form that is valid."""
        said = self.cleaned_data
        return composed(said["measures"], said["place"], said["division"], shares=said["shares"])


def own_views(request: HttpRequest, wrong: tuple[Problem, ...] = (), form: ViewForm | None = None) -> HttpResponse:
    """Show the association's own views, those that were taken away, and the form of a new one."""
    held = questions.saved_views()
    told = {
        "wrong": wrong,
        "views": tuple(_told(one) for one in held.held),
        "removed": tuple(_told(one) for one in held.removed),
        "form": form or ViewForm(),
        "form_open": form is not None,
        "back": Link(swedish("Till statistiken"), ADDRESS),
    }
    failed = bool(wrong) or form is not None
    return render(request, "statistics/own_views.html", told, status=_UNPROCESSABLE if failed else 200)


def new_view(request: HttpRequest) -> HttpResponse:
    """Keep a view that was put together in the form, and lead to it."""
    form = ViewForm(request.POST)
    if not form.is_valid():
        return own_views(request, form=form)
    try:
        key = actions.save_view(form.view, form.cleaned_data["name"], by=actor_of(request))
    except Refused as refusal:
        for problem in refusal.problems:
            form.add_error(
                "name" if problem.code.startswith("saved-view") else None, f"{problem.found} {problem.remedy}"
            )
        return own_views(request, form=form)
    messages.success(request, swedish("Vyn är sparad."))
    return redirect(f"{ADDRESS}?vy={key}")


def change_view(request: HttpRequest) -> HttpResponse:
    """Call a view something else, take it away, or get it back."""
    key, by, seen = request.POST.get("vy", ""), actor_of(request), seen_in(request)
    try:
        match request.POST.get("steg"):
            case "bort":
                name = actions.remove_view(key, by=by, seen=seen)
                messages.success(
                    request, swedish("Vyn {name} är borttagen. Den kan återställas här.").format(name=name)
                )
            case "angra":
                name = actions.restore_view(key, by=by, seen=seen)
                messages.success(request, swedish("Vyn {name} är tillbaka.").format(name=name))
            case _:
                actions.rename_view(key, request.POST.get("namn", ""), by=by, seen=seen)
                messages.success(request, swedish("Vyn har bytt namn."))
    except Refused as refusal:
        return own_views(request, refusal.problems)
    return redirect(reverse("own_views"))


def _told(one: Said[View]) -> dict[str, object]:
    view = one.value
    return {
        "key": one.key,
        "name": view.name,
        "what": "; ".join(_in_words(view)),
        "href": f"{ADDRESS}?vy={one.key}",
        "seen": one.number,
        "by": one.by,
        "when": day_and_time(one.at),
    }


def _in_words(view: View) -> Iterator[str]:
    """Yield what a view shows, as a person reads it."""
    yield ", ".join(BY_KEY[key].name.lower() for key in view.measures if key in BY_KEY)
    names = {**division_names(), UNIT: swedish("utförare"), ACTIVITY: swedish("insats")}
    if view.by:
        yield swedish("per {what}").format(what=", ".join(names.get(one, one) for one in view.by))
    if view.activities or view.units:
        yield swedish("bara {which}").format(which=", ".join((*view.activities, *view.units)))


ROUTES: Final = (
    Route("uppfoljning/vyer/", "own_views", own_views, reads=Deed.SAVE_VIEW),
    Route("uppfoljning/vyer/ny/", "new_view", new_view, does=Deed.SAVE_VIEW),
    Route("uppfoljning/vyer/andra/", "change_view", change_view, does=Deed.SAVE_VIEW),
)
