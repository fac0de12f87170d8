"""How does a form that somebody filled in away from the site become a budget or a forecast, all of it or nothing?

A form says what it was filled in from. Only what it says anew is a wish; what somebody else has said of the same row
meanwhile is not written over but told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, Generic, TypeVar

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.budget import Budget, Decision
from samordna.domain.plan.budget_sheet import (
    BASIS,
    COMMENT,
    FORECAST,
    FULL_YEAR,
    NOTE,
    BudgetProfile,
    BudgetRow,
    ForecastRow,
    RowKey,
    SheetBasis,
)
from samordna.domain.plan.budget_wishes import RowWish, Wishes
from samordna.domain.plan.forecast import ForecastNumber
from samordna.domain.plan.register import row_key
from samordna.domain.plan.sheet_changes import budget_changes, forecast_changes
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.followed.budgets import decide_budget
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import forecast_of_row
from samordna.office.questions.followed.forecast import forecast_now, forecast_then, proposed
from samordna.office.questions.plan.plan import plan_held
from samordna.office.questions.plan.plan_forms import PROFILES, basis_now, budget_rows, expected_of, forecast_rows
from samordna.office.store.plan_rows import BUDGET, Said, histories_of, holding
from samordna.office.store.plan_rows import FORECAST as FORECASTS
from samordna.office.store.writing import alone
from samordna.sources.budgets import SheetReading, read_budget, read_forecast

Row = TypeVar("Row", BudgetRow, ForecastRow)

_SHAPES: Final = {word: shape for shape, word in PROFILES.items()}


def take_budget_form(data: bytes, name: str, year: Period, decision: Decision, *, by: Actor) -> tuple[Problem, ...]:
    """Decide what a filled-in form says of a year's budget; rows that it leaves as they were given stay as they are.

    Returns what is told of it all the same. Raises ``Refused`` with everything that is wrong, cell by cell, also what
    somebody else has decided of the same rows since the form was fetched.
    """
    with doing(Deed.REVISE_BUDGET, by=by, subject=mask(name)):
        read = read_budget(data, name, expected_of(year))
        told = refuse_any(read.problems)
        refuse_any(problem for row in read.rows for problem in text_problems(f"{name}, {row.code}", row.note))
        basis, plan = _basis(read, name), plan_held().plan
        given, now = (_by_key(budget_rows(one, year)) for one in (plan_held(to=basis.plan).plan, plan))
        later = {
            number.row: said for said in holding(BUDGET) if _later(said, basis, year) for number in said.value.numbers
        }
        changed = _Changed(read, given, now, budget_changes, later)
        refuse_any(changed.meanwhile())
        wishes = tuple(_wish(row, cells) for row, cells in changed)
        seen = len((plan.budget_of(year) or Budget(year, ())).revisions)
    return (*told, *decide_budget(year, decision, Wishes(wishes), by=by, seen=seen))


def _wish(row: BudgetRow, cells: tuple[str, ...]) -> RowWish:
    """Return what the cells that say something new of a row want of it."""
    shaped = any(heading not in {FULL_YEAR, NOTE} for heading in cells)
    return RowWish(
        _key(row.key),
        row.year_ore if FULL_YEAR in cells else None,
        _SHAPES[row.profile or BudgetProfile.OWN] if shaped else None,
        () if cells == (NOTE,) else row.months,
        note=row.note if NOTE in cells else None,
    )


def take_forecast_form(data: bytes | BinaryIO, name: str, year: Period, *, by: Actor) -> tuple[Problem, ...]:
    """Say what a filled-in form says that a year will cost; a row that it leaves as it was given is not touched.

    Of a stream no more is read than a form can be large. Raises ``Refused`` as ``take_budget_form`` does.
    """
    with doing(Deed.ENTER_FORECAST, by=by, subject=mask(name)):
        read = read_forecast(data, name, expected_of(year))
        told = refuse_any(read.problems)
        refuse_any(problem for row in read.rows for problem in text_problems(f"{name}, {row.code}", row.comment))
        basis = _basis(read, name)
        with alone():
            then = forecast_then(year, plan=basis.plan, books=basis.books)
            given = _by_key(forecast_rows(plan_held(to=basis.plan).plan, then))
            now = _by_key(forecast_rows(plan_held().plan, forecast_now(year)))
            latest = {key: said[0] for key, said in histories_of(FORECASTS, year).items()}
            later = {key: said for key, said in latest.items() if _later(said, basis, year)}
            changed = _Changed(read, given, now, forecast_changes, later)
            refuse_any(changed.meanwhile())
            for number in _forecast(changed, year):
                say_of(forecast_of_row(year, number.row), number, Deed.ENTER_FORECAST, by=by)
    return told


def _forecast(changed: Iterable[tuple[ForecastRow, tuple[str, ...]]], year: Period) -> Iterator[ForecastNumber]:
    """Yield what the cells that say something new make of the forecast."""
    stands, books = forecast_now(year), proposed(year)
    for row, cells in changed:
        key = _key(row.key)
        now, proposal = stands.of(key), books.of(key)
        kept = now.amount if now else 0
        yield ForecastNumber(
            key,
            row.year_ore if FORECAST in cells and row.year_ore is not None else kept,
            row.comment if COMMENT in cells else now.comment if now else "",
            proposal.proposal if proposal else None,
        )


@dataclass(frozen=True)
class _Changed(Generic[Row]):
    """What a form says anew: of each row the cells that say neither what they were given nor what holds now.

    ``later`` are the lines that others have said of rows since the form was fetched.
    """

    read: SheetReading[Row]
    given: Mapping[RowKey, Row]
    now: Mapping[RowKey, Row]
    changes: Callable[[Row, Row | None], tuple[str, ...]]
    later: Mapping[str, Said[Any]]

    def __iter__(self) -> Iterator[tuple[Row, tuple[str, ...]]]:
        for row in self.read.rows:
            held = self.changes(row, self.now.get(row.key))
            cells = tuple(one for one in self.changes(row, self.given.get(row.key)) if one in held)
            if cells:
                yield row, cells

    def meanwhile(self) -> Iterator[Problem]:
        """Yield each cell of a row that somebody else has said something of since."""
        for row, cells in self:
            said = self.later.get(_key(row.key))
            if said:
                at = timezone.localtime(said.at)
                told = {"by": said.by, "row": mask(_key(row.key)), "when": f"{swedish_date(at.date())} {at:%H.%M}"}
                places = (self.read.places[row.key, heading] for heading in cells)
                yield from (problems.CHANGED_SINCE_FORM.at(place, **told) for place in places)


def _basis(read: SheetReading[Row], name: str) -> SheetBasis:
    """Return what a form was filled in from; refuse one that does not say, or says what has not been yet."""
    known = basis_now()
    if read.basis is None or read.basis.plan > known.plan or read.basis.books > known.books:
        raise Refused([problems.FORM_OF_UNKNOWN_PLAN.at(mask(name), label=BASIS)])
    return read.basis


def _later(said: Said[Any], basis: SheetBasis, year: Period) -> bool:
    return said.period == year and said.number > basis.plan


def _by_key(rows: Iterable[Row]) -> Mapping[RowKey, Row]:
    return {row.key: row for row in rows}


def _key(key: RowKey) -> str:
    return row_key(key.code, key.project)
