"""How are reports made, read and taken home?"""

from collections.abc import Iterable, Mapping
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import ReportMadeAgain
from samordna.office.web.pages.files import FORMATS, Format
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.reports import report_parts as parts
from samordna.office.web.routing import Route
from samordna.renderers.html import render_html
from samordna.renderers.json import document_json

_UNPROCESSABLE: Final = 422

NO_PERIOD: Final = ProblemKind(
    "report-no-period",
    Severity.REFUSE,
    swedish("Rapporten har ingen period att handla om: {why}."),
    swedish("Välj en period i listan."),
)

REPORT_FORMATS: Final[Mapping[str, Format]] = {
    "html": Format("html", swedish("Webbsida"), "text/html; charset=utf-8", render_html),
    **{ending: FORMATS[ending] for ending in ("pdf", "docx", "xlsx", "csv")},
    "json": Format("json", "JSON", "application/json", document_json),
}
"""The formats that a report leaves in, by ending."""


def reports(request: HttpRequest) -> HttpResponse:
    """Show what was made and from what, and the form that makes another; make it when it is sent."""
    if request.method != "POST":
        return _page(request)
    try:
        made = actions.make_report(request.POST.get("slag", ""), _asked(request), by=actor_of(request))
    except Refused as refusal:
        return _page(request, refusal.problems)
    return redirect("report", made.number)


def report(request: HttpRequest, number: int) -> HttpResponse:
    """Show a report as it was made, every figure of it asking where it comes from, and what it was made from."""
    told = parts.report_page(_made(number), REPORT_FORMATS.values() if _may_take(request) else ())
    return render(request, "reports/report.html", told)


def report_file(request: HttpRequest, number: int, ending: str) -> HttpResponse:
    """Hand over a report as a file; the trail says who took it."""
    missing = swedish("Rapporten finns inte i det formatet. Välj webbsida, PDF, Word, Excel eller JSON.")
    form = format_named(ending, missing, REPORT_FORMATS)
    again = _made(number)
    name = f"{again.document.title} {again.made.asked.period.in_short}"
    return hand_over(request, again.document, name, form, report=number, same=again.same)


def _made(number: int) -> ReportMadeAgain:
    """Return the report. Raises ``Http404`` for a number that none has."""
    try:
        return questions.made_report(number)
    except Refused as refusal:
        if any(problem.code == "unknown-report" for problem in refusal.problems):
            raise Http404(refusal.problems[0].found) from refusal
        raise


def _may_take(request: HttpRequest) -> bool:
    return actor_of(request).may(Deed.EXPORT)


def _asked(request: HttpRequest) -> Asked:
    """Return what the form asks for; no comparison is the same months a year earlier."""
    sent = request.POST
    compare = sent.get("jamfor", "").strip()
    try:
        return Asked.of(Period.parse(sent.get("period", "")), Period.parse(compare) if compare else None)
    except ValueError as error:
        raise Refused([NO_PERIOD.at(swedish("perioden"), why=error)]) from error


def _page(request: HttpRequest, problems: Iterable[Problem] = ()) -> HttpResponse:
    told = tuple(problems)
    may_read_in = actor_of(request).may(Deed.HAND_IN_LEDGER)
    page = {
        **parts.reports_page(request.POST),
        "problems": told,
        "may_make": actor_of(request).may(Deed.MAKE_REPORT),
        "read_in": Link(swedish("Lämna in bokföring"), reverse("imports")) if may_read_in else None,
    }
    return render(request, "reports/reports.html", page, status=_UNPROCESSABLE if told else 200)


ROUTES: Final = (
    Route("rapporter/", "reports", reports, reads=Deed.READ_BOOKS, does=Deed.MAKE_REPORT),
    Route("rapporter/<int:number>/", "report", report, reads=Deed.READ_BOOKS),
    Route("rapporter/<int:number>/<str:ending>/", "report_file", report_file, reads=Deed.EXPORT),
)
