"""How does the follow-up look where somebody writes forecasts in it, row by row, with the columns they have chosen?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from samordna.domain.document import Comment, Document, Table, annotated
from samordna.domain.plan.forecast import Forecast, ForecastNumber
from samordna.domain.plan.typed_number import Cell
from samordna.domain.reports.plain import statements_document
from samordna.domain.statements.choosing import with_column, with_columns
from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.lay_out import Statements
from samordna.domain.statements.layout import Layout, StatementKind, StatementLayout, cost_centre_lines_of
from samordna.domain.statements.shown_in import in_unit
from samordna.domain.statements.signs import with_signs_told
from samordna.domain.statements.span import Asked, heading
from samordna.domain.statements.tree import Printed
from samordna.domain.statements.usual_columns import forecast_column, ordered_columns, usual_columns
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR, Unit
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.books.ledgers import TakenImport
from samordna.office.questions.problems import UNKNOWN_COLUMN
from samordna.office.questions.statements.statements import foot_of, imports_used
from samordna.office.store.plan_numbers import last_lines
from samordna.office.store.plan_rows import FORECAST, latest_said


@dataclass(frozen=True, slots=True)
class ForecastCell:
    """A row's forecast where it is written: the number that stands, and how one that is typed is to be read.

    ``number`` is None while there is neither a proposal nor a person's own; ``seen`` is the last line of the journal
    about it, 0 for none.
    """

    row: str
    number: ForecastNumber | None
    seen: int
    cell: Cell

    @property
    def lacks_comment(self) -> bool:
        """Tell whether it is somebody's own number and nobody has said why."""
        return self.number is not None and self.number.is_own and not self.number.comment

    @property
    def shown(self) -> int | None:
        """The number as the table shows it, with its sign, in its last shown decimal; None while there is none."""
        return None if self.number is None else self.cell.unit.shown(self.number.amount * self.cell.cost_sign)

    @property
    def comment(self) -> str:
        """What somebody has said of why."""
        return self.number.comment if self.number else ""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column that can be chosen: its id, what it is called for the months asked for, whether it is shown."""

    id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table of the follow-up; forecasts are written in ``forecast_column`` of the rows in ``forecasts``.

    ``forecast_column`` is empty when it is not shown.
    """

    table: Table
    forecast_column: str
    forecasts: Mapping[str, ForecastCell] = field(default_factory=dict)

    @property
    def with_reasons(self) -> Table:
        """The table as it is read: what is said of a forecast stands below it, like any comment."""
        said = (Comment(row, self.forecast_column, one.comment) for row, one in self.forecasts.items())
        return annotated(self.table, said) if self.forecast_column else self.table


@dataclass(frozen=True, slots=True)
class FollowUpGrid:
    """The follow-up as it is written in: the tables, what can be chosen, and what it all was made from.

    ``year`` is the fiscal year that forecasts are for; ``registered`` tells whether the association has said which
    its rows are: before that no forecast can be written. ``used`` are the imports it rests on.
    """

    asked: Asked
    year: Period
    tables: tuple[WrittenTable, ...]
    choices: tuple[ColumnChoice, ...]
    registered: bool
    imports: tuple[TakenImport, ...]
    used: tuple[TakenImport, ...]
    document: Document

    def table(self, statement: str) -> WrittenTable | None:
        """Return the table of a statement, None when there is none."""
        return next((one for one in self.tables if one.table.id == statement), None)


def follow_up_grid(
    asked: Asked,
    *,
    unit: Unit | None = None,
    columns: Sequence[str] = (),
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
) -> FollowUpGrid:
    """Return the follow-up with the chosen columns; the usual ones when none are chosen, and kronor for no unit.

    Raises ``Refused`` as ``basis`` does, and for a column that no table has.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    return _Making(made_from, unit or KRONOR, tuple(columns)).made()


def forecast_said_by(year: Period, row: str) -> str:
    """Return who last said something of a row's forecast; empty when nobody has."""
    latest = latest_said(FORECAST, row, year)
    return latest.by if latest else ""


@dataclass(frozen=True)
class _Making:
    """The follow-up on its way."""

    made_from: Basis
    unit: Unit
    columns: tuple[str, ...]

    def made(self) -> FollowUpGrid:
        self._refuse_unknown()
        laid_out = with_signs_told(self._only(self.made_from.laid_out(self._layout)))
        tables = tuple(self._table(table) for table in laid_out.tables)
        read = replace(laid_out, tables=tuple(one.with_reasons for one in tables), findings=())
        used = imports_used(self.made_from, laid_out)
        title = swedish("Uppföljning per kostnadsställe")
        document = replace(statements_document(self.made_from.subject, read), title=title, foot=foot_of(used))
        return FollowUpGrid(
            asked=self.made_from.asked,
            year=self._year,
            tables=tables,
            choices=tuple(self._choices()),
            registered=self._registered,
            imports=self.made_from.imports,
            used=used,
            document=document,
        )

    def _refuse_unknown(self) -> None:
        known = {column.id for one in self._statements for column in one.columns}
        unknown = [name for name in self.columns if name not in known]
        if unknown:
            raise Refused([UNKNOWN_COLUMN.at("kolumner", columns=", ".join(unknown))])

    @cached_property
    def _statements(self) -> tuple[StatementLayout, ...]:
        """The statements where the register's rows stand."""
        kept = (one for one in self.made_from.layout.statements if one.kind is StatementKind.FOLLOW_UP)
        return tuple(one for one in kept if any(True for _ in cost_centre_lines_of(one.lines)))

    @cached_property
    def _layout(self) -> Layout:
        layout = in_unit(self.made_from.layout, self.unit)
        for one in self._statements:
            layout = with_columns(layout, one.id, self._chosen(one))
            forecast = forecast_column(one)
            if self._registered and forecast and forecast.id in self._chosen(one):
                layout = with_column(layout, one.id, forecast.id, always=True)
        return layout

    def _chosen(self, statement: StatementLayout) -> tuple[str, ...]:
        chosen = tuple(column.id for column in ordered_columns(statement) if column.id in self.columns)
        return chosen or usual_columns(statement)

    def _only(self, statements: Statements) -> Statements:
        kept = {one.id for one in self._statements}
        return replace(statements, tables=tuple(table for table in statements.tables if table.id in kept))

    def _choices(self) -> Iterator[ColumnChoice]:
        """Yield the columns of all tables, each once, as the first that has it calls it."""
        told: set[str] = set()
        times = self.made_from.reading.times
        for one in self._statements:
            chosen = self._chosen(one)
            for column in ordered_columns(one):
                if column.id not in told:
                    told.add(column.id)
                    yield ColumnChoice(column.id, heading(column.label, times[one.id, column.id]), column.id in chosen)

    def _table(self, table: Table) -> WrittenTable:
        statement = self._layout.statement(table.id)
        forecast = forecast_column(statement)
        if forecast is None or not any(column.id == forecast.id for column in table.columns):
            return WrittenTable(table, "")
        signed = {item.line.id: (forecast.shows or item.shows).sign for item in self._planned(statement)}
        rows = (row for row in table.rows if row.id in signed and self._is_written(row.id))
        cells = {row.id: self._cell(row.id, Cell(self.unit, signed[row.id])) for row in rows}
        return WrittenTable(table, forecast.id, cells)

    def _planned(self, statement: StatementLayout) -> Iterator[Printed]:
        """Yield the rows of the register that stand in a statement, where the plan's figures stand in it."""
        evaluation = self.made_from.reading.evaluation
        for item in evaluation.printed(statement):
            if isinstance(item, Printed) and isinstance(item.line.source, FromCostCentre) and item.line.source.planned:
                yield item

    def _is_written(self, key: str) -> bool:
        """Tell whether a row is meant to be used in the year, or has a number though it is not."""
        row = self.made_from.plan.register.row(key)
        return row is not None and (row.valid_in(self._year) or self._number(key) is not None)

    def _cell(self, key: str, cell: Cell) -> ForecastCell:
        return ForecastCell(key, self._number(key), self._lines.get(key, 0), cell)

    def _number(self, key: str) -> ForecastNumber | None:
        return self._forecast.of(key) if self._forecast else None

    @cached_property
    def _forecast(self) -> Forecast | None:
        return self.made_from.plan.forecast_of(self._year)

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        return last_lines(FORECAST, self._year)

    @cached_property
    def _year(self) -> Period:
        told = self.made_from.balances.year_of(self.made_from.asked.period.last)
        return told.year.period if told else self.made_from.asked.period

    @property
    def _registered(self) -> bool:
        return bool(self.made_from.plan.register.rows)
