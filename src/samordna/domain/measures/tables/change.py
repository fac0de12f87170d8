"""How are answers laid out: question by question, with how many answered and how sure the mean is?"""

from collections.abc import Iterator

from samordna.domain.document import Column, Row, RowKind, Table
from samordna.domain.measures.measure import Measure
from samordna.domain.measures.spots import Spot, Whose
from samordna.domain.measures.tables.by_gender import row_name
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.measures.view import View
from samordna.domain.participation.count_table import GENDER_NAMES, Gender
from samordna.domain.values.language import swedish


def change_table(view: View, measure: Measure, reader: Reader) -> Table:
    """Return each question of all, of women, of men, and of those whose gender is unknown."""
    columns = (
        Column("n", swedish("Antal")),
        Column("mean", swedish("Medel"), emphasis=True),
        Column("low", swedish("Lägst (95 %)")),
        Column("high", swedish("Högst (95 %)")),
    )
    rows = tuple(_rows(measure, reader))
    return Table(f"{view.key}-{measure.key}", view.heading(measure), measure.unit, columns, rows, stub=swedish("Fråga"))


def _rows(measure: Measure, reader: Reader) -> Iterator[Row]:
    table = measure.numerator.table
    questions = reader.ground.rows(table, reader.lists)
    for gender in (None, *Gender) if questions else ():
        key = gender.value if gender else "total"
        yield Row(f":{key}", GENDER_NAMES[gender].capitalize(), RowKind.HEADING)
        for codes in questions:
            cells = reader.answers(measure, Spot(table, (codes,), gender, Whose()))
            yield Row(f"{key}:{'/'.join(codes)}", row_name(reader, table, codes), RowKind.DETAIL, cells, level=1)
