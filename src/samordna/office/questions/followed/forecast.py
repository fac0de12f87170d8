"""What is a fiscal year expected to cost, row by row: by what the books propose, by what people say?"""

from collections.abc import Collection, Mapping
from typing import Final

from samordna.domain.plan.booked import Booked
from samordna.domain.plan.forecast import Accuracy, Forecast, FrozenForecast, Proposal, accuracy
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.proposal import Grounds, forecast_proposed, proposals
from samordna.domain.plan.register import COST_CENTRE
from samordna.domain.statements.cost_centre_lines import EVERY_OBJECT
from samordna.domain.statements.planned import grounds_of
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.office.questions.books.ledgers import balances, imports
from samordna.office.questions.plan.plan import plan_held

_COST_CENTRES: Final = frozenset({(COST_CENTRE, EVERY_OBJECT)})


def proposed(year: Period) -> Forecast:
    """Return what the books, the agreements and the budget propose for a year; nothing of a year that is not read."""
    return _proposed(year, grounds_for(year))


def _proposed(year: Period, grounds: Grounds | None) -> Forecast:
    return forecast_proposed(grounds) if grounds else Forecast(year, year.first, ())


def proposal_for(year: Period, row: str) -> Proposal | None:
    """Return what is proposed for a row; None when nothing is, or there is no such row."""
    grounds, followed = grounds_for(year), plan_held().plan.register.row(row)
    return next(iter(proposals(followed, grounds)), None) if grounds and followed else None


def grounds_for(year: Period) -> Grounds | None:
    """Return what forecasts of a year are proposed from; None when it has not been read."""
    return _grounds(year, plan_held().plan)


def _grounds(year: Period, plan: Plan, versions: Collection[int] | None = None) -> Grounds | None:
    books = balances(year, year.years_before(1), versions=versions, objects=_COST_CENTRES)
    told = books.year_of(year.last)
    return grounds_of(plan, Booked(plan.register, books), told) if told else None


def forecast_now(year: Period) -> Forecast:
    """Return the forecast of a year as it stands: the proposals, and what people have said instead."""
    return _with_own(proposed(year), plan_held().plan)


def forecast_then(year: Period, *, plan: int, books: int) -> Forecast:
    """Return the forecast as it stood when the line ``plan`` of the journal and the import ``books`` were the last."""
    held = plan_held(to=plan).plan
    versions = {one.year.period: one.version for one in imports() if one.version <= books}
    return _with_own(_proposed(year, _grounds(year, held, tuple(versions.values()))), held)


def _with_own(stands: Forecast, plan: Plan) -> Forecast:
    own = plan.forecast_of(stands.year)
    return stands.with_numbers(*own.numbers) if own else stands


def outcome_of(year: Period) -> Mapping[str, Ore]:
    """Return what each row has cost in a year that has been read to its end; nothing before that.

    A line of the budget has cost nothing: nobody books on it.
    """
    books = balances(year, objects=_COST_CENTRES)
    told = books.year_of(year.last)
    if told is None or told.covers_to < year.last:
        return {}
    booked = Booked(plan_held().plan.register, books)
    found = {row.key: booked.over(row.key, year) for row in booked.register.rows}
    return {key: ore for key, ore in found.items() if ore is not None}


def accuracy_of(frozen: FrozenForecast) -> tuple[Accuracy, ...]:
    """Return how a frozen forecast turned out, row by row; nothing while the year is not over."""
    return accuracy(frozen, outcome_of(frozen.forecast.year))
