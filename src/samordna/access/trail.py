"""How is a deed written down, so that nobody can take it back?"""

from collections.abc import Mapping

from samordna.access.actor import Actor
from samordna.access.models import TrailEntry


def record(
    deed: str, *, by: Actor, subject: str, old: Mapping[str, object] | None = None, **values: object
) -> TrailEntry:
    """Append ``deed`` to the trail and return the entry; ``values`` are what holds after it, ``old`` before.

    Call it inside the deed's own transaction: a deed that is undone leaves no entry, and none that
    holds lacks one.
    """
    return TrailEntry.objects.create(
        by_id=by.user_id, by_name=by.name, deed=deed, subject=subject, old=dict(old or {}), new=values
    )
