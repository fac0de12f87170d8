"""Which few figures of the statements say how things stand, and beside what?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import Cell, Number
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.layout import ColumnLayout, FromLine, Measure, Side
from samordna.domain.statements.reading import Place, Reading, Spot
from samordna.domain.statements.span import heading


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure and where a statement has it.

    It is shown on the side that is good: a surplus, equity and cash are plus, whatever side the statement shows.
    ``turned`` is the name of a statement that shows it with the other sign, empty when it shows the same.
    """

    heading: str
    cell: Cell
    place: Place
    turned: str = ""


@dataclass(frozen=True, slots=True)
class KeyStanding:
    """A line of the overview: its word in the layout, what it is called, how it stands, and what it stood at before."""

    word: str
    label: str
    now: Standing
    before: Standing | None


_SIDES: Final = {"result": Side.CREDIT, "equity": Side.CREDIT, "cash": Side.DEBIT}
"""The words of ``[overview]`` that are one figure each, and the side each is shown on."""


def standings(reading: Reading) -> Iterator[KeyStanding]:
    """Yield the figures that the layout's overview names, as its statements have them."""
    for word, side in _SIDES.items():
        line: FromLine | None = getattr(reading.statements.layout.overview, word)
        now = actual_place(reading, line) if line else None
        if not now:
            continue
        spot, before = reading.spot(now), _before(reading, reading.spot(now))
        yield KeyStanding(
            word, spot.line.label, _standing(reading, now, side), _standing(reading, before, side) if before else None
        )


def actual_place(reading: Reading, line: FromLine) -> Place | None:
    """Return where a line tells of what has happened: in the column its statement is about. None when none does."""
    columns = [column for column in reading.columns(line.statement) if _tells(column)]
    emphasised = [column for column in columns if column.emphasis] or columns
    places = (Place(line.statement, line.line, column.id) for column in emphasised[:1])
    return next((place for place in places if reading.has(place)), None)


def _tells(column: ColumnLayout) -> bool:
    return column.scenario is Scenario.ACTUAL and not column.made_of


def _before(reading: Reading, spot: Spot) -> Place | None:
    """Return where the figure stands that a figure is compared with.

    A balance is compared with the year's opening, else with the year before it; a movement with the same months a
    year earlier.
    """
    columns = [
        column for column in reading.columns(spot.statement.id) if _tells(column) and column.id != spot.column.id
    ]
    balance = spot.measure is Measure.CLOSING
    tests = (
        lambda column: balance and column.measure is Measure.OPENING,
        lambda column: balance and column.span == "previous_year",
        lambda column: column.span == "compare",
    )
    found = next((column for test in tests for column in columns if test(column)), None)
    return Place(spot.statement.id, spot.line.id, found.id) if found else None


def _standing(reading: Reading, place: Place, side: Side) -> Standing:
    spot, cell = reading.spot(place), reading.cell(place)
    turned = isinstance(cell, Number) and cell.exact != 0 and spot.sign != side.sign
    if isinstance(cell, Number) and turned:
        cell = replace(cell, exact=-cell.exact)
    title = spot.statement.title if turned else ""
    return Standing(heading(spot.column.label, spot.when.period), cell, place, title)
