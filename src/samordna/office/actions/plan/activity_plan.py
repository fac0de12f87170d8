"""How does the association say what is to be done in a year, by whom, for how many and for how much?"""

from collections.abc import Callable
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.activity_plan import changing
from samordna.domain.plan.activity_plan.checks import activity_plan_problems
from samordna.domain.plan.activity_plan.planned import ActivityPlan, OverheadRow, PlannedActivity, PlannedPart
from samordna.domain.plan.activity_plan.problems import NOTHING_TO_ROLL, NOTHING_TO_UNDO, PLAN_EXISTS
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan.plan_adoption import must_be_draft
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import activity_plan_of
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import history_of
from samordna.office.store.writing import alone

LONGEST_LABEL = 200
"""Characters of a heading, a row's name, a performer, who pays."""


def add_part(year: Period, part: PlannedPart, *, by: Actor, seen: int | None = None) -> int:
    """Add a part last in a year's plan, under an id made from its heading, and return the line that says so."""

    def change(plan: ActivityPlan) -> ActivityPlan:
        return changing.with_part(plan, replace(part, id=changing.part_id(part.heading, plan)))

    return change_activities(year, change, by=by, seen=seen)


def put_part(year: Period, part: PlannedPart, *, by: Actor, seen: int | None = None) -> int:
    """Give the part with the same id another heading or direction."""
    return change_activities(year, lambda plan: changing.with_part(plan, part, part.id), by=by, seen=seen)


def remove_part(year: Period, part: str, *, by: Actor, seen: int | None = None) -> int:
    """Take a part without rows out of a year's plan."""
    return change_activities(year, lambda plan: changing.without_part(plan, part), by=by, seen=seen)


def move_part(year: Period, part: str, *, up: bool, by: Actor, seen: int | None = None) -> int:
    """Move a part one step."""
    return change_activities(year, lambda plan: changing.moved_part(plan, part, up=up), by=by, seen=seen)


def put_planned_activity(
    year: Period, row: PlannedActivity, *, instead_of: str = "", by: Actor, seen: int | None = None
) -> int:
    """Add a row last in its part, or put it where the row with the key ``instead_of`` stands."""
    return change_activities(year, lambda plan: changing.with_activity(plan, row, instead_of), by=by, seen=seen)


def remove_planned_activity(year: Period, key: str, *, by: Actor, seen: int | None = None) -> int:
    """Take a row out of a year's plan."""
    return change_activities(year, lambda plan: changing.without_activity(plan, key), by=by, seen=seen)


def move_activity(year: Period, key: str, *, up: bool, by: Actor, seen: int | None = None) -> int:
    """Move a row one step among the rows of its part."""
    return change_activities(year, lambda plan: changing.moved_activity(plan, key, up=up), by=by, seen=seen)


def put_overhead(year: Period, row: OverheadRow, *, instead_of: str = "", by: Actor, seen: int | None = None) -> int:
    """Add a cost of overhead last, or put it where the one called ``instead_of`` stands."""
    return change_activities(year, lambda plan: changing.with_overhead(plan, row, instead_of), by=by, seen=seen)


def remove_overhead(year: Period, label: str, *, by: Actor, seen: int | None = None) -> int:
    """Take a cost of overhead out of a year's plan."""
    return change_activities(year, lambda plan: changing.without_overhead(plan, label), by=by, seen=seen)


def move_overhead(year: Period, label: str, *, up: bool, by: Actor, seen: int | None = None) -> int:
    """Move a cost of overhead one step."""
    return change_activities(year, lambda plan: changing.moved_overhead(plan, label, up=up), by=by, seen=seen)


def set_plan_source(year: Period, source: str, *, by: Actor, seen: int | None = None) -> int:
    """Say which decision or paper a year's plan stands in."""
    return change_activities(year, lambda plan: replace(plan, source=source), by=by, seen=seen)


def roll_plan(year: Period, earlier: Period, *, by: Actor, seen: int | None = None) -> int:
    """Begin a year's plan with the parts, rows and overhead of an earlier year. Raises ``Refused`` when it has any."""

    def change(plan: ActivityPlan) -> ActivityPlan:
        if plan.parts or plan.activities or plan.overhead:
            raise Refused([PLAN_EXISTS.at(_place(year), year=year.last // 100)])
        held = plan_held().activity_plan_of(earlier)
        if held is None:
            raise Refused([NOTHING_TO_ROLL.at(_place(year), year=earlier.last // 100)])
        source = swedish("Utkast efter planen för {year}").format(year=earlier.last // 100)
        return changing.rolled(held, year, source)

    return change_activities(year, change, by=by, seen=seen)


def undo_activities(year: Period, *, by: Actor, seen: int | None = None) -> int:
    """Let a year's plan be what it was before its latest change: that too is a change, and can be taken back."""

    def change(_: ActivityPlan) -> ActivityPlan:
        thing = activity_plan_of(year)
        said = history_of(thing.subject, thing.key, thing.period)
        if not said:
            raise Refused([NOTHING_TO_UNDO.at(_place(year))])
        before = said[1].value if len(said) > 1 else None
        return before or changing.empty_plan(year)

    return change_activities(year, change, by=by, seen=seen)


def change_activities(
    year: Period, change: Callable[[ActivityPlan], ActivityPlan], *, by: Actor, seen: int | None
) -> int:
    """Let the plan of a year be what ``change`` makes of it, and return the number of the line that says so.

    Raises ``Refused`` with everything that is wrong with what came of it, and when the plan is adopted.
    """
    thing = activity_plan_of(year)
    with doing(Deed.PLAN_ACTIVITIES, by=by, subject=mask(thing.name)), alone():
        held = plan_held()
        must_be_draft(held, year, thing.name)
        plan = change(held.activity_plan_of(year) or changing.empty_plan(year))
        refuse_any((*activity_plan_problems(plan), *_words_problems(plan)))
        return say_of(thing, plan, Deed.PLAN_ACTIVITIES, by=by, seen=seen)


def _words_problems(plan: ActivityPlan) -> tuple[Problem, ...]:
    place = _place(plan.year)
    rows = [text for one in plan.activities for text in (one.label, one.performer, one.paid_by)]
    labels = (*(part.heading for part in plan.parts), *rows, *(row.label for row in plan.overhead))
    return (*text_problems(place, *labels, longest=LONGEST_LABEL), *text_problems(place, plan.source))


def _place(year: Period) -> str:
    return swedish("verksamhetsplanen {year}").format(year=year.last // 100)
