"""How is a number that is agreed entered, explained, changed and taken back?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.naming import WHOLE
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Cell, Confirm, Fact, Heading, Link, Things
from samordna.office import actions, questions
from samordna.office.questions import AgreedNumberShown
from samordna.office.web.activities.activity import ACTIVITY, activity_page
from samordna.office.web.activities.activity_lines import Tried
from samordna.office.web.activities.activity_report_forms import AT, AgreedNumberForm
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_WITHDRAW: Final = "bort"
_NO_SUCH: Final = swedish("Det finns inget sådant avtalat antal.")


def agree(request: HttpRequest, activity: str) -> HttpResponse:
    """Enter a number that is agreed for a performer."""
    held = questions.activities_held().activity(activity)
    if held is None:
        raise Http404(_NO_SUCH)
    form = AgreedNumberForm(held, questions.activity_years(), request.POST)

    if form.is_valid():
        try:
            actions.agree_number(form.agreed, by=actor_of(request), seen=seen_in(request))
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            return _back(request, held, swedish("Det avtalade antalet är sparat."))
    return activity_page(request, activity, tried=Tried("agreed", "", form))


def _back(request: HttpRequest, activity: Activity, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(f"{reverse('activity', args=[activity.id])}#avtalat")


def agreed_number(request: HttpRequest, activity: str, year: int, counts: str, unit: str) -> HttpResponse:
    """Show what a number that is agreed rests on and what it was before; change it or take it back."""
    shown = _agreed_shown(activity, year, counts, unit)
    held = shown.told.holds.value if shown.told else None
    empty = AgreedNumber(activity, shown.unit, shown.year, shown.counts, 0, "")
    form = AgreedNumberForm(shown.activity, (shown.year,), request.POST or None, held=held or empty)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            if request.POST.get("steg") == _WITHDRAW:
                actions.withdraw_agreed_number(empty, by=actor_of(request), seen=seen_in(request))
                return _back(request, shown.activity, swedish("Det avtalade antalet är borttaget."))
            if form.is_valid():
                actions.agree_number(form.agreed, by=actor_of(request), seen=seen_in(request))
                return _back(request, shown.activity, swedish("Det avtalade antalet är sparat."))
        except Refused as refusal:
            if request.POST.get("steg") == _WITHDRAW:
                problems = refusal.problems
            else:
                told_at(form, refusal, AT)
    return _agreed_page(request, shown, form, problems)


def _agreed_shown(activity: str, year: int, counts: str, unit: str) -> AgreedNumberShown:
    """Return what an address of an agreed number names; there must be something said of it, once."""
    found = next((one for one in questions.activity_years() if one.last // 100 == year), None)
    if found is None or counts not in {one.value for one in Counted}:
        raise Http404(_NO_SUCH)
    shown = questions.agreed_number_shown(activity, "" if unit == WHOLE else unit, found, Counted(counts))
    if shown is None or shown.told is None:
        raise Http404(_NO_SUCH)
    return shown


def _agreed_page(
    request: HttpRequest, shown: AgreedNumberShown, form: AgreedNumberForm, problems: tuple[Problem, ...]
) -> HttpResponse:
    told = shown.told
    held = told.holds.value if told else None
    performer = shown.activity.performer(shown.unit)
    unit = performer.unit if performer else shown.unit or swedish("hela insatsen")
    title = swedish("{counts} {year}, {unit}").format(
        counts=shown.counts.in_words.capitalize(), year=shown.year.last // 100, unit=unit
    )
    context = {
        "title": title,
        "facts": _agreed_facts(held),
        "withdrawn": "" if held or told is None else f"{told.holds.by} {day_and_time(told.holds.at)}",
        "before": _agreed_before(shown),
        "form": form,
        "seen": told.holds.number if told else 0,
        "problems": problems,
        "held": held,
        "removal": _agreed_removal(shown, request.path),
        "may_agree": actor_of(request).may(Deed.AGREE_NUMBER),
        "back": Link(shown.activity.name, f"{reverse('activity', args=[shown.activity.id])}#avtalat"),
    }
    failed = bool(problems) or (request.method == "POST" and bool(form.errors))
    return render(request, "activities/agreed_number.html", context, status=_UNPROCESSABLE if failed else 200)


def _agreed_facts(held: AgreedNumber | None) -> tuple[Fact, ...]:
    if held is None:
        return ()
    budgeted = () if held.budgeted is None else (Fact(swedish("Budgeterat"), swedish_number(held.budgeted)),)
    return (
        Fact(swedish("Avtalat"), swedish_number(held.number)),
        *budgeted,
        Fact(swedish("Talet räknar"), held.counts.in_words),
        Fact(swedish("Källa"), held.basis),
    )


def _agreed_before(shown: AgreedNumberShown) -> Things | None:
    said = (shown.told.holds, *shown.told.before) if shown.told else ()
    headings = (
        Heading(swedish("När")), Heading(swedish("Vem")), Heading(swedish("Avtalat"), numbers=True),
        Heading(swedish("Budgeterat"), numbers=True), Heading(swedish("Källa"), sentences=True),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(day_and_time(one.at)),
            Cell(one.by),
            Cell(swedish_number(one.value.number) if one.value else swedish("borttaget")),
            Cell("" if one.value is None or one.value.budgeted is None else swedish_number(one.value.budgeted)),
            Cell(one.value.basis if one.value else ""),
        )
        for one in said
    )
    return Things(swedish("Vad som har sagts"), headings, rows) if rows else None


def _agreed_removal(shown: AgreedNumberShown, address: str) -> Confirm:
    seen = shown.told.holds.number if shown.told else 0
    return Confirm(
        swedish("Ta bort talet"),
        swedish("Ta bort det avtalade antalet? Vad det var står kvar här och i spåret."),
        address,
        swedish("Ta bort"),
        hidden=(("sedd", str(seen)), ("steg", _WITHDRAW)),
    )


_AGREED: Final = f"{ACTIVITY}avtalat/"
ROUTES: Final = (
    Route(_AGREED, "agree_number", agree, does=Deed.AGREE_NUMBER),
    Route(
        f"{_AGREED}<int:year>/<slug:counts>/<slug:unit>/",
        "agreed_number",
        agreed_number,
        reads=Deed.READ_BOOKS,
        does=Deed.AGREE_NUMBER,
    ),
)
