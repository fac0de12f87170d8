"""What have people said that the balance requirement is judged by: adjustments, grounds, old deficits, plans?"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.plan.balance_requirement.judged import Adjustment, Grounds, Judged
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period


class Occasion(Enum):
    """What exceptional grounds are cited for: a budget with a deficit, or not restoring one that came to be."""

    BUDGET = "budget"
    RESULT = "result"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _OCCASIONS[self]


_OCCASIONS: Final = {
    Occasion.BUDGET: swedish("budgeten"),
    Occasion.RESULT: swedish("årets resultat"),
}


@dataclass(frozen=True, slots=True)
class GroundsCited:
    """Exceptional grounds that were decided, for which year and what."""

    year: Period
    occasion: Occasion
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class YearAdjusted:
    """What adjusts the result of a year."""

    year: Period
    adjustment: Adjustment


@dataclass(frozen=True, slots=True)
class RequirementSaid:
    """All that people have said of it, whatever the years' results are."""

    adjusted: tuple[YearAdjusted, ...] = ()
    cited: tuple[GroundsCited, ...] = ()
    earlier: tuple[EarlierDeficit, ...] = ()
    plans: tuple[RecoveryPlan, ...] = ()

    def adjustments(self, year: Period) -> tuple[Adjustment, ...]:
        """Return what adjusts the result of a year."""
        return tuple(one.adjustment for one in self.adjusted if one.year == year)

    def grounds(self, year: Period, judged: Judged) -> Grounds | None:
        """Return the grounds that were cited for a year, as it is judged; None when none were."""
        occasion = Occasion.BUDGET if judged is Judged.BUDGET else Occasion.RESULT
        found = (one.grounds for one in self.cited if one.year == year and one.occasion is occasion)
        return next(found, None)


NOTHING_SAID: Final = RequirementSaid()
"""Before anybody has said anything."""
