"""How are contributions asked for, and each requisition followed until it is paid?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import tables_of
from samordna.domain.plan.contributions.requisition import RequisitionAct, steps_of
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import RequisitionShown
from samordna.office.web.financing import contributions_parts as parts
from samordna.office.web.financing.contributions_form import AT, DayForm, RequisitionStepForm
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.plan_year import ends, year_named, year_picker
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.routing import Route
from samordna.renderers.html import table_html

_UNPROCESSABLE: Final = 422


def requisitions(request: HttpRequest, year: int) -> HttpResponse:
    """Show the requisitions of a year, made and planned, by the months they are for."""
    return _page(request, year_named(year))


def ask(request: HttpRequest, year: int) -> HttpResponse:
    """Ask for what is chosen."""
    period = year_named(year)
    form = DayForm("begar", request.POST, today=timezone.localdate())
    if not form.is_valid():
        return _page(request, period, asking=form)
    try:
        wanted = tuple(parts.chosen(request.POST.getlist("val")))
    except ValueError as error:
        raise Http404(swedish("Det finns inget sådant att begära.")) from error
    try:
        made = actions.request_contributions(period, wanted, day=form.cleaned_data["day"], by=actor_of(request))
    except Refused as refusal:
        return _page(request, period, refusal.problems, asking=form)
    messages.success(request, parts.asked_in_words(made))
    return redirect("requisitions", year)


def follow(request: HttpRequest, year: int) -> HttpResponse:
    """Take the chosen requisitions a step on."""
    period = year_named(year)
    step = next((one for one in parts.TOGETHER if one.value == request.POST.get("steg")), None)
    form = DayForm("folj", request.POST, today=timezone.localdate())
    if step is None or not form.is_valid():
        return _page(request, period, following=form)
    numbers = [number for text in request.POST.getlist("nummer") if (number := number_of(text)) is not None]
    act = RequisitionAct(step, form.cleaned_data["day"])
    try:
        taken = actions.take_requisition_steps(numbers, act, by=actor_of(request))
    except Refused as refusal:
        return _page(request, period, refusal.problems, following=form)
    messages.success(request, parts.taken_in_words(taken))
    return redirect("requisitions", year)


def requisition(request: HttpRequest, number: int) -> HttpResponse:
    """Show a requisition as it is sent, its history, and the steps that it can take."""
    return _one(request, _shown(number))


def step(request: HttpRequest, number: int) -> HttpResponse:
    """Take a requisition a step on."""
    shown = _shown(number)
    chosen = next((one for one in parts.STEPS if one.value == request.POST.get("steg")), None)
    if chosen is None:
        return _one(request, shown)
    form = RequisitionStepForm(chosen, request.POST, today=timezone.localdate())
    if form.is_valid():
        seen = seen_in(request)
        try:
            actions.take_requisition_steps([number], form.act, by=actor_of(request), seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Rekvisitionens läge är ändrat."))
            return redirect("requisition", number)
    return _one(request, shown, tried=form)


def requisition_file(request: HttpRequest, number: int, ending: str) -> HttpResponse:
    """Hand over a requisition as a document to send; the trail says who took it."""
    missing = swedish("Rekvisitionen finns inte i det formatet. Välj PDF eller Word.")
    shown, form = _shown(number), format_named(ending, missing)
    return hand_over(request, shown.document, shown.requisition.title, form, number=number)


def _shown(number: int) -> RequisitionShown:
    try:
        return questions.requisition_shown(number)
    except Refused as refusal:
        raise Http404(refusal.problems[0].found) from refusal


def _one(request: HttpRequest, shown: RequisitionShown, *, tried: RequisitionStepForm | None = None) -> HttpResponse:
    actor, one, today = actor_of(request), shown.requisition, timezone.localdate()
    may = actor.may(Deed.REQUEST_CONTRIBUTION)
    forms = (
        (kind, tried if tried and tried.step is kind else None) for kind in steps_of(one) if may and kind in parts.STEPS
    )
    told = {
        "shown": shown,
        "title": one.title,
        "back": Link(swedish("Rekvisitioner {year}").format(year=ends(one.year)), parts.requisitions_address(one.year)),
        "facts": parts.facts(shown),
        "tables": tuple(table_html(table, title_shown=False) for table in tables_of(shown.document)),
        "history": parts.history(shown),
        "files": parts.requisition_files(one) if actor.may(Deed.EXPORT) else (),
        "steps": tuple(
            {
                "value": kind.value,
                "label": parts.STEPS[kind],
                "form": wrong or RequisitionStepForm(kind, today=today),
                "open": wrong is not None,
            }
            for kind, wrong in forms
        ),
    }
    return render(request, "contributions/requisition.html", told, status=_UNPROCESSABLE if tried else 200)


def _page(
    request: HttpRequest,
    year: Period,
    problems: tuple[Problem, ...] = (),
    *,
    asking: DayForm | None = None,
    following: DayForm | None = None,
) -> HttpResponse:
    today, actor = timezone.localdate(), actor_of(request)
    shown = questions.contributions_shown(year, today)
    told = {
        "shown": shown,
        "year": ends(year),
        "pickers": (year_picker(year, parts.requisitions_address),),
        "problems": problems,
        "months": parts.by_months(shown),
        "chosen": {*request.POST.getlist("val"), *request.POST.getlist("nummer")},
        "asking": asking or DayForm("begar", today=today),
        "following": following or DayForm("folj", today=today),
        "may_request": actor.may(Deed.REQUEST_CONTRIBUTION),
        "back": Link(swedish("Bidrag {year}").format(year=ends(year)), parts.address(year)),
        "steps": tuple((one.value, parts.STEPS[one]) for one in parts.TOGETHER),
        "rules": reverse("contribution_rules", args=[ends(year)]) if actor.may(Deed.SET_CONTRIBUTION_RULES) else "",
    }
    failed = bool(problems) or any(form is not None and form.errors for form in (asking, following))
    return render(request, "contributions/requisitions.html", told, status=_UNPROCESSABLE if failed else 200)


_YEAR: Final = "bidrag/<int:year>/rekvisitioner/"
ROUTES: Final = (
    Route(_YEAR, "requisitions", requisitions, reads=Deed.READ_BOOKS),
    Route(f"{_YEAR}begar/", "request_contributions", ask, does=Deed.REQUEST_CONTRIBUTION),
    Route(f"{_YEAR}steg/", "follow_requisitions", follow, does=Deed.REQUEST_CONTRIBUTION),
    Route("bidrag/rekvisition/<int:number>/", "requisition", requisition, reads=Deed.READ_BOOKS),
    Route("bidrag/rekvisition/<int:number>/steg/", "requisition_step", step, does=Deed.REQUEST_CONTRIBUTION),
    Route("bidrag/rekvisition/<int:number>/fil/<str:ending>/", "requisition_file", requisition_file, reads=Deed.EXPORT),
)
