"""What do all goals together say of sound financial management?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samordna.domain.goals.goal import GoalKind
from samordna.domain.goals.verdict import Attainment, Verdict
from samordna.domain.values.language import swedish


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

    What cannot be measured is not met by anybody; nothing is assessed when nothing is measured.
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
    return Overall(Attainment.NOT_MET if without else Attainment.PARTLY, _sentence(verdicts), words)


_REACHED = frozenset({Attainment.MET, Attainment.PARTLY})


def _sentence(verdicts: Sequence[Verdict]) -> str:
    """Return how many goals are reached how far: ``Av 3 mål uppnås 1, uppnås inte 2.``."""
    counted = Counter(one.attainment for one in verdicts)
    told = ", ".join(f"{state.in_words} {counted[state]}" for state in Attainment if counted[state])
    return swedish("Av {count} mål: {told}.").format(count=len(verdicts), told=told)
