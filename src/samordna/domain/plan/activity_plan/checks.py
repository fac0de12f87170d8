"""What is wrong with an activity plan?"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from samordna.domain.plan.activity_plan.planned import ActivityPlan, PlannedActivity
from samordna.domain.plan.activity_plan.problems import (
    HEADING_TWICE,
    NEGATIVE,
    NEGATIVE_COUNT,
    NO_NAME,
    NO_SUCH_PART,
    NOBODY_PAYS,
    PART_TWICE,
    ROW_TWICE,
    TOO_LARGE,
)
from samordna.domain.values.kronor import whole_kr
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.domain.values.spelling import folded

_MOST_PEOPLE: Final = 1_000_000
_MOST_ORE: Final = 100_000_000_000_00
"""More than any association has: a slip of the key."""


def activity_plan_problems(plan: ActivityPlan) -> tuple[Problem, ...]:
    """Return everything that is wrong with a plan: parts, then rows, then overhead."""
    return (*_of_parts(plan), *_of_rows(plan), *_of_overhead(plan))


def _of_parts(plan: ActivityPlan) -> Iterator[Problem]:
    for part, times in Counter(part.id for part in plan.parts).items():
        if times > 1:
            yield PART_TWICE.at(_place(plan), part=part)
    for heading, times in Counter(folded(part.heading.strip()) for part in plan.parts).items():
        if not heading:
            yield NO_NAME.at(_place(plan))
        elif times > 1 and len({part.id for part in plan.parts}) == len(plan.parts):
            known = next(part.heading for part in plan.parts if folded(part.heading.strip()) == heading)
            yield HEADING_TWICE.at(_place(plan), heading=known)
    for (part, label, _), times in Counter((one.part, one.label, one.performer) for one in plan.activities).items():
        if times > 1:
            yield ROW_TWICE.at(f"{_place(plan)}, {part}", row=label)


def _of_rows(plan: ActivityPlan) -> Iterator[Problem]:
    for one in plan.activities:
        place = f"{_place(plan)}, {one.label}"
        if not one.label.strip():
            yield NO_NAME.at(_place(plan))
        if plan.part(one.part) is None:
            yield NO_SUCH_PART.at(place, part=one.part)
        if one.funds is None and not one.paid_by:
            yield NOBODY_PAYS.at(place, row=one.label)
        yield from _negative(one, place)
        yield from _too_large(one, place)


def _too_large(one: PlannedActivity, place: str) -> Iterator[Problem]:
    if (one.participants or 0) > _MOST_PEOPLE:
        yield TOO_LARGE.at(place, number=swedish_number(one.participants or 0))
    if (one.funds or 0) > _MOST_ORE:
        yield TOO_LARGE.at(place, number=whole_kr(one.funds or 0))


def _negative(one: PlannedActivity, place: str) -> Iterator[Problem]:
    if one.participants is not None and one.participants < 0:
        yield NEGATIVE_COUNT.at(place, number=swedish_number(one.participants))
    if one.funds is not None and one.funds < 0:
        yield NEGATIVE.at(place, number=whole_kr(one.funds))


def _of_overhead(plan: ActivityPlan) -> Iterator[Problem]:
    for label, times in Counter(row.label for row in plan.overhead).items():
        if times > 1:
            yield ROW_TWICE.at(_overhead(plan), row=label)
    for row in plan.overhead:
        if not row.label.strip():
            yield NO_NAME.at(_overhead(plan))
        place, costs = f"{_overhead(plan)}, {row.label}", (row.amount, row.cost(granted=True))
        if min(costs) < 0:
            yield NEGATIVE.at(place, number=whole_kr(next(cost for cost in costs if cost < 0)))
        if max(costs) > _MOST_ORE:
            yield TOO_LARGE.at(place, number=whole_kr(max(costs)))


def _place(plan: ActivityPlan) -> str:
    return swedish("verksamhetsplanen {year}").format(year=plan.year.start.year)


def _overhead(plan: ActivityPlan) -> str:
    return swedish("{plan}, overhead").format(plan=_place(plan))
