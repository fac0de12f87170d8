"""How are a cell's amount, day, month and account understood?

Each function raises ``ValueError`` for what it does not understand; the caller knows the cell and tells.
"""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.values.money import Ore
from samordna.domain.values.period import MONTHS, Month, months_later
from samordna.sources.sie.values import LARGEST
from samordna.sources.tables.cells import Cell, text_of

_MINUS: Final = "\u2212\u2013\u2010\u2011\u2012\ufe63\uff0d-"  # the plain one last: these stand in sets of a pattern
_BLANKS: Final = " \u00a0\u2007\u2009\u202f'’"
_ORE: Final = Decimal("0.01")
_NOISE: Final = Decimal("0.0001")
"""What a sum of floats may be off by, in kronor; a number that is further from whole öre has been rounded."""
_NONE: Final = frozenset({"", *_MINUS})
"""How an empty amount is written: nothing, or a lone dash."""


class Amount(NamedTuple):
    """An amount in öre, and whether more decimals than two had to go."""

    ore: Ore
    rounded: bool = False


def amount_of(cell: Cell, mark: str = ",") -> Amount | None:
    """Return the amount of a cell, None for an empty one; ``mark`` is the decimal mark of the table."""
    if isinstance(cell, Decimal):
        return _whole_ore(cell, _NOISE)
    if cell in _NONE:
        return None
    if isinstance(cell, str):
        return _of_text(cell, mark)
    raise ValueError(cell)


@lru_cache(maxsize=4096)
def _of_text(text: str, mark: str) -> Amount:
    found = _TEXTS[mark].fullmatch(text)
    if not found or bool(found["opens"]) != bool(found["closes"]):
        raise ValueError(text)
    signs = [sign for sign in (found["sign"], found["after"], found["opens"]) if sign]
    if len(signs) > 1 or not (found["whole"] or found["part"] or found["short"]):
        raise ValueError(text)
    whole = "".join(filter(str.isdecimal, found["whole"] or "0"))
    amount = _whole_ore(Decimal(f"{whole}.{found['part'] or found['short'] or '0'}"), Decimal(0))
    return amount._replace(ore=-amount.ore) if signs and signs[0] != "+" else amount


def _texts(mark: str, other: str) -> re.Pattern[str]:
    blanks = re.escape(_BLANKS)
    return re.compile(
        rf"(?P<opens>\()?[{blanks}]?(?P<sign>[+{_MINUS}])?[{blanks}]?"
        rf"(?P<whole>[0-9]{{1,3}}(?:[{blanks}{other}][0-9]{{3}}){{1,6}}|[0-9]{{1,18}})?"
        rf"(?:{re.escape(mark)}(?P<part>[0-9]{{1,18}})|{re.escape(other)}(?P<short>[0-9]{{1,2}}))?"
        rf"[{blanks}]?(?:kr\.?|sek|:-)?[{blanks}]?(?P<after>[+{_MINUS}])?(?P<closes>\))?",
        re.ASCII | re.IGNORECASE,
    )


_TEXTS: Final = {",": _texts(",", "."), ".": _texts(".", ",")}


def _whole_ore(kronor: Decimal, noise: Decimal) -> Amount:
    if abs(kronor) * 100 > LARGEST:
        raise ValueError(kronor)
    whole = kronor.quantize(_ORE, rounding=ROUND_HALF_UP)
    return Amount(int(whole.scaleb(2)), rounded=abs(kronor - whole) > noise)


# Days and months

_TIME: Final = r"(?:[T ][0-9:.]{5,12})?"
_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<year>[0-9]{{4}})[-/.](?P<month>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}}){_TIME}",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        r"(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        r"(?P<year>[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
        rf"(?P<day>[0-9]{{1,2}})[/.](?P<month>[0-9]{{1,2}})[-/. ]{{1,2}}(?P<year>[0-9]{{4}}){_TIME}",
        r"(?P<day>[0-9]{1,2})[-. ]{1,2}(?P<month>[a-zåäö]{3,9})[-.,]? ?(?P<year>[0-9]{4})",
    )
)
_MONTH: Final = re.compile(
    r"(?P<y>[0-9]{4})[-/. ]?(?P<m>[0-9]{2})|(?P<name>[a-zåäö]{3,9})\.?[- ]?(?P<year>[0-9]{2}|[0-9]{4})?", re.IGNORECASE
)
_FIRST_SERIAL, _LAST_SERIAL = 25_000, 80_000  # 1968 and 2119, in the days that spreadsheets count
_DAY_ZERO: Final = dt.date(1899, 12, 30)
_YEARS: Final = range(1950, 2150)
_CENTURY: Final = 2000


def date_of(cell: Cell) -> dt.date:
    """Return the day of a cell: a date, ``2024-01-31``, ``20240131``, ``31/1 2024``, or a spreadsheet's day number."""
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, Decimal) and _FIRST_SERIAL <= cell < _LAST_SERIAL:
        return _DAY_ZERO + dt.timedelta(days=int(cell))
    return _date_of_text(text_of(cell))


@lru_cache(maxsize=4096)
def _date_of_text(text: str) -> dt.date:
    if len(text) == 5 and text.isdecimal() and text.isascii() and _FIRST_SERIAL <= int(text) < _LAST_SERIAL:
        return _DAY_ZERO + dt.timedelta(days=int(text))
    found = next((found for pattern in _DATES if (found := pattern.fullmatch(text))), None)
    if not found:
        raise ValueError(text)
    year = int(found["year"]) + (_CENTURY if len(found["year"]) == 2 else 0)
    if year not in _YEARS:
        raise ValueError(text)
    month = int(found["month"]) if found["month"].isdecimal() else month_named(found["month"])
    return dt.date(year, month, int(found["day"]))


def month_named(text: str) -> int:
    """Return the number of a month by its Swedish name or the beginning of it: ``jan``, ``sept``, ``augusti``."""
    name = text.casefold().rstrip(".")
    if len(name) >= 3:
        for number, month in enumerate(MONTHS, start=1):
            if month.startswith(name):
                return number
    if name in _ENGLISH:  # a spreadsheet set to English writes these
        return _ENGLISH[name]
    raise ValueError(text)


_ENGLISH: Final = {"may": 5, "oct": 10}


def month_of_cell(cell: Cell, year: FiscalYear) -> Month:
    """Return the month of a cell in a fiscal year: ``202401``, ``2024-01``, ``jan 2024``, ``januari``, a date, or 1–12.

    Month 00 of a year is what it opened with, returned as that; 13 is the year's closing, booked in its last month.
    """
    if isinstance(cell, dt.date):
        return _within(cell.year * 100 + cell.month, year)
    text = text_of(cell)
    if text.isdecimal() and text.isascii() and len(text) <= 2:
        return _numbered(int(text), year)
    found = _MONTH.fullmatch(text)
    if not found:
        raise ValueError(text)
    if found["name"]:
        return _named(month_named(found["name"]), found["year"] or "", year)
    if int(found["m"]) in {0, 13} and int(found["y"]) in {year.start.year, year.end.year}:
        return _numbered(int(found["m"]), year)
    return _within(int(found["y"] + found["m"]), year)


def _named(number: int, in_year: str, year: FiscalYear) -> Month:
    for month in year.period.months:
        if month % 100 == number and str(month // 100).endswith(in_year):
            return month
    raise ValueError(number, in_year)


def _numbered(number: int, year: FiscalYear) -> Month:
    """Return the month with a number in the fiscal year: 1 is its first."""
    months = year.period.months
    if number == 0:
        return opening_month(year)
    if number == len(months) + 1:
        return months[-1]
    if number > len(months):
        raise ValueError(number)
    return months[number - 1]


def opening_month(year: FiscalYear) -> Month:
    """Return the month that stands for what a year opened with: the one before its first."""
    return months_later(year.period.first, -1)


def _within(month: Month, year: FiscalYear) -> Month:
    if month not in year.period:
        raise ValueError(month)
    return month


# Accounts and codes

_ACCOUNT: Final = re.compile(r"([0-9]{1,12})(?:(?:\s*[-–:]\s*|\s+)(\D.{0,200}))?", re.DOTALL)
_CODE_AND_NAME: Final = re.compile(r"([0-9]{1,12})(?:\s*[-–:]\s*|\s+)([^\W\d_].{0,200})", re.DOTALL)


class Named(NamedTuple):
    """A number or code, and the name that stands in the same cell; mostly none."""

    code: str
    name: str = ""


def account_of(cell: Cell) -> Named:
    """Return the account of a cell: ``1930``, or ``1930 Bankgiro`` with its name."""
    found = _ACCOUNT.fullmatch(text_of(cell)) if not isinstance(cell, dt.date) else None
    if not found:
        raise ValueError(cell)
    return Named(found[1], (found[2] or "").strip())


def code_of(cell: Cell) -> Named:
    """Return the code of a cost centre or project, and its name where ``3001 Kansli`` holds both."""
    text = text_of(cell)
    if text in _NONE:
        return Named("")
    found = _CODE_AND_NAME.fullmatch(text)
    return Named(found[1], found[2].strip()) if found else Named(text)
