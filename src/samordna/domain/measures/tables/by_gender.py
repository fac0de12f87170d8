"""How is one measure laid out by gender, divided by units, by a code list, or by both?"""

from collections.abc import Iterator

from samordna.domain.document import Cell, Column, Row, RowKind, Table
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.measures.spots import Spot, Whose
from samordna.domain.measures.tables.parts import (
    SHARE,
    TOTAL,
    gender_cells,
    gender_columns,
    genders_of,
    group_of,
    places,
    row_id,
)
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.measures.view import ACTIVITY, UNIT, View
from samordna.domain.measures.wanted import rows_of, tables_by
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish


def by_gender_table(view: View, measure: Measure, reader: Reader) -> Table:
    """Return a measure by gender: rows are what the view divides it by."""
    genders = genders_of((measure,))
    shares = (Column(SHARE, swedish("Andel")),) if view.shares and measure.form is Form.COUNT else ()
    return Table(
        id=f"{view.key}-{measure.key}",
        title=view.heading(measure),
        unit=measure.unit,
        columns=(*gender_columns(genders), *shares),
        rows=tuple(_rows(view, measure, reader)),
        stub=_stub(view, measure),
    )


def _stub(view: View, measure: Measure) -> str:
    tables = tables_by(measure, view)
    if tables:
        return swedish("Fördelat på")
    return swedish("Enhet") if UNIT in view.by else swedish("Insats") if ACTIVITY in view.by else ""


def _rows(view: View, measure: Measure, reader: Reader) -> Iterator[Row]:
    divided = tables_by(measure, view)
    for whose, name, kind, level in places(view, reader, measure.tables):
        cells = _cells(view, measure, reader, whose)
        if not divided:
            yield Row(row_id(whose), name, kind, cells, level=level)
        elif not whose.unit and whose.activity and len(view.by) > 1:
            continue
        else:
            nested = UNIT in view.by or ACTIVITY in view.by
            if nested:
                yield Row(row_id(whose), name, RowKind.SUBTOTAL, cells)
            yield from _divided(view, measure, reader, (whose, divided[0], 1 if nested else 0))
            if not nested:
                yield Row(TOTAL, swedish("Totalt"), RowKind.RESULT, cells)


def _divided(view: View, measure: Measure, reader: Reader, where: tuple[Whose, str, int]) -> Iterator[Row]:
    """Yield the rows of a table, those of a group after the group's own."""
    whose, table, level = where
    before = f"{row_id(whose)}/" if level else ""
    for tally, key, name, kind, deeper in divided_rows(view, reader, table):
        cells = _cells(view, measure, reader, whose, tally)
        yield Row(f"{before}{key}", name, kind, cells, level=level + deeper)


def divided_rows(view: View, reader: Reader, table: str) -> Iterator[tuple[Tally, str, str, RowKind, int]]:
    """Yield what each row counts, its key, what it is called, of which kind it is, and how deep: groups and rows."""
    told = set()
    for codes in reader.ground.rows(table, reader.lists):
        group = group_of(codes, view.groups)
        together = rows_of(group, table, reader.ground, reader.lists) if group else ()
        if group and together and group.key not in told:
            told.add(group.key)
            kind = RowKind.DETAIL if view.only_groups else RowKind.SUBTOTAL
            yield Tally(table, together), group.key, group.name, kind, 0
        if not view.only_groups:
            name = row_name(reader, table, codes)
            yield Tally(table, (codes,)), "/".join(codes), name, RowKind.DETAIL, 1 if together else 0


def row_name(reader: Reader, table: str, codes: tuple[str, ...]) -> str:
    """Return what a row of a count table is called."""
    dimensions = TABLES[table].dimensions
    return ", ".join(reader.lists.name(one, code) for one, code in zip(dimensions, codes, strict=False))


def _cells(view: View, measure: Measure, reader: Reader, whose: Whose, tally: Tally | None = None) -> tuple[Cell, ...]:
    cells = gender_cells(reader, measure, genders_of((measure,)), whose, tally)
    if not view.shares or measure.form is not Form.COUNT:
        return cells
    part = tally or measure.numerator
    base = Spot(measure.numerator.table, (), None, whose if tally else Whose())
    return (*cells, reader.share(measure, Spot(part.table, part.rows, None, whose), base))
