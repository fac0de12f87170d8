"""How does a statement stand in a report?

With the columns and the words that the report chooses. What tells nothing is left out, and said: a comparison with a
year that nobody has read, and a column that tells the same months as one before it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from samordna.domain.document import Missing, Number, Row, Table, annotated
from samordna.domain.ledger.entered import Scenario
from samordna.domain.reports.template import ReportTemplate, StatementSpec
from samordna.domain.statements.choosing import with_column
from samordna.domain.statements.lay_out import Statements
from samordna.domain.statements.layout import ColumnLayout, Layout
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period

_LEFT_OUT = swedish("{period} visas inte: bokföringen för de månaderna är inte inläst.")
_REMEDY = swedish("Läs in det räkenskapsåret, eller lägg in beloppen för hand, så visas de.")


def fitted_layout(template: ReportTemplate, layout: Layout) -> Layout:
    """Return the layout with every column shown that the template chooses, those shown only on demand too.

    A column or statement that is not there is told when the report is made.
    """
    known = {(statement.id, column.id) for statement in layout.statements for column in statement.columns}
    specs = (block for block in template.blocks if isinstance(block, StatementSpec))
    chosen = ((spec.statement, column) for spec in specs for column in spec.columns)
    for statement, column in dict.fromkeys(chosen):
        if (statement, column) in known:
            layout = with_column(layout, statement, column)
    return layout


@dataclass
class Fitting:
    """Fits statements into one report; what to do about a year that is left out is said the first time only."""

    statements: Statements
    _told: set[Period] = field(default_factory=set)

    def table(self, spec: StatementSpec) -> Table:
        """Return a statement as the report shows it.

        Raises ``KeyError`` for a statement, a column or a row that the layout does not have.
        """
        table = self.statements.table(spec.statement)
        columns = _Columns(self.statements, table)
        shown = _relabelled(_only(table, columns.kept(spec.columns)), spec.labels)
        return self._remarked(shown, columns.left_out(spec.columns))

    def pictured(self, statement: str) -> Table:
        """Return a statement for a picture of it, which is not read as a comparison: what is left out is not told."""
        table = self.statements.table(statement)
        return _only(table, _Columns(self.statements, table).kept(()))

    def months(self, table: Table) -> Table:
        """Return a line by month, for a picture of it, without a comparison that nobody has read."""
        compare = self.statements.asked.compare
        unread = [
            index
            for index, column in enumerate(table.columns)
            if not column.emphasis and compare in self.statements.unread and _mostly_missing(table.rows, index)
        ]
        kept = [index for index in range(len(table.columns)) if index not in unread]
        return _only(table, kept)

    def _remarked(self, table: Table, left_out: Iterable[Period]) -> Table:
        remarks = tuple(self._remark(period) for period in left_out)
        return replace(table, remarks=(*table.remarks, *remarks))

    def _remark(self, period: Period) -> str:
        said = _LEFT_OUT.format(period=period.in_words.capitalize())
        if period in self._told:
            return said
        self._told.add(period)
        return f"{said} {_REMEDY}"


@dataclass(frozen=True)
class _Columns:
    """The columns of one statement, as its table has them."""

    statements: Statements
    table: Table

    def kept(self, chosen: tuple[str, ...]) -> list[int]:
        """Return the places of the columns to show; one that has nothing to show is passed over."""
        dropped = {*self._unread(chosen), *self._repeated(chosen)}
        return [index for index in self._wanted(chosen) if self.table.columns[index].id not in dropped]

    def left_out(self, chosen: tuple[str, ...]) -> list[Period]:
        """Return the months of the columns that are left out since nobody has read them."""
        times = (self._time(column) for column in self._unread(chosen) if not self._by_id[column].made_of)
        return list(dict.fromkeys(time for time in times if time))

    def _wanted(self, chosen: tuple[str, ...]) -> list[int]:
        places = {column.id: index for index, column in enumerate(self.table.columns)}
        for column in chosen:
            if column not in self._by_id:
                raise KeyError(f"{self.table.id}.{column}")
        return [places[column] for column in chosen or places if column in places]

    def _unread(self, chosen: tuple[str, ...]) -> list[str]:
        """Return the columns of a year that nobody has read, and those made of them."""
        told = {self.table.columns[index].id: index for index in self._wanted(())}
        missing = [column for column, index in told.items() if self._is_unread(self._by_id[column], index)]
        made = [column for column in told if set(self._by_id[column].made_of) & set(missing)]
        return [column for column in (*missing, *made) if not chosen or column in chosen]

    def _is_unread(self, column: ColumnLayout, index: int) -> bool:
        if column.scenario is not Scenario.ACTUAL or column.made_of:
            return False
        return self._time(column.id) in self.statements.unread and _mostly_missing(self.table.rows, index)

    def _repeated(self, chosen: tuple[str, ...]) -> Iterator[str]:
        """Yield the columns that tell just what one before them tells."""
        seen = set[object]()
        for index in self._wanted(chosen):
            column = self._by_id[self.table.columns[index].id]
            tells = (self._time(column.id), column.scenario, column.measure, column.shows)
            if not column.made_of and tells in seen:
                yield column.id
            seen.add(tells)

    def _time(self, column: str) -> Period | None:
        return self.statements.times.get((self.table.id, column))

    @cached_property
    def _by_id(self) -> dict[str, ColumnLayout]:
        return {column.id: column for column in self.statements.layout.statement(self.table.id).columns}


def _mostly_missing(rows: Iterable[Row], index: int) -> bool:
    """Tell whether a column lacks more of its figures than it has."""
    cells = [row.cells[index] for row in rows if row.cells]
    return sum(isinstance(cell, Missing) for cell in cells) > sum(isinstance(cell, Number) for cell in cells)


def _only(table: Table, kept: list[int]) -> Table:
    """Return the table with some of its columns, in that order."""
    rows = (replace(row, cells=tuple(row.cells[index] for index in kept)) if row.cells else row for row in table.rows)
    return annotated(replace(table, columns=tuple(table.columns[index] for index in kept), rows=tuple(rows)), ())


def _relabelled(table: Table, labels: tuple[tuple[str, str], ...]) -> Table:
    """Return the table with other words for some rows."""
    named = dict(labels)
    for row in named.keys() - {row.id for row in table.rows}:
        raise KeyError(f"{table.id}.{row}")
    return replace(table, rows=tuple(replace(row, label=named.get(row.id, row.label)) for row in table.rows))
