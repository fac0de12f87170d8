"""How do counts that came in a file come in, and the form in a workbook out?"""

import datetime as dt
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.participation.count_form import count_form
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.actions import CountsTaken
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.counts.counts_of_unit import UNIT
from samordna.office.web.pages.files import FORMATS, file_response
from samordna.office.web.routing import Route
from samordna.renderers.xlsx import render_form

_UNPROCESSABLE: Final = 422
_MOST_FILES: Final = 50
_ENDINGS: Final = ".xlsx,.json,.csv"


class HandInForm(forms.Form):
    """When what is handed in came, and why it is another than before."""

    arrived = forms.DateField(
        label=swedish("Kom till kansliet"),
        help_text=swedish("Dagen då siffrorna kom, när det var före i dag. I tid eller sent bedöms efter den."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label=swedish("Skäl till rättelse"),
        help_text=swedish("Behövs när enheten redan har lämnat siffror för perioden."),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def day(self) -> dt.date | None:
        """Return the day it came; None for today."""
        day: dt.date | None = self.cleaned_data["arrived"]
        return None if day == timezone.localdate() else day


def hand_in(request: HttpRequest) -> HttpResponse:
    """Take in forms, packets and tables, all of them or nothing."""
    sent = request.POST if request.method == "POST" else None
    form = HandInForm(sent, label_suffix="")
    if sent is None or not form.is_valid():
        return _page(request, form)
    files = request.FILES.getlist("files")[:_MOST_FILES]
    if not files:
        return _page(request, form, no_file=True)
    named = {file.name or "": file.read() for file in files}
    try:
        taken = actions.take_counts(named, by=actor_of(request), reason=form.cleaned_data["reason"], arrived=form.day)
    except Refused as refusal:
        return _page(request, form, refusal.problems)
    return _taken(request, taken)


def _taken(request: HttpRequest, taken: CountsTaken) -> HttpResponse:
    said = swedish("{count} inlämnade. De räknas i uppföljningen när de är godtagna.")
    one = swedish("En enhets siffror är")
    count = one if len(taken.reports) == 1 else swedish("{n} enheters siffror är").format(n=len(taken.reports))
    messages.success(request, said.format(count=count))
    if len(taken.reports) == 1:
        report = taken.reports[0]
        return redirect("counts_of_unit", report.unit, report.activity, str(report.period))
    period = f"?period={taken.reports[0].period}" if taken.reports else ""
    return redirect(f"{reverse('counts')}{period}")


def _page(
    request: HttpRequest, form: HandInForm, problems: tuple[Problem, ...] = (), *, no_file: bool = False
) -> HttpResponse:
    told = {
        "form": form,
        "problems": problems,
        "no_file": no_file,
        "accept": _ENDINGS,
        "back": Link(parts.DESK, reverse("counts")),
        "templates": _templates(request.GET.get("enhet", "")),
    }
    wrong = problems or no_file or form.errors
    return render(request, "counts/hand_in.html", told, status=_UNPROCESSABLE if wrong else 200)


def _templates(unit: str) -> tuple[Link, ...]:
    """Return the forms that can be fetched: of one unit, or of all those that have not handed in."""
    lines = questions.counts_held().awaited
    wanted = (one for one in lines if (one.asked.unit.key == unit if unit else one.submission is None))
    return tuple(Link(one.asked.in_words, parts.address_of(one.asked, "counts_template")) for one in wanted)


def template(request: HttpRequest, unit: str, activity: str, period: str) -> HttpResponse:  # noqa: ARG001 - every view is given it
    """Hand over the form of a unit's counts as a workbook: it holds no counts."""
    held = questions.counts_held()
    line = held.line(unit, activity, parts.period_in(period))
    if line is None:
        raise Http404(swedish("Enheten är inte ombedd att lämna siffror för insatsen och perioden."))
    form = count_form(held.asked_of(line.asked))
    return file_response(render_form(form), f"{form.title}.xlsx", FORMATS["xlsx"].media_type)


ROUTES: Final = (
    Route("siffror/lamna-in/", "hand_in_counts", hand_in, reads=Deed.SEND_IN_COUNTS, does=Deed.SEND_IN_COUNTS),
    Route(f"{UNIT}blankett/", "counts_template", template, reads=Deed.SEND_IN_COUNTS),
)
