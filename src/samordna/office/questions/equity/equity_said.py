"""What have people said of equity and the balance requirement, when and by whom, and what did they say before?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from samordna.domain.plan.balance_requirement.judged import Adjustment, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan
from samordna.domain.plan.equity.limits import Limit
from samordna.domain.values.period import Period
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Said, Subject, ever_said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SaidOf(Generic[T]):
    """One thing with all that was said of it, the latest first: the first holds, and None there took back the thing."""

    key: str
    period: Period
    said: tuple[Said[T | None], ...]

    @property
    def holds(self) -> T | None:
        """What holds of it; None when it was taken back."""
        return self.said[0].value

    @property
    def seen(self) -> int:
        """The line of the journal that says so."""
        return self.said[0].number


@dataclass(frozen=True, slots=True)
class RequirementHistory:
    """All that was said of the balance requirement, thing by thing, the latest year first."""

    adjustments: tuple[SaidOf[Adjustment], ...]
    grounds: tuple[SaidOf[Grounds], ...]
    earlier: tuple[SaidOf[EarlierDeficit], ...]
    plans: tuple[SaidOf[RecoveryPlan], ...]


def limits_said() -> tuple[SaidOf[Limit], ...]:
    """Return the floors and ceilings, those that were taken back among them: by the way, then the latest day first."""
    found = sorted(_things(journal.EQUITY_LIMIT), key=lambda one: one.key, reverse=True)
    return tuple(sorted(found, key=lambda one: one.key.partition(":")[0], reverse=True))


def requirement_said() -> RequirementHistory:
    """Return what was said of the balance requirement."""
    return RequirementHistory(
        _latest_first(journal.ADJUSTMENT),
        _latest_first(journal.GROUNDS),
        _latest_first(journal.EARLIER_DEFICIT),
        _latest_first(journal.RECOVERY_PLAN),
    )


def _latest_first(subject: Subject[T]) -> tuple[SaidOf[T], ...]:
    return tuple(sorted(_things(subject), key=lambda one: one.period, reverse=True))


def _things(subject: Subject[T]) -> Iterator[SaidOf[T]]:
    by_thing: dict[tuple[str, Period], list[Said[T | None]]] = defaultdict(list)
    for one in ever_said(subject):
        by_thing[one.key, one.period].insert(0, one)
    for (key, period), said in by_thing.items():
        yield SaidOf(key, period, tuple(said))
