"""How is the page of members and key made, and what comes of what somebody sent to it?"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.day import day_of
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.office import questions
from samordna.office.web.financing import members_parts as parts
from samordna.office.web.financing.members_forms import (
    AT,
    KeyForm,
    MemberForm,
    PopulationFileForm,
    PopulationForm,
    WeightForm,
    population_initial,
)
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.plan_fields import told_at

_UNPROCESSABLE: Final = 422
REMOVE: Final = "bort"
"""What a form that takes something away says."""

NO_DAY: Final = ProblemKind(
    "members-no-day",
    Severity.REFUSE,
    swedish("Formuläret säger inte vilken dag det gäller."),
    swedish("Skriv dagen som år-månad-dag, till exempel 2025-01-01."),
)


@dataclass(frozen=True)
class Tried:
    """What was typed and could not be taken: the forms by name, and the code of the member that was changed."""

    typed: Mapping[str, forms.Form] = field(default_factory=dict)
    code: str = ""


NOTHING: Final = Tried()


def typed(request: HttpRequest, form: forms.Form, done: Callable[[], str], tried: Tried, near: str) -> HttpResponse:
    """Do what a form says and lead back, near what was changed; what is wrong is told in the form, as it was typed."""
    if form.is_valid():
        try:
            said = done()
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, said)
            return redirect(_back(request, near))
    return members_page(request, tried=tried)


def changed(request: HttpRequest, done: Callable[[], str], near: str = "") -> HttpResponse:
    """Do a change and lead back; what was refused is told on the page."""
    try:
        said = done()
    except Refused as refusal:
        return members_page(request, refusal.problems)
    messages.success(request, said)
    return redirect(_back(request, near))


def _back(request: HttpRequest, near: str) -> str:
    year = number_of(request.POST.get("ar", ""))
    return f"{reverse('members')}{f'?ar={year}' if year else ''}{'#' if near else ''}{near}"


def members_page(request: HttpRequest, problems: Iterable[Problem] = (), *, tried: Tried = NOTHING) -> HttpResponse:
    """Return the page as things stand, with why something was not done, or the form that could not be taken."""
    shown, year, wrong = questions.members_shown(), year_of_counts(request), tuple(problems)
    wanted = questions.counts_wanted(year)
    association = shown.association
    counted = wanted.members if wanted else ()
    of_member = tried.typed.get("member") if tried.code else None
    told = {
        "shown": shown,
        "association": association,
        "problems": wrong,
        "year": year.last // 100,
        "first_day": f"{year.first // 100}-01-01",
        "may_change": actor_of(request).may(Deed.CHANGE_MEMBERS),
        "groups": parts.groups(shown, of_member if isinstance(of_member, MemberForm) else None, tried.code),
        "keys": parts.keys(association),
        "weights": parts.weights(association),
        "populations": parts.populations(association),
        "wanted": wanted,
        "wanted_told": parts.wanted_told(wanted),
        "kept_answers": parts.kept_answers(shown),
        "has_kept": any(wanted and one.reference_date == wanted.day for one in shown.published),
        "latest": parts.latest(shown),
        "history": parts.history(shown),
        "new_member": (None if tried.code else tried.typed.get("member")) or MemberForm(association),
        "new_key": tried.typed.get("key") or KeyForm(association, since=dt.date(year.first // 100, 1, 1)),
        "new_weight": tried.typed.get("weight") or WeightForm(association),
        "new_population": tried.typed.get("population")
        or (PopulationForm(counted, initial=population_initial(association, counted, wanted.day)) if wanted else None),
        "new_file": tried.typed.get("file") or PopulationFileForm(label_suffix=""),
        "new_group": request.POST.get("namn", "") if request.POST.get("steg") == "ny" else "",
    }
    failed = bool(wrong) or bool(tried.typed)
    return render(request, "members/members.html", told, status=_UNPROCESSABLE if failed else 200)


def year_of_counts(request: HttpRequest) -> Period:
    """Return the year that populations are asked for: as the address or form says, else the usual one."""
    asked = number_of(request.POST.get("ar") or request.GET.get("ar") or "")
    found = questions.plan_year(asked) if asked else None
    return found or questions.usual_plan_year()


def day_named(text: str, place: str) -> dt.date:
    """Return the day that a form says. Raises ``Refused`` for one that says none."""
    try:
        return day_of(text)
    except ValueError:
        raise Refused([NO_DAY.at(place)]) from None
