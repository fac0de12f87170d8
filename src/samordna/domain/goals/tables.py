"""How are goals laid out: each with its level, figures and verdict, its units, and its path over the years?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from samordna.domain.document import (
    BLANK,
    Cell,
    Chart,
    ChartKind,
    Column,
    ComputedOrigin,
    CountOrigin,
    EnteredOrigin,
    Hidden,
    Missing,
    Number,
    Origin,
    Row,
    RowKind,
    Table,
)
from samordna.domain.goals.goal import Course, Goal, Level, Target
from samordna.domain.goals.sentences import expected_in_words
from samordna.domain.goals.tree import Branch
from samordna.domain.goals.verdict import Reading, Told, Verdict, held_to, in_unit
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT

GOALS: Final = "goals-judged"
"""The table of all goals."""
_NO_ORIGIN: Final = ComputedOrigin("")


def goals_table(branches: Sequence[Branch], year: Period, period: Period) -> Table:
    """Return each goal with the year's level, what its indicator shows, where a straight path would be, and verdict.

    Figures are each in the unit of their goal; the row says which.
    """
    ends, adds_up = year.last // 100, any(_adds_up(one.goal) for one in branches)
    forecast = any(isinstance(_forecast(one.goal, one.verdict), Number) for one in branches)
    columns = (
        Column("level", swedish("Mål {year}").format(year=ends)),
        Column("value", swedish("Utfall {period}").format(period=period.in_short), emphasis=True),
        *((Column("path", swedish("Rak väg hit")),) if adds_up else ()),
        *((Column("forecast", swedish("Prognos {year}").format(year=ends)),) if forecast else ()),
    )
    rows = tuple(_row(one, columns) for one in branches)
    return Table(
        GOALS,
        swedish("Mål och måluppfyllelse"),
        PERCENT,
        columns,
        rows,
        stub=swedish("Mål"),
        note_label=swedish("Bedömning"),
        notes_last=True,
        remarks=tuple(_remarks(branches)),
    )


def _adds_up(goal: Goal) -> bool:
    return goal.target is not None and goal.target.course is Course.ADDS_UP


def _row(branch: Branch, columns: Sequence[Column]) -> Row:
    verdict, goal = branch.verdict, branch.goal
    cells = {
        "level": _level(goal, verdict),
        "value": value_cell(verdict),
        "path": _path(goal, verdict),
        "forecast": _forecast(goal, verdict),
    }
    return Row(
        goal.id,
        f"{goal.name} ({held})" if (held := held_in_words(verdict)) else goal.name,
        RowKind.DETAIL,
        tuple(cells[column.id] for column in columns),
        note=", ".join(part for part in (verdict.attainment.in_words, expected_in_words(verdict)) if part),
        level=branch.level,
    )


def held_in_words(verdict: Verdict) -> str:
    """Return what a goal is held to in the year, ``minst 75 % i varje enhet``; empty where there is no level for it."""
    target = verdict.goal.target
    level = target.level(verdict.reading.year.last // 100) if target and verdict.reading else None
    return "" if target is None or level is None else held_to(target, level)


def _level(goal: Goal, verdict: Verdict) -> Cell:
    if goal.target is None or verdict.level is None:
        return BLANK
    return Number(verdict.level, goal.target.unit, _by(goal))


def _by(goal: Goal) -> Origin:
    return ComputedOrigin(swedish("Målnivån enligt beslutet: {decision}.").format(decision=goal.decision))


def value_cell(verdict: Verdict) -> Cell:
    """Return what a goal's indicator shows, or why it cannot be told."""
    target, reading = verdict.goal.target, verdict.reading
    if target is None:
        return BLANK
    if reading is None or (verdict.level is None and verdict.why):
        return Missing(verdict.why)
    return _told(reading.whole, target, reading.period)


def _told(told: Told, target: Target, period: Period) -> Cell:
    if told.value is not None:
        return Number(told.value, target.unit, told.origin or _NO_ORIGIN)
    if told.sign:
        origin = told.origin if isinstance(told.origin, CountOrigin) else CountOrigin("", told.label, "", period)
        return Hidden(told.sign, told.why, origin)
    return Missing(told.why)


def _path(goal: Goal, verdict: Verdict) -> Cell:
    if goal.target is None or verdict.path is None or not _adds_up(goal):
        return BLANK
    rule = swedish("Årets målnivå gånger de månader som har gått, delat med årets månader.")
    return Number(verdict.path, goal.target.unit, ComputedOrigin(rule))


def _forecast(goal: Goal, verdict: Verdict) -> Cell:
    reading = verdict.reading
    if goal.target is None or reading is None or reading.forecast is None or verdict.level is None:
        return BLANK
    if goal.target.of_each:  # the forecast of all together is no answer to whether each will reach it
        return BLANK
    return Number(reading.forecast, goal.target.unit, reading.forecast_by or _NO_ORIGIN)


def _remarks(branches: Sequence[Branch]) -> Iterator[str]:
    """Yield what each indicator is, so that a reader knows what the figures count."""
    for one in branches:
        if one.goal.indicator and one.goal.indicator.definition:
            yield f"{one.goal.indicator.name}: {one.goal.indicator.definition}"
    sources = dict.fromkeys(f"{one.goal.decision.rstrip('.')}." for one in branches if one.goal.decision.strip())
    if sources:
        yield swedish("Målen är beslutade: {sources}").format(sources=" ".join(sources))


def units_table(verdict: Verdict) -> Table | None:
    """Return what each unit shows against the level; None for a goal that is judged on the whole."""
    target, reading = verdict.goal.target, verdict.reading
    if target is None or reading is None or not target.of_each or not reading.units or verdict.level is None:
        return None
    ends = reading.year.last // 100
    columns = (
        Column("value", swedish("Utfall {period}").format(period=reading.period.in_short), emphasis=True),
        Column("path", swedish("Rak väg hit")),
        *((Column("forecast", swedish("Prognos {year}").format(year=ends)),) if verdict.expected is not None else ()),
        Column("level", swedish("Mål {year}").format(year=ends)),
    )
    told = (*reading.units, replace(reading.whole, forecast=reading.forecast))
    cells = [_unit_cells(verdict, target, reading, one) for one in told]
    rows = tuple(
        Row(f"{place}", one.label, RowKind.DETAIL, cells[place - 1]) for place, one in enumerate(reading.units, start=1)
    )
    whole = Row("whole", swedish("Tillsammans"), RowKind.RESULT, cells[-1])
    title = swedish("{goal}, enhet för enhet").format(goal=verdict.goal.name)
    return Table(f"goal-{verdict.goal.id}-units", title, target.unit, columns, (*rows, whole), stub=swedish("Enhet"))


def _unit_cells(verdict: Verdict, target: Target, reading: Reading, one: Told) -> tuple[Cell, ...]:
    by = reading.forecast_by or _NO_ORIGIN
    forecast: Cell = BLANK if one.forecast is None else Number(one.forecast, target.unit, by)
    return (
        _told(one, target, reading.period),
        _path(verdict.goal, verdict),
        *((forecast,) if verdict.expected is not None else ()),
        _level(verdict.goal, verdict),
    )


def path_table(goal: Goal, readings: Sequence[Reading]) -> Table | None:
    """Return a goal's level for each year it holds, beside what its indicator showed; None without a target."""
    target = goal.target
    if target is None:
        return None
    by_year = {one.year.last // 100: one for one in readings}
    columns = (
        Column("level", swedish("Mål, {sense}").format(sense=target.sense.in_words)),
        Column("value", swedish("Utfall"), emphasis=True),
        *((Column("forecast", swedish("Prognos")),) if any(one.forecast is not None for one in readings) else ()),
    )
    rows = tuple(
        _path_row(goal, target, year, by_year.get(year), columns) for year in range(goal.since, goal.until + 1)
    )
    title = swedish("Mål och utfall år för år")
    return Table(f"goal-{goal.id}-path", title, target.unit, columns, rows, stub=swedish("År"))


def _path_row(goal: Goal, target: Target, year: int, reading: Reading | None, columns: Sequence[Column]) -> Row:
    level = target.level(year)
    told = {
        "level": BLANK if level is None else Number(level, target.unit, _level_origin(goal, target, year)),
        "value": BLANK if reading is None else _told(reading.whole, target, reading.period),
        "forecast": BLANK
        if reading is None or reading.forecast is None
        else Number(reading.forecast, target.unit, reading.forecast_by or _NO_ORIGIN),
    }
    whole = reading is None or reading.period.last == reading.year.last
    label = str(year) if whole or reading is None else swedish("{year} till och med {month}").format(
        year=year, month=Period(reading.period.last, reading.period.last).in_words.partition(" ")[0]
    )  # fmt: skip
    return Row(str(year), label, RowKind.DETAIL, tuple(told[column.id] for column in columns))


def _level_origin(goal: Goal, target: Target, year: int) -> Origin:
    if any(one.year == year for one in target.levels):
        return EnteredOrigin(
            goal.decision or goal.name, f"goal:{goal.id}", "actual", Period(year * 100 + 1, year * 100 + 12)
        )
    rule = swedish("Rak linje mellan de beslutade målnivåerna {levels}.")
    return ComputedOrigin(rule.format(levels=levels_in_words(target.levels, target)))


def levels_in_words(levels: Sequence[Level], target: Target) -> str:
    """Return the levels of a target as a person reads them: ``50 % 2024, 80 % 2026``."""
    return ", ".join(
        f"{in_unit(one.value, target.unit)} {one.year}" for one in sorted(levels, key=lambda one: one.year)
    )


def path_chart(goal: Goal, readings: Sequence[Reading]) -> Chart | None:
    """Return the path as a picture over the years; None when there is one year, or no figure to draw."""
    table = path_table(goal, readings)
    target = goal.target
    shows = any(one.whole.value is not None for one in readings)
    if table is None or target is None or len(table.rows) < 2 or not shows:
        return None
    told = "; ".join(f"{one.year.last // 100} {_value(one.whole.value, target)}" for one in readings)
    description = swedish("Målnivån {levels}. Utfall: {told}.").format(
        levels=levels_in_words(target.levels, target), told=told or swedish("inget ännu")
    )
    return Chart(f"goal-{goal.id}-chart", table.title, description, ChartKind.BARS, table, table_above=True)


def _value(value: Fraction | None, target: Target) -> str:
    return swedish("saknas") if value is None else in_unit(value, target.unit)
