"""How is what was agreed with a performer entered, changed, ticked off, and taken back?"""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.web.activities import activity_parts as parts
from samordna.office.web.activities.meeting_parts import AT, ActionForm, Tried
from samordna.office.web.activities.performers import performer_page, unit_in
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.routing import Route

_STEPS: Final = frozenset({"klart", "ogjort", "bort", "ater"})


def agree_action(request: HttpRequest, unit: str) -> HttpResponse:
    """Enter what was agreed, or change a line of it; tick it off, or take it back, or undo either."""
    unit_in(request, unit)
    if request.POST.get("steg", "") in _STEPS:
        return _step(request, unit)
    line = request.POST.get("rad", "")
    held = questions.meetings_shown(unit).said.get(line)
    form = ActionForm(unit, request.POST, held=held.value if held else None)
    if form.is_valid():
        try:
            actions.agree_action(form.action, by=actor_of(request), seen=seen_in(request) if held else None)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            return _back(request, unit, swedish("Det som bestämdes är sparat."))
    return performer_page(request, unit, tried=Tried(line if held else "", form))


def _step(request: HttpRequest, unit: str) -> HttpResponse:
    key, by, seen = request.POST.get("rad", ""), actor_of(request), seen_in(request)
    try:
        match request.POST["steg"]:
            case "klart":
                actions.tick_off_action(key, timezone.localdate(), by=by, seen=seen)
                told = swedish("Avprickat som klart i dag.")
            case "ogjort":
                actions.tick_off_action(key, None, by=by, seen=seen)
                told = swedish("Det återstår igen.")
            case "bort":
                actions.withdraw_action(key, by=by, seen=seen)
                told = swedish("Det är borttaget, och kan tas tillbaka nedan.")
            case _:
                actions.restore_action(key, by=by, seen=seen)
                told = swedish("Det är tillbaka.")
    except Refused as refusal:
        return performer_page(request, unit, problems=refusal.problems)
    return _back(request, unit, told)


def _back(request: HttpRequest, unit: str, told: str) -> HttpResponse:
    messages.success(request, told)
    address = reverse("performer", args=[unit])
    return redirect(f"{address}{parts.query(parts.year_in(request))}#moten")


ROUTES: Final = (Route("utforare/<slug:unit>/moten/", "agree_action", agree_action, does=Deed.AGREE_ACTION),)
