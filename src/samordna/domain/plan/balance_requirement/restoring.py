"""Which deficits are left to restore, by when, and what has restored them?

A negative result is to be restored within the three years after it (KL 11 kap. 12 §), unless the board has cited
exceptional grounds (13 §). A later surplus restores the oldest deficit first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.plan.balance_requirement.judged import Judged, YearJudged
from samordna.domain.values.money import Ore

YEARS_TO_RESTORE: Final = 3
"""How many years after the deficit there are to restore it: kommunallagen (2017:725) 11 kap. 12 §."""


@dataclass(frozen=True, slots=True)
class RecoveryStep:
    """What is planned to be restored in a calendar year."""

    year: int
    amount: Ore


@dataclass(frozen=True, slots=True)
class RecoveryPlan:
    """The board's plan (åtgärdsplan) for the deficit of a year, and the decision it rests on."""

    deficit_year: int
    steps: tuple[RecoveryStep, ...]
    decision: str

    @property
    def planned(self) -> Ore:
        """What it restores in all."""
        return sum(step.amount for step in self.steps)


@dataclass(frozen=True, slots=True)
class EarlierDeficit:
    """What was left to restore of a year before those that are judged; plus, with where that is told."""

    year: int
    amount: Ore
    source: str


@dataclass(frozen=True, slots=True)
class Deficit:
    """A deficit to restore: its year, how large it was, and what later years have restored of it, by year.

    ``judged`` is the year that it is the balance result of; None for one from before the years that are judged.
    """

    year: int
    amount: Ore
    source: str
    restored: tuple[tuple[int, Ore], ...] = ()
    judged: YearJudged | None = None

    @property
    def left(self) -> Ore:
        """What is still to be restored."""
        return self.amount - sum(ore for _, ore in self.restored)

    @property
    def deadline(self) -> int:
        """The last year in which it is to be restored."""
        return self.year + YEARS_TO_RESTORE

    def restored_in(self, year: int) -> Ore:
        """Return what a year has restored of it."""
        return sum(ore for one, ore in self.restored if one == year)


def deficits_after(years: Iterable[YearJudged], earlier: Iterable[EarlierDeficit] = ()) -> tuple[Deficit, ...]:
    """Return every deficit, the oldest first, with what the years have restored of it; those without are not there.

    A budget restores nothing and makes no deficit: it has not happened. One with grounds is not to be restored.
    """
    deficits = [Deficit(one.year, one.amount, one.source) for one in sorted(earlier, key=lambda one: one.year)]
    for year in sorted(years, key=lambda one: one.year):
        if year.judged is Judged.BUDGET:
            continue
        number, result = year.year.start.year, year.balance_result
        if result < 0 and year.grounds is None:
            deficits.append(Deficit(number, -result, year.source, judged=year))
        elif result > 0:
            deficits = _restored(deficits, number, result)
    return tuple(deficits)


def _restored(deficits: list[Deficit], year: int, surplus: Ore) -> list[Deficit]:
    after = []
    for deficit in deficits:
        taken = min(surplus, deficit.left)
        surplus -= taken
        after.append(replace(deficit, restored=(*deficit.restored, (year, taken))) if taken else deficit)
    return after
