"""What differs between an activity plan and the one before it, row by row?"""

from collections.abc import Iterator
from typing import NamedTuple

from samordna.domain.plan.activity_plan.planned import ActivityPlan, OverheadRow, PlannedActivity, PlannedPart
from samordna.domain.values.kronor import whole_kr
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number


class PlanDifference(NamedTuple):
    """What a row or part is called, and what it was and is in words; empty is nothing."""

    label: str
    old: str
    new: str


def plan_differences(before: ActivityPlan, after: ActivityPlan) -> tuple[PlanDifference, ...]:
    """Return what differs: parts, rows, overhead, the source; an order alone is told as such."""
    found = tuple(_differences(before, after))
    moved = not found and before != after
    return (PlanDifference(swedish("Ordningen"), "", swedish("ändrad")),) if moved else found


def _differences(before: ActivityPlan, after: ActivityPlan) -> Iterator[PlanDifference]:
    yield from _pairs(
        {one.id: (one.heading, _part(one)) for one in before.parts},
        {one.id: (one.heading, _part(one)) for one in after.parts},
    )
    yield from _pairs(
        {one.key: (_name(one, before), _activity(one)) for one in before.activities},
        {one.key: (_name(one, after), _activity(one)) for one in after.activities},
    )
    yield from _pairs(
        {one.label: (one.label, _overhead(one)) for one in before.overhead},
        {one.label: (one.label, _overhead(one)) for one in after.overhead},
    )
    if before.source != after.source:
        yield PlanDifference(swedish("Planen står i"), before.source, after.source)


def _pairs(before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]]) -> Iterator[PlanDifference]:
    for key in dict.fromkeys((*before, *after)):
        (name, old), (named, new) = before.get(key, ("", "")), after.get(key, ("", ""))
        if old != new:
            yield PlanDifference(named or name, old, new)


def _part(part: PlannedPart) -> str:
    return f"{part.heading}, {part.direction.in_words.lower()}"


def _name(one: PlannedActivity, plan: ActivityPlan) -> str:
    part = plan.part(one.part)
    named = f"{part.heading}, {one.label}" if part else one.label
    return f"{named}, {one.performer}" if one.performer not in {"", one.label} else named


def _activity(one: PlannedActivity) -> str:
    people = "" if one.participants is None else swedish("{count} deltagare").format(count=_number(one.participants))
    paid = swedish("betalas av {who}").format(who=one.paid_by) if one.paid_by else ""
    told = [part for part in (people, "" if one.funds is None else whole_kr(one.funds), paid) if part]
    return ", ".join(told) or swedish("utan medel och deltagare")


def _overhead(row: OverheadRow) -> str:
    granted = "" if row.with_project is None else swedish("{amount} med beviljat projekt")
    told = (whole_kr(row.amount), granted.format(amount=whole_kr(row.with_project or 0)))
    return ", ".join(part for part in told if part)


def _number(count: int) -> str:
    return swedish_number(count)
