"""How is an activity plan laid out: activities, overhead, and costs against contributions?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    Comment,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Number,
    Origin,
    Part,
    Row,
    RowKind,
    Table,
    annotated,
)
from samordna.domain.plan.activity_plan.planned import ActivityPlan, Direction, PlannedActivity, PlannedPart
from samordna.domain.plan.activity_plan.problems import COSTS_MORE
from samordna.domain.plan.financing.shares import Shares
from samordna.domain.plan.financing.tables import rests_on, total_origin
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import PERSONS, THOUSANDS, Unit

_SUM: Final = swedish("Raderna ovan tillsammans.")
_TOTAL: Final = ":total"
_CASES: Final = ((False, "without", swedish("utan beviljat projekt")), (True, "with", swedish("med beviljat projekt")))
"""The two ways that a plan's overhead can go: whether a project is granted, the column, and what it is called."""


def cases_of(plan: ActivityPlan) -> tuple[tuple[bool, str, str], ...]:
    """Return the ways that a plan tells of: both when any of its overhead is another with a granted project."""
    return _CASES if any(row.with_project is not None for row in plan.overhead) else _CASES[:1]


@dataclass(frozen=True, slots=True)
class Resting:
    """What the contributions of a plan rest on: a name that tells it from others, and who pays what then."""

    name: str
    shares: Shares


def activity_tables(plan: ActivityPlan, unit: Unit = THOUSANDS) -> tuple[Table, ...]:
    """Return a table for each part of the plan: planned participants and funds, row by row, with their sums."""
    return tuple(_activity_table(plan, part, unit) for part in plan.parts)


def _activity_table(plan: ActivityPlan, part: PlannedPart, unit: Unit) -> Table:
    rows = plan.of_part(part.id)
    total = Row(_TOTAL, swedish("Summa"), RowKind.RESULT, (_people_sum(plan, rows), _number(_funds(plan, rows), unit)))
    columns = (
        Column("participants", swedish("Antal deltagare")),
        Column("funds", _heading(unit), emphasis=True),
    )
    told = [(_row_id(one), one) for one in rows]
    table = Table(
        f"activities-{part.id}",
        part.heading,
        unit,
        columns,
        (*(Row(name, one.label, RowKind.DETAIL, _cells(plan, one, unit)) for name, one in told), total),
        stub=part.direction.in_words,
    )
    return annotated(table, (Comment(name, "funds", one.paid_by) for name, one in told))


def _row_id(one: PlannedActivity) -> str:
    return one.label if one.performer in {"", one.label} else f"{one.label}:{one.performer}"


def _cells(plan: ActivityPlan, one: PlannedActivity, unit: Unit) -> tuple[Cell, Cell]:
    entered = _entered(plan, one.label)
    people = BLANK if one.participants is None else Number(one.participants, PERSONS, entered)
    return people, BLANK if one.funds is None else Number(one.funds, unit, entered)


def _entered(plan: ActivityPlan, label: str) -> EnteredOrigin:
    return EnteredOrigin(plan.source, f"activity-plan:{label}", "budget", plan.year)


def _people_sum(plan: ActivityPlan, rows: Iterable[PlannedActivity]) -> Number:
    counted = [(one.label, one.participants) for one in rows if one.participants is not None]
    parts = tuple(Part(label, count, _entered(plan, label)) for label, count in counted)
    return Number(sum(count for _, count in counted), PERSONS, ComputedOrigin(_SUM, parts))


def people_planned(plan: ActivityPlan) -> Number:
    """Return how many are planned in individual activities together."""
    return _people_sum(plan, plan.of_direction(Direction.INDIVIDUAL))


def _funds(plan: ActivityPlan, rows: Iterable[PlannedActivity], label: str = "") -> Part:
    """Return what some rows cost the association together."""
    parts = tuple(Part(_row_id(one), one.funds, _entered(plan, one.label)) for one in rows if one.funds is not None)
    return Part(label, sum(part.exact for part in parts), ComputedOrigin(swedish("Planens rader tillsammans."), parts))


def _number(part: Part, unit: Unit) -> Number:
    return Number(part.exact, unit, part.origin)


def _heading(unit: Unit) -> str:
    return swedish("Förbundsmedel, {unit}").format(unit=unit.suffix)


def performers_table(plan: ActivityPlan, unit: Unit = THOUSANDS) -> Table:
    """Return every performer with its individual activities below it: planned participants and funds, and their sums.

    Structural activities count another kind of participants and are left to their own table.
    """
    individual = tuple(plan.of_direction(Direction.INDIVIDUAL))
    rows = [row for performer in _performers(individual) for row in _of_performer(plan, performer, unit)]
    sums = (_people_sum(plan, individual), _number(_funds(plan, individual), unit))
    columns = (Column("participants", swedish("Antal deltagare")), Column("funds", _heading(unit), emphasis=True))
    title = swedish("Utförare och individinriktade insatser {year}").format(year=plan.year.start.year)
    total = Row(_TOTAL, swedish("Summa"), RowKind.RESULT, sums)
    return Table("performers", title, unit, columns, (*rows, total), stub=swedish("Utförare"))


def _performers(activities: Iterable[PlannedActivity]) -> list[str]:
    """Return the performers in the order that they first stand in, what is for the whole area last."""
    return sorted(dict.fromkeys(one.performer for one in activities), key=lambda performer: not performer)


def _of_performer(plan: ActivityPlan, performer: str, unit: Unit) -> Iterator[Row]:
    does = [one for one in plan.of_direction(Direction.INDIVIDUAL) if one.performer == performer]
    name = performer or swedish("Gemensamt för hela området")
    sums = (_people_sum(plan, does), _number(_funds(plan, does), unit))
    yield Row(f"performer:{performer}", name, RowKind.SUBTOTAL, sums)
    headings = {part.id: part.heading for part in plan.parts}
    for one in does:
        label = headings[one.part] if one.label == performer else one.label
        yield Row(f"{one.part}:{_row_id(one)}", label, RowKind.DETAIL, _cells(plan, one, unit), level=1)


def overhead_table(plan: ActivityPlan, unit: Unit = THOUSANDS) -> Table:
    """Return the overhead, without and with a granted project when the plan tells of one."""
    rows = [
        Row(row.label, row.label, RowKind.DETAIL, tuple(_cost_cells(plan, row.label, row.cost, unit)))
        for row in plan.overhead
    ]
    sums = tuple(_number(_overhead(plan, granted=granted), unit) for granted, _, _ in cases_of(plan))
    rows.append(Row(_TOTAL, swedish("Summa"), RowKind.RESULT, sums))
    title = swedish("Styrning, ledning och administration")
    return Table("overhead", title, unit, tuple(_case_columns(plan, unit)), tuple(rows), stub=swedish("Kostnad"))


def _cost_cells(plan: ActivityPlan, label: str, cost: Callable[..., Ore], unit: Unit) -> Iterator[Number]:
    for granted, _, _ in cases_of(plan):
        yield Number(cost(granted=granted), unit, _entered(plan, label))


def _case_columns(plan: ActivityPlan, unit: Unit) -> Iterator[Column]:
    cases = cases_of(plan)
    for granted, name, label in cases:
        yield Column(name, label.capitalize() if len(cases) > 1 else _heading(unit), emphasis=not granted)


def _overhead(plan: ActivityPlan, *, granted: bool) -> Part:
    parts = tuple(Part(row.label, row.cost(granted=granted), _entered(plan, row.label)) for row in plan.overhead)
    return Part(swedish("Overhead"), plan.overhead_cost(granted=granted), ComputedOrigin(_SUM, parts))


def economic_summary(plan: ActivityPlan, restings: Sequence[Resting], unit: Unit = THOUSANDS) -> Table:
    """Return what the plan costs against the contributions, without and with a granted project.

    A result is never shown alone: each stands under the contributions it rests on, by name and amount.
    """
    costs = [_both(plan, part, unit) for part in _cost_parts(plan)]
    rows = (
        *costs,
        _overhead_row(plan, unit),
        _total_row(plan, unit),
        *(row for one in restings for row in _result_rows(plan, one, unit)),
    )
    remarks = tuple(
        swedish("{name}: {told}.").format(name=_begun(one.name), told=rests_on(one.shares)) for one in restings
    )
    title = swedish("Ekonomisk sammanställning {year}").format(year=plan.year.start.year)
    stub = swedish("Prioriterade insatser")
    return Table("economic-summary", title, unit, tuple(_case_columns(plan, unit)), rows, stub=stub, remarks=remarks)


def _cost_parts(plan: ActivityPlan) -> Iterator[tuple[str, Part]]:
    """Yield what each performer costs, each thing that is done for the whole area, and what is structural."""
    individual = tuple(plan.of_direction(Direction.INDIVIDUAL))
    for performer in _performers(individual):
        if performer:
            does = [one for one in individual if one.performer == performer]
            yield f"performer:{performer}", _funds(plan, does, f"{Direction.INDIVIDUAL.in_words}, {performer}")
    for one in individual:
        if not one.performer and one.funds is not None:
            label = swedish("{direction}, gemensamt ({what})")
            told = label.format(direction=Direction.INDIVIDUAL.in_words, what=one.label)
            yield f"joint:{one.label}", _funds(plan, [one], told)
    structural = tuple(plan.of_direction(Direction.STRUCTURAL))
    if structural:
        yield "structural", _funds(plan, structural, Direction.STRUCTURAL.in_words)


def _both(plan: ActivityPlan, told: tuple[str, Part], unit: Unit) -> Row:
    name, part = told
    return Row(name, part.label, RowKind.DETAIL, tuple(_number(part, unit) for _ in cases_of(plan)))


def _overhead_row(plan: ActivityPlan, unit: Unit) -> Row:
    cells = tuple(_number(_overhead(plan, granted=granted), unit) for granted, _, _ in cases_of(plan))
    return Row("overhead", swedish("Overheadkostnader, styrning och administration"), RowKind.DETAIL, cells)


def _total_row(plan: ActivityPlan, unit: Unit) -> Row:
    return Row(
        _TOTAL,
        swedish("Summa kostnader"),
        RowKind.SUBTOTAL,
        tuple(_number(cost_part(plan, granted=granted), unit) for granted, _, _ in cases_of(plan)),
    )


def cost_part(plan: ActivityPlan, *, granted: bool) -> Part:
    """Return all that a plan costs, with where it comes from."""
    parts = (*(part for _, part in _cost_parts(plan)), _overhead(plan, granted=granted))
    return Part(swedish("kostnader"), sum(part.exact for part in parts), ComputedOrigin(_SUM, parts))


def _result_rows(plan: ActivityPlan, resting: Resting, unit: Unit) -> Iterator[Row]:
    paid = paid_part(resting)
    told = {"name": resting.name, "amount": swedish_number(unit.shown(paid.exact)), "unit": unit.suffix}
    yield Row(
        f"paid:{resting.name}", _begun(resting.name), RowKind.DETAIL, tuple(_number(paid, unit) for _ in cases_of(plan))
    )
    results = tuple(
        Number(paid.exact - cost.exact, unit, _less(paid, cost))
        for granted, _, _ in cases_of(plan)
        for cost in (cost_part(plan, granted=granted),)
    )
    label = swedish("Resultat på {name}, {amount} {unit}").format(**told)
    yield Row(f"result:{resting.name}", label, RowKind.RESULT, results)


def paid_part(resting: Resting) -> Part:
    """Return all that is paid for a plan, with where it comes from."""
    return Part(swedish("bidrag"), resting.shares.total, total_origin(resting.shares))


def _begun(words: str) -> str:
    """Return words as a sentence or row begins with them."""
    return f"{words[:1].upper()}{words[1:]}"


def _less(paid: Part, cost: Part) -> Origin:
    return ComputedOrigin(
        swedish("Bidragen minus kostnaderna: minus belastar eget kapital."), (paid, cost), How.DIFFERENCE
    )


def cost_problems(plan: ActivityPlan, restings: Iterable[Resting]) -> Iterator[Problem]:
    """Yield a warning for each case where the plan costs more than the contributions, always saying which."""
    place = swedish("verksamhetsplanen {year}").format(year=plan.year.start.year)
    for one in restings:
        for granted, _, words in cases_of(plan):
            more = plan.cost(granted=granted) - one.shares.total
            if more > 0:
                total = whole_kronor(one.shares.total)
                financing = swedish("{name}, {total} kr,").format(name=one.name, total=total)
                told = {"amount": whole_kronor(more), "financing": financing, "cost_case": words}
                yield COSTS_MORE.at(place, **told)
