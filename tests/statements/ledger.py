"""Books small enough to be read as a table, and a laid-out table as text.

::

    books('''
    account          opening  2024-01  2024-02
    1930 T Bank         1000      500     -200
    3010 I Bidrag          .     -500        .
    ''')

Amounts are kronor, debit positive; a dot is nothing. A row may end its account with objects
(``5010 K Lokalhyra 1:20 6:P1``): such rows are parts of the account, not more of it.
"""

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from samordna.domain.document import Blank, Missing, Table
from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Account, AccountKind, FiscalYear
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.statements.lay_out import Statements, lay_out
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import UNITS

HEAD = 'name = "prov"\ntitle = "Prov"\nfrom_year = 2020\n'


class _Row(NamedTuple):
    account: Account
    objects: tuple[tuple[str, str], ...]
    amounts: dict[str, int]


def books(*years: str, budget: str = "", covers_to: int = 0) -> Balances:
    """Return the balances that tables of years describe, oldest first; ``budget`` is a table for the last."""
    read = [_year(text, version) for version, text in enumerate(years, start=1)]
    accounts = {number: account for known, _ in read for number, account in known.items()}
    last = read[-1][1]
    planned = {row.account.number: _months(row) for row in _rows(budget)} if budget else {}
    last = YearBalances(last.year, last.version, covers_to or last.covers_to, last.opening, last.movements, planned)
    return Balances(accounts, {}, (*(year for _, year in read[:-1]), last))


def _year(text: str, version: int) -> tuple[dict[str, Account], YearBalances]:
    rows = _rows(text)
    number = int(text.strip().splitlines()[0].split()[-1][:4])
    year = FiscalYear(dt.date(number, 1, 1), dt.date(number, 12, 31))
    whole = {row.account.number: _months(row) for row in rows if not row.objects}
    objects: dict[tuple[str, tuple[str, str]], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    pairs: dict[tuple[str, tuple[str, str], tuple[str, str]], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        for month, ore in _months(row).items():
            for key in row.objects:
                objects[row.account.number, key][month] += ore
            if len(row.objects) == 2:
                pairs[row.account.number, row.objects[0], row.objects[1]][month] += ore
    opening = {row.account.number: row.amounts["opening"] for row in rows if row.amounts.get("opening")}
    accounts = {row.account.number: row.account for row in rows}
    return accounts, YearBalances(year, version, number * 100 + 12, opening, Sums(whole, objects, pairs))


def _rows(text: str) -> list[_Row]:
    head, *lines = text.strip().splitlines()
    columns = head.split()[1:]
    return [_row(line.split(), columns) for line in lines]


def _row(words: list[str], columns: list[str]) -> _Row:
    number, kind, name, *rest = words
    objects = tuple((word.split(":")[0], word.split(":")[1]) for word in rest if ":" in word)
    amounts = [word for word in rest if ":" not in word]
    told = {c: int(Decimal(word) * 100) for c, word in zip(columns, amounts, strict=False) if word != "."}
    return _Row(Account(number, name.replace("_", " "), AccountKind(kind)), objects, told)


def _months(row: _Row) -> dict[int, int]:
    return {int(name.replace("-", "")): ore for name, ore in row.amounts.items() if name != "opening"}


def layout(text: str) -> Layout:
    """Return a layout of statements and controls."""
    return read_layout(HEAD + text, "prov.toml")


def entered(
    key: str, kronor: str, period: str, *, scenario: Scenario = Scenario.ACTUAL, unit: str = "kr"
) -> EnteredFigure:
    """Return a figure entered in the unit's own least part, from ``Protokoll 4``."""
    exact = int(Decimal(kronor) * (1 if unit == "persons" else 100))
    return EnteredFigure(key, scenario, Period.parse(period), exact, UNITS[unit], "Protokoll 4")


def laid_out(
    text: str, balances: Balances, period: str, *figures: EnteredFigure, compare: str | None = None
) -> Statements:
    """Return statements of a layout's text for a period."""
    asked = Asked.of(Period.parse(period), Period.parse(compare) if compare else None)
    return lay_out(layout(text), balances, asked, figures)


def printed(table: Table) -> str:
    """Return the table as text: the columns, then a line per row with its depth, and why a figure is missing."""
    lines = [" | ".join(column.label for column in table.columns)]
    for row in table.rows:
        name = "  " * row.level + " ".join(part for part in (row.code, row.label) if part)
        cells = [_cell(cell) for cell in row.cells]
        lines.append(": ".join(part for part in (name, " | ".join(cells)) if part))
    return "\n".join(lines).replace("\u00a0", " ").replace("\u2212", "-") + "\n"


def _cell(cell: object) -> str:
    if isinstance(cell, Missing):
        return f"[{cell.reason}]"
    return "" if isinstance(cell, Blank) else cell.text  # type: ignore[attr-defined]
