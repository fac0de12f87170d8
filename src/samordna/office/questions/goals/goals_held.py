"""Which goals are there, what was ever said of each, and may what one is told by be read at all?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.goals.changes import goal_differences
from samordna.domain.goals.goal import Goal
from samordna.domain.goals.overall import OverallWords
from samordna.domain.goals.problems import LINE_UNKNOWN, NOT_OF_UNITS, OTHER_UNIT, SOURCE_UNKNOWN
from samordna.domain.goals.source import LineSource, MeasureSource, OutsideSource, ShareSource, Source, source_of
from samordna.domain.goals.verdict import has_ended
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.likely_lines import NamedLine, lines_to_try, named_lines, standard_lines
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, THOUSANDS, Unit
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.questions.statements.layouts import layout_for
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


def asks_for_decision(goal: Goal, period: Period) -> bool:
    """Tell whether somebody has to decide what becomes of a goal: its source has ended, or is defined anew."""
    if goal.indicator is None or goal.ended_by:
        return False
    return has_ended(goal.indicator, period) or has_changed(goal)


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
    yield from (_unknown(goal, source, name) for name, unit in units.items() if unit is None)
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
    known = named_lines(layout)
    return {str(line): known[str(line)].unit if str(line) in known else None for line in _lines_named(source)}


def _unknown(goal: Goal, source: Source, name: str) -> Problem:
    """Return the problem of a measure or a line that is not there; of a line, with those that may be meant."""
    layout = _layout(goal.until)
    if layout is None or isinstance(source, MeasureSource):
        return SOURCE_UNKNOWN.at(goal.name, source=name)
    near = ", ".join(one.in_words for one in lines_to_try(layout, name))
    return LINE_UNKNOWN.at(goal.name, source=name, layout=layout.title, near=near)


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
    lines = named_lines(layout) if layout else {}
    standard = [lines[name] for name in standard_lines() if name in lines and lines[name].is_key_figure]
    others = [one for one in lines.values() if one not in standard]
    return (
        *measures,
        *(_line_choice(one, swedish("Nyckeltal som alla uppställningar har")) for one in standard),
        *(_line_choice(one, one.statement.title) for one in others),
    )


def _line_choice(one: NamedLine, group: str) -> SourceChoice:
    return SourceChoice(one.name, one.line.label, group, one.unit)
