"""How is a year's financing shown, and what was asked for, decided and agreed entered?"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.web.financing import financing_parts as parts
from samordna.office.web.financing.financing_forms import AT, AgreedAmountForm, AllotmentForm, FrameForm
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.pages.table_figure import figure_page
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_REMOVE: Final = "bort"

NO_GROUP: Final = ProblemKind(
    "financing-form-without-group",
    Severity.REFUSE,
    swedish("Formuläret säger inte vilken grupp det gäller."),
    swedish("Ladda om sidan och välj igen: gruppen kan ha tagits bort."),
)


def latest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - every view is given it
    """Lead to the year that is usually asked for."""
    return redirect("financing_year", parts.ends(questions.usual_plan_year()))


def financing_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show who pays what in a year, and what it rests on."""
    return _page(request, year_of(year))


def allot(request: HttpRequest, year: int) -> HttpResponse:
    """Take a group's allotment a step on, or back to what it was before the latest step."""
    period, sent, by, seen = year_of(year), request.POST, actor_of(request), seen_in(request)
    group = sent.get("grupp", "")
    if sent.get("steg") == "angra":

        def undone() -> str:
            actions.undo_allotment(period, group, by=by, seen=seen)
            return swedish("Tilldelningen är som den var före det senaste steget.")

        return _changed(request, period, undone, "tilldelning")
    shown = questions.financing_shown(period)
    if shown.association.group(group) is None:
        return _page(request, period, [NO_GROUP.at(swedish("tilldelningen"))])
    form = AllotmentForm(group, shown.financing.allotment_of(group), sent)

    def done() -> str:
        said = form.cleaned_data
        actions.take_allotment_step(
            period, group, form.chosen, amount=said["amount"], day=said["day"], source=said["source"], by=by, seen=seen
        )
        return swedish("Tilldelningen är införd.")

    return _typed(request, period, form, done, ("allotment", group, "tilldelning"))


def agree(request: HttpRequest, year: int) -> HttpResponse:
    """Enter what a member has agreed to pay, or take it back."""
    period, sent, by, seen = year_of(year), request.POST, actor_of(request), seen_in(request)
    code = sent.get("medlem", "")
    if sent.get("steg") == _REMOVE:

        def removed() -> str:
            actions.withdraw_agreed_amount(period, code, by=by, seen=seen)
            return swedish("Det överenskomna bidraget är borttaget: {member} betalar enligt nyckeln.").format(
                member=mask(code)
            )

        return _changed(request, period, removed, "overenskommet")
    shown = questions.financing_shown(period)
    held = next((one for one in shown.financing.agreed if one.member == code), None)
    form = AgreedAmountForm(shown.association, period, sent, held=held)

    def done() -> str:
        actions.agree_amount(period, form.agreed, by=by, seen=seen)
        return swedish("Det överenskomna bidraget är sparat.")

    return _typed(request, period, form, done, ("agreed", code, "overenskommet"))


def frame(request: HttpRequest, year: int) -> HttpResponse:
    """Enter all that is to be paid for a year, or take it back."""
    period, by, seen = year_of(year), actor_of(request), seen_in(request)
    if request.POST.get("steg") == _REMOVE:

        def removed() -> str:
            actions.withdraw_frame(period, by=by, seen=seen)
            return swedish("Ramen är borttagen: den följer av tilldelningarna.")

        return _changed(request, period, removed, "ram")
    form = FrameForm(request.POST)

    def done() -> str:
        actions.set_frame(period, form.frame, by=by, seen=seen)
        return swedish("Ramen är sparad.")

    return _typed(request, period, form, done, ("frame", "", "ram"))


def figure(request: HttpRequest, year: int, table: str, row: str, column: str) -> HttpResponse:
    """Show what a figure of the financing is."""
    shown = questions.financing_shown(year_of(year), state_of(request))
    back = Link(swedish("Visa i finansieringen"), f"{reverse('financing_year', args=[year])}?{_query(shown.state)}")
    return figure_page(request, shown.tables, (table, row, column), back)


def financing_file(request: HttpRequest, year: int, ending: str) -> HttpResponse:
    """Hand over the financing plan just as it is shown, as a file; the trail says who took it."""
    period, form = year_of(year), format_named(ending)
    shown = questions.financing_shown(period, state_of(request))
    state = shown.state.in_words
    name = swedish("Finansieringsplan {year}, {state}").format(year=year, state=state)
    return hand_over(request, shown.document, name, form, period=str(period), state=state)


def _typed(
    request: HttpRequest, year: Period, form: forms.Form, done: Callable[[], str], place: tuple[str, str, str]
) -> HttpResponse:
    """Do what a form says and lead back; what is wrong is told in the form of its kind and line, as it was typed."""
    kind, line, near = place
    if form.is_valid():
        try:
            said = done()
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, said)
            return redirect(_back(request, year, near))
    return _page(request, year, tried={kind: (line, form)})


def _changed(request: HttpRequest, year: Period, done: Callable[[], str], near: str) -> HttpResponse:
    """Do a change and lead back; what was refused is told on the page."""
    try:
        said = done()
    except Refused as refusal:
        return _page(request, year, refusal.problems)
    messages.success(request, said)
    return redirect(_back(request, year, near))


def _back(request: HttpRequest, year: Period, near: str) -> str:
    state = request.POST.get("lage", "")
    query = f"?lage={state}" if state in parts.STATES else ""
    return f"{reverse('financing_year', args=[parts.ends(year)])}{query}#{near}"


_Tried = Mapping[str, tuple[str, forms.Form]]
"""What was typed and could not be taken, by its kind: of which line, and the form."""


def _page(
    request: HttpRequest, year: Period, problems: Iterable[Problem] = (), *, tried: _Tried | None = None
) -> HttpResponse:
    shown, wrong, tried = questions.financing_shown(year, state_of(request)), tuple(problems), tried or {}
    actor, query = actor_of(request), _query(shown.state)
    agreed, lines = tried.get("agreed"), parts.agreed(shown, tried.get("agreed"))
    of_line = agreed and any(one["key"] == agreed[0] and one["form"] for one in lines)
    told = {
        "shown": shown,
        "year": parts.ends(year),
        "state": parts.WORDS[shown.state],
        "state_told": shown.state.in_words,
        "pickers": (
            parts.years(year, "financing_year", shown.state),
            parts.states(shown.state, lambda word: f"{reverse('financing_year', args=[parts.ends(year)])}?lage={word}"),
        ),
        "problems": wrong,
        "tables": tuple(parts.table(one, year, query) for one in shown.tables),
        "findings": shown.problems,
        "key_told": questions.key_told(shown.key) if shown.key else "",
        "allotments": parts.allotments(shown, tried.get("allotment")),
        "agreed": lines,
        "new_agreed": agreed[1] if agreed and not of_line else AgreedAmountForm(shown.association, year),
        "total_frame": parts.frame(shown, tried["frame"][1] if "frame" in tried else None),
        "files": parts.files("financing_file", year, query) if shown.shares and actor.may(Deed.EXPORT) else (),
        "may_allot": actor.may(Deed.ALLOT),
        "may_agree": actor.may(Deed.AGREE_AMOUNT),
        "may_frame": actor.may(Deed.SET_FRAME),
        "members": Link(swedish("Lägg upp medlemmar och nyckel"), f"{reverse('members')}?ar={parts.ends(year)}"),
    }
    failed = bool(wrong) or bool(tried)
    return render(request, "financing/financing.html", told, status=_UNPROCESSABLE if failed else 200)


def state_of(request: HttpRequest) -> AllotmentState | None:
    """Return the state of allotments that an address or a form asks for; None for the usual one."""
    return parts.STATES.get(request.POST.get("lage") or request.GET.get("lage") or "")


def _query(state: AllotmentState) -> str:
    return f"lage={parts.WORDS[state]}"


def year_of(year: int) -> Period:
    """Return the fiscal year that an address names. Raises ``Http404`` where there is none to plan for."""
    found = questions.plan_year(year)
    if found is None:
        raise Http404(swedish("Det finns inget sådant år att finansiera."))
    return found


_YEAR: Final = "finansiering/<int:year>/"
ROUTES: Final = (
    Route("finansiering/", "financing", latest, reads=Deed.READ_BOOKS),
    Route(_YEAR, "financing_year", financing_year, reads=Deed.READ_BOOKS),
    Route(f"{_YEAR}tilldelning/", "financing_allot", allot, does=Deed.ALLOT),
    Route(f"{_YEAR}overenskommet/", "financing_agree", agree, does=Deed.AGREE_AMOUNT),
    Route(f"{_YEAR}ram/", "financing_frame", frame, does=Deed.SET_FRAME),
    Route(f"{_YEAR}fil/<str:ending>/", "financing_file", financing_file, reads=Deed.EXPORT),
    Route(f"{_YEAR}siffra/<str:table>/<str:row>/<str:column>/", "financing_figure", figure, reads=Deed.READ_BOOKS),
)
