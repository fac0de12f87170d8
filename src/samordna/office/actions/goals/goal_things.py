"""Which things can be said of goals, what is each called, and what is the trail told of it?"""

from collections.abc import Mapping

from samordna.domain.goals.changes import goal_in_words
from samordna.domain.goals.goal import Goal
from samordna.domain.goals.overall import OverallWords
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.actions.plan.plan_saying import Thing
from samordna.office.store import plan_rows as journal


def the_goal(goal_id: str, name: str) -> Thing[Goal]:
    """Return a goal by its id, and what it is called."""

    def told(goal: Goal) -> Mapping[str, object]:
        return {"terms": goal_in_words(goal)}

    return Thing(journal.GOAL, goal_id, journal.ALWAYS, swedish("målet {name}").format(name=name), told)


def overall_words(period: Period) -> Thing[OverallWords]:
    """Return what the board says of sound financial management at the end of some months of a year."""

    def told(said: OverallWords) -> Mapping[str, object]:
        return {"comment": said.words, "reference": said.decision}

    name = swedish("god ekonomisk hushållning {period}").format(period=period.in_words)
    return Thing(journal.OVERALL_WORDS, "", period, name, told)
