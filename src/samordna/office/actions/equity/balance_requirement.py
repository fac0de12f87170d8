"""How does the association say what the balance requirement is judged by, and take back what it has said?"""

from typing import TypeVar

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.balance_requirement.checks import (
    adjustment_problems,
    earlier_problems,
    grounds_problems,
    recovery_problems,
)
from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan
from samordna.domain.plan.balance_requirement.said import Occasion
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period
from samordna.office.actions.doing import doing
from samordna.office.actions.equity.equity_things import adjustment_of, earlier_deficit, grounds_for, recovery_plan
from samordna.office.actions.plan.plan_saying import Thing, must_hold, refuse_any, say_of, text_problems
from samordna.office.store.writing import alone

T = TypeVar("T")


def adjust_result(year: Period, adjustment: Adjustment, *, by: Actor, seen: int | None = None) -> int:
    """Say what of a kind adjusts a year's result, instead of what was said of it before; zero is that nothing does."""
    thing = adjustment_of(year, adjustment.kind)
    with doing(Deed.ADJUST_BALANCE, by=by, subject=mask(thing.name)), alone():
        refuse_any((*adjustment_problems(thing.name, adjustment), *text_problems(thing.name, adjustment.source)))
        return say_of(thing, adjustment, Deed.ADJUST_BALANCE, by=by, seen=seen)


def withdraw_adjustment(year: Period, kind: AdjustmentKind, *, by: Actor, seen: int | None = None) -> int:
    """Take back what of a kind adjusts a year's result."""
    return _withdraw(adjustment_of(year, kind), Deed.ADJUST_BALANCE, by=by, seen=seen)


def enter_earlier_deficit(year: Period, deficit: EarlierDeficit, *, by: Actor, seen: int | None = None) -> int:
    """Say what was left to restore of a year before the first that was read in; ``year`` are its months."""
    thing = earlier_deficit(year)
    with doing(Deed.ADJUST_BALANCE, by=by, subject=mask(thing.name)), alone():
        refuse_any((*earlier_problems(deficit), *text_problems(thing.name, deficit.source)))
        return say_of(thing, deficit, Deed.ADJUST_BALANCE, by=by, seen=seen)


def withdraw_earlier_deficit(year: Period, *, by: Actor, seen: int | None = None) -> int:
    """Take back what was left to restore of an earlier year."""
    return _withdraw(earlier_deficit(year), Deed.ADJUST_BALANCE, by=by, seen=seen)


def cite_grounds(year: Period, occasion: Occasion, grounds: Grounds, *, by: Actor, seen: int | None = None) -> int:
    """Cite the exceptional grounds that the board has decided: for a budget with a deficit, or not to restore one."""
    thing = grounds_for(year, occasion)
    with doing(Deed.CITE_GROUNDS, by=by, subject=mask(thing.name)), alone():
        refuse_any(
            (*grounds_problems(thing.name, grounds), *text_problems(thing.name, grounds.reason, grounds.decision))
        )
        return say_of(thing, grounds, Deed.CITE_GROUNDS, by=by, seen=seen)


def withdraw_grounds(year: Period, occasion: Occasion, *, by: Actor, seen: int | None = None) -> int:
    """Take back the grounds that were cited for a year."""
    return _withdraw(grounds_for(year, occasion), Deed.CITE_GROUNDS, by=by, seen=seen)


def plan_recovery(year: Period, plan: RecoveryPlan, *, by: Actor, seen: int | None = None) -> int:
    """Say how the deficit of a year is to be restored, as the board has decided; ``year`` are its months."""
    thing = recovery_plan(year)
    with doing(Deed.PLAN_RECOVERY, by=by, subject=mask(thing.name)), alone():
        refuse_any((*recovery_problems(plan), *text_problems(thing.name, plan.decision)))
        return say_of(thing, plan, Deed.PLAN_RECOVERY, by=by, seen=seen)


def withdraw_recovery(year: Period, *, by: Actor, seen: int | None = None) -> int:
    """Take back how the deficit of a year was to be restored."""
    return _withdraw(recovery_plan(year), Deed.PLAN_RECOVERY, by=by, seen=seen)


def _withdraw(thing: Thing[T], deed: Deed, *, by: Actor, seen: int | None) -> int:
    with doing(deed, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        return say_of(thing, None, deed, by=by, seen=seen)
