"""What is an activity plan when somebody has added, changed, moved or taken out something of it?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from samordna.domain.plan.activity_plan.planned import ActivityPlan, OverheadRow, PlannedActivity, PlannedPart
from samordna.domain.plan.activity_plan.problems import NO_SUCH_ROW, PART_IN_USE
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused

T = TypeVar("T")


def empty_plan(year: Period) -> ActivityPlan:
    """Return the plan of a year that nothing has been said of."""
    return ActivityPlan(year, (), (), (), "")


def part_id(heading: str, plan: ActivityPlan) -> str:
    """Return the id of a new part by its heading: ``Aktiv Kraft`` → ``aktiv-kraft``."""
    plain = heading.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    told = "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split()) or "del"
    taken = {part.id for part in plan.parts}
    numbered = (f"{told}-{number}" for number in range(2, len(taken) + 3))
    return told if told not in taken else next(one for one in numbered if one not in taken)


def with_part(plan: ActivityPlan, part: PlannedPart, instead_of: str = "") -> ActivityPlan:
    """Return the plan with a part last, or where the part ``instead_of`` stands. Raises ``Refused``."""
    return replace(plan, parts=_put(plan.parts, part, lambda one: one.id, instead_of))


def without_part(plan: ActivityPlan, part: str) -> ActivityPlan:
    """Return the plan without a part. Raises ``Refused`` while the part has rows."""
    rows = plan.of_part(part)
    found = plan.part(part)
    if rows and found:
        raise Refused([PART_IN_USE.at(_place(plan), part=found.heading, rows=", ".join(one.label for one in rows))])
    return replace(plan, parts=_without(plan, plan.parts, lambda one: one.id, part))


def moved_part(plan: ActivityPlan, part: str, *, up: bool) -> ActivityPlan:
    """Return the plan with a part one step earlier or later."""
    return replace(plan, parts=_moved(plan, plan.parts, lambda one: one.id, part, up=up))


def with_activity(plan: ActivityPlan, row: PlannedActivity, instead_of: str = "") -> ActivityPlan:
    """Return the plan with a row last, or where the row with the key ``instead_of`` stands. Raises ``Refused``."""
    return replace(plan, activities=_put(plan.activities, row, lambda one: one.key, instead_of))


def without_activity(plan: ActivityPlan, key: str) -> ActivityPlan:
    """Return the plan without a row. Raises ``Refused`` when there is none."""
    return replace(plan, activities=_without(plan, plan.activities, lambda one: one.key, key))


def moved_activity(plan: ActivityPlan, key: str, *, up: bool) -> ActivityPlan:
    """Return the plan with a row one step earlier or later among the rows of its part."""
    found = next((one for one in plan.activities if one.key == key), None)
    if found is None:
        raise Refused([NO_SUCH_ROW.at(_place(plan), row=key)])
    others = tuple(one for one in plan.activities if one.part != found.part)
    of_part = _moved(plan, plan.of_part(found.part), lambda one: one.key, key, up=up)
    return replace(plan, activities=(*others, *of_part))


def with_overhead(plan: ActivityPlan, row: OverheadRow, instead_of: str = "") -> ActivityPlan:
    """Return the plan with a cost of overhead last, or where the one ``instead_of`` stands. Raises ``Refused``."""
    return replace(plan, overhead=_put(plan.overhead, row, lambda one: one.label, instead_of))


def without_overhead(plan: ActivityPlan, label: str) -> ActivityPlan:
    """Return the plan without a cost of overhead. Raises ``Refused`` when there is none."""
    return replace(plan, overhead=_without(plan, plan.overhead, lambda one: one.label, label))


def moved_overhead(plan: ActivityPlan, label: str, *, up: bool) -> ActivityPlan:
    """Return the plan with a cost of overhead one step earlier or later."""
    return replace(plan, overhead=_moved(plan, plan.overhead, lambda one: one.label, label, up=up))


def rolled(plan: ActivityPlan, year: Period, source: str) -> ActivityPlan:
    """Return the plan as another year begins from it."""
    return replace(plan, year=year, source=source)


def _put(rows: Sequence[T], row: T, key_of: Callable[[T], str], instead_of: str) -> tuple[T, ...]:
    if not instead_of:
        return (*rows, row)
    if not any(key_of(one) == instead_of for one in rows):
        raise Refused([NO_SUCH_ROW.at(swedish("verksamhetsplanen"), row=instead_of)])
    return tuple(row if key_of(one) == instead_of else one for one in rows)


def _without(plan: ActivityPlan, rows: Sequence[T], key_of: Callable[[T], str], key: str) -> tuple[T, ...]:
    kept = tuple(one for one in rows if key_of(one) != key)
    if len(kept) == len(rows):
        raise Refused([NO_SUCH_ROW.at(_place(plan), row=key)])
    return kept


def _moved(plan: ActivityPlan, rows: Sequence[T], key_of: Callable[[T], str], key: str, *, up: bool) -> tuple[T, ...]:
    at = next((index for index, one in enumerate(rows) if key_of(one) == key), None)
    if at is None:
        raise Refused([NO_SUCH_ROW.at(_place(plan), row=key)])
    to, told = at + (-1 if up else 1), list(rows)
    if 0 <= to < len(told):
        told[at], told[to] = told[to], told[at]
    return tuple(told)


def _place(plan: ActivityPlan) -> str:
    return swedish("verksamhetsplanen {year}").format(year=plan.year.last // 100)
