"""What does somebody who fills in a decision want of a row, and what does that make of the number that holds?

What is left blank changes nothing: a person writes what is new, and only that becomes part of the decision.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from samordna.domain.plan import problems
from samordna.domain.plan.budget import Budget, BudgetNumber, PeriodNumber
from samordna.domain.plan.by_month import Refinement
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.values.kronor import kr_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class RowWish:
    """What a row is wanted to be in a year: its amount, how it falls, and what of it accounts are told to have.

    None and nothing are what nobody has said, and stay as they are. ``months`` are all of the year's, or none;
    ``accounts`` are all that are to be told from now on, None when nobody was asked.
    """

    row: str
    amount: Ore | None = None
    shape: Shape | None = None
    months: tuple[Ore, ...] = ()
    accounts: tuple[tuple[str, Ore], ...] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a decision is wanted to say: of the year, row by row, and of ``months`` by themselves."""

    rows: tuple[RowWish, ...] = ()
    months: Period | None = None
    for_months: Mapping[str, Ore | None] = field(default_factory=dict)


def wanted_numbers(
    wishes: Wishes, budget: Budget, agreed: Mapping[str, Profile]
) -> tuple[tuple[BudgetNumber, ...], tuple[Problem, ...]]:
    """Return the numbers that differ from those that hold, and what is wrong with what was wanted.

    ``agreed`` is how the agreement of a row is paid.
    """
    numbers = tuple(_numbers(wishes.rows, budget, agreed))
    return numbers, tuple(_problems(wishes.rows, budget))


def wanted_periods(wishes: Wishes, budget: Budget) -> tuple[PeriodNumber, ...]:
    """Return the numbers for just some months that differ from those that hold for just them."""
    if wishes.months is None:
        return ()
    period, held = wishes.months, budget.period_numbers
    told = ((row, amount) for row, amount in wishes.for_months.items() if amount is not None)
    numbers = (PeriodNumber(row, period, amount) for row, amount in told)
    return tuple(one for one in numbers if held.get((one.row, period)) != one)


def _numbers(wishes: Iterable[RowWish], budget: Budget, agreed: Mapping[str, Profile]) -> Iterator[BudgetNumber]:
    for wish in wishes:
        held = budget.latest.get(wish.row)
        number = _number(wish, held, agreed.get(wish.row), budget.year)
        if number and number != held:
            yield number


def _number(wish: RowWish, held: BudgetNumber | None, agreed: Profile | None, year: Period) -> BudgetNumber | None:
    amount = wish.amount
    if amount is None and wish.months:
        amount = sum(wish.months)
    if amount is None:
        if held is None:
            return None
        amount = held.amount
    profile = _profile(wish, held.profile if held else EVEN, agreed, year)
    note = wish.note if wish.note is not None else held.note if held else ""
    return BudgetNumber(wish.row, amount, profile, _refined(wish, held, amount), note)


def _profile(wish: RowWish, held: Profile, agreed: Profile | None, year: Period) -> Profile:
    """Return how the number falls; one that is decided anew falls as the agreement says now."""
    shape = wish.shape or held.shape
    if shape is Shape.EVEN:
        return EVEN
    if shape is Shape.OWN and wish.months:
        return Profile(Shape.OWN, wish.months)
    if shape is Shape.AGREED and agreed and (wish.shape or wish.amount is not None):
        return replace(agreed, shape=Shape.AGREED, weights=agreed.weights or (1,) * len(year.months))
    return held if held.shape is shape else Profile(shape)


def _refined(wish: RowWish, held: BudgetNumber | None, amount: Ore) -> tuple[Refinement, ...]:
    """Return what is told of parts: accounts as they are wanted, months as they were while the amount is the same."""
    before = held.refined if held else ()
    months = () if _drops_months(wish, held, amount) else tuple(one for one in before if one.month)
    if wish.accounts is None:
        return (*(one for one in before if not one.month), *months)
    return (*(Refinement(ore, account) for account, ore in wish.accounts), *months)


def _drops_months(wish: RowWish, held: BudgetNumber | None, amount: Ore | None) -> bool:
    """Tell whether what is told of months no longer holds: the year's amount or its months are others."""
    return held is not None and (bool(wish.months) or amount != held.amount)


def _problems(wishes: Iterable[RowWish], budget: Budget) -> Iterator[Problem]:
    for wish in wishes:
        place = swedish("budget {year}, {row}").format(year=budget.year.in_words, row=wish.row)
        if wish.months and wish.amount is not None and sum(wish.months) != wish.amount:
            told, amount = kr_and_ore(sum(wish.months)), kr_and_ore(wish.amount)
            yield problems.MONTHS_DO_NOT_ADD_UP.at(place, told=told, amount=amount)
        if wish.accounts and _amount(wish, budget) is None:
            yield problems.PARTS_WITHOUT_WHOLE.at(place, row=wish.row)
        held = budget.latest.get(wish.row)
        if held and any(one.month for one in held.refined) and _drops_months(wish, held, _amount(wish, budget)):
            yield problems.MONTHS_DROPPED.at(place, row=wish.row)


def _amount(wish: RowWish, budget: Budget) -> Ore | None:
    held = budget.latest.get(wish.row)
    if wish.amount is None and wish.months:
        return sum(wish.months)
    return held.amount if wish.amount is None and held else wish.amount
