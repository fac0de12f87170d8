"""A table finds its rows and cells by id."""

import pytest

from samordna.domain.document import BLANK, Column, Missing, Row, RowKind, Table
from samordna.domain.values.unit import KRONOR

LATER = Missing("senare")
TABLE = Table(
    id="income",
    title="Resultat",
    unit=KRONOR,
    columns=(Column("actual", "2024"), Column("previous", "2023")),
    rows=(
        Row("rubrik", "Intäkter", RowKind.HEADING),
        Row("bidrag", "Bidrag", RowKind.DETAIL, (BLANK, LATER)),
        Row("RES1", "Resultat", RowKind.RESULT, (BLANK, BLANK), code="RES1"),
    ),
)


def test_a_cell_is_found_by_row_and_column():
    assert TABLE.cell("bidrag", "previous") is LATER
    assert TABLE.row("RES1").kind is RowKind.RESULT


@pytest.mark.parametrize(
    ("row", "column", "named"),
    [
        ("vinst", "actual", "income.vinst"),
        ("bidrag", "budget", "income.bidrag.budget"),
        ("rubrik", "actual", "income.rubrik"),
    ],
)
def test_a_cell_that_is_not_there_is_named(row, column, named):
    with pytest.raises(KeyError, match=named):
        TABLE.cell(row, column)


def test_a_table_has_codes_when_a_row_has_one():
    assert TABLE.has_codes
    assert not Table("a", "A", KRONOR, (), TABLE.rows[:2]).has_codes
