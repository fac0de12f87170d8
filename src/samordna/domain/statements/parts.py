"""Which other figures is a figure made of, and where do they stand?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samordna.domain.document import Blank, Cell, ComputedOrigin, Number
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.arithmetic import rounded
from samordna.domain.statements.holdings import Amount, Value, When
from samordna.domain.statements.layout import (
    FromDifference,
    FromLine,
    FromRatio,
    Line,
    Measure,
    StatementLayout,
)
from samordna.domain.statements.reading import Place, Reading, Spot
from samordna.domain.statements.tree import Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import Unit


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure that counts into another: what it is, as it counts, and its place when some table has it."""

    label: str
    cell: Cell
    place: Place | None


def parts(reading: Reading, spot: Spot) -> tuple[FigurePart, ...]:
    """Return the figures that a line's figure is made of, in order; none for accounts and entered figures."""
    if spot.column.made_of:
        return tuple(_columns(reading, spot))
    if spot.when.scenario is not Scenario.ACTUAL and (spot.line.carries or spot.line.planned is not None):
        return _if_told(spot, tuple(_planned(reading, spot)))
    return tuple(_lines(reading, spot)) if spot.line.is_sum else _if_told(spot, _others(reading, spot))


def _if_told(spot: Spot, told: tuple[FigurePart, ...]) -> tuple[FigurePart, ...]:
    """Return the parts; none of a plan that is what is booked so far, since nobody has planned it."""
    instead = spot.line.seldom_planned and spot.when.scenario is not Scenario.ACTUAL
    return () if instead and any(not isinstance(part.cell, Number) for part in told) else told


def _others(reading: Reading, spot: Spot) -> tuple[FigurePart, ...]:
    """Return the lines that a line is made of by name."""
    match spot.line.source:
        case FromLine() as other:
            return (_other(reading, spot, other, like=spot),)
        case FromDifference(whole, others):
            told = (_other(reading, spot, one, like=spot) for one in others)
            return (_other(reading, spot, whole, like=spot), *(_taken_away(one) for one in told))
        case FromRatio(numerator, denominator):
            return tuple(_other(reading, spot, other, like=None) for other in (numerator, denominator))
        case _:
            return ()


def _columns(reading: Reading, spot: Spot) -> Iterator[FigurePart]:
    """Yield the columns that one is computed from: the second of a difference counts the other way."""
    columns = reading.values(spot.statement)
    for index, column in enumerate(columns.made_of(spot.column)):
        factor = -1 if spot.column.difference and index else 1
        cell = _cell(columns.counted(spot.printed, column), spot.unit, spot.sign * factor)
        yield FigurePart(columns.heading(column), cell, _there(reading, spot.statement, spot.line, column.id))


def _planned(reading: Reading, spot: Spot) -> Iterator[FigurePart]:
    """Yield the lines that say what a line is worth where it is planned; of a balance what it was, too."""
    if spot.line.carries is None:
        yield from (_of_plan(reading, spot, one) for one in spot.line.planned or ())
        return
    cell = reading.cell(Place(spot.statement.id, spot.line.id, spot.column.id))
    if isinstance(cell, Number) and isinstance(cell.origin, ComputedOrigin):
        opening = cell.origin.parts[0]
        yield FigurePart(opening.label, Number(opening.exact * spot.sign, spot.unit, opening.origin), None)
        yield _of_plan(reading, spot, spot.line.carries)


def _of_plan(reading: Reading, spot: Spot, other: FromLine) -> FigurePart:
    """Return a line that says what another is worth where it is planned, measured in its own way."""
    return _part(reading, spot, other, like=spot, measure=None)


def _taken_away(part: FigurePart) -> FigurePart:
    cell = part.cell
    return replace(part, cell=replace(cell, exact=-cell.exact)) if isinstance(cell, Number) else part


def _lines(reading: Reading, spot: Spot) -> Iterator[FigurePart]:
    """Yield the lines of a sum, on the side that the sum shows; those that do not apply are left out."""
    for part in spot.printed.parts:
        value = reading.evaluation.value(spot.statement, part, spot.when, spot.column.measure)
        cell = _cell(_as_counted(value, spot, part.line), part.line.unit or spot.statement.unit, spot.sign)
        place = _there(reading, spot.statement, part.line, spot.column.id)
        if place and not isinstance(cell, Blank):
            yield FigurePart(part.line.label, cell, place)


def _as_counted(value: Value, spot: Spot, line: Line) -> Value:
    """Return the value as it was added: rounded first, in a statement that adds up rounded lines."""
    return rounded(value, line.unit or spot.statement.unit) if spot.statement.totals_of_rounded else value


def _other(reading: Reading, spot: Spot, other: FromLine, *, like: Spot | None) -> FigurePart:
    """Return a line of another statement; shown ``like`` the one it is repeated in, or in its own way."""
    return _part(reading, spot, other, like=like, measure=spot.measure)


def _part(reading: Reading, spot: Spot, other: FromLine, *, like: Spot | None, measure: Measure | None) -> FigurePart:
    statement = reading.statements.layout.statement(other.statement)
    placed = reading.evaluation.find(statement, other.line)
    value = reading.evaluation.value(statement, placed, spot.when, measure)
    unit = like.unit if like else placed.line.unit or statement.unit
    cell = _cell(value, unit, like.sign if like else placed.shows.sign)
    label = swedish("{line} ({statement})").format(line=placed.line.label, statement=statement.title)
    column = _column_like(reading, statement, placed, spot.when, measure)
    return FigurePart(label, cell, _there(reading, statement, placed.line, column) if column else None)


def _column_like(
    reading: Reading, statement: StatementLayout, placed: Printed, asked: When, measure: Measure | None
) -> str:
    """Return the column of another statement that tells of the same time in the same way; empty when none does."""

    def way(one: Measure | None) -> Measure | None:
        return placed.line.measure or one or statement.measure

    for column in reading.columns(statement.id):
        when = When(reading.times[statement.id, column.id], column.scenario)
        if when == asked and not column.made_of and way(column.measure) == way(measure):
            return column.id
    return ""


def _there(reading: Reading, statement: StatementLayout, line: Line, column: str) -> Place | None:
    place = Place(statement.id, line.id, column)
    return place if reading.has(place) else None


def _cell(value: Value, unit: Unit, sign: int) -> Cell:
    return Number(value.exact * sign, unit, value.origin) if isinstance(value, Amount) else value
