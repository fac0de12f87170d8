"""What is a year's result when what the balance requirement leaves out is taken away?

The result of the year, less gains on what was sold, plus what the law exempts, and without unrealised gains and losses
on securities (KL 11 kap. 12 §; the form of RKR R15). Amounts are öre; plus is a surplus.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.document import Origin
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period


class Judged(Enum):
    """What a year's result is when the requirement is judged."""

    OUTCOME = "actual"
    FORECAST = "forecast"
    BUDGET = "budget"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _JUDGED[self]


_JUDGED: Final = {
    Judged.OUTCOME: swedish("utfall"),
    Judged.FORECAST: swedish("helårets prognos"),
    Judged.BUDGET: swedish("budget"),
}


class AdjustmentKind(Enum):
    """A row of the calculation between the two results."""

    GAINS = "gains"
    EXEMPT_GAINS = "exempt-gains"
    EXEMPT_LOSSES = "exempt-losses"
    UNREALISED = "unrealised"
    REVERSED = "reversed"

    @property
    def in_words(self) -> str:
        """What the row is called in print."""
        return _ADJUSTMENTS[self]

    @property
    def name_in_words(self) -> str:
        """What it is called in a sentence, without the sign that the row has in print."""
        return self.in_words.lstrip("−+/ ").lower()

    @property
    def sign(self) -> int:
        """What the told amount is multiplied by: −1 takes it out of the result."""
        return -1 if self in _TAKEN_OUT else 1

    @property
    def goes_both_ways(self) -> bool:
        """Tell whether the told amount can be minus: a loss among gains."""
        return self in {AdjustmentKind.UNREALISED, AdjustmentKind.REVERSED}


_ADJUSTMENTS: Final = {
    AdjustmentKind.GAINS: swedish("− Samtliga realisationsvinster"),
    AdjustmentKind.EXEMPT_GAINS: swedish("+ Realisationsvinster enligt undantagsmöjlighet"),
    AdjustmentKind.EXEMPT_LOSSES: swedish("+ Realisationsförluster enligt undantagsmöjlighet"),
    AdjustmentKind.UNREALISED: swedish("−/+ Orealiserade vinster och förluster i värdepapper"),
    AdjustmentKind.REVERSED: swedish("+/− Återföring av orealiserade vinster och förluster i värdepapper"),
}
_TAKEN_OUT: Final = frozenset({AdjustmentKind.GAINS, AdjustmentKind.UNREALISED})


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An amount of a row: as it stands in the result (an unrealised loss is minus), and where it is taken from."""

    kind: AdjustmentKind
    amount: Ore
    source: str

    @property
    def effect(self) -> Ore:
        """What it does to the result."""
        return self.kind.sign * self.amount


@dataclass(frozen=True, slots=True)
class Grounds:
    """Exceptional grounds (synnerliga skäl) for not restoring a deficit or for a budget with one, as decided."""

    reason: str
    decision: str


@dataclass(frozen=True, slots=True)
class YearJudged:
    """A fiscal year's result to be judged: what it is, which months it covers, where it comes from, what adjusts it.

    ``origin`` says what the result is made of, where more is known than the sentence ``source``.
    """

    year: Period
    result: Ore
    judged: Judged
    source: str
    covered: Period | None = None
    adjustments: tuple[Adjustment, ...] = ()
    grounds: Grounds | None = None
    origin: Origin | None = None

    def adjusted(self) -> Mapping[AdjustmentKind, Ore]:
        """Return what each row of the calculation does to the result, in print order."""
        return {kind: sum(one.effect for one in self.adjustments if one.kind is kind) for kind in AdjustmentKind}

    @property
    def balance_result(self) -> Ore:
        """The result that the requirement is about (balanskravsresultat)."""
        return self.result + sum(self.adjusted().values())
