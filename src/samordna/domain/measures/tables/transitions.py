"""How are those who ended laid out by pairs: what they were at the start down, what they were at the end across?"""

from collections.abc import Iterator

from samordna.domain.document import Cell, Column, Row, RowKind, Table
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.measures.spots import Rows, Spot, Whose
from samordna.domain.measures.tables.parts import TOTAL
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.measures.tables.side_by_side import summary_table
from samordna.domain.measures.view import View
from samordna.domain.measures.wanted import tables_by
from samordna.domain.participation.count_table import GENDER_NAMES, Gender
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import Shown
from samordna.domain.values.language import swedish


def transition_tables(view: View, reader: Reader) -> Iterator[Table]:
    """Yield the pairs of every count of a view, gender by gender, and its other measures in a table after them."""
    for one in view.shown:
        if one.form is Form.COUNT:
            yield from _by_gender(view, one, reader)
    if any(one.form is not Form.COUNT for one in view.shown):
        yield summary_table(view, reader, suffix="-summary")


def _by_gender(view: View, measure: Measure, reader: Reader) -> Iterator[Table]:
    """Yield the pairs of all together, of women and of men, and of those of unknown gender where there are any."""
    for table in tables_by(measure, view):
        for gender in (None, *Gender):
            sign = reader.sign(Spot(measure.numerator.table, (), gender))
            nobody = isinstance(sign, Shown) and not sign.count
            if gender is not Gender.UNKNOWN or not nobody:
                yield _table(view, measure, reader, table, gender)


def _table(view: View, measure: Measure, reader: Reader, table: str, gender: Gender | None) -> Table:
    rows = reader.ground.rows(table, reader.lists)
    starts, ends = (dict.fromkeys(codes[at] for codes in rows) for at in (0, 1))

    def cells(of: Rows) -> tuple[Cell, ...]:
        """Return what may be read of some pairs, by what they ended as, and of them together."""
        each = (tuple(codes for codes in of if codes[1] == end) for end in ends)
        told = (reader.cell(measure, Whose(), gender, Tally(table, pairs)) for pairs in each)
        whole = None if of == rows else Tally(table, of)
        return (*told, reader.cell(measure, Whose(), gender, whole))

    first, second = TABLES[table].dimensions
    names = {end: reader.lists.name(second, end) for end in ends}
    columns = tuple(Column(end, name[0].upper() + name[1:]) for end, name in names.items())
    by_start = ((start, tuple(codes for codes in rows if codes[0] == start)) for start in starts)
    suffix = f"-{gender.value}" if gender else ""
    return Table(
        f"{view.key}-{measure.key}{suffix}",
        swedish("{name}, {gender}").format(name=view.name, gender=GENDER_NAMES[gender]),
        measure.unit,
        (*columns, Column(TOTAL, GENDER_NAMES[None].capitalize(), emphasis=True)),
        (
            *(Row(start, reader.lists.name(first, start), RowKind.DETAIL, cells(of)) for start, of in by_start),
            Row(TOTAL, GENDER_NAMES[None].capitalize(), RowKind.RESULT, cells(rows)),
        ),
        stub=swedish("Huvudsaklig försörjning vid start"),
    )
