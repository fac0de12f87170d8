"""Where is equity heading over five years: what was booked, what is expected, what is planned?

The years that were read to their end, the one asked for, and the coming ones as far as both contributions and costs are
known, in a row.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import ComputedOrigin, Part, turned
from samordna.domain.plan.equity.limits import Limits
from samordna.domain.plan.equity.path import EquityPath, YearHeading, path_problems
from samordna.domain.plan.equity.problems import BOOKED_OTHERWISE, COMING_YEAR_UNKNOWN, YEAR_UNKNOWN
from samordna.domain.statements.holdings import Amount, Value
from samordna.domain.statements.requirement_years import reason_of
from samordna.domain.statements.year_results import YearResult, YearResults, following
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem

YEARS: Final = 5
"""How many years the path tells of, when so many are known."""

_AHEAD: Final = 3
_SAME_COST: Final = swedish("kostnader: som {year}, inget annat är planerat")


@dataclass(frozen=True, slots=True)
class ComingYear:
    """What is planned of a year to come, debit positive, and what it rests on."""

    contributions: Value
    net_cost: Value
    source: str


@dataclass(frozen=True, slots=True)
class PathTold:
    """The path, None while not one year of it is known; and what it and its limits should make somebody think of."""

    path: EquityPath | None
    problems: tuple[Problem, ...]


def path_told(results: YearResults, coming: Callable[[Period], ComingYear], limits: Limits) -> PathTold:
    """Return the path of equity around the year asked for."""
    current = results.current()
    told = _heading(current.year, current.contributions, current.net_cost, current.source)
    ahead, why = _ahead(results, told, coming) if told else ([], ())
    before = _in_a_row(results.closed(), results.asked)[-(YEARS - 1 - len(ahead)) :]
    booked = [_heading(one.year, one.contributions, one.net_cost, one.source) for one in before]
    years = tuple(year for year in (*booked, told, *ahead) if year)
    opening = results.opening(years[0].year) if years else None
    unknown = () if told else (_unknown(current),)
    if not isinstance(opening, Amount):
        return PathTold(None, (*unknown, *why))
    source = swedish("Bokföringen, ingående balans {year}").format(year=years[0].year.start.year)
    there = turned(opening.exact, opening.origin)
    path = EquityPath(-int(opening.exact), source, years, limits.floors, limits.ceilings, opening_origin=there)
    return PathTold(path, (*unknown, *_otherwise(results, path, before), *path_problems(path), *why))


def _heading(year: Period, contributions: Value, net_cost: Value, source: str) -> YearHeading | None:
    """Return a year of the path; None when either side of it is not known."""
    if not isinstance(contributions, Amount) or not isinstance(net_cost, Amount):
        return None
    paid, cost = -int(contributions.exact), int(net_cost.exact)
    return YearHeading(year, paid, cost, source, turned(contributions.exact, contributions.origin), net_cost.origin)


def _ahead(
    results: YearResults, current: YearHeading, coming: Callable[[Period], ComingYear]
) -> tuple[list[YearHeading], tuple[Problem, ...]]:
    """Return the coming years that are known, in a row, and why there are no more of them."""
    found: list[YearHeading] = []
    year, before = results.asked, current
    for _ in range(_AHEAD):
        year = following(year)
        plan = coming(year)
        planned = _heading(year, plan.contributions, plan.net_cost, plan.source)
        heading = planned or _as_before(year, plan, before)
        if heading is None:
            lacks = plan.net_cost if isinstance(plan.contributions, Amount) else plan.contributions
            told = {"before": year.start.year - 1, "year": year.start.year, "reason": reason_of(lacks)}
            return found, (COMING_YEAR_UNKNOWN.at(swedish("eget kapital"), **told),)
        found.append(heading)
        before = planned or before
    return found, ()


def _as_before(year: Period, plan: ComingYear, before: YearHeading) -> YearHeading | None:
    """Return a year whose contributions are known and whose costs nobody has planned: it costs what the last did."""
    if not isinstance(plan.contributions, Amount):
        return None
    told = _SAME_COST.format(year=before.year.start.year)
    cost = Part(str(before.year.start.year), before.net_cost, before.net_cost_origin or ComputedOrigin(before.source))
    source = "; ".join(part for part in (plan.source, told) if part)
    origin = ComputedOrigin(f"{told[:1].upper()}{told[1:]}.", (cost,))
    paid = plan.contributions
    return YearHeading(year, -int(paid.exact), before.net_cost, source, turned(paid.exact, paid.origin), origin)


def _in_a_row(closed: Sequence[YearResult], asked: Period) -> list[YearResult]:
    """Return the closed years that lead up to the one asked for without a gap."""
    found: list[YearResult] = []
    after = asked
    for one in reversed(closed):
        if following(one.year).first != after.first:
            break
        found.insert(0, one)
        after = one.year
    return found


def _unknown(current: YearResult) -> Problem:
    lacks = current.result if isinstance(current.contributions, Amount) else current.contributions
    place = swedish("eget kapital {year}").format(year=current.year.start.year)
    return YEAR_UNKNOWN.at(place, year=current.year.start.year, reason=reason_of(lacks))


def _otherwise(results: YearResults, path: EquityPath, before: Sequence[YearResult]) -> Iterator[Problem]:
    """Yield the closed years whose equity in the books is not what the results add up to."""
    for year, told in zip(before, path.closing(), strict=False):
        booked = results.closing(year.year)
        if isinstance(booked, Amount) and -booked.exact != told:
            at = swedish("eget kapital {year}").format(year=year.year.start.year)
            amounts = {"booked": whole_kronor(-int(booked.exact)), "told": whole_kronor(told)}
            yield BOOKED_OTHERWISE.at(at, year=year.year.start.year, **amounts)
