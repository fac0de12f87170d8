"""What have people said of the plan, and what does it say once the books are asked?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.control.closing import Closing
from samordna.domain.document import Comment
from samordna.domain.plan.booking_order import BookingOrder
from samordna.domain.plan.budget import Budget, Revision
from samordna.domain.plan.forecast import Forecast, ForecastNumber, FrozenForecast
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.plan.register import NO_REGISTER
from samordna.domain.values.period import Period
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.kept import Kept, database
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Held, Said, latest_line, statement_of


@dataclass(frozen=True)
class PlanHeld:
    """What holds of what people have said. ``number`` is the last line of the journal: the version of all of it.

    ``plan.forecasts`` are the numbers that people gave, without what the books propose for the other rows.
    ``forecasts``, ``comments`` and ``owed`` say besides who gave each, and when.
    """

    number: int = 0
    plan: Plan = NO_PLAN
    forecasts: tuple[Said[ForecastNumber], ...] = ()
    frozen: tuple[Said[FrozenForecast], ...] = ()
    comments: tuple[Said[Comment], ...] = ()
    owed: tuple[Said[Owed], ...] = ()
    orders: tuple[Said[BookingOrder], ...] = ()
    closings: tuple[Said[Closing], ...] = ()

    def pinned(self, period: Period) -> int | None:
        """Return the import that a period is closed on, None when it is not closed."""
        found = (said.value.pinned for said in self.closings if said.period == period)
        return next(found, None)

    def comments_on(self, period: Period) -> Mapping[str, tuple[Comment, ...]]:
        """Return what is said of figures over some months, by statement."""
        found: dict[str, tuple[Comment, ...]] = defaultdict(tuple)
        for said in self.comments:
            if said.period == period:
                found[statement_of(said.key)] += (said.value,)
        return found


_HELD: Final = Kept[PlanHeld](8)


def plan_held(*, to: int | None = None) -> PlanHeld:
    """Return what people have said of the plan; with ``to``, what held when that line of the journal was the last."""
    return plan_of(association(), to=to)


def plan_of(facts: AssociationFacts, *, to: int | None = None) -> PlanHeld:
    """Return what people have said of the plan of an association that has been asked about already."""
    last = latest_line() if to is None else to
    where = database(facts)
    return _HELD.of(where and (where, last), lambda: _read(last))


def _read(to: int) -> PlanHeld:
    if not to:
        return PlanHeld()
    held = Held.at(to)
    forecasts, owed = held.of(journal.FORECAST), held.of(journal.OWED)
    plan = Plan(
        register=next(iter(held.values_of(journal.REGISTER)), NO_REGISTER),
        budgets=tuple(_budgets(held.of(journal.BUDGET))),
        forecasts=tuple(_forecasts(forecasts)),
        agreed=held.values_of(journal.AGREED),
        contributions=held.values_of(journal.CONTRIBUTION),
        owed=tuple(said.value for said in owed),
    )
    return PlanHeld(
        number=to,
        plan=plan,
        forecasts=forecasts,
        frozen=held.of(journal.FROZEN),
        comments=held.of(journal.COMMENT),
        owed=owed,
        orders=held.of(journal.ORDER),
        closings=held.of(journal.CLOSING),
    )


def _budgets(said: Iterable[Said[Revision]]) -> Iterator[Budget]:
    """Yield the budget of each year that has one, its revisions in the order they were made."""
    by_year: dict[Period, list[Revision]] = defaultdict(list)
    for one in said:
        by_year[one.period].append(one.value)
    for year, revisions in by_year.items():
        yield Budget(year, tuple(revisions))


def _forecasts(said: Iterable[Said[ForecastNumber]]) -> Iterator[Forecast]:
    """Yield the numbers that people gave for each year; from which books the others are proposed is not known here."""
    by_year: dict[Period, list[ForecastNumber]] = defaultdict(list)
    for one in said:
        by_year[one.period].append(one.value)
    for year, numbers in by_year.items():
        yield Forecast(year, year.last, tuple(numbers))
