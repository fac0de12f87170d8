"""What does it take to decide what becomes of a goal whose source has ended?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samordna.domain.goals import problems as kinds
from samordna.domain.goals.goal import Goal, Indicator, SourceDecision, Target
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on a source that has ended: since which day the goal is told by what, or is none any more.

    Without an indicator the goal ends.
    """

    since: dt.date
    decision: str
    indicator: Indicator | None = None
    target: Target | None = None

    @property
    def ends(self) -> bool:
        """Whether the goal ends."""
        return self.indicator is None


def decided(goal: Goal, said: Decision) -> Goal:
    """Return the goal as it is told once the decision is made; what it was told by until then is kept in it."""
    before = SourceDecision(said.since, said.decision, goal.indicator, goal.target, said.ends)
    if said.ends:
        return replace(goal, decided=(*goal.decided, before))
    return replace(goal, indicator=said.indicator, target=said.target, decided=(*goal.decided, before))


def decision_problems(goal: Goal, said: Decision, *, has_changed: bool = False) -> Iterator[Problem]:
    """Yield what is wrong with a decision. ``has_changed``: what the goal is told by is defined anew."""
    if (goal.indicator is None or goal.indicator.ended is None) and not has_changed:
        yield kinds.STILL_TOLD.at(goal.name)
    if not said.decision.strip():
        yield kinds.DECIDED_WITHOUT_DECISION.at(goal.name)
    if said.indicator is not None and said.target is None:
        yield kinds.DECIDED_WITHOUT_SOURCE.at(goal.name)
    before = max((one.since for one in goal.decided), default=None)
    if before and said.since <= before:
        yield kinds.DECIDED_BEFORE.at(goal.name, since=swedish_date(said.since), before=swedish_date(before))
