"""What is wrong with a set of goals, whatever they show?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from samordna.domain.goals import problems as kinds
from samordna.domain.goals.goal import Goal, Indicator, below
from samordna.domain.goals.source import source_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem


def goal_problems(goals: Sequence[Goal]) -> tuple[Problem, ...]:
    """Return everything that is wrong with the goals, goal by goal."""
    twice = (goal for goal, times in Counter(one.id for one in goals).items() if times > 1)
    return (
        *(kinds.TWICE.at(swedish("målen"), goal=goal) for goal in twice),
        *(problem for goal in goals for problem in _of(goal, goals)),
    )


def _of(goal: Goal, goals: Sequence[Goal]) -> Iterator[Problem]:
    place = goal.name or goal.id
    if not goal.name.strip():
        yield kinds.WITHOUT_NAME.at(place, goal=goal.id)
    if goal.until < goal.since:
        yield kinds.BACKWARDS.at(place, since=goal.since, until=goal.until)
    if not goal.decision.strip():
        yield kinds.WITHOUT_DECISION.at(place)
    yield from _of_parents(goal, goals, place)
    yield from _of_target(goal, goals, place)


def _of_parents(goal: Goal, goals: Sequence[Goal], place: str) -> Iterator[Problem]:
    by_id = {one.id: one for one in goals}
    if goal.parent and goal.parent not in by_id:
        yield kinds.UNKNOWN_PARENT.at(place, parent=goal.parent)
    above: list[str] = []
    parent = goal.parent
    while parent in by_id and parent not in above:
        above.append(parent)
        parent = by_id[parent].parent
    if goal.id in above:
        yield kinds.UNDER_ITSELF.at(place, parents=", ".join(above))


def _of_target(goal: Goal, goals: Sequence[Goal], place: str) -> Iterator[Problem]:
    target = goal.target
    if goal.indicator is None or target is None:
        if not any(below(goals, goal.id)):
            yield kinds.WITHOUT_INDICATOR.at(place)
        return
    yield from _of_indicator(goal.indicator, place)
    for year, times in Counter(one.year for one in target.levels).items():
        if times > 1:
            yield kinds.LEVEL_TWICE.at(place, year=year)
    without = [str(year) for year in range(goal.since, goal.until + 1) if target.level(year) is None]
    if without:
        yield kinds.WITHOUT_LEVEL.at(place, years=", ".join(without))


def _of_indicator(indicator: Indicator, place: str) -> Iterator[Problem]:
    try:
        source_of(indicator.source)
    except ValueError:
        yield kinds.SOURCE_UNKNOWN.at(place, source=indicator.source or swedish("inget"))
    if indicator.ended and not indicator.why.strip():
        yield kinds.ENDED_WITHOUT_WHY.at(place)
