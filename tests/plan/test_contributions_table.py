"""Every party has a row, the sum is the sum, and the forecast stands beside it only when it says something else."""

from samordna.domain.document import ComputedOrigin, EnteredOrigin, Number, Table
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions_table import contributions_table
from samordna.domain.values.period import Period

YEAR = Period(202401, 202412)
STATE = Contribution("Staten", YEAR, 900_000_00, "Beslut 2024")
REGION = Contribution("Regionen", YEAR, 450_000_50, "Beslut 2024")


def rows(table: Table) -> list[str]:
    texts = (" | ".join([row.label, *(getattr(cell, "text", "") for cell in row.cells)]) for row in table.rows)
    return [text.replace("\xa0", " ") for text in texts]


def test_each_party_and_the_sum_of_all_of_them():
    other_year = Contribution("Staten", Period(202301, 202312), 1_00)
    table = contributions_table([STATE, REGION, other_year], YEAR)
    assert [column.label for column in table.columns] == ["Bidrag 2024"]
    assert rows(table) == ["Staten | 900 000", "Regionen | 450 001", "Summa | 1 350 001"]


def test_what_the_forecast_reckons_with_stands_beside_when_it_differs_for_anybody():
    less = Contribution("Regionen", YEAR, 450_000_00, "Beslut 2024", expected=400_000_00)
    table = contributions_table([STATE, less], YEAR)
    assert [column.label for column in table.columns] == ["Bidrag 2024", "Prognos 2024"]
    assert rows(table) == [
        "Staten | 900 000 | 900 000",
        "Regionen | 450 000 | 400 000",
        "Summa | 1 350 000 | 1 300 000",
    ]


def test_every_figure_says_where_it_comes_from():
    table = contributions_table([STATE, REGION], YEAR)
    cell, total = table.cell("Staten", "amount"), table.cell(":total", "amount")
    assert isinstance(cell, Number)
    assert cell.origin == EnteredOrigin("Beslut 2024", "contributions:Staten", "budget", YEAR)
    assert isinstance(total, Number)
    assert isinstance(total.origin, ComputedOrigin)
    assert sum(part.exact for part in total.origin.parts) == total.exact
