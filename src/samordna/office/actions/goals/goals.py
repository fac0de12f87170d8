"""How does the association say what its goals are, what becomes of one whose source has ended, and how all went?"""

from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.goals.checks import goal_problems
from samordna.domain.goals.deciding import Decision, decided, decision_problems
from samordna.domain.goals.goal import Goal, below
from samordna.domain.goals.overall import OverallWords
from samordna.domain.goals.problems import HAS_SUB_GOALS, NOTHING_TO_UNDO, WORDS_MISSING, WORDS_WITHOUT_DECISION
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.goals.goal_things import overall_words, the_goal
from samordna.office.actions.plan import plan_problems
from samordna.office.actions.plan.plan_saying import must_hold, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import texts_of
from samordna.office.questions.goals.goals_held import goal_held, goal_history, goals_held, has_changed, source_problems
from samordna.office.store.writing import alone


def say_goal(goal: Goal, *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Say what a goal is, instead of what was said of the goal with its id, and return what is told all the same.

    Raises ``Refused`` for what cannot be: no name, a goal above that is not there, a source that names nothing.
    """
    thing = the_goal(goal.id, goal.name)
    with doing(Deed.CHANGE_GOAL, by=by, subject=mask(thing.name)), alone():
        told = refuse_any(_problems(goal))
        say_of(thing, goal, Deed.CHANGE_GOAL, by=by, seen=seen)
        return told


def remove_goal(goal_id: str, *, by: Actor, seen: int | None = None) -> None:
    """Take back a goal that has no sub-goals: what was said of it stays in its history."""
    held = goal_held(goal_id)
    thing = the_goal(goal_id, held.name if held else goal_id)
    with doing(Deed.CHANGE_GOAL, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        under = ", ".join(goal.name for goal in below(goals_held(), goal_id))
        if under:
            raise Refused([HAS_SUB_GOALS.at(mask(thing.name), goals=under)])
        say_of(thing, None, Deed.CHANGE_GOAL, by=by, seen=seen)


def undo_goal(goal_id: str, *, by: Actor, seen: int | None = None) -> Goal:
    """Say again what a goal was before its latest change, and return it: also of one that was removed.

    Raises ``Refused`` when there is nothing before, and when that cannot be any more.
    """
    history = goal_history(goal_id)
    before = history[1].said.value if len(history) > 1 else None
    held = goal_held(goal_id)
    name = held.name if held else before.name if before else goal_id
    thing = the_goal(goal_id, name)
    with doing(Deed.CHANGE_GOAL, by=by, subject=mask(thing.name)), alone():
        if before is None:
            raise Refused([NOTHING_TO_UNDO.at(mask(thing.name))])
        refuse_any(_problems(before))
        say_of(thing, before, Deed.CHANGE_GOAL, by=by, seen=seen)
        return before


def decide_source(goal_id: str, said: Decision, *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Say what was decided of a goal whose source has ended: another indicator, or that the goal ends.

    Raises ``Refused`` for a goal whose source tells something still, and for a decision that is not named.
    """
    held = goal_held(goal_id)
    thing = the_goal(goal_id, held.name if held else goal_id)
    with doing(Deed.DECIDE_SOURCE, by=by, subject=mask(thing.name)), alone():
        if held is None:
            raise Refused([plan_problems.NOTHING_TO_WITHDRAW.at(mask(thing.name))])
        wrong = decision_problems(held, said, has_changed=has_changed(held))
        after = decided(held, replace(said, decision=said.decision.strip()))
        told = refuse_any((*wrong, *_problems(after)))
        say_of(thing, after, Deed.DECIDE_SOURCE, by=by, seen=seen)
        return told


def _problems(goal: Goal) -> tuple[Problem, ...]:
    """Return what is wrong with a goal among the others, and what would be wrong with them through it."""
    others = tuple(one for one in goals_held() if one.id != goal.id)
    known = {(one.code, one.place) for one in goal_problems(others)}
    found = (one for one in goal_problems((*others, goal)) if (one.code, one.place) not in known)
    return (*found, *source_problems(goal), *text_problems(goal.name, *texts_of(goal)))


def judge_overall(period: Period, said: OverallWords, *, by: Actor, seen: int | None = None) -> int:
    """Say in the board's own words how sound financial management went in the first months of a year.

    Raises ``Refused`` for words without a decision that they stand in.
    """
    said = OverallWords(said.words.strip(), said.decision.strip())
    thing = overall_words(period)
    with doing(Deed.JUDGE_OVERALL, by=by, subject=mask(thing.name)), alone():
        lacking = [] if said.words else [WORDS_MISSING.at(thing.name)]
        unnamed = [] if said.decision else [WORDS_WITHOUT_DECISION.at(thing.name)]
        refuse_any((*lacking, *unnamed, *text_problems(thing.name, said.words, said.decision, longest=4_000)))
        return say_of(thing, said, Deed.JUDGE_OVERALL, by=by, seen=seen)


def withdraw_overall(period: Period, *, by: Actor, seen: int | None = None) -> int:
    """Take back the board's words of some months."""
    thing = overall_words(period)
    with doing(Deed.JUDGE_OVERALL, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        return say_of(thing, None, Deed.JUDGE_OVERALL, by=by, seen=seen)
