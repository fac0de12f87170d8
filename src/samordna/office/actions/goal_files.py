"""How do goals that somebody keeps in files come in with the rest of a plan?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.office.actions.goal_things import overall_words, the_goal
from samordna.office.actions.plan_saying import say_of
from samordna.sources.plan_files import GoalsRead


def say_goals(read: GoalsRead, by: Actor) -> None:
    """Say the goals and the board's words in the open transaction."""
    for goal in read.goals:
        say_of(the_goal(goal.id, goal.name), goal, Deed.CHANGE_GOAL, by=by)
    for period, words in read.words:
        say_of(overall_words(period), words, Deed.JUDGE_OVERALL, by=by)
