"""How is one activity shown, changed and removed?"""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.activities.classification import Direction
from samordna.domain.activities.words import activity_differences
from samordna.domain.document import Table
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Confirm, Link
from samordna.office import actions, questions
from samordna.office.questions import ActivityShown
from samordna.office.web.activities import activity_lines as lines
from samordna.office.web.activities import activity_parts as parts
from samordna.office.web.activities.activity_form import AT, ActivityForm
from samordna.office.web.activities.activity_lines import Tried
from samordna.office.web.activities.activity_report_forms import AgreedNumberForm, CapacityForm, EventForm
from samordna.office.web.activities.activity_survey_form import SurveyForm
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.pages.table_figure import figure_or_page, ways_by_query
from samordna.office.web.routing import Route
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_UNPROCESSABLE: Final = 422
_MEANWHILE: Final = "plan-said-meanwhile"


def activity(request: HttpRequest, activity: str) -> HttpResponse:
    """Show an activity: what it is, what it costs, what is agreed and reported, and every change."""
    return activity_page(request, activity)


def activity_page(
    request: HttpRequest, activity_id: str, *, tried: Tried | None = None, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    """Return the page of an activity; ``tried`` could not be taken, ``problems`` say why nothing was done."""
    shown = _shown(request, activity_id)
    one, ends = shown.activity, shown.year.last // 100
    told = {
        "shown": shown,
        "year": ends,
        "facts": parts.facts(one, shown.names, shown.other_half),
        "performers": parts.performers_of(shown),
        "money": parts.money_html(shown.money, shown.year, _page(shown)) if shown.money else None,
        "planned": parts.tkr(shown.planned),
        "per_person": _per_person(request, shown),
        "agreed": parts.agreed_html(shown.agreed, one, shown.year) if shown.agreed else None,
        "structural": one.direction is Direction.STRUCTURAL,
        "capacity": lines.capacity(shown, tried, counts=actor_of(request).may(Deed.READ_COUNTS)),
        "events": lines.events(shown, tried),
        "surveys": lines.surveys(shown, tried),
        "changes": parts.changes(shown),
        "pickers": (parts.year_picker(shown.year),),
        "problems": problems,
        "removal": _removal(shown),
        "all": Link(swedish("Insatser"), f"{reverse('activities')}{parts.query(shown.year)}"),
        "new": _new_forms(shown, tried),
        **_rights(request),
    }
    return render(request, "activities/activity.html", told, status=_UNPROCESSABLE if tried or problems else 200)


def _shown(request: HttpRequest, activity_id: str) -> ActivityShown:
    shown = questions.activity_shown(activity_id, parts.year_in(request))
    if shown is None:
        raise Http404(swedish("Insatsen finns inte i registret."))
    return shown


def _per_person(request: HttpRequest, shown: ActivityShown) -> Markup | None:
    """Return what each person has cost, each figure leading to what it is made of; None where there is no such."""
    table = _cost_table(request, shown)
    if table is None:
        return None
    return table_html(table, title_shown=False, address=ways_by_query(table, _page(shown), parts.query(shown.year)))


def _cost_table(request: HttpRequest, shown: ActivityShown) -> Table | None:
    """Return what each person has cost, to those inside; None where nothing is counted."""
    if not actor_of(request).may(Deed.READ_COUNTS):
        return None
    one = shown.activity
    return questions.cost_per(shown.year).of(one.id, *(f"{one.id}:{each.id}" for each in one.performers)).table


def _page(shown: ActivityShown) -> str:
    return reverse("activity", args=[shown.activity.id])


def activity_figure(request: HttpRequest, activity: str) -> HttpResponse:
    """Show what a figure of the costs of an activity is, and what it is made of."""
    shown = _shown(request, activity)
    back = Link(shown.activity.name, f"{_page(shown)}{parts.query(shown.year)}")

    def tables() -> list[Table]:
        return [one for one in (shown.agreed, shown.money, _cost_table(request, shown)) if one]

    return figure_or_page(request, tables, back)


def _rights(request: HttpRequest) -> dict[str, bool]:
    by = actor_of(request)
    return {
        "may_change": by.may(Deed.CHANGE_ACTIVITY),
        "may_agree": by.may(Deed.AGREE_NUMBER),
        "may_read_counts": by.may(Deed.READ_COUNTS),
        "may_report": by.may(Deed.REPORT_CAPACITY),
        "may_register": by.may(Deed.REGISTER_EVENT),
        "may_enter": by.may(Deed.ENTER_SURVEY),
    }


def _new_forms(shown: ActivityShown, tried: Tried | None) -> dict[str, forms.Form]:
    """Return the forms that add something; the one that could not be taken keeps what was typed."""
    one = shown.activity
    usual = "heads" if one.direction is Direction.STRUCTURAL else "participants"
    new: dict[str, forms.Form] = {
        "agreed": AgreedNumberForm(one, questions.activity_years(), year=shown.year.last // 100, counts=usual),
        "capacity": CapacityForm(one),
        "events": EventForm(one),
        "surveys": SurveyForm(one),
    }
    if tried and not tried.line:
        new[tried.table] = tried.form
    return new


def _removal(shown: ActivityShown) -> Confirm:
    question = swedish(
        "Ta bort {name} ur registret? Det går för en insats som inget är avtalat för och inget rapporterat om. "
        "En insats som har slutat får i stället sin sista månad."
    )
    return Confirm(
        swedish("Ta bort insatsen"),
        question.format(name=shown.activity.name),
        reverse("remove_activity", args=[shown.activity.id]),
        swedish("Ta bort"),
        hidden=(("sedd", str(shown.seen)),),
    )


def change_activity(request: HttpRequest, activity: str) -> HttpResponse:
    """Show the form of an activity, and change it."""
    shown = _shown(request, activity)
    data = request.POST if request.method == "POST" else None
    form = ActivityForm(questions.party_choices(), data, held=shown.activity, members=questions.member_choices())
    meanwhile: tuple[str, ...] = ()
    if form.is_valid():
        try:
            seen, confirmed = seen_in(request), form.is_confirmed
            actions.change_activity(form.activity, by=actor_of(request), seen=seen, confirmed=confirmed)
        except Refused as refusal:
            told_at(form, refusal, AT)
            if any(problem.code == _MEANWHILE for problem in refusal.problems):
                meanwhile = _since(request, shown)
        else:
            messages.success(request, swedish("{name} är ändrad.").format(name=form.activity.name))
            return redirect("activity", activity)
    told = {
        "form": form,
        "held": shown.activity,
        "seen": seen_in(request) if form.wants_more else shown.seen,
        "title": shown.activity.name,
        "meanwhile": meanwhile,
        "back": Link(shown.activity.name, reverse("activity", args=[activity])),
    }
    return render(request, "activities/change.html", told, status=_UNPROCESSABLE if form.errors else 200)


def _since(request: HttpRequest, shown: ActivityShown) -> tuple[str, ...]:
    """Return what others have changed since the person looked; to save again is then to know of it."""
    before = questions.activities_held(to=seen_in(request) or 0).activity(shown.activity.id)
    return activity_differences(before, shown.activity, shown.names)


def remove_activity(request: HttpRequest, activity: str) -> HttpResponse:
    """Take an activity out of the register."""
    shown = _shown(request, activity)
    try:
        actions.remove_activity(activity, by=actor_of(request), seen=seen_in(request))
    except Refused as refusal:
        return activity_page(request, activity, problems=refusal.problems)
    messages.success(request, swedish("{name} är borttagen ur registret.").format(name=shown.activity.name))
    return redirect("activities")


ACTIVITY: Final = "insatser/<slug:activity>/"
"""The address of an activity."""

ROUTES: Final = (
    Route(ACTIVITY, "activity", activity, reads=Deed.READ_BOOKS),
    Route(f"{ACTIVITY}siffra/", "activity_figure", activity_figure, reads=Deed.READ_BOOKS),
    Route(
        f"{ACTIVITY}andra/", "change_activity", change_activity, reads=Deed.CHANGE_ACTIVITY, does=Deed.CHANGE_ACTIVITY
    ),
    Route(f"{ACTIVITY}ta-bort/", "remove_activity", remove_activity, does=Deed.CHANGE_ACTIVITY),
)
