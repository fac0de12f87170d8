"""Which years is the balance requirement judged by, with what adjusts each and on what grounds?

Closed years by what was booked; the year asked for by its forecast until it is over; budgets by themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Missing, turned
from samordna.domain.plan.balance_requirement.checks import Requirement, requirement_problems
from samordna.domain.plan.balance_requirement.judged import YearJudged
from samordna.domain.plan.balance_requirement.problems import RESULT_UNKNOWN
from samordna.domain.plan.balance_requirement.said import RequirementSaid
from samordna.domain.statements.holdings import Amount, Value
from samordna.domain.statements.year_results import YearResult, YearResults
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class RequirementTold:
    """The requirement as it is judged, the year that was asked for, and what is booked of that so far.

    ``judged`` is None while the result of the year is not known; ``problems`` say why, and what the rest asks for.
    """

    requirement: Requirement
    judged: YearJudged | None
    so_far: YearJudged | None
    problems: tuple[Problem, ...]


def requirement_told(results: YearResults, said: RequirementSaid) -> RequirementTold:
    """Return the balance requirement of the years that are known, as people have said that it is to be judged."""
    current, so_far = results.current(), results.so_far()
    judged = _judged(current, said)
    years = [_judged(one, said) for one in (*results.closed(), current, *results.budgets())]
    plans = tuple(plan for plan in said.plans if plan.deficit_year <= current.year.start.year)
    requirement = Requirement(tuple(year for year in years if year), said.earlier, plans)
    told = (*_unknown(current), *requirement_problems(requirement))
    return RequirementTold(requirement, judged, _judged(so_far, said) if judged and so_far else None, told)


def _judged(result: YearResult, said: RequirementSaid) -> YearJudged | None:
    """Return a year to be judged; None when its result is not known."""
    if not isinstance(result.result, Amount):
        return None
    return YearJudged(
        year=result.year,
        result=-int(result.result.exact),
        judged=result.judged,
        source=result.source,
        covered=result.covered,
        adjustments=said.adjustments(result.year),
        grounds=said.grounds(result.year, result.judged),
        origin=turned(result.result.exact, result.result.origin),
    )


def _unknown(result: YearResult) -> Iterator[Problem]:
    if not isinstance(result.result, Amount):
        place = swedish("balanskravet {year}").format(year=result.year.start.year)
        yield RESULT_UNKNOWN.at(place, judged=result.judged.in_words, reason=reason_of(result.result))


def reason_of(value: Value) -> str:
    """Return why a value is not known."""
    return value.reason if isinstance(value, Missing) else _NOT_TOLD


_NOT_TOLD: Final = swedish("inget är inlagt")
