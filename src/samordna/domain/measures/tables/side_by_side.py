"""How are several measures laid out: beside each other by unit, or under each other by gender?"""

from collections.abc import Iterator
from dataclasses import replace

from samordna.domain.document import BLANK, Column, Row, RowKind, Table
from samordna.domain.measures.measure import Form
from samordna.domain.measures.spots import Whose
from samordna.domain.measures.tables.parts import gender_cells, gender_columns, genders_of, places, row_id
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.measures.view import UNIT, View
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS


def side_by_side_tables(view: View, reader: Reader) -> tuple[Table, ...]:
    """Return measures beside each other, and the same by gender, where they are divided by gender at all."""
    columns = tuple(Column(one.key, view.heading(one)) for one in view.shown)
    beside = _without_empty(
        view, Table(view.key, view.name, PERSONS, columns, tuple(_rows(view, reader)), stub=_stub(view))
    )
    if not any(one.form not in _AS_AGREED for one in view.shown):
        return (beside,)
    return (beside, summary_table(view, reader, suffix="-gender", title=swedish("{name} efter kön")))


_AS_AGREED = (Form.AGREED, Form.BUDGETED, Form.OF_AGREED)
"""What is agreed is agreed of women and men alike."""


def summary_table(view: View, reader: Reader, suffix: str = "", title: str = "{name}") -> Table:
    """Return measures under each other, by gender, of all units together."""
    measures = [one for one in view.shown if one.form not in (*_AS_AGREED, Form.MEAN)]
    genders = genders_of(measures)
    rows = tuple(
        Row(one.key, view.heading(one), RowKind.DETAIL, gender_cells(reader, one, genders, Whose())) for one in measures
    )
    called = title.format(name=view.name)
    return Table(f"{view.key}{suffix}", called, PERSONS, gender_columns(genders), rows, stub=swedish("Mått"))


def _without_empty(view: View, table: Table) -> Table:
    """Return a table without the columns that apply to nobody; a form with headings of its own keeps its columns."""
    used = [at for at in range(len(table.columns)) if any(row.cells[at] is not BLANK for row in table.rows)]
    if view.headings or not used:
        return table
    columns = tuple(table.columns[at] for at in used)
    return replace(
        table,
        columns=columns,
        rows=tuple(replace(row, cells=tuple(row.cells[at] for at in used)) for row in table.rows),
    )


def _stub(view: View) -> str:
    return swedish("Enhet") if UNIT in view.by else swedish("Insats")


def _rows(view: View, reader: Reader) -> Iterator[Row]:
    tables = tuple(dict.fromkeys(table for one in view.shown for table in one.tables))
    for whose, name, kind, level in places(view, reader, tables):
        yield Row(row_id(whose), name, kind, tuple(reader.cell(one, whose) for one in view.shown), level=level)
