"""What may the rows cost in a year, as first adopted and as it holds, and on which decision does each number rest?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samordna.domain.document import Document, Section, Table
from samordna.domain.plan.agreement import profiles_agreed
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget, BudgetNumber, Decision, PeriodNumber, Revision
from samordna.domain.plan.budget_wishes import Wishes, wanted_numbers, wanted_periods
from samordna.domain.plan.checks import revision_problems, revision_signs
from samordna.domain.plan.register import Register, RegisterRow
from samordna.domain.plan.roll_forward import with_last_years_shape
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.books.ledgers import balances, imports
from samordna.office.questions.followed.budget_tables import budget_table, in_one_line, months_table
from samordna.office.questions.identity import association
from samordna.office.questions.plan.plan import plan_held
from samordna.office.questions.plan.plan_years import this_year, year_after
from samordna.office.store.plan_rows import BUDGET, Said, holding


@dataclass(frozen=True, slots=True)
class BudgetShown:
    """The budget of a year. ``seen`` is how many decisions there are; ``said`` are they, with who and when.

    ``rolls_from`` is the latest earlier year with a budget to begin from, ``rolls_to`` the next year when it has none.
    """

    year: Period
    budget: Budget | None
    register: Register
    said: tuple[Said[Revision], ...]
    table: Table | None
    months: Table | None
    rolls_from: Period | None
    rolls_to: Period | None

    @property
    def seen(self) -> int:
        """How many decisions there are."""
        return len(self.said)

    def before(self, revision: int) -> Mapping[str, BudgetNumber]:
        """Return what held before a decision, by its number, 1 for the first."""
        return Budget(self.year, tuple(one.value for one in self.said[: revision - 1])).latest

    @property
    def document(self) -> Document:
        """The budget as a document: the year, and the year by months."""
        title = swedish("Budget {year}").format(year=self.year.last // 100)
        sections = tuple(
            Section(table.id, table.title, blocks=(table,)) for table in (self.table, self.months) if table
        )
        told = tuple(in_one_line(at, one.value.decision) for at, one in enumerate(self.said, 1))
        return Document("budget", title, self.year.in_words, association().name, sections, provenance=told)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a decision said of a row: the decision by its number, and the number or the number for some months."""

    revision: int
    said: Said[Revision]
    number: BudgetNumber | PeriodNumber


@dataclass(frozen=True, slots=True)
class BudgetRowShown:
    """A row of a year's budget: what every decision said of it, its months, and what of it accounts have."""

    row: RegisterRow
    year: Period
    holds: BudgetNumber | None
    numbers: tuple[Numbered, ...]
    months: Mapping[Month, Ore]
    accounts: Mapping[str, Ore]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a decision would change: the numbers that differ, what is wrong with it, and the sums before and after."""

    numbers: tuple[BudgetNumber, ...]
    periods: tuple[PeriodNumber, ...]
    problems: tuple[Problem, ...]
    wrong: tuple[Problem, ...]
    before: Ore
    after: Ore


def budget_years() -> tuple[Period, ...]:
    """Return the years that have a budget or a ledger, and the one after the last of them, the latest first.

    While nothing is known they are the calendar year that it is, and the next.
    """
    known = {one.year.period for one in imports() if one.current} | {one.year for one in plan_held().plan.budgets}
    known = known or {this_year()}
    latest = max(known)
    return tuple(sorted({*known, year_after(latest)}, reverse=True))


def budget_year(ends: int) -> Period | None:
    """Return the fiscal year that ends in a calendar year; None where there is none to speak of.

    Besides the years that something is known of there are those beside them, as long as the latest that is known.
    """
    years = budget_years()
    known = next((year for year in years if year.last // 100 == ends), None)
    if known or not years or not any(abs(year.last // 100 - ends) == 1 for year in years):
        return known
    latest = years[0]
    return latest.years_before(latest.last // 100 - ends)


def usual_budget_year() -> Period:
    """Return the latest year that has a budget, else the latest that has a ledger, else the coming one."""
    budgets = [one.year for one in plan_held().plan.budgets]
    if budgets:
        return max(budgets)
    coming, *known = budget_years()
    return known[0] if imports() else coming


def budget_shown(year: Period) -> BudgetShown:
    """Return the budget of a year."""
    plan = plan_held().plan
    budget = plan.budget_of(year)
    said = tuple(one for one in holding(BUDGET) if one.period == year)
    years = {one.year for one in plan.budgets}
    earlier = max((one for one in years if one < year), default=None)
    return BudgetShown(
        year,
        budget,
        plan.register,
        said,
        budget_table(budget, plan.register) if budget else None,
        months_table(budget, plan.register) if budget else None,
        earlier if budget is None else None,
        year_after(year) if budget and year_after(year) not in years else None,
    )


def budget_row(year: Period, key: str) -> BudgetRowShown | None:
    """Return a row of a year's budget; None when the register has no such row."""
    plan = plan_held().plan
    row, budget = plan.register.row(key), plan.budget_of(year) or Budget(year, ())
    if row is None:
        return None
    said = tuple(one for one in holding(BUDGET) if one.period == year)
    numbers = tuple(_numbered(said, key))
    accounts = {account: sum(months.values()) for account, months in budget.by_account(key).items() if account}
    return BudgetRowShown(row, year, budget.latest.get(key), numbers, budget.months(key) if numbers else {}, accounts)


def budget_drawn(year: Period, wishes: Wishes) -> Drawn:
    """Return what a decision that wants this would change, before anybody takes it."""
    plan = plan_held().plan
    budget = plan.budget_of(year) or Budget(year, ())
    numbers, wrong = wanted_numbers(wishes, budget, profiles_agreed(plan.agreed, year))
    periods = wanted_periods(wishes, budget)
    drawn = Revision(Decision(swedish("utkast"), swedish("utkast")), numbers, periods)
    shaped = with_last_years_shape(Budget(year, (drawn,)), Booked(plan.register, balances()))
    found = (*revision_problems(shaped.revisions[0], year, plan.register), *revision_signs(drawn, year, plan))
    after = Budget(year, (*budget.revisions, drawn)).latest
    return Drawn(numbers, periods, (*wrong, *found), wrong, _sum(budget.latest), _sum(after))


def _sum(numbers: Mapping[str, BudgetNumber]) -> Ore:
    return sum(number.amount for number in numbers.values())


def _numbered(said: Iterable[Said[Revision]], key: str) -> Iterator[Numbered]:
    for at, one in enumerate(said, 1):
        yield from (Numbered(at, one, number) for number in one.value.numbers if number.row == key)
        yield from (Numbered(at, one, number) for number in one.value.periods if number.row == key)
