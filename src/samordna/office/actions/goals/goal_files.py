"""How do goals that somebody keeps in files come in with the rest of a plan?"""

from collections.abc import Iterator
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.office.actions.goals.goal_things import overall_words, the_goal
from samordna.office.actions.plan.plan_saying import say_of
from samordna.office.questions.goals.goals_held import source_problems
from samordna.sources.plan_files import GoalsRead


def told_by_problems(read: GoalsRead) -> Iterator[Problem]:
    """Yield what is wrong between the goals and what they are told by, each with the line of its file."""
    for goal, place in zip(read.goals, read.places, strict=True):
        for problem in source_problems(goal):
            yield replace(problem, place=swedish("{line}, {place}").format(line=place, place=problem.place))


def say_goals(read: GoalsRead, by: Actor) -> None:
    """Say the goals and the board's words in the open transaction."""
    for goal in read.goals:
        say_of(the_goal(goal.id, goal.name), goal, Deed.CHANGE_GOAL, by=by)
    for period, words in read.words:
        say_of(overall_words(period), words, Deed.JUDGE_OVERALL, by=by)
