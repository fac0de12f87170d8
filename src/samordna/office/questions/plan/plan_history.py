"""Who has said what of a planned figure, and what was said before?"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeVar

from samordna.domain.document import EnteredOrigin
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreements.sums import agreed_sums
from samordna.domain.statements.holdings import CONTRIBUTIONS_KEY, PLAN_KEY
from samordna.domain.values.kronor import kr_as_they_are
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.office.store.plan_rows import (
    AGREED,
    AGREEMENT,
    BUDGET,
    CONTRIBUTION,
    FORECAST,
    Said,
    histories_of,
    history_of,
    holding,
)

T = TypeVar("T")


class PlanPlace(Enum):
    """Where something of the plan is said."""

    FORECAST = "forecast"
    BUDGET = "budget"
    AGREED = "agreed"
    """Agreements and contributions."""


@dataclass(frozen=True, slots=True)
class PlanSaid:
    """Once that something was said of a figure: the amount in words, why, when, by whom; ``taken_back`` ends it."""

    text: str
    why: str
    at: dt.datetime
    by: str
    holds: bool = False
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """All that was said of a planned figure, latest first, and where it is said: of which fiscal year, which row."""

    place: PlanPlace
    year: Period
    row: str
    said: tuple[PlanSaid, ...]


def plan_history(origin: EnteredOrigin, year: Period) -> PlanHistory | None:
    """Return what people have said in a fiscal year of a planned figure; None when it is no figure of the plan."""
    if not origin.key.startswith(PLAN_KEY):
        return None
    row, scenario = origin.key.removeprefix(PLAN_KEY), Scenario(origin.scenario)
    if row == CONTRIBUTIONS_KEY:
        return PlanHistory(PlanPlace.AGREED, year, row, tuple(_contributions(year)))
    if scenario is Scenario.BUDGET:
        return PlanHistory(PlanPlace.BUDGET, year, row, tuple(_budget(row, year)))
    if scenario is Scenario.FORECAST:
        told = tuple(_each(history_of(FORECAST, row, year), lambda one: (one.amount, one.how)))
        return PlanHistory(PlanPlace.FORECAST, year, row, told)
    sums = _each(history_of(AGREED, row, year), lambda one: (one.amount, one.source))
    return PlanHistory(PlanPlace.AGREED, year, row, (*_agreements(row, year), *sums))


def _each(
    history: Iterable[Said[T | None]], told: Callable[[T], tuple[Ore, str]], name: str = ""
) -> Iterator[PlanSaid]:
    """Yield everything that was said of one thing, latest first; ``name`` says of what when there are several."""
    for place, said in enumerate(history):
        if said.value is None:
            yield PlanSaid(f"{name} {_TAKEN_BACK}".strip(), "", said.at, said.by, holds=not place, taken_back=True)
            continue
        amount, why = told(said.value)
        yield PlanSaid(f"{name} {kr_as_they_are(amount)}".strip(), why, said.at, said.by, holds=not place)


def _budget(row: str, year: Period) -> Iterator[PlanSaid]:
    """Yield what each decision of the year's budget said of a row, latest first."""
    holds = True
    for said in reversed([said for said in holding(BUDGET) if said.period == year]):
        revision, why = said.value, f"{said.value.decision.told}: {said.value.decision.reason}"
        for number in revision.periods:
            if number.row == row:
                yield PlanSaid(f"{number.period.in_words}: {kr_as_they_are(number.amount)}", why, said.at, said.by)
        for of_year in revision.numbers:
            if of_year.row == row:
                yield PlanSaid(kr_as_they_are(of_year.amount), why, said.at, said.by, holds=holds)
                holds = False


def _agreements(row: str, year: Period) -> Iterator[PlanSaid]:
    """Yield what the agreements that are signed say of a row in a year."""
    for said in holding(AGREEMENT):
        for one in agreed_sums([said.value]):
            if (one.row, one.year) == (row, year):
                yield PlanSaid(
                    f"{one.performer} {kr_as_they_are(one.amount)}".strip(), one.source, said.at, said.by, holds=True
                )


def _contributions(year: Period) -> Iterator[PlanSaid]:
    """Yield what was said of each party's contribution, party by party, latest first."""
    for party, history in histories_of(CONTRIBUTION, year).items():
        yield from _each(history, lambda one: (one.in_forecast(), one.source), party)


_TAKEN_BACK: Final = swedish("togs tillbaka")
