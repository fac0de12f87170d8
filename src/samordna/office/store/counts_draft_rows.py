"""How is what a unit has typed and not handed in kept, so that two who fill in the same form lose nothing?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from samordna.domain.participation.asked import Asked
from samordna.domain.participation.counts_report import CountsReport
from samordna.office.store import models
from samordna.office.store.plan_values import VALUES


@dataclass(frozen=True, slots=True)
class CountsDraftHeld:
    """What has been saved of a form, how often, and when last."""

    report: CountsReport
    turn: int
    saved_at: dt.datetime


def draft_of(asked: Asked) -> CountsDraftHeld | None:
    """Return what has been saved of a form; None when nothing has."""
    row = models.CountsDraft.objects.filter(**_which(asked)).first()
    return CountsDraftHeld(VALUES.structure(row.content, CountsReport), row.turn, row.saved_at) if row else None


def keep_draft(asked: Asked, report: CountsReport) -> int:
    """Write what a form has now in the open transaction, and return how often it has been saved."""
    content, now = VALUES.unstructure(report), timezone.now()
    row = models.CountsDraft.objects.filter(**_which(asked)).first()
    turn = row.turn + 1 if row else 1
    models.CountsDraft.objects.update_or_create(
        **_which(asked), defaults={"content": content, "turn": turn, "saved_at": now}
    )
    return turn


def forget_draft(asked: Asked) -> None:
    """Take away what was saved of a form, in the open transaction."""
    models.CountsDraft.objects.filter(**_which(asked)).delete()


def _which(asked: Asked) -> dict[str, Any]:
    period = asked.period
    return {
        "unit": asked.unit.key,
        "activity": asked.activity.key,
        "first_month": period.first,
        "last_month": period.last,
    }
