"""How is a budget decided, changed by a later decision, and rolled forward to another year?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget, Decision, Revision
from samordna.domain.plan.budget_wishes import Wishes
from samordna.domain.plan.checks import revision_problems, revision_signs
from samordna.domain.plan.roll_forward import rolled_forward, with_last_years_shape
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import meanwhile, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import budget_revision
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.followed.budget import budget_drawn
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import BUDGET, holding
from samordna.office.store.writing import alone


def revise_budget(year: Period, revision: Revision, *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Decide what the budget of a fiscal year says of the rows that ``revision`` names; the others stay as they were.

    The first is the budget as it was adopted. Returns what is told of it all the same. ``seen`` is how many decisions
    somebody saw when the change was made. Raises ``Refused`` with everything that is wrong, or when somebody else has
    decided something meanwhile.
    """
    subject = swedish("budget {year}").format(year=year.in_words)
    with doing(Deed.REVISE_BUDGET, by=by, subject=subject), alone():
        held = plan_held().plan
        budget = held.budget_of(year) or Budget(year, ())
        shaped = with_last_years_shape(Budget(year, (revision,)), Booked(held.register, balances()))
        told = refuse_any(
            (
                *revision_problems(shaped.revisions[0], year, held.register),
                *revision_signs(revision, year, held),
                *text_problems(subject, revision.decision.reference, revision.decision.reason),
                *_empty(revision, subject),
            )
        )
        count = len(budget.revisions)
        if seen is not None and seen != count:
            latest = max(holding(BUDGET), key=lambda said: said.number)
            raise Refused([meanwhile(subject, latest)])
        say_of(budget_revision(year, count + 1), shaped.revisions[0], Deed.REVISE_BUDGET, by=by)
    return told


def decide_budget(
    year: Period, decision: Decision, wishes: Wishes, *, by: Actor, seen: int | None = None
) -> tuple[Problem, ...]:
    """Decide what somebody wants of the rows of a year; only what differs from what holds becomes part of it.

    Raises ``Refused`` as ``revise_budget`` does.
    """
    subject = swedish("budget {year}").format(year=year.in_words)
    with doing(Deed.REVISE_BUDGET, by=by, subject=subject):
        drawn = budget_drawn(year, wishes)
        told = refuse_any(drawn.wrong)
    return (*told, *revise_budget(year, Revision(decision, drawn.numbers, drawn.periods), by=by, seen=seen))


def roll_budget(before: Period, to: Period, decision: Decision, *, by: Actor) -> tuple[Problem, ...]:
    """Begin the budget of the year ``to`` with the numbers that hold for the year ``before``.

    Raises ``Refused`` when there is none to begin with, or when the year has a budget already.
    """
    subject = swedish("budget {year}").format(year=to.in_words)
    with doing(Deed.REVISE_BUDGET, by=by, subject=subject):
        held = plan_held().plan
        budget = held.budget_of(before)
        if budget is None:
            raise Refused([problems.NO_BUDGET_TO_ROLL.at(subject, year=before.in_words)])
        if held.budget_of(to):
            raise Refused([problems.BUDGET_EXISTS.at(subject, year=to.in_words)])
        rolled = rolled_forward(budget, to, held.register, decision)
    return revise_budget(to, rolled.revisions[0], by=by, seen=0)


def _empty(revision: Revision, place: str) -> tuple[Problem, ...]:
    return () if revision.numbers or revision.periods else (problems.NOTHING_TO_BUDGET.at(place),)
