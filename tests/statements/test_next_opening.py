"""What a year that was not read closed with is what the year after it opened with; its movements stay unknown."""

from tests.statements.ledger import books, laid_out

from samordna.domain.document import BLANK, LedgerOrigin, Missing, Number, Table
from samordna.domain.values.period import Period

LAYOUT = """
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
unit = "kr"
shows = "credit"
measure = "movement"
answers_for = ["I", "K"]
columns = [{ id = "actual", label = "{short}" }, { id = "previous", label = "{short}", span = "compare" }]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "ovrigt", label = "Ej fördelat", unassigned = ["I", "K"] },
  { id = "resultat", label = "Resultat", sum = "above" },
]

[[statement]]
id = "balance"
kind = "balance"
title = "Balans"
unit = "kr"
measure = "closing"
answers_for = ["T", "S"]
columns = [{ id = "actual", label = "{end}" }, { id = "previous", label = "{end}", span = "compare" }]
lines = [
  { id = "bank", label = "Bank", accounts = "19*" },
  { id = "tillgangar", label = "Ej fördelat", unassigned = ["T"] },
  { id = "eget", heading = "Eget kapital", shows = "credit", lines = [
    { id = "kapital", label = "Kapital", accounts = "20*" },
    { id = "arets", label = "Årets resultat", line = "income:resultat" },
    { id = "skulder", label = "Ej fördelat", unassigned = ["S"] },
    { id = "summa", label = "Summa", sum = "group" },
  ] },
]
"""
YEAR = """
account         opening  2024-01  2024-12
1930 T Bank        1000      300      200
2010 S Kapital    -1000        .        .
3010 I Bidrag         .     -300     -200
"""


def tables(period: str) -> dict[str, Table]:
    return {table.id: table for table in laid_out(LAYOUT, books(YEAR), period).tables}


def test_the_balance_of_the_year_before_is_the_opening_one():
    balance = tables("2024-01..2024-12")["balance"]
    assert [balance.cell(row, "previous").text for row in ("bank", "kapital", "summa")] == ["1\u00a0000"] * 3
    cell = balance.cell("bank", "previous")
    assert isinstance(cell, Number)
    assert cell.origin == LedgerOrigin(("1930",), Period(202401, 202401), "opening", (), (1,))


def test_the_result_of_that_year_is_part_of_its_equity_and_not_nothing():
    balance = tables("2024-01..2024-12")["balance"]
    assert balance.cell("arets", "previous") == BLANK
    assert balance.remarks == (
        "Beloppen den 2023-12-31 är ingående balans 2024: resultatet till och med den dagen ingår i eget kapital.",
    )


def test_what_moved_in_it_is_not_known():
    assert isinstance(tables("2024-01..2024-12")["income"].cell("bidrag", "previous"), Missing)


def test_in_the_middle_of_that_year_nothing_is_known():
    balance = tables("2024-01..2024-11")["balance"]
    assert isinstance(balance.cell("bank", "previous"), Missing)
    assert balance.remarks == ()
