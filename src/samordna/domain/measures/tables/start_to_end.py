"""How are those who ended laid out as they were when they began and when they ended?"""

from collections.abc import Iterator, Sequence

from samordna.domain.document import BLANK, Cell, Column, Row, RowKind, Table
from samordna.domain.measures.measure import Measure, Tally
from samordna.domain.measures.spots import Whose
from samordna.domain.measures.tables.by_gender import divided_rows
from samordna.domain.measures.tables.parts import gender_cells, gender_columns, genders_of
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.measures.view import View
from samordna.domain.measures.wanted import tables_by
from samordna.domain.participation.count_table import Gender
from samordna.domain.values.language import swedish


def start_to_end_table(view: View, measure: Measure, reader: Reader) -> Table:
    """Return the rows of a division at the start and at the end, by gender."""
    genders = genders_of((measure,))
    told = (("start:", swedish("Start, {gender}")), ("end:", swedish("Avslut, {gender}")))
    columns = tuple(
        Column(one.id, words.format(gender=one.label.lower()), one.emphasis)
        for before, words in told
        for one in gender_columns(genders, before)
    )
    rows = tuple(_rows(view, measure, reader))
    return Table(f"{view.key}-{measure.key}", view.name, measure.unit, columns, rows, stub=swedish("Fördelat på"))


def _rows(view: View, measure: Measure, reader: Reader) -> Iterator[Row]:
    tables, genders = tables_by(measure, view), genders_of((measure,))
    told = {
        key: (name, kind, deeper)
        for table in tables
        for _, key, name, kind, deeper in divided_rows(view, reader, table)
    }
    tallies = [{key: tally for tally, key, *_ in divided_rows(view, reader, table)} for table in tables]
    for key, (name, kind, deeper) in told.items():
        cells = tuple(cell for some in tallies for cell in _cells(reader, measure, genders, some.get(key)))
        yield Row(key, name, kind, cells, level=deeper)
    total = gender_cells(reader, measure, genders, Whose())
    yield Row("total", swedish("Personer som avslutats"), RowKind.RESULT, total * len(tables))


def _cells(reader: Reader, measure: Measure, genders: Sequence[Gender], tally: Tally | None) -> tuple[Cell, ...]:
    """Return what may be read of a row; blanks where nobody was asked it."""
    if tally is None:
        return (BLANK,) * (len(genders) + 1)
    return gender_cells(reader, measure, genders, Whose(), tally)
