"""How do a register and a plan that somebody keeps in files come in, all of it or nothing?"""

from collections.abc import Mapping

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.roll_forward import with_last_years_shape
from samordna.domain.values.identity_number import mask
from samordna.domain.values.problem import Problem
from samordna.office.actions import plan_things as things
from samordna.office.actions.doing import doing
from samordna.office.actions.plan_saying import refuse_any, say_of
from samordna.office.actions.registers import words_problems
from samordna.office.questions.ledgers import balances
from samordna.office.questions.plan import plan_held
from samordna.office.store.writing import alone
from samordna.sources.plan_files import read_plan


def take_plan(files: Mapping[str, bytes], *, by: Actor) -> tuple[Problem, ...]:
    """Take the register and the plan of files by their names, and return what is told of them all the same.

    What the files say holds from now on; what they do not name stays. The same files again change nothing. Raises
    ``Refused`` with everything that is wrong with any of them.
    """
    with doing(Deed.TAKE_PLAN, by=by, subject=mask(", ".join(files))):
        read = read_plan(files)
        told = refuse_any((*read.problems, *words_problems(read.plan.register)))
        with alone():
            _say(read.plan, by)
    return told


def _say(plan: Plan, by: Actor) -> None:
    if plan.register.rows:
        say_of(things.the_register(), plan.register, Deed.CHANGE_REGISTER, by=by)
    booked = Booked(plan.register, balances())
    for budget in plan.budgets:
        _say_budget(with_last_years_shape(budget, booked), by)
    for forecast in plan.forecasts:
        for number in forecast.numbers:
            say_of(things.forecast_of_row(forecast.year, number.row), number, Deed.ENTER_FORECAST, by=by)
    for agreed in plan.agreed:
        say_of(things.agreed_sum(agreed.year, agreed.row), agreed, Deed.AGREE_SUM, by=by)
    for one in plan.contributions:
        say_of(things.contribution_of(one.year, one.party), one, Deed.ENTER_CONTRIBUTION, by=by)


def _say_budget(budget: Budget, by: Actor) -> None:
    """Add the decisions of a year that are not there yet, in their order."""
    held = plan_held().plan.budget_of(budget.year)
    there = held.revisions if held else ()
    new = [revision for revision in budget.revisions if revision not in there]
    for number, revision in enumerate(new, start=len(there) + 1):
        say_of(things.budget_revision(budget.year, number), revision, Deed.REVISE_BUDGET, by=by)
