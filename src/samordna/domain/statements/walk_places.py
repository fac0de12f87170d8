"""Where in the statements do the figures of a walk stand?

A walk leads over lines of the layout: its figure leads to the same figure of a table, when one has it for just that
time. What a walk only adds up has no place, and says itself how it was found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from samordna.domain.document import Cell, ComputedOrigin, Number, Table
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.holdings import When
from samordna.domain.statements.layout import Bridge, ColumnLayout, FromLine, Measure
from samordna.domain.statements.reading import Place, Reading
from samordna.domain.statements.span import resolve
from samordna.domain.values.period import Period, months_later

Places: TypeAlias = Mapping[tuple[str, str], Place]
"""By the ids of the row and the column of a walk."""

_PLANS: Final = {"forecast": Scenario.FORECAST, "budget": Scenario.BUDGET}
_BOOKED: Final = {"actual": Scenario.ACTUAL, "unbooked": Scenario.UNBOOKED}


def bridge_places(reading: Reading, table: Table) -> Places:
    """Return where the figures of a bridge stand."""
    words, period = reading.statements.layout.bridge, reading.statements.asked.period
    if words is None:
        return {}
    lines = {**_lines(words), "net_cost": words.net_cost, "financial": _only(words.financial)}
    return _Walked(reading, table, period, period).places(lines, _BOOKED)


def outlook_places(reading: Reading, table: Table) -> Places:
    """Return where the figures of an outlook stand."""
    layout, asked = reading.statements.layout, reading.statements.asked
    if layout.bridge is None:
        return {}
    year = resolve("year", asked, reading.balances)
    lines = {**_lines(layout.bridge), "floor": layout.outlook.floor, "ceiling": layout.outlook.ceiling}
    return _Walked(reading, table, year, asked.period).places(lines, _PLANS)


def _lines(words: Bridge) -> dict[str, FromLine | None]:
    """Return the rows that every walk has, and the lines that they are of."""
    return {
        "follow_up": words.follow_up,
        "contributions": words.contributions,
        "result": words.result,
        "opening_equity": words.equity,
        "closing_equity": words.equity,
    }


def _only(lines: tuple[FromLine, ...]) -> FromLine | None:
    return lines[0] if len(lines) == 1 else None


@dataclass(frozen=True)
class _Walked:
    """A walk over some months. What somebody entered is entered for those, or for what was ``asked`` for."""

    reading: Reading
    table: Table
    period: Period
    asked: Period

    def places(self, lines: Mapping[str, FromLine | None], scenarios: Mapping[str, Scenario]) -> Places:
        found = {
            (row.id, column.id): self._place(row.id, line, cell, scenarios[column.id])
            for row in self.table.rows
            for column, cell in zip(self.table.columns, row.cells, strict=False)
            if (line := lines.get(row.id)) and column.id in scenarios
        }
        return {key: place for key, place in found.items() if place}

    def _place(self, row: str, line: FromLine, walked: Cell, scenario: Scenario) -> Place | None:
        """Return the first place that shows the very figure: of the line, for its time, and as much."""
        for column in self.reading.columns(line.statement):
            place = Place(line.statement, line.line, column.id)
            if column.made_of or not self.reading.has(place):
                continue
            told = self.reading.cell(place)
            if self._is_time(row, place, column, scenario) and _as_much(walked, told):
                return place
        return None

    def _is_time(self, row: str, place: Place, column: ColumnLayout, scenario: Scenario) -> bool:
        spot = self.reading.spot(place)
        if row == "opening_equity":
            before = months_later(self.period.first, -1)
            opens = spot.measure is Measure.OPENING and spot.when.period.first == self.period.first
            closed = spot.measure is Measure.CLOSING and spot.when.period.last == before
            return column.scenario is Scenario.ACTUAL and (opens or closed)
        if row == "closing_equity":
            closes = spot.measure is Measure.CLOSING and spot.when.period.last == self.period.last
            return column.scenario is scenario and closes
        if row in {"floor", "ceiling"}:
            return spot.when in set(self._entered)
        return spot.when == When(self.period, scenario)

    @property
    def _entered(self) -> Iterator[When]:
        yield When(self.asked, Scenario.ACTUAL)
        yield When(self.period, Scenario.ACTUAL)


def _as_much(walked: Cell, told: Cell) -> bool:
    """Tell whether two cells show one figure, on whatever side."""
    return isinstance(walked, Number) and isinstance(told, Number) and abs(walked.exact) == abs(told.exact)


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure of a walk that has no place: its row and column, its cell, and the parts that it adds up, in words."""

    row: str
    column: str
    cell: Number
    parts: str


def explained(table: Table, places: Places) -> Iterator[Explained]:
    """Yield the figures of a walk that stand nowhere else, with what each is made of."""
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            if isinstance(cell, Number) and (row.id, column.id) not in places:
                yield Explained(row.label, column.label, cell, _parts(cell))


def _parts(cell: Number) -> str:
    """Return the parts of a figure with their amounts, on the side of the walk."""
    parts = cell.origin.parts if isinstance(cell.origin, ComputedOrigin) else ()
    told = [(part.label, replace(cell, exact=-part.exact).text) for part in parts if part.label]
    return ", ".join(f"{label} {text}" for label, text in told)
