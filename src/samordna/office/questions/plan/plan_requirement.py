"""Is a plan's year balanced as it is planned, on what grounds not, and what is left to restore before it?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.document import Block, ComputedOrigin, How, Paragraph, Part
from samordna.domain.plan.activity_plan.tables import cost_part
from samordna.domain.plan.balance_requirement.checks import Requirement, requirement_problems
from samordna.domain.plan.balance_requirement.judged import Judged, YearJudged
from samordna.domain.plan.balance_requirement.tables import restoration_table, statement_table
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.shares import Shares
from samordna.domain.plan.financing.tables import rests_on, shared_or_why, total_origin
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Severity
from samordna.office.questions.equity.balance_requirement import requirement_of
from samordna.office.questions.plan.plan import PlanHeld
from samordna.office.questions.plan.plan_books import books_before

_RESULT: Final = swedish("Bidragen minus det som planen kostar.")
_UNKNOWN: Final = swedish("Årets resultat är inte känt: {reason}.")


def requirement_blocks(held: PlanHeld, year: Period, state: AllotmentState) -> tuple[Block, ...]:
    """Return the calculation of a plan's year with the money in a state, what is to be restored, what that asks for.

    A sentence says why where the result of the year is not known.
    """
    judged = _judged(held, year, state)
    if isinstance(judged, str):
        return (Paragraph((_UNKNOWN.format(reason=judged),)),)
    told = held.requirement
    plans = tuple(one for one in told.plans if one.deficit_year < year.start.year)
    requirement = Requirement((*_before(held, year), judged), told.earlier, plans)
    asks = (one for one in requirement_problems(requirement) if one.severity is not Severity.INFORM)
    return (
        statement_table(requirement, judged),
        *((restoration_table(requirement),) if requirement.deficits else ()),
        *(Paragraph((f"{one.place[:1].upper()}{one.place[1:]}: {one.found}",)) for one in asks),
    )


def _judged(held: PlanHeld, year: Period, state: AllotmentState) -> YearJudged | str:
    """Return the year as it is planned; why not, where either side of it is not known."""
    plan, told = held.activity_plan_of(year), held.requirement
    shares = shared_or_why(held.association, held.financing_of(year), state)
    if plan is None:
        return swedish("verksamheten är inte planerad")
    if not isinstance(shares, Shares):
        return shares.rstrip(".")
    paid = Part(swedish("bidrag"), shares.total, total_origin(shares))
    cost = cost_part(plan, granted=False)
    return YearJudged(
        year=year,
        result=int(paid.exact - cost.exact),
        judged=Judged.BUDGET,
        source=swedish("verksamhetsplanen; {money}").format(money=rests_on(shares).rstrip(".")),
        adjustments=told.adjustments(year),
        grounds=told.grounds(year, Judged.BUDGET),
        origin=ComputedOrigin(_RESULT, (paid, cost), How.DIFFERENCE),
    )


def _before(held: PlanHeld, year: Period) -> Iterator[YearJudged]:
    """Yield the years before the plan's that the books tell of, as booked or expected."""
    made_from = books_before(held, year)
    shown = requirement_of(made_from) if made_from else None
    for one in shown.told.requirement.years if shown else ():
        if one.year < year and one.judged is not Judged.BUDGET:
            yield one
