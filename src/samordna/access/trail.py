"""How is a deed written down, so that nobody can take it back?"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.models import TrailEntry
from samordna.domain.values.problem import Problem

LATELY: Final = dt.timedelta(minutes=15)
"""Whoever looks again within this time at what they may not see is not written down once more."""


def record(
    deed: Deed, *, by: Actor, subject: str, old: Mapping[str, object] | None = None, **values: object
) -> TrailEntry:
    """Append ``deed`` to the trail and return the entry; ``values`` are what holds after it, ``old`` before.

    Call it inside the deed's own transaction: a deed that is undone leaves no entry, and none that
    holds lacks one.
    """
    return TrailEntry.objects.create(
        by_id=by.user_id, by_name=by.name, deed=deed.value, subject=subject, old=dict(old or {}), new=values
    )


def record_refusal(deed: Deed, *, by: Actor, subject: str, problems: Iterable[Problem]) -> TrailEntry:
    """Append that ``deed`` was refused and why: kinds and places only, what was found stays where it was."""
    why = [{"code": p.code, "severity": p.severity.value, "place": p.place} for p in problems]
    return TrailEntry.objects.create(
        by_id=by.user_id, by_name=by.name, deed=deed.value, refused=True, subject=subject, new={"problems": why}
    )


def refused_lately(deed: Deed, *, by: Actor, subject: str) -> bool:
    """Tell whether the trail says already that the same person was refused the same just now."""
    return TrailEntry.objects.filter(
        refused=True, at__gte=timezone.now() - LATELY, by_id=by.user_id, deed=deed.value, subject=subject
    ).exists()
