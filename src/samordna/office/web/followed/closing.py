"""How is a period closed: what is left to do, what is said of its accounts, and each step of its life?"""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.control.closing import PeriodState, PeriodStep
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.web.followed import closing_parts as parts
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422

_DONE: Final = {
    PeriodState.PRELIMINARY: swedish("Perioden är preliminär: siffrorna får visas, och kan ändras."),
    PeriodState.CLOSED: swedish("Perioden är stängd. En senare fil som ändrar den behöver ett skäl."),
}


def closings(request: HttpRequest) -> HttpResponse:
    """Show every month that a period can end with, and how far each has come."""
    return render(request, "closing/closings.html", parts.closings_page(actor_of(request)))


def closing(request: HttpRequest, month: str) -> HttpResponse:
    """Show what is left to do before a period is closed, and what can be done."""
    return _page(request, _period(month))


def step(request: HttpRequest, month: str) -> HttpResponse:
    """Take a period a step on."""
    period, sent = _period(month), request.POST
    wanted = next((one for one in PeriodStep if one.value == sent.get("steg")), None)
    if wanted is None:
        raise Http404(swedish("Det finns inget sådant steg."))

    def done() -> None:
        taken = actions.take_closing_step(
            period, wanted, reason=sent.get("reason", ""), by=actor_of(request), seen=number_of(sent.get("seen", ""))
        )
        messages.success(request, _DONE[taken.state])

    return _done(request, period, done)


def notes(request: HttpRequest, month: str) -> HttpResponse:
    """Take what is said of the accounts: those that were changed on the page."""
    period = _period(month)

    def done() -> None:
        changed = parts.changed_notes(request.POST, questions.closing_shown(period))
        for note in changed:
            actions.note_account(
                period, note.account, text=note.text, reconciled=note.reconciled, by=actor_of(request), seen=note.seen
            )
        told = how_many(len(changed), swedish("Sparat för ett konto."), swedish("Sparat för {count} konton."))
        messages.success(request, told if changed else swedish("Inget var ändrat."))

    return _done(request, period, done, "#avstamning")


def acknowledge(request: HttpRequest, month: str) -> HttpResponse:
    """Take a word that an item may stand as it is."""
    period, sent = _period(month), request.POST

    def done() -> None:
        actions.acknowledge(period, sent.get("punkt", ""), sent.get("ord", ""), by=actor_of(request))
        messages.success(request, swedish("Sparat."))

    return _done(request, period, done, "#lista")


def _period(month: str) -> Period:
    """Return the months from the beginning of the fiscal year to the month of an address."""
    for year in questions.periods().years:
        for last in year.year.months:
            if parts.address_month(last) == month:
                return Period(year.year.first, last)
    raise Http404(swedish("Ingen bokföring är inläst för den månaden."))


def _done(request: HttpRequest, period: Period, do: Callable[[], None], anchor: str = "") -> HttpResponse:
    """Do a deed and show the page again; or show it with what is wrong, and what was typed."""
    try:
        do()
    except Refused as refusal:
        return _page(request, period, refusal)
    return redirect(f"{reverse('closing', args=(parts.address_month(period.last),))}{anchor}")


def _page(request: HttpRequest, period: Period, refusal: Refused | None = None) -> HttpResponse:
    told = parts.closing_page(questions.closing_shown(period), actor_of(request), request.POST)
    stopped = refusal.problems if refusal else ()
    status = _UNPROCESSABLE if stopped else 200
    return render(request, "closing/closing.html", {**told, "problems": stopped}, status=status)


ROUTES: Final = (
    Route("avslut/", "closings", closings, reads=Deed.READ_BOOKS),
    Route("avslut/<str:month>/", "closing", closing, reads=Deed.READ_BOOKS),
    Route("avslut/<str:month>/steg/", "closing_step", step, does=Deed.CLOSE_PERIOD),
    Route("avslut/<str:month>/konton/", "closing_notes", notes, does=Deed.NOTE_ACCOUNT),
    Route("avslut/<str:month>/punkt/", "closing_word", acknowledge, does=Deed.NOTE_ACCOUNT),
)
