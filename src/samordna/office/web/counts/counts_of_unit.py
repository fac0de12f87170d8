"""What has a unit answered, and what does the office do with it: ask, send back, accept, lock?"""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.participation.collecting.submission import (
    OPEN_TO_UNIT,
    CellQuestion,
    SubmissionStep,
    steps_from,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Confirm, Link
from samordna.office import actions, questions
from samordna.office.questions import CountsShown
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.counts import counts_unit_parts as shown_as
from samordna.office.web.counts.counts_cells import cell_key, place_of
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_MOST_QUESTIONS: Final = 50


def counts_of_unit(request: HttpRequest, unit: str, activity: str, period: str) -> HttpResponse:
    """Show a unit's answer; ``version`` is one that it was before."""
    version = number_of(request.GET.get("version", ""))
    return _page(request, _shown(unit, activity, period, version))


def ask_about(request: HttpRequest, unit: str, activity: str, period: str) -> HttpResponse:
    """Add a cell to those that are asked about, take one away, or send the counts back with the questions."""
    shown = _shown(unit, activity, period)
    asks = shown_as.asks_in(request.POST, shown)
    if (wanted := request.POST.get("ruta")) and (place := place_of(wanted, shown.asked)):
        known = {cell_key(one.place) for one in asks.cells}
        added = () if wanted in known else (shown_as.Ask(place, shown.asked.called(place), cell_key(place), ""),)
        return _page(request, shown, asks=asks.with_cells((*asks.cells, *added)[:_MOST_QUESTIONS], at=wanted))
    if unwanted := request.POST.get("utan"):
        left = tuple(one for one in asks.cells if one.key != unwanted)
        return _page(request, shown, asks=asks.with_cells(left, at=""))
    questions_ = [CellQuestion(one.text.strip(), one.place) for one in asks.cells]
    if asks.whole.strip():
        questions_.append(CellQuestion(asks.whole.strip()))
    try:
        actions.send_back_counts(shown.line.asked, questions_, by=actor_of(request), seen=seen_in(request))
    except Refused as refusal:
        return _page(request, shown, refusal.problems, asks=asks)
    said = swedish("Siffrorna är tillbaka hos {unit}, med {count} att se över. Enheten ser det i sin blankett.")
    told = swedish("en fråga") if len(questions_) == 1 else swedish("{n} frågor").format(n=len(questions_))
    messages.success(request, said.format(unit=shown.asked.unit.name, count=told))
    return redirect("counts_of_unit", unit, activity, period)


def accept(request: HttpRequest, unit: str, activity: str, period: str) -> HttpResponse:
    """Accept a unit's counts: statistics are made of them from now on."""
    said = swedish("Siffrorna är godtagna och räknas i uppföljningen.")
    return _step(request, _shown(unit, activity, period), actions.accept_counts, said)


def lock(request: HttpRequest, unit: str, activity: str, period: str) -> HttpResponse:
    """Lock counts that are accepted."""
    said = swedish("Siffrorna är låsta. De rättas med ett skäl, eller öppnas med en fråga.")
    return _step(request, _shown(unit, activity, period), actions.lock_counts, said)


def _step(request: HttpRequest, shown: CountsShown, does: Callable[..., None], said: str) -> HttpResponse:
    """Do something with the counts that are shown, and lead back to them; what cannot be done is told there."""
    asked = shown.line.asked
    try:
        does(asked, by=actor_of(request), seen=seen_in(request))
    except Refused as refusal:
        return _page(request, shown, refusal.problems)
    messages.success(request, said)
    return redirect("counts_of_unit", asked.unit.key, asked.activity.key, str(asked.period))


def _shown(unit: str, activity: str, period: str, version: int | None = None) -> CountsShown:
    shown = questions.counts_shown(unit, activity, parts.period_in(period), version)
    if shown is None:
        raise Http404(swedish("Enheten är inte ombedd att lämna siffror för insatsen och perioden."))
    return shown


def _page(
    request: HttpRequest,
    shown: CountsShown,
    problems: tuple[Problem, ...] = (),
    *,
    asks: shown_as.Asks | None = None,
) -> HttpResponse:
    actor, asked, today = actor_of(request), shown.line.asked, timezone.localdate()
    reads = actor.may(Deed.READ_COUNTS)
    steps = steps_from(shown.line.state) if shown.said and shown.is_latest else ()
    may_ask = reads and SubmissionStep.SEND_BACK in steps and actor.may(Deed.SEND_BACK_COUNTS)
    told = {
        "shown": shown,
        "title": f"{asked.unit.name}, {asked.activity.name}",
        "period": asked.period,
        "back": Link(parts.DESK, f"{reverse('counts')}?period={asked.period}"),
        "mark": parts.state_mark(shown.line, today),
        "facts": shown_as.facts(shown),
        "why_no_counts": "" if reads else parts.WHY_NO_COUNTS,
        "tables": shown_as.tables_of(shown, asks or shown_as.Asks()) if reads and shown.said else (),
        "may_ask": may_ask,
        "asks": asks or shown_as.Asks(),
        "problems": problems,
        "jumps": shown_as.jumps(shown) if reads else (),
        "waiting": shown_as.asked_about(shown.questions, shown) if reads else (),
        "answered": shown_as.asked_about(shown.answered, shown) if reads else (),
        "warnings": shown_as.warnings(shown) if reads else (),
        "changed": shown_as.changes(shown) if reads else (),
        "history": shown_as.history(shown) if shown.said else None,
        "deeds": tuple(_deeds(request, shown, steps)),
        "seen": shown.said.number if shown.said else 0,
        "files": shown_as.files(shown, actor),
        "may_link": actor.may(Deed.LINK_UNIT) and shown.line.state in OPEN_TO_UNIT,
    }
    status = _UNPROCESSABLE if problems else 200
    return render(request, "counts/unit.html", told, status=status)


def _deeds(request: HttpRequest, shown: CountsShown, steps: tuple[SubmissionStep, ...]) -> list[Confirm]:
    """Return what can be done with the answer as it stands, each with what it leads to."""
    actor, seen = actor_of(request), (("sedd", str(shown.said.number if shown.said else 0)),)
    accepts = Confirm(
        swedish("Godta …"),
        swedish("Siffrorna räknas i uppföljningen från och med nu. Frågor som inte är besvarade försvinner."),
        parts.address_of(shown.line.asked, "accept_counts"), swedish("Godta"), hidden=seen, dangerous=False,
    )  # fmt: skip
    locks = Confirm(
        swedish("Lås …"),
        swedish("Därefter rättas siffrorna bara med ett skäl, eller öppnas med en fråga till enheten."),
        parts.address_of(shown.line.asked, "lock_counts"), swedish("Lås"), hidden=seen, dangerous=False,
    )  # fmt: skip
    told = ((SubmissionStep.ACCEPT, Deed.ACCEPT_COUNTS, accepts), (SubmissionStep.LOCK, Deed.LOCK_COUNTS, locks))
    return [confirm for step, deed, confirm in told if step in steps and actor.may(deed)]


UNIT: Final = "siffror/<slug:unit>/<slug:activity>/<str:period>/"
ROUTES: Final = (
    Route(UNIT, "counts_of_unit", counts_of_unit, reads=Deed.READ_BOOKS),
    Route(f"{UNIT}fragor/", "ask_about_counts", ask_about, does=Deed.SEND_BACK_COUNTS),
    Route(f"{UNIT}godta/", "accept_counts", accept, does=Deed.ACCEPT_COUNTS),
    Route(f"{UNIT}las/", "lock_counts", lock, does=Deed.LOCK_COUNTS),
)
