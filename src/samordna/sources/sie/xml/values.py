"""How are a day, a month and an amount of SIE 5 understood?

XML Schema's forms, and what programs make of them: a day may have a time or a time zone, an amount zeros at its end.
Each function raises ``ValueError`` for what it does not understand; the caller knows the line and tells. The
dictionaries remember what they understood, as far as memory is worth it.
"""

import datetime as dt
import re
from decimal import Decimal
from typing import Final, TypeVar

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month
from samordna.sources.sie.values import LARGEST

REMEMBERED: Final = 20_000
"""How many values of one sort are remembered: a stream of any length is read in little memory."""

_PLAIN_AMOUNT: Final = re.compile(r"(-?[0-9]{1,16})\.([0-9]{2})")
_DECIMAL: Final = re.compile(r"([+-]?)(?=\.?[0-9])([0-9]{0,30})(?:\.([0-9]{0,30}))?")
_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T\S{1,40}|Z|[+-][0-9]{2}:[0-9]{2})?")
_MONTH: Final = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_DIMENSION: Final = re.compile("[0-9]{1,6}")

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def ore_of(text: str) -> Ore:
    """Return the öre of a decimal of kronor: ``-212.5``, ``+100``, ``100.5000``; more than whole öre is no amount."""
    if plain := _PLAIN_AMOUNT.fullmatch(text):
        amount = int(plain[1] + plain[2])
    else:
        found = _DECIMAL.fullmatch(text.strip())
        decimals = (found[3] or "").rstrip("0") if found else "???"
        if found is None or len(decimals) > 2:
            raise ValueError(text)
        amount = int(found[1] + (found[2] or "0") + decimals.ljust(2, "0"))
    if abs(amount) > LARGEST:
        raise ValueError(text)
    return amount


def quantity_of(text: str) -> Decimal:
    """Return a quantity: any number of decimals, exactly."""
    if not _DECIMAL.fullmatch(text.strip()):
        raise ValueError(text)
    return Decimal(text.strip())


def day_of(text: str) -> dt.date:
    """Return the day of ``2024-01-31``, as it is written: a time zone moves nothing."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    return dt.date.fromisoformat(found[1])


def month_number(text: str) -> Month:
    """Return the month of ``2024-01``."""
    found = _MONTH.fullmatch(text.strip())
    if not found or found[1] == "0000":
        raise ValueError(text)
    return int(found[1] + found[2])


def dimension_of(text: str) -> str:
    """Return the number of a dimension: ``01`` is 1."""
    if not _DIMENSION.fullmatch(text.strip()):
        raise ValueError(text)
    return str(int(text))


def object_key(dimension: str, code: str) -> ObjectKey:
    """Return the object with a code in a dimension; one without a code is none."""
    if not code:
        raise ValueError(dimension)
    return dimension_of(dimension), code


def dashed(month: Month) -> str:
    """Return ``2024-01``."""
    return f"{month // 100:04d}-{month % 100:02d}"


class Remembered(dict[_Key, _Value]):
    """One value for each key, until there are too many of them."""

    def kept(self, key: _Key, value: _Value) -> _Value:
        """Remember and return ``value``."""
        if len(self) >= REMEMBERED:
            self.clear()
        return self.setdefault(key, value)


class Same(Remembered[_Key, _Key]):
    """One copy of equal things."""

    def __missing__(self, key: _Key) -> _Key:
        return self.kept(key, key)


class Days(Remembered[str, dt.date]):
    """Days by how they are written."""

    def __missing__(self, text: str) -> dt.date:
        return self.kept(text, day_of(text))


class Amounts(Remembered[str, Ore]):
    """Amounts by how they are written."""

    def __missing__(self, text: str) -> Ore:
        return self.kept(text, ore_of(text))


class Quantities(Remembered[str, Decimal]):
    """Quantities by how they are written."""

    def __missing__(self, text: str) -> Decimal:
        return self.kept(text, quantity_of(text))


class Keys(Remembered[tuple[str, str], ObjectKey]):
    """Objects by dimension and code as they are written."""

    def __missing__(self, written: tuple[str, str]) -> ObjectKey:
        return self.kept(written, object_key(*written))
