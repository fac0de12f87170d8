"""How does the association say what its equity should be, and take back what it has said?"""

import datetime as dt
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.equity.limits import Limit, LimitKind, Limits, limits_problems
from samordna.domain.values.identity_number import mask
from samordna.office.actions.doing import doing
from samordna.office.actions.equity.equity_things import equity_limit
from samordna.office.actions.plan.plan_saying import must_hold, refuse_any, say_of, text_problems
from samordna.office.store.writing import alone


def set_limit(kind: LimitKind, limit: Limit, *, by: Actor, seen: int | None = None) -> int:
    """Say what equity should be from a day on, instead of what was said from that very day.

    Raises ``Refused`` for a limit without a level or a source, and when somebody has said something else meanwhile.
    """
    limit = replace(limit, source=limit.source.strip())
    thing = equity_limit(kind, limit.since)
    with doing(Deed.SET_LIMIT, by=by, subject=mask(thing.name)), alone():
        alone_there = Limits(floors=(limit,)) if kind is LimitKind.FLOOR else Limits(ceilings=(limit,))
        refuse_any((*limits_problems(alone_there), *text_problems(thing.name, limit.source)))
        return say_of(thing, limit, Deed.SET_LIMIT, by=by, seen=seen)


def withdraw_limit(kind: LimitKind, since: dt.date, *, by: Actor, seen: int | None = None) -> int:
    """Take back what equity should be from a day on: what held before that day holds again."""
    thing = equity_limit(kind, since)
    with doing(Deed.SET_LIMIT, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        return say_of(thing, None, Deed.SET_LIMIT, by=by, seen=seen)
