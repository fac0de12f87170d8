"""Which goals are there, what was ever said of each, and may what one is told by be read at all?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.goals.changes import goal_differences
from samordna.domain.goals.goal import Goal
from samordna.domain.goals.overall import OverallWords
from samordna.domain.goals.problems import NOT_OF_UNITS, OTHER_UNIT, SOURCE_UNKNOWN
from samordna.domain.goals.source import LineSource, MeasureSource, OutsideSource, ShareSource, Source, source_of
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.statements.layout import Layout, StatementLayout, lines_of
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, THOUSANDS, Unit
from samordna.office.questions.layouts import layout_for
from samordna.office.questions.plan import PlanHeld, plan_held
from samordna.office.store import plan_rows as journal
from samordna.office.store.plan_rows import Said

_MONEY: Final = frozenset({KRONOR, KRONOR_ORE, THOUSANDS})


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A change of a goal: what it changed, and the line of the journal that says it."""

    told: tuple[str, ...]
    said: Said[Goal | None]


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """Something that a goal can be told by: what its source is called in the journal, and to a person, by group."""

    source: str
    name: str
    group: str
    unit: Unit
    definition: str = ""
    version: int = 0


def goals_of(held: PlanHeld) -> tuple[Goal, ...]:
    """Return the goals among what people have said, in the order they were first told."""
    return tuple(one.value for one in held.goals)


def goals_held() -> tuple[Goal, ...]:
    """Return the goals there are."""
    return goals_of(plan_held())


def goal_held(goal_id: str) -> Goal | None:
    """Return the goal with an id; None when there is none."""
    return next((goal for goal in goals_held() if goal.id == goal_id), None)


def goal_history(goal_id: str) -> tuple[GoalChange, ...]:
    """Return every change of a goal, the latest first; nothing of one that was never there."""
    said = journal.history_of(journal.GOAL, goal_id, journal.ALWAYS)
    befores = (*(one.value for one in said[1:]), *([None] if said else []))
    return tuple(
        GoalChange(goal_differences(before, one.value), one) for one, before in zip(said, befores, strict=True)
    )


def overall_history(period: Period) -> tuple[Said[OverallWords | None], ...]:
    """Return everything the board has said of some months, the latest first."""
    return journal.history_of(journal.OVERALL_WORDS, "", period)


def has_changed(goal: Goal) -> bool:
    """Tell whether the measure of a goal has been defined anew, or holds no more, since the goal was decided."""
    source = _source(goal)
    if goal.indicator is None or not isinstance(source, MeasureSource) or source.key not in BY_KEY:
        return False
    measure = BY_KEY[source.key]
    return measure.valid_until is not None or goal.indicator.version not in (0, measure.version)


def source_problems(goal: Goal) -> Iterator[Problem]:
    """Yield what is wrong between a goal and what it is told by: a measure, or a line of the latest layout.

    What has ended is not asked for.
    """
    source = _source(goal)
    if goal.indicator is None or goal.indicator.ended or source is None or isinstance(source, OutsideSource):
        return
    if goal.target and goal.target.of_each and not isinstance(source, MeasureSource):
        yield NOT_OF_UNITS.at(goal.name)
    units = _units_of(source, goal.until)
    yield from (SOURCE_UNKNOWN.at(goal.name, source=name) for name, unit in units.items() if unit is None)
    own = PERCENT if isinstance(source, ShareSource) else next(iter(units.values()), None)
    if goal.target and own and _family(own) != _family(goal.target.unit):
        yield OTHER_UNIT.at(goal.name, typed=goal.target.unit.name, own=own.name)


def _units_of(source: MeasureSource | LineSource | ShareSource, year: int) -> dict[str, Unit | None]:
    """Return the unit of each thing that a source names; None for one that is not there.

    Where no layout is known, nothing is known of its lines.
    """
    if isinstance(source, MeasureSource):
        return {source.key: BY_KEY[source.key].unit if source.key in BY_KEY else None}
    layout = _layout(year)
    if layout is None:
        return {}
    known = {f"{one.id}:{line.id}": line.unit or one.unit for one in layout.statements for line in lines_of(one.lines)}
    return {str(line): known.get(str(line)) for line in _lines_named(source)}


def _family(unit: Unit) -> str:
    """Return what kind of amount a unit is of: money is money, whatever it is shown in."""
    return swedish("pengar") if unit in _MONEY else unit.code


def _lines_named(source: LineSource | ShareSource) -> tuple[LineSource, ...]:
    match source:
        case LineSource():
            return (source,)
        case ShareSource(part, whole):
            return (part, whole)


def _source(goal: Goal) -> Source | None:
    try:
        return source_of(goal.indicator.source) if goal.indicator else None
    except ValueError:
        return None


def _layout(year: int) -> Layout | None:
    try:
        return layout_for(year)
    except Refused:
        return None


def source_choices(year: int) -> tuple[SourceChoice, ...]:
    """Return what goals of a year can be told by: the measures, then the lines of the association's statements."""
    measures = tuple(
        SourceChoice(
            f"measure:{one.key}", one.name, swedish("Mått ur enheternas siffror"), one.unit, one.definition, one.version
        )
        for one in BY_KEY.values()
        if one.valid_until is None
    )
    layout = _layout(year)
    statements = layout.statements if layout else ()
    return (*measures, *(choice for statement in statements for choice in _lines(statement)))


def _lines(statement: StatementLayout) -> Iterator[SourceChoice]:
    for line in lines_of(statement.lines):
        if line.id:
            yield SourceChoice(f"{statement.id}:{line.id}", line.label, statement.title, line.unit or statement.unit)
