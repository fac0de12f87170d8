"""How is the register of activities shown, added to, and taken out as a file?"""

from dataclasses import replace
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.activities.activity import Activity
from samordna.domain.activities.mixed import halves_of
from samordna.domain.document import Document
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.web.activities import activity_parts as parts
from samordna.office.web.activities.activity_form import AT, ActivityForm
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422


def activities(request: HttpRequest) -> HttpResponse:
    """Show the activities of a year, by direction."""
    year, wanted = parts.year_in(request), parts.choice_in(request)
    shown = questions.activities_shown(year, wanted)
    told = {
        "year": year.last // 100,
        "shown": shown,
        "things": parts.register_things(shown),
        "warned": [one for listed in shown.listed.values() for one in listed if one.problems],
        "pickers": (parts.year_picker(year, wanted), parts.choice_picker(year, wanted)),
        "files": files(request, reverse("activities_file", args=["a"]), year) if shown.listed else (),
        "may_change": actor_of(request).may(Deed.CHANGE_ACTIVITY),
        "new": Link(swedish("Lägg upp en insats"), reverse("new_activity")),
        "none_at_all": not shown.held.said,
    }
    return render(request, "activities/activities.html", told)


def files(request: HttpRequest, address: str, year: Period) -> tuple[Link, ...]:
    """Return the files of an address that ends in ``a`` for a format, for whoever may take them."""
    if not actor_of(request).may(Deed.EXPORT):
        return ()
    where = address.removesuffix("a/")
    return tuple(Link(one.label, f"{where}{one.ending}/{parts.query(year)}") for one in FORMATS.values())


def activities_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the activities and performers of a year as a file."""
    year = parts.year_in(request)
    shown = questions.activities_shown(year, parts.choice_in(request))
    return handed_over(request, shown.document, year, ending)


def handed_over(request: HttpRequest, document: Document, year: Period, ending: str) -> HttpResponse:
    """Hand over a document of a year as a file; the trail says who took it."""
    return hand_over(request, document, document.title, format_named(ending), period=str(year))


def new_activity(request: HttpRequest) -> HttpResponse:
    """Add an activity, or the two that a mixed one is; ``fran`` names one to begin from."""
    like = questions.activities_held().activity(request.GET.get("fran", ""))
    data = request.POST if request.method == "POST" else None
    form = ActivityForm(
        questions.party_choices(), data, like=like and _as_new(like), members=questions.member_choices()
    )
    if form.is_valid():
        try:
            added = _add(request, form)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("{name} är upplagd.").format(name=added.name))
            return redirect("activity", added.id)
    told = {"form": form, "title": swedish("Ny insats"), "back": Link(swedish("Insatser"), reverse("activities"))}
    return render(request, "activities/change.html", told, status=_UNPROCESSABLE if form.errors else 200)


def _as_new(like: Activity) -> Activity:
    """Return an activity to begin a new one from: what it is, not that it is registered, and not when it runs."""
    return replace(like, name="", registered=None, last=None, other_half="")


def _add(request: HttpRequest, form: ActivityForm) -> Activity:
    activity, by, confirmed = form.activity, actor_of(request), form.is_confirmed
    if form.is_mixed:
        actions.add_mixed_activity(activity, form.structural_category, by=by, confirmed=confirmed)
        return halves_of(activity, form.structural_category)[0]
    actions.add_activity(activity, by=by, confirmed=confirmed)
    return activity


ROUTES: Final = (
    Route("insatser/", "activities", activities, reads=Deed.READ_BOOKS),
    Route("insatser/ny/", "new_activity", new_activity, reads=Deed.CHANGE_ACTIVITY, does=Deed.CHANGE_ACTIVITY),
    Route("insatser/fil/<str:ending>/", "activities_file", activities_file, reads=Deed.EXPORT),
)
