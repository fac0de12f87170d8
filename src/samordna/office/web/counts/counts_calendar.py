"""How does the office ask units for counts: all of the register at once, one line changed, one withdrawn?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.tables import FOR_INDIVIDUALS, STRUCTURAL
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Cell, Confirm, Heading, Link, Things
from samordna.office import actions, questions
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.counts.counts_calendar_form import AT, AskForm, LineForm, MonthsForm
from samordna.office.web.counts.counts_of_unit import UNIT
from samordna.office.web.forms.plan_fields import told_at, typed_month
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422


def calendar(request: HttpRequest) -> HttpResponse:
    """Show every line of the calendar, the latest months first."""
    held = questions.counts_held()
    told = {
        "lines": _lines(tuple(one.asked for one in held.awaited)),
        "back": Link(parts.DESK, reverse("counts")),
        "ask": Link(swedish("Be enheterna om siffror"), reverse("ask_counts")),
    }
    return render(request, "counts/calendar.html", told)


def _lines(asked: tuple[CountsAsked, ...]) -> Things | None:
    headings = (
        Heading(swedish("Enhet")), Heading(swedish("Insats")), Heading(swedish("Period")),
        Heading(swedish("Sista dag")), Heading(swedish("Tabeller"), numbers=True), Heading(swedish("Kontakt")),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(one.unit.name, parts.address_of(one, "counts_line")),
            Cell(one.activity.name),
            Cell(one.period.in_short),
            Cell(f"{one.due:%Y-%m-%d}"),
            Cell(str(len(one.tables))),
            Cell(one.contact),
        )
        for one in asked
    )
    return Things(swedish("Kalendern"), headings, rows) if rows else None


def ask(request: HttpRequest) -> HttpResponse:
    """Choose months, then whom to ask for what; a new line stands for each unit that is chosen."""
    data = request.POST if request.method == "POST" else request.GET
    months = MonthsForm(data if "first" in data else None, initial=_proposed())
    if not months.is_bound or not months.is_valid():
        return _ask_page(request, months, None)
    period = months.period
    to_ask = questions.counts_to_ask(period)
    sent = request.POST if request.method == "POST" else None
    form = AskForm(period, to_ask, sent, initial=questions.day_proposed(period))
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        problems = _asked(request, form, period)
        if not problems:
            said = swedish("Ombedda: {count}. Gör länkar till blanketterna.")
            messages.success(request, said.format(count=len(form.lines)))
            return redirect(f"{reverse('counts')}?period={period}#lankar")
    return _ask_page(request, months, form, problems, period)


def _asked(request: HttpRequest, form: AskForm, period: Period) -> tuple[Problem, ...]:
    """Ask those that are chosen; return why it did not go."""
    if not form.lines:
        return (actions.NOBODY_CHOSEN.at(period.in_words),)
    try:
        actions.ask_counts(form.lines, by=actor_of(request))
    except Refused as refusal:
        return refusal.problems
    return ()


def _proposed() -> dict[str, str]:
    after = questions.next_months(questions.counts_held(), timezone.localdate())
    return {"first": typed_month(after.first), "last": typed_month(after.last)}


def _ask_page(
    request: HttpRequest,
    months: MonthsForm,
    form: AskForm | None,
    problems: tuple[Problem, ...] = (),
    period: Period | None = None,
) -> HttpResponse:
    told = {
        "months": months,
        "form": form,
        "period": period,
        "activities": tuple(form.by_activity) if form else (),
        "problems": problems,
        "back": Link(parts.DESK, reverse("counts")),
        "register": Link(swedish("Till insatserna"), reverse("activities")),
    }
    wrong = problems or months.errors or (form and form.errors)
    return render(request, "counts/ask.html", told, status=_UNPROCESSABLE if wrong else 200)


def line(request: HttpRequest, unit: str, activity: str, period: str) -> HttpResponse:
    """Change a line of the calendar."""
    said = _said(unit, activity, period)
    held = said.value
    tables = STRUCTURAL if set(held.tables) <= set(STRUCTURAL) else FOR_INDIVIDUALS
    form = LineForm(held, tables, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.ask_counts([form.line], by=actor_of(request), seen=seen_in(request))
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Kalendern är ändrad."))
            return redirect("counts_of_unit", unit, activity, period)
    told = {
        "form": form,
        "held": held,
        "seen": request.POST.get("sedd", said.number),
        "back": Link(f"{held.unit.name}, {held.period.in_words}", parts.address_of(held)),
        "confirm": _withdrawing(held, said.number),
    }
    return render(request, "counts/line.html", told, status=_UNPROCESSABLE if form.errors else 200)


def withdraw(request: HttpRequest, unit: str, activity: str, period: str) -> HttpResponse:
    """Take a line out of the calendar."""
    held = _said(unit, activity, period).value
    try:
        actions.withdraw_asked(held, by=actor_of(request), seen=seen_in(request))
    except Refused as refusal:
        messages.error(request, str(refusal.problems[0]))
        return redirect("counts_of_unit", unit, activity, period)
    messages.success(request, swedish("{whose} är borttagen ur kalendern.").format(whose=held.in_words))
    return redirect(f"{reverse('counts')}?period={held.period}")


def _withdrawing(held: CountsAsked, number: int) -> Confirm:
    return Confirm(
        swedish("Ta bort ur kalendern …"),
        swedish("Enheten ska då inte lämna siffror för insatsen och perioden. Det går inte när den har lämnat."),
        parts.address_of(held, "withdraw_counts_line"), swedish("Ta bort"), hidden=(("sedd", str(number)),),
    )  # fmt: skip


def _said(unit: str, activity: str, period: str) -> questions.Said[CountsAsked]:
    months = parts.period_in(period)
    for one in questions.counts_held().calendar:
        if (one.value.unit.key, one.value.activity.key, one.period) == (unit, activity, months):
            return one
    raise Http404(swedish("Enheten är inte ombedd att lämna siffror för insatsen och perioden."))


ROUTES: Final = (
    Route("siffror/kalender/", "counts_calendar", calendar, reads=Deed.READ_BOOKS),
    Route("siffror/be-om/", "ask_counts", ask, reads=Deed.ASK_COUNTS, does=Deed.ASK_COUNTS),
    Route(f"{UNIT}kalender/", "counts_line", line, reads=Deed.ASK_COUNTS, does=Deed.ASK_COUNTS),
    Route(f"{UNIT}ta-bort/", "withdraw_counts_line", withdraw, does=Deed.ASK_COUNTS),
)
