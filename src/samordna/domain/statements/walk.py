"""How is a walk from one total to another printed: each step a row, and nothing between them left unsaid?

A walk is sections; each leads by its steps, from where those before it ended, to a total. What the steps do not add up
to is a row of its own, to the öre; where rows are rounded, so is what rounding does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import BLANK, Cell, ComputedOrigin, How, Missing, Number, Part, Row, RowKind, Table
from samordna.domain.statements.arithmetic import together
from samordna.domain.statements.holdings import Amount, Value
from samordna.domain.statements.layout import Side
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import Unit

_SIGN: Final = Side.CREDIT.sign
"""A walk ends in equity: what makes it larger is plus."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step or a total of a walk: its values in the columns, debit positive.

    One that is ``kept`` is printed though it is nothing.
    """

    id: str
    label: str
    values: tuple[Value, ...]
    kind: RowKind = RowKind.DETAIL
    kept: bool = False

    @property
    def is_printed(self) -> bool:
        """Tell whether there is anything to tell in any column."""
        return self.kept or any(value != BLANK and not _is_nothing(value) for value in self.values)


@dataclass(frozen=True, slots=True)
class Section:
    """Steps that lead to a total. ``begins`` are totals above that it goes on from.

    In a section that is ``checked`` what is not explained is printed though it is nothing.
    """

    steps: tuple[Step, ...]
    total: Step
    begins: tuple[Step, ...] = ()
    checked: bool = False

    @property
    def unexplained(self) -> Step:
        """What the steps do not add up to, in each column."""
        values = tuple(self._rest(index) for index in range(len(self.total.values)))
        return Step(f"{self.total.id}:unexplained", swedish("Ej förklarat"), values, kept=self.checked)

    def _rest(self, index: int) -> Value:
        total = self.total.values[index]
        told = together([(step.label, step.values[index]) for step in (*self.begins, *self.steps)])
        if not isinstance(total, Amount) or not isinstance(told, Amount):
            return BLANK
        parts = (Part(self.total.label, total.exact, total.origin), Part(_STEPS, told.exact, told.origin))
        return Amount(total.exact - told.exact, ComputedOrigin(_REST, parts, How.DIFFERENCE))


_STEPS: Final = swedish("stegen som leder dit")
_REST: Final = swedish("Summan minus stegen som leder dit.")
_ROUNDED: Final = swedish("Raderna är avrundade var för sig: så mycket skiljer det.")


def walk_table(frame: Table, sections: Iterable[Section]) -> Table:
    """Return the table with the rows of a walk; ``frame`` is its id, title, unit, columns and remarks."""
    rows = (row for section in sections for row in _rows(section, frame.unit))
    return replace(frame, rows=tuple(rows))


def _rows(section: Section, unit: Unit) -> Iterator[Row]:
    steps = [step_row(step, unit) for step in (*section.steps, section.unexplained) if step.is_printed]
    begins, total = [step_row(step, unit) for step in section.begins], step_row(section.total, unit)
    yield from steps
    yield from _rounding([*begins, *steps], total, unit)
    yield total


def step_row(step: Step, unit: Unit) -> Row:
    """Return a step as a row of the walk, or below it."""
    return Row(step.id, step.label, step.kind, tuple(_cell(value, unit) for value in step.values))


def _cell(value: Value, unit: Unit) -> Cell:
    return Number(value.exact * _SIGN, unit, value.origin) if isinstance(value, Amount) else value


def _rounding(above: Sequence[Row], total: Row, unit: Unit) -> Iterator[Row]:
    """Yield the row that says what rounding the rows above did to their total; none when they add up as printed."""
    cells = tuple(_rounded_away(above, index, cell, unit) for index, cell in enumerate(total.cells))
    if any(isinstance(cell, Number) and cell.shown for cell in cells):
        yield Row(f"{total.id}:rounding", swedish("Avrundning"), RowKind.DETAIL, cells)


def _rounded_away(above: Sequence[Row], index: int, total: Cell, unit: Unit) -> Cell:
    if not isinstance(total, Number) or any(isinstance(row.cells[index], Missing) for row in above):
        return BLANK
    told = sum(cell.shown for row in above if isinstance(cell := row.cells[index], Number))
    return Number((total.shown - told) * unit.holds / 10**unit.decimals, unit, ComputedOrigin(_ROUNDED))


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Amount) and not value.exact


def pictured(table: Table, name: str, *columns: str) -> Table:
    """Return the rows of a walk that a picture can show, those with a figure that is not nothing, in some columns."""
    kept = [index for index, column in enumerate(table.columns) if column.id in columns]
    rows = (replace(row, cells=tuple(row.cells[index] for index in kept)) for row in table.rows)
    shown = tuple(row for row in rows if any(isinstance(cell, Number) and cell.shown for cell in row.cells))
    return replace(table, id=name, columns=tuple(table.columns[index] for index in kept), rows=shown, remarks=())
