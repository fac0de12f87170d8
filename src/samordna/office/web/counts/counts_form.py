"""What does a unit meet that opens the link to its form: what to tell, by when, how far it has come, and other ways?"""

from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.guard import ANYBODY
from samordna.domain.participation.collecting.submission import SubmissionState
from samordna.domain.participation.count_form import count_form
from samordna.domain.participation.filling import HowFar, how_far
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Mark, Tone
from samordna.office import actions
from samordna.office.web.counts import counts_form_fill, counts_form_summary
from samordna.office.web.counts.counts_form_link import Opened, OpenForm, by_link
from samordna.office.web.counts.counts_form_problems import NO_FILE
from samordna.office.web.counts.counts_form_told import questions_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS, file_response
from samordna.office.web.routing import Route
from samordna.renderers.xlsx import render_form

_STATES: Final = {
    SubmissionState.ASKED: Mark(Tone.QUIET, swedish("Inte lämnade")),
    SubmissionState.SENT_IN: Mark(Tone.DONE, swedish("Inlämnade")),
    SubmissionState.SENT_BACK: Mark(Tone.WARN, swedish("Frågor från kansliet")),
    SubmissionState.ACCEPTED: Mark(Tone.DONE, swedish("Godtagna")),
    SubmissionState.LOCKED: Mark(Tone.DONE, swedish("Låsta")),
}


@by_link
def start(request: HttpRequest, link: Opened) -> HttpResponse:
    """Show what the unit is asked and how far each has come."""
    return _start(request, link)


@by_link
def take_file(request: HttpRequest, link: Opened) -> HttpResponse:
    """Take the form that was filled in away from the site, or a packet: all of it or nothing, of this unit alone."""
    file, reason = request.FILES.get("fil"), request.POST.get("skal", "")
    if file is None:
        return _start(request, link, (NO_FILE.at(swedish("filen")),), reason)
    lines = [one.asked for one in link.lines]
    try:
        taken = actions.take_counts({file.name or "": file.read()}, by=link.actor, reason=reason, of=lines)
    except Refused as refusal:
        return _start(request, link, refusal.problems, reason)
    activity = taken.reports[0].activity
    return redirect(reverse("counts_form_receipt", kwargs={"secret": link.secret, "activity": activity}))


def _start(request: HttpRequest, link: Opened, problems: tuple[Problem, ...] = (), reason: str = "") -> HttpResponse:
    forms = link.forms
    context = {
        "link": link,
        "until": swedish_date(link.until),
        "activities": tuple(_activity(link, form) for form in forms),
        "any_open": any(form.is_open for form in forms),
        "problems": problems,
        "reason": reason,
        "help": reverse("counts_form_help", kwargs={"secret": link.secret}),
        "take": reverse("counts_form_file", kwargs={"secret": link.secret}),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    return render(request, "counts_form/start.html", context, status=status)


def _activity(link: Opened, form: OpenForm) -> dict[str, Any]:
    """Return what the first page shows of an activity."""
    come = how_far(form.report, form.asked)
    names = {"secret": link.secret, "activity": form.asked.activity.key}
    return {
        "form": form,
        "name": form.asked.activity.name,
        "due": swedish_date(form.due),
        "mark": _STATES[form.state],
        "filled": sum(one is HowFar.FILLED for one in come.values()),
        "count": len(come),
        "saved": day_and_time(form.saved_at) if form.saved_at else "",
        "questions": questions_in(form),
        "template": reverse("counts_form_template", kwargs=names),
        "summary": reverse("counts_form_summary", kwargs=names),
        "receipt": reverse("counts_form_receipt", kwargs=names) if form.submission else "",
    }


@by_link
def template(request: HttpRequest, link: Opened, activity: str) -> HttpResponse:  # noqa: ARG001 - every view is asked
    """Hand over the form as a workbook, without any counts: nothing leaves the site that the trail should tell of."""
    asked = link.form(activity).asked
    name = swedish("Siffror {unit} {activity} {period}.xlsx").format(
        unit=asked.unit.name, activity=asked.activity.name, period=asked.period
    )
    return file_response(render_form(count_form(asked)), name, FORMATS["xlsx"].media_type)


@by_link
def help_page(request: HttpRequest, link: Opened) -> HttpResponse:
    """Show how the form is filled in."""
    return render(request, "counts_form/help.html", {"link": link})


_FORM: Final = "lamna/<str:secret>/insats/<str:activity>/"
ROUTES: Final = (
    Route("lamna/<str:secret>/", "counts_form", start, reads=ANYBODY),
    Route("lamna/<str:secret>/hjalp/", "counts_form_help", help_page, reads=ANYBODY),
    Route("lamna/<str:secret>/fil/", "counts_form_file", take_file, does=ANYBODY),
    Route(_FORM, "counts_form_tables", counts_form_fill.tables, reads=ANYBODY, does=ANYBODY),
    Route(f"{_FORM}tabell/<str:table>/", "counts_form_table", counts_form_fill.table, reads=ANYBODY, does=ANYBODY),
    Route(f"{_FORM}granska/", "counts_form_summary", counts_form_summary.summary, reads=ANYBODY, does=ANYBODY),
    Route(f"{_FORM}kvitto/", "counts_form_receipt", counts_form_summary.receipt, reads=ANYBODY),
    Route(f"{_FORM}utkast/", "counts_form_discard", counts_form_summary.discard, does=ANYBODY),
    Route(f"{_FORM}blankett.xlsx", "counts_form_template", template, reads=ANYBODY),
)
