"""What kind of values does a column hold, whatever its head says?"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Final

from samordna.sources.tables.cells import Cell, Grid, text_of
from samordna.sources.tables.values import amount_of, date_of

_SAMPLE: Final = 500
_ROWS: Final = 5_000
_ACCOUNT: Final = re.compile(r"[1-9][0-9]{3,7}(?:[\s:–-]+\D.*)?", re.DOTALL)
_MONTH: Final = re.compile(r"(?:19|20)[0-9]{2}-?[01][0-9]")
_ANY_MONTH: Final = re.compile(
    rf"{_MONTH.pattern}|0?[0-9]|1[0-3]|[a-zåäö]{{3,9}}\.?(?:[ -](?:[0-9]{{2}}){{1,2}})?", re.IGNORECASE
)
_COMMA: Final = re.compile(r",(?:[0-9]{1,2}|[0-9]{4,})\D{0,4}$")
_POINT: Final = re.compile(r"\.(?:[0-9]{1,2}|[0-9]{4,})\D{0,4}$")
_COMMA_GROUPS: Final = re.compile(r"[0-9],[0-9]{3}\D{0,4}$")
_MOSTLY: Final = 0.8


@dataclass(frozen=True, slots=True)
class Profile:
    """How many cells of a column hold something, and how many of them look like each kind of value."""

    filled: int = 0
    accounts: int = 0
    dates: int = 0
    months: int = 0
    named_months: int = 0
    amounts: int = 0

    @property
    def are_accounts(self) -> bool:
        """Tell whether nearly all are account numbers."""
        return self._mostly(self.accounts) and not self.are_dates and not self.are_months

    @property
    def are_dates(self) -> bool:
        """Tell whether nearly all are days."""
        return self._mostly(self.dates)

    @property
    def are_months(self) -> bool:
        """Tell whether nearly all are months such as ``202401``."""
        return self._mostly(self.months)

    @property
    def could_be_months(self) -> bool:
        """Tell whether nearly all are months also in short: ``jan``, or ``1``."""
        return self._mostly(self.named_months)

    @property
    def are_amounts(self) -> bool:
        """Tell whether nearly all are amounts; account numbers and days can look like such."""
        return self._mostly(self.amounts)

    def _mostly(self, count: int) -> bool:
        return self.filled > 0 and count >= _MOSTLY * self.filled


def profile_of(grid: Grid, column: int, first: int) -> Profile:
    """Return what a column holds from row ``first`` on, told from its first cells that hold something."""
    rows = range(first, min(len(grid.rows), first + _ROWS))
    cells = list(islice((cell for row in rows if (cell := grid.cell(row, column)) != ""), _SAMPLE))
    texts = [text_of(cell) for cell in cells]
    return Profile(
        filled=len(cells),
        accounts=sum(bool(_ACCOUNT.fullmatch(text)) for text in texts),
        dates=sum(map(_is_date, cells)),
        months=sum(bool(_MONTH.fullmatch(text)) for text in texts),
        named_months=sum(bool(_ANY_MONTH.fullmatch(text)) for text in texts),
        amounts=sum(map(_is_amount, cells)),
    )


def decimal_mark(cells: Iterable[Cell]) -> str:
    """Return the decimal mark of amounts that are written as texts; a comma where nothing tells.

    Commas that part thousands (``12,000``) tell that it is a point.
    """
    texts = [cell for cell in cells if isinstance(cell, str)]
    commas, points = (sum(bool(sign.search(text)) for text in texts) for sign in (_COMMA, _POINT))
    if commas == points == 0:
        return "." if any(_COMMA_GROUPS.search(text) for text in texts) else ","
    return "." if points > commas else ","


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, Decimal) and cell < 100_000:  # a day number looks like any number
        return False
    if isinstance(cell, str) and len(cell) < 6:
        return False
    try:
        date_of(cell)
    except ValueError:
        return False
    return True


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, dt.date):
        return False
    try:
        return any(amount_of(cell, mark) is not None for mark in ",.")
    except ValueError:
        return False
