"""How are units reminded of their counts, and what are they told?"""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.participation.collecting.reminders import ReminderDays, ToRemind
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.counts.counts_links import site_of
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_BETWEEN: Final = "|"
_DAYS: Final = ReminderDays()


class DaysForm(forms.Form):
    """How many days before and after the last day units are reminded."""

    before = forms.IntegerField(label=swedish("Dagar före sista dag"), min_value=0, max_value=60, initial=_DAYS.before)
    after = forms.IntegerField(label=swedish("Dagar efter sista dag"), min_value=1, max_value=120, initial=_DAYS.after)

    @property
    def days(self) -> ReminderDays:
        """What was said; ask it of a form that is valid."""
        return ReminderDays(self.cleaned_data["before"], self.cleaned_data["after"])


def remind(request: HttpRequest) -> HttpResponse:
    """Show who has something left to do and whose day it is, or remind those that are chosen."""
    if request.method != "POST":
        return _page(request)
    wanted = [found for text in request.POST.getlist("enhet") if (found := _whose(text))]
    if not wanted:
        return _page(request, (actions.NOBODY_CHOSEN.at(swedish("påminnelserna")),))
    done = actions.remind_units(site_of(request), by=actor_of(request), wanted=wanted)
    if done.sent and all(one.mailed for one in done.sent) and not done.problems:
        one, several = swedish("En påminnelse är skickad."), swedish("{n} påminnelser är skickade.")
        messages.success(request, one if len(done.sent) == 1 else several.format(n=len(done.sent)))
        return redirect(f"{reverse('counts')}?period={wanted[0][1]}")
    told = {"sent": done.sent, "problems": done.problems, "back": Link(parts.DESK, reverse("counts"))}
    return render(request, "counts/reminded.html", told)


def _whose(text: str) -> tuple[str, Period] | None:
    unit, between, period = text.partition(_BETWEEN)
    try:
        return (unit, Period.parse(period)) if between else None
    except ValueError:
        return None


def _page(request: HttpRequest, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    held, today = questions.counts_held(), timezone.localdate()
    form = DaysForm(request.GET if "before" in request.GET else None, label_suffix="")
    days = form.days if form.is_bound and form.is_valid() else _DAYS
    wanted = request.GET.get("period", "")
    waiting = [one for one in held.waiting if not wanted or str(one.period) == wanted]
    told = {
        "form": form,
        "period": wanted,
        "waiting": tuple(
            {
                "value": f"{one.unit.key}{_BETWEEN}{one.period}",
                "one": one,
                "checked": one.is_due(today, days),
                "told": _told(one, days),
                "late": one.due < today,
                "today": one.last == today,
            }
            for one in waiting
        ),
        "problems": problems,
        "may_mail": questions.may_send_mail(),
        "back": Link(parts.DESK, f"{reverse('counts')}?period={wanted}"),
    }
    wrong = problems or form.errors
    return render(request, "counts/remind.html", told, status=_UNPROCESSABLE if wrong else 200)


def _told(one: ToRemind, days: ReminderDays) -> str:
    today = timezone.localdate()
    if one.last == today:
        return swedish("påmind i dag")
    if one.is_due(today, days):
        return swedish("dags nu")
    return swedish("påmind {day}").format(day=f"{one.last:%Y-%m-%d}") if one.last else swedish("inte dags än")


ROUTES: Final = (Route("siffror/paminn/", "remind_units", remind, reads=Deed.REMIND_UNITS, does=Deed.REMIND_UNITS),)
