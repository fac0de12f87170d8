"""Where do the counts of the units stand: what has come in, what is missing, what waits to be read?"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.look.parts import Link
from samordna.office import questions
from samordna.office.actions import Actor
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.routing import Route


def counts(request: HttpRequest) -> HttpResponse:
    """Show every period, and the units of one."""
    held, actor, today = questions.counts_held(), actor_of(request), timezone.localdate()
    period = parts.chosen_period(request, held, today)
    lines = parts.lines_of(held, period) if period else ()
    told = {
        "period": period,
        "pickers": (parts.period_picker(held, period),) if period else (),
        "figures": parts.key_figures(lines, today),
        "periods": parts.periods_things(held, today) if len(held.periods) > 1 else None,
        "units": parts.units_things(held, period, today, links=actor.may(Deed.LINK_UNIT)) if period else None,
        "why_no_counts": "" if actor.may(Deed.READ_COUNTS) else parts.WHY_NO_COUNTS,
        "ask": Link(swedish("Be enheterna om siffror"), reverse("ask_counts")) if actor.may(Deed.ASK_COUNTS) else None,
        "ways": tuple(_ways(actor, str(period or ""))),
        "linked": parts.units_of(lines) if actor.may(Deed.LINK_UNIT) else (),
        "withdrawable": tuple(
            (key, name) for key, name in parts.units_of(lines) if period and held.link_of(key, period)
        ),
    }
    return render(request, "counts/counts.html", told)


def _ways(actor: Actor, period: str) -> tuple[Link, ...]:
    """Return what can be done from here by who is looking."""
    told = (
        (Deed.SEND_IN_COUNTS, swedish("Lämna in filer"), reverse("hand_in_counts")),
        (Deed.REMIND_UNITS, swedish("Påminn"), f"{reverse('remind_units')}?period={period}"),
        (Deed.ASK_COUNTS, swedish("Kalendern"), reverse("counts_calendar")),
        (Deed.STATE_TOTAL, swedish("Angivna summor"), reverse("stated_totals")),
        (Deed.KEEP_UNIT_KEY, swedish("Enheternas nycklar"), reverse("unit_keys")),
    )
    return tuple(Link(label, href) for deed, label, href in told if actor.may(deed))


ROUTES: Final = (Route("siffror/", "counts", counts, reads=Deed.READ_BOOKS),)
