"""What do all goals together say of sound financial management?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.goals.goal import GoalKind
from samordna.domain.goals.verdict import Attainment, Verdict
from samordna.domain.values.language import swedish


@dataclass(frozen=True, slots=True)
class OverallWords:
    """What the board itself says of some months' assessment, and the decision by which it does."""

    words: str
    decision: str


@dataclass(frozen=True, slots=True)
class Overall:
    """The assessment of sound financial management (god ekonomisk hushållning), and the sentence that says why.

    ``words`` are the board's own, when it has said any; they explain the assessment and do not change it.
    """

    attainment: Attainment
    sentence: str
    words: str = ""


def overall(verdicts: Sequence[Verdict], words: str = "") -> Overall:
    """Return the assessment: met when every goal is, not met when no goal of a kind is, else partly.

    What cannot be measured is not met by anybody. Nothing is assessed when nothing is measured, and neither it is when
    no goal of a kind is and those of the other kind do not settle it.
    """
    measured = [one for one in verdicts if one.attainment is not Attainment.NOT_MEASURED]
    if not measured:
        return Overall(Attainment.NOT_MEASURED, swedish("Inget av målen kan mätas."), words)
    met = [one for one in measured if one.attainment is Attainment.MET]
    if len(met) == len(verdicts):
        return Overall(Attainment.MET, _sentence(verdicts), words)
    kinds = {kind for kind in GoalKind if any(one.goal.kind is kind for one in measured)}
    without = [
        kind for kind in kinds if not any(one.goal.kind is kind and one.attainment in _REACHED for one in measured)
    ]
    if without:
        return Overall(Attainment.NOT_MET, _sentence(verdicts), words)
    unknown = [kind for kind in GoalKind if kind not in kinds and any(one.goal.kind is kind for one in verdicts)]
    if unknown:
        none = _NONE_OF_A_KIND[unknown[0]]
        return Overall(Attainment.NOT_MEASURED, f"{none} {_sentence(verdicts)}", words)
    return Overall(Attainment.PARTLY, _sentence(verdicts), words)


_NONE_OF_A_KIND: Final = {
    GoalKind.OPERATIONAL: swedish("Inget verksamhetsmål kan mätas."),
    GoalKind.FINANCIAL: swedish("Inget finansiellt mål kan mätas."),
}
_REACHED = frozenset({Attainment.MET, Attainment.PARTLY})


def _sentence(verdicts: Sequence[Verdict]) -> str:
    """Return how many goals are reached how far: ``Av 3 mål uppnås 1, uppnås inte 2.``."""
    counted = Counter(one.attainment for one in verdicts)
    told = ", ".join(f"{state.in_words} {counted[state]}" for state in Attainment if counted[state])
    return swedish("Av {count} mål: {told}.").format(count=len(verdicts), told=told)
