"""What is wrong with an activity plan?"""

from collections import Counter
from collections.abc import Iterator

from samordna.domain.plan.activity_plan.planned import ActivityPlan, PlannedActivity
from samordna.domain.plan.activity_plan.problems import NEGATIVE, NOBODY_PAYS, PART_TWICE, ROW_TWICE
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import KRONOR


def activity_plan_problems(plan: ActivityPlan) -> tuple[Problem, ...]:
    """Return everything that is wrong with a plan: parts, then rows, then overhead."""
    return (*_of_parts(plan), *_of_rows(plan), *_of_overhead(plan))


def _of_parts(plan: ActivityPlan) -> Iterator[Problem]:
    for part, times in Counter(part.id for part in plan.parts).items():
        if times > 1:
            yield PART_TWICE.at(_place(plan), part=part)
    for (part, label, _), times in Counter((one.part, one.label, one.performer) for one in plan.activities).items():
        if times > 1:
            yield ROW_TWICE.at(f"{_place(plan)}, {part}", row=label)


def _of_rows(plan: ActivityPlan) -> Iterator[Problem]:
    for one in plan.activities:
        place = f"{_place(plan)}, {one.label}"
        if one.funds is None and not one.paid_by:
            yield NOBODY_PAYS.at(place, row=one.label)
        yield from _negative(one, place)


def _negative(one: PlannedActivity, place: str) -> Iterator[Problem]:
    if one.participants is not None and one.participants < 0:
        yield NEGATIVE.at(place, number=swedish_number(one.participants))
    if one.funds is not None and one.funds < 0:
        yield NEGATIVE.at(place, number=_kronor(one.funds))


def _of_overhead(plan: ActivityPlan) -> Iterator[Problem]:
    for label, times in Counter(row.label for row in plan.overhead).items():
        if times > 1:
            yield ROW_TWICE.at(_overhead(plan), row=label)
    for row in plan.overhead:
        for amount in (row.amount, row.cost(granted=True)):
            if amount < 0:
                yield NEGATIVE.at(f"{_overhead(plan)}, {row.label}", number=_kronor(amount))
                break


def _kronor(amount: int) -> str:
    return f"{swedish_number(KRONOR.shown(amount))} kr"


def _place(plan: ActivityPlan) -> str:
    return swedish("verksamhetsplanen {year}").format(year=plan.year.start.year)


def _overhead(plan: ActivityPlan) -> str:
    return swedish("{plan}, overhead").format(plan=_place(plan))
