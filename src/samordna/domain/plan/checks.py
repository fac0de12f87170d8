"""What is wrong with a budget, a forecast, agreed sums?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from samordna.domain.plan import problems
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.budget import Budget, BudgetNumber, PeriodNumber, Revision
from samordna.domain.plan.forecast import Forecast
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.profile import Profile
from samordna.domain.plan.register import Kind, Register, validity_in_words
from samordna.domain.plan.register_checks import register_problems
from samordna.domain.values.kronor import kr_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, month_in_words
from samordna.domain.values.problem import Problem

LARGEST: Final = 10**15
"""As in a ledger: ten thousand billion kronor in öre. What is larger is a slip of the hand."""


def plan_problems(plan: Plan) -> tuple[Problem, ...]:
    """Return everything that is wrong with a plan, the register first."""
    return (
        *register_problems(plan.register),
        *(problem for budget in plan.budgets for problem in budget_problems(budget, plan.register)),
        *(problem for forecast in plan.forecasts for problem in forecast_problems(forecast, plan.register)),
        *(problem for one in plan.agreed for problem in agreed_problems(one, plan.register)),
        *(problem for one in plan.contributions for problem in contribution_problems(one)),
    )


def budget_problems(budget: Budget, register: Register) -> tuple[Problem, ...]:
    """Return what is wrong with a budget: each revision by itself, and what it all leaves out."""
    place = swedish("budget {year}").format(year=budget.year.in_words)
    told = (problem for one in budget.revisions for problem in revision_problems(one, budget.year, register))
    return (*told, *_left_out(budget, register, place))


def revision_problems(revision: Revision, year: Period, register: Register) -> tuple[Problem, ...]:
    """Return what is wrong with a revision of a year's budget, before it is taken."""
    place = swedish("budget {year}").format(year=year.in_words)
    found: list[Problem] = []
    if not (revision.decision.reason.strip() and revision.decision.reference.strip()):
        found.append(problems.NO_DECISION.at(place))
    found += _numbers(place, ((number.row, number.amount) for number in revision.numbers), register, year)
    for number in revision.numbers:
        found += _number(f"{place}, {number.row}", number, year)
    found += _periods(place, revision.periods, register, year)
    return tuple(found)


def forecast_problems(forecast: Forecast, register: Register) -> tuple[Problem, ...]:
    """Return what is wrong with a forecast: unknown rows, and numbers of one's own without a comment."""
    place = swedish("prognos {year}").format(year=forecast.year.in_words)
    told = ((number.row, number.amount) for number in forecast.numbers)
    unexplained = (number.row for number in forecast.numbers if number.is_own and not number.comment.strip())
    return (
        *_numbers(place, told, register, forecast.year),
        *(problems.FORECAST_WITHOUT_REASON.at(f"{place}, {row}", row=row) for row in unexplained),
    )


def agreed_problems(agreed: AgreedSum, register: Register) -> tuple[Problem, ...]:
    """Return what is wrong with what is agreed for a row."""
    place = swedish("avtal")
    negative = (problems.NEGATIVE_COST.at(f"{place}, {agreed.row}", amount=kr_and_ore(agreed.amount), row=agreed.row),)
    return (
        *(negative if agreed.amount < 0 else ()),
        *_numbers(place, [(agreed.row, agreed.amount)], register, agreed.year),
        *_weights(f"{place}, {agreed.row}", agreed.row, agreed.profile, agreed.year),
    )


def contribution_problems(contribution: Contribution) -> Iterator[Problem]:
    """Yield what is wrong with what a party contributes."""
    place = swedish("bidrag")
    if not contribution.party.strip():
        yield problems.CONTRIBUTION_WITHOUT_PARTY.at(place)
    if contribution.amount <= 0 or contribution.in_forecast() < 0:
        least = kr_and_ore(min(contribution.amount, contribution.in_forecast()))
        yield problems.CONTRIBUTION_IS_NOTHING.at(place, party=contribution.party, amount=least)
    if max(abs(contribution.amount), abs(contribution.in_forecast())) > LARGEST:
        yield problems.NUMBER_TOO_LARGE.at(place, row=contribution.party)


def sign_problems(place: str, numbers: Iterable[tuple[str, Ore]], plan: Plan) -> tuple[Problem, ...]:
    """Return which costs have a minus: the numbers of rows that are no incomes, in ``plan`` as it was before them."""
    return tuple(
        problems.NEGATIVE_COST.at(f"{place}, {row}", amount=kr_and_ore(amount), row=row)
        for row, amount in numbers
        if amount < 0 and not may_be_income(row, plan)
    )


def revision_signs(revision: Revision, year: Period, plan: Plan) -> tuple[Problem, ...]:
    """Return which costs have a minus in a revision of a year's budget, as ``sign_problems`` does."""
    place = swedish("budget {year}").format(year=year.in_words)
    numbers = ((number.row, number.amount) for number in revision.numbers)
    return sign_problems(place, (*numbers, *((one.row, one.amount) for one in revision.periods)), plan)


def may_be_income(row: str, plan: Plan) -> bool:
    """Tell whether a row may be negative: it is a project, or it has been told of as an income before."""
    found = plan.register.row(row)
    budgets = (number.amount for one in plan.budgets for _, number in one.numbers() if number.row == row)
    forecasts = (number.amount for one in plan.forecasts for number in one.numbers if number.row == row)
    is_project = found is not None and found.kind is Kind.PROJECT
    return is_project or any(amount < 0 for amount in (*budgets, *forecasts))


def _numbers(place: str, numbers: Iterable[tuple[str, Ore]], register: Register, year: Period) -> Iterator[Problem]:
    """Yield what is wrong with numbers of rows, whatever they are numbers of."""
    told = list(numbers)
    for key, count in Counter(key for key, _ in told).items():
        if count > 1:
            yield problems.NUMBER_TWICE.at(f"{place}, {key}", row=key)
    for key, amount in told:
        row = register.row(key)
        if row is None:
            yield problems.NUMBER_OF_UNKNOWN_ROW.at(f"{place}, {key}", row=key)
        elif amount and not row.valid_in(year):
            valid = validity_in_words(row)
            yield problems.NOT_USED_THEN.at(f"{place}, {key}", row=key, year=year.in_words, valid=valid)
        if abs(amount) > LARGEST:
            yield problems.NUMBER_TOO_LARGE.at(f"{place}, {key}", row=key)


def _number(place: str, number: BudgetNumber, year: Period) -> Iterator[Problem]:
    yield from _weights(place, number.row, number.profile, year)
    told = {one.month: one.amount for one in number.refined if one.month and not one.account}
    for month in {one.month for one in number.refined if one.month and one.month not in year}:
        yield problems.OUTSIDE_THE_YEAR.at(place, months=month_in_words(month), year=year.in_words)
    whole = sum(told.values())
    if set(told) >= set(year.months) and whole != number.amount:
        yield problems.MONTHS_DO_NOT_ADD_UP.at(place, told=kr_and_ore(whole), amount=kr_and_ore(number.amount))
    elif _exceeds(whole, number.amount) or _exceeds(_of_accounts(number), number.amount):
        most = max(whole, _of_accounts(number), key=abs)
        yield problems.MORE_THAN_THE_WHOLE.at(place, told=kr_and_ore(most), amount=kr_and_ore(number.amount))


def _of_accounts(number: BudgetNumber) -> Ore:
    """Return what is told by account in all: a year's part of an account holds its months."""
    whole = {one.account: one.amount for one in number.refined if one.account and one.month is None}
    months = (one.amount for one in number.refined if one.account and one.month and one.account not in whole)
    return sum(whole.values()) + sum(months)


def _exceeds(part: Ore, whole: Ore) -> bool:
    return part * whole > 0 and abs(part) > abs(whole)


def _weights(place: str, row: str, profile: Profile, year: Period) -> Iterator[Problem]:
    months = len(year.months)
    if profile.waits:
        yield problems.SHAPE_WAITS.at(place, row=row)
    elif profile.weights and (len(profile.weights) != months or not sum(profile.weights)):
        yield problems.WEIGHTS_DO_NOT_FIT.at(place, count=len(profile.weights), months=months)


def _periods(place: str, numbers: tuple[PeriodNumber, ...], register: Register, year: Period) -> Iterator[Problem]:
    for period in sorted({number.period for number in numbers}):
        told = ((number.row, number.amount) for number in numbers if number.period == period)
        yield from _numbers(f"{place}, {period.in_words}", told, register, year)
        if not year.covers(period):
            yield problems.OUTSIDE_THE_YEAR.at(place, months=period.in_words, year=year.in_words)


def _left_out(budget: Budget, register: Register, place: str) -> Iterator[Problem]:
    for row in register.of_kind(Kind.ACTIVITY):
        if budget.revisions and row.valid_in(budget.year) and row.key not in budget.latest:
            yield problems.ROW_WITHOUT_BUDGET.at(f"{place}, {row.key}", row=row.key, year=budget.year.in_words)
