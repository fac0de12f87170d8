"""Statements to write about: last year there were neither interest nor books of February."""

from tests.statements.ledger import books, entered, laid_out

from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.statements.lay_out import Statements

LAYOUT = """
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
unit = "kr"
shows = "credit"
measure = "movement"
nil = "–"
columns = [
  { id = "actual", label = "{short}" },
  { id = "previous", label = "{short}", span = "compare" },
  { id = "budget", label = "Budget", span = "year", scenario = "budget", optional = true },
]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "lokaler", label = "Lokaler", accounts = "50*" },
  { id = "ranta", label = "Ränta", accounts = "8*" },
  { id = "resultat", label = "Resultat", sum = "above" },
]

[[statement]]
id = "keyfigures"
kind = "keyfigures"
title = "Nyckeltal"
unit = "tkr"
columns = [{ id = "actual", label = "{short}" }]
lines = [
  { id = "andel", label = "Andel", ratio = ["income:lokaler", "income:bidrag"], shows = "credit", unit = "percent" },
  { id = "1010:10", label = "Projekt", line = "income:lokaler", shows = "debit" },
  { id = "anstallda", label = "Anställda", entered = true, unit = "persons" },
]
"""

THIS_YEAR = """
account           2024-01   2024-02
1930 T Bank       1234500    -89000
3010 I Bidrag    -1234500         .
5010 K Lokaler          .     89000
"""
LAST_YEAR = """
account           2023-01   2023-02
1930 T Bank       1234400    -90000
3010 I Bidrag    -1234400         .
5010 K Lokaler          .     90000
"""


def statements(*figures: EnteredFigure, years: tuple[str, ...] = (LAST_YEAR, THIS_YEAR), more: str = "") -> Statements:
    return laid_out(LAYOUT + more, books(*years), "2024-01..2024-02", *figures)


def three_persons() -> EnteredFigure:
    return entered("keyfigures:anstallda", "3", "2024-01..2024-02", unit="persons")
