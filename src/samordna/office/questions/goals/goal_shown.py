"""What is known of one goal: how it goes, over the years, and all that was said of it?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from samordna.domain.document import Chart, Table
from samordna.domain.goals.goal import Goal, below
from samordna.domain.goals.sentences import decided_sentences, on_figures
from samordna.domain.goals.tables import path_chart, path_table, units_table
from samordna.domain.goals.tree import Branch
from samordna.domain.goals.verdict import Attainment, Reading
from samordna.domain.statements.span import Asked
from samordna.office.questions.goals.goals import GoalsShown, goals_shown
from samordna.office.questions.goals.goals_held import (
    GoalChange,
    asks_for_decision,
    goal_held,
    goal_history,
    goals_held,
)
from samordna.office.questions.periods import periods


@dataclass(frozen=True)
class GoalShown:
    """A goal as it stands, judged among the others in ``judged``, and every change of it, the latest first.

    ``goal`` is None for one that was removed; ``was`` is what it was then.
    """

    was: Goal
    goal: Goal | None
    judged: GoalsShown
    changes: tuple[GoalChange, ...]

    @property
    def seen(self) -> int:
        """The line of the journal that says what it is."""
        return self.changes[0].said.number

    @cached_property
    def branch(self) -> Branch | None:
        """The goal as it was judged; None when it is no goal of the year, or ended, or removed."""
        return next((one for one in self.judged.branches if one.goal.id == self.was.id), None)

    @property
    def sentence(self) -> str:
        """On which figures it is judged; empty when it is not, or when its warning says why it cannot be."""
        if self.branch is None or (self.branch.verdict.warnings and not self.is_measured):
            return ""
        told = on_figures(self.branch.verdict)
        return f"{told[:1].upper()}{told[1:]}"

    @property
    def decisions(self) -> tuple[str, ...]:
        """What was decided when a source of it had ended."""
        return tuple(decided_sentences(self.was))

    @property
    def asks_for_decision(self) -> bool:
        """Whether somebody has to decide what becomes of it: its source has ended, or is defined anew."""
        return self.goal is not None and asks_for_decision(self.goal, self.judged.period)

    @property
    def under(self) -> tuple[Goal, ...]:
        """Its sub-goals."""
        return tuple(below(goals_held(), self.was.id))

    @property
    def is_measured(self) -> bool:
        """Whether its indicator shows anything."""
        return self.branch is not None and self.branch.verdict.attainment is not Attainment.NOT_MEASURED

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """What its indicator showed each year that is known, as far as it is told by the same."""
        return tuple(self._readings())

    def _readings(self) -> Iterator[Reading]:
        now = self.branch
        if now is None or now.verdict.reading is None or now.goal.target is None:
            return
        yield from (then.reading(self.was.as_of(then.year.end)) for then in self.years_before)
        yield self._now(now.verdict.reading, now.verdict.why)

    @cached_property
    def years_before(self) -> tuple[GoalsShown, ...]:
        """The goals of each earlier year of which it is told, by the same as now."""
        now = self.branch
        if now is None or now.verdict.reading is None or now.goal.target is None:
            return ()
        known = {one.year.last // 100: one for one in periods().years}
        books = (known.get(number) for number in range(now.goal.since, self.judged.year.last // 100))
        whole = (one.year for one in books if one and one.covers_to >= one.year.last)
        return tuple(
            goals_shown(Asked.of(year), audience=self.judged.audience, only_given_out=self.judged.only_given_out)
            for year in whole
            if self._is_the_same(self.was.as_of(year.end), now.goal)
        )

    @staticmethod
    def _is_the_same(then: Goal, now: Goal) -> bool:
        return (then.indicator, then.target) == (now.indicator, now.target)

    def _now(self, reading: Reading, why: str) -> Reading:
        """Return what is shown now; a source that has ended shows nothing, whatever it counts still."""
        if self.is_measured:
            return reading
        return replace(reading, whole=replace(reading.whole, value=None, why=why), forecast=None)

    @cached_property
    def path(self) -> Table | None:
        """Its level for each year beside what its indicator showed; None without a target."""
        return path_table(self.branch.goal, self.readings) if self.branch else None

    @cached_property
    def chart(self) -> Chart | None:
        """The same as a picture."""
        return path_chart(self.branch.goal, self.readings) if self.branch else None

    @cached_property
    def units(self) -> Table | None:
        """Its units against the level; None for a goal that is judged on the whole."""
        return units_table(self.branch.verdict) if self.branch else None

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table of it."""
        return tuple(table for table in (self.path, self.units) if table)


def goal_shown(goal_id: str, judged: GoalsShown) -> GoalShown | None:
    """Return a goal by its id among goals that are judged; None when there never was one."""
    changes = goal_history(goal_id)
    was = next((one.said.value for one in changes if one.said.value is not None), None)
    return None if was is None else GoalShown(was, goal_held(goal_id), judged, changes)
