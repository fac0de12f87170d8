"""How are a field's amount, date, account and year number understood?

Each function raises ``ValueError`` for what it does not understand; the caller knows the line and tells.
"""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from samordna.domain.ledger.books import AccountKind, FiscalYear
from samordna.domain.values.money import Ore, ore_from_decimal
from samordna.domain.values.period import Month

LARGEST: Final[Ore] = 10**15
"""Ten thousand milliard kronor: beyond that it is a slip, and sums might not fit a database's integer."""

_AMOUNT: Final = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,2})?")
_QUANTITY: Final = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_DATE: Final = re.compile("[0-9]{8}")
_ACCOUNT: Final = re.compile("[0-9]{1,12}")
_ODD_ACCOUNT: Final = re.compile(r"[^\W_]{1,12}")
_YEAR_NUMBER: Final = re.compile("-?[0-9]{1,2}")
_ORGANISATION_NUMBER: Final = re.compile("(?:16)?([0-9]{6})-?([0-9]{4})")
_LONGEST_YEAR: Final = dt.timedelta(days=18 * 31)


def amount_of(text: str) -> Ore:
    """Return the amount of ``-212.5`` in öre."""
    if not _AMOUNT.fullmatch(text) or abs(amount := ore_from_decimal(text)) > LARGEST:
        raise ValueError(text)
    return amount


def date_of(text: str) -> dt.date:
    """Return the day of ``20240131``."""
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))


def month_number(text: str) -> Month:
    """Return the month of ``202401``."""
    day = date_of(text + "01")
    return day.year * 100 + day.month


def account_of(text: str) -> str:
    """Return an account number, which is digits."""
    if not _ACCOUNT.fullmatch(text):
        raise ValueError(text)
    return text


def any_account_of(text: str) -> str:
    """Return what stands where an account number should, when it is a word or a number; empty for anything else.

    Some programs park differences on accounts called ``FEL`` and ``DIFF``: dropping them would unbalance vouchers.
    """
    return text if _ODD_ACCOUNT.fullmatch(text) else ""


def year_number(text: str) -> int:
    """Return a file's number of a fiscal year: 0 for the year it is for, −1 for the one before."""
    if not _YEAR_NUMBER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def fiscal_year(start: str, end: str) -> FiscalYear:
    """Return the fiscal year of two dates; it may last 18 months at most (bokföringslagen 3 kap. 3 §)."""
    year = FiscalYear(date_of(start), date_of(end))
    if not dt.timedelta() < year.end - year.start < _LONGEST_YEAR:
        raise ValueError(start, end)
    return year


def organisation_number(text: str) -> str:
    """Return ``222000-2071`` for the ways it is written in files; anything else as it stands."""
    found = _ORGANISATION_NUMBER.fullmatch(text.strip())
    return f"{found[1]}-{found[2]}" if found else text.strip()


def kind_by_class(account: str, *, bas: bool) -> AccountKind:
    """Return the nature of an account that ``#KTYP`` does not tell: by its class (SIE 4B, #KTYP).

    Class 8 holds both income and costs. Kommun-Bas and Region-Bas have contributions and financial income
    in 80–84; in BAS (``bas``), which the file then names in ``#KPTYP``, 84 is interest paid.
    """
    match account[:1]:
        case "1":
            return AccountKind.ASSET
        case "2":
            return AccountKind.LIABILITY
        case "3":
            return AccountKind.INCOME
        case "8" if account[1:2] < ("4" if bas else "5"):
            return AccountKind.INCOME
        case _:
            return AccountKind.COST


def quantity_of(text: str) -> Decimal:
    """Return a quantity: any number of decimals, exactly."""
    if not _QUANTITY.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)
