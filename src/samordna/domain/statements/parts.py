"""Which other figures is a figure made of, and where do they stand?"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.document import Blank, Cell, Number
from samordna.domain.statements.arithmetic import rounded
from samordna.domain.statements.holdings import Amount, Value, When
from samordna.domain.statements.layout import FromLine, FromRatio, Line, Measure, StatementLayout
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
    if spot.line.is_sum:
        return tuple(_lines(reading, spot))
    match spot.line.source:
        case FromLine() as other:
            return (_other(reading, spot, other, like=spot),)
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
    statement = reading.statements.layout.statement(other.statement)
    placed = reading.evaluation.find(statement, other.line)
    value = reading.evaluation.value(statement, placed, spot.when, spot.measure)
    unit = like.unit if like else placed.line.unit or statement.unit
    cell = _cell(value, unit, like.sign if like else placed.shows.sign)
    label = swedish("{line} ({statement})").format(line=placed.line.label, statement=statement.title)
    column = _column_like(reading, statement, placed, spot)
    return FigurePart(label, cell, _there(reading, statement, placed.line, column) if column else None)


def _column_like(reading: Reading, statement: StatementLayout, placed: Printed, spot: Spot) -> str:
    """Return the column of another statement that tells of the same time in the same way; empty when none does."""

    def way(asked: Measure | None) -> Measure | None:
        return placed.line.measure or asked or statement.measure

    for column in reading.columns(statement.id):
        when = When(reading.times[statement.id, column.id], column.scenario)
        if when == spot.when and not column.made_of and way(column.measure) == way(spot.measure):
            return column.id
    return ""


def _there(reading: Reading, statement: StatementLayout, line: Line, column: str) -> Place | None:
    place = Place(statement.id, line.id, column)
    return place if reading.has(place) else None


def _cell(value: Value, unit: Unit, sign: int) -> Cell:
    return Number(value.exact * sign, unit, value.origin) if isinstance(value, Amount) else value
