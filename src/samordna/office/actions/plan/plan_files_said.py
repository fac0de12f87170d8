"""How does what was read of the files of a plan become what is said of it?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.association.association import NO_ASSOCIATION
from samordna.domain.plan.balance_requirement.said import RequirementSaid
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget
from samordna.domain.plan.equity.limits import LimitKind, Limits
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.roll_forward import with_last_years_shape
from samordna.office.actions.equity import equity_things as equity
from samordna.office.actions.plan import plan_things as things
from samordna.office.actions.plan.plan_adoption import must_be_draft, say_chapter
from samordna.office.actions.plan.plan_saying import say_of
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.plan.plan import plan_held
from samordna.sources.plan_files import ActivityPlansRead, FinancingRead, calendar_year


def say_financing(read: FinancingRead, by: Actor) -> None:
    """Say who pays, what is asked for and decided, and what members have agreed."""
    if read.association != NO_ASSOCIATION:
        say_of(things.the_association(), read.association, Deed.CHANGE_MEMBERS, by=by)
    for year in read.years:
        for allotment in year.allotments:
            say_of(things.allotment_of(year.year, allotment.group), allotment, Deed.ALLOT, by=by)
        for agreed in year.agreed:
            say_of(things.agreed_amount(year.year, agreed.member), agreed, Deed.AGREE_AMOUNT, by=by)


def say_activity_plans(read: ActivityPlansRead, by: Actor) -> None:
    """Say what is to be done in each year, and what is written of it; refuse to change what is adopted."""
    for plan in read.plans:
        held = plan_held()
        if plan != held.activity_plan_of(plan.year):
            must_be_draft(held, plan.year, things.activity_plan_of(plan.year).name)
        say_of(things.activity_plan_of(plan.year), plan, Deed.PLAN_ACTIVITIES, by=by)
    for year, text in read.texts:
        say_chapter(year, text, by=by)


def say_requirement(said: RequirementSaid, by: Actor) -> None:
    """Say what the balance requirement is judged by besides results."""
    for adjusted in said.adjusted:
        thing = equity.adjustment_of(adjusted.year, adjusted.adjustment.kind)
        say_of(thing, adjusted.adjustment, Deed.ADJUST_BALANCE, by=by)
    for cited in said.cited:
        say_of(equity.grounds_for(cited.year, cited.occasion), cited.grounds, Deed.CITE_GROUNDS, by=by)
    for deficit in said.earlier:
        say_of(equity.earlier_deficit(calendar_year(deficit.year)), deficit, Deed.ADJUST_BALANCE, by=by)
    for plan in said.plans:
        say_of(equity.recovery_plan(calendar_year(plan.deficit_year)), plan, Deed.PLAN_RECOVERY, by=by)


def _say_limits(limits: Limits, by: Actor) -> None:
    for kind in LimitKind:
        for limit in limits.of(kind):
            say_of(equity.equity_limit(kind, limit.since), limit, Deed.SET_LIMIT, by=by)


def say_plan(plan: Plan, by: Actor) -> None:
    """Say the register, budgets, forecasts, agreed sums, contributions and limits."""
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
    _say_limits(plan.limits, by)


def _say_budget(budget: Budget, by: Actor) -> None:
    """Add the decisions of a year that are not there yet, in their order."""
    held = plan_held().plan.budget_of(budget.year)
    there = held.revisions if held else ()
    new = [revision for revision in budget.revisions if revision not in there]
    for number, revision in enumerate(new, start=len(there) + 1):
        say_of(things.budget_revision(budget.year, number), revision, Deed.REVISE_BUDGET, by=by)
