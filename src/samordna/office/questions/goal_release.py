"""What do those outside read of counts when the goals are taken out for them?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.goals.goal import Goal
from samordna.domain.goals.source import MeasureSource, source_of
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.measure import Form
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.release import Release, signs_of
from samordna.domain.measures.view import ACTIVITY, UNIT, View, ViewKind
from samordna.domain.values.language import swedish
from samordna.office.questions.goals import GoalsShown

_OF_NO_CELL: Final = frozenset({Form.MEAN, Form.AGREED, Form.BUDGETED})
"""Measures of which no count is read: a mean is told of enough answers only, and what is agreed counts nobody."""
_NAME: Final = swedish("Mål")


def goals_release(shown: GoalsShown, how: str) -> Release | None:
    """Return the publication that the goals are for those outside; None inside, and where they tell of no counts.

    ``how`` is the file that they leave in.
    """
    signs = {key: sign for told in shown.told_counts for key, sign in told.signs.items()}
    measures = tuple(dict.fromkeys(_measures(shown.goals)))
    if shown.audience is Audience.INSIDE or not signs or not measures:
        return None
    by_unit = View("goals", _NAME, ViewKind.SIDE_BY_SIDE, measures, (UNIT,))
    by_activity = View("goals-activities", _NAME, ViewKind.SIDE_BY_SIDE, measures, (ACTIVITY,))
    whole = View("goals-whole", _NAME, ViewKind.SUMMARY, measures)
    return Release(by_unit, shown.period, shown.audience, how, shown.said.number, signs_of(signs), (by_activity, whole))


def _measures(goals: tuple[Goal, ...]) -> Iterator[str]:
    for goal in goals:
        source = _source(goal)
        if isinstance(source, MeasureSource) and source.key in BY_KEY and BY_KEY[source.key].form not in _OF_NO_CELL:
            yield source.key


def _source(goal: Goal) -> object:
    try:
        return source_of(goal.indicator.source) if goal.indicator else None
    except ValueError:
        return None
