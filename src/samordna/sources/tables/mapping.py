"""What has a person said a table means, and how is it remembered?

A mapping is a value: it goes to JSON and back, and holds for every later file whose head row has the same words
(``signature``). What is new in each file, its year and the day it covers, is part of it and asked for each time.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from samordna.domain.ledger.books import FiscalYear
from samordna.sources.tables.fields import Column, Field, Side, Signs, TableKind
from samordna.sources.tables.head_words import signature_words

NO_HEAD: Final = -1
"""The head row of a table without heads."""
_MARKS: Final = frozenset({",", "."})
_LARGEST: Final = 1_000_000
_LONGEST: Final = 1_000


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What a table is and what its columns mean.

    ``head_row`` is counted from 0, ``NO_HEAD`` for none. ``decimal_mark`` is ``,`` or ``.``. ``months_are_balances``
    says that month columns hold what an account held at the month's end rather than what it moved. ``year`` is the
    fiscal year, ``covered_to`` the last day the table covers; None until the file or a person tells.
    """

    kind: TableKind
    sheet: str = ""
    head_row: int = NO_HEAD
    columns: tuple[Column, ...] = ()
    signs: Signs = Signs.DEBIT
    decimal_mark: str = ","
    months_are_balances: bool = False
    year: FiscalYear | None = None
    covered_to: dt.date | None = None
    signature: str = ""

    def of(self, field: Field) -> tuple[Column, ...]:
        """Return the columns that hold ``field``, in the table's order."""
        return tuple(column for column in self.columns if column.field is field)

    def has(self, *fields: Field) -> bool:
        """Tell whether a column holds one of the fields."""
        return any(column.field in fields for column in self.columns)

    def for_time(self, year: FiscalYear | None, covered_to: dt.date | None) -> "TableMapping":
        """Return the same mapping for another year and day: what a remembered one needs for the next file."""
        return replace(self, year=year, covered_to=covered_to)

    def as_json(self) -> dict[str, Any]:
        """Return the mapping as what ``json.dumps`` takes."""
        return {
            "kind": self.kind.value,
            "sheet": self.sheet,
            "head_row": self.head_row,
            "columns": [
                {"place": place, "field": field.value, "side": side.value, "month": month, "head": head}
                for place, field, side, month, head in self.columns
            ],
            "signs": self.signs.value,
            "decimal_mark": self.decimal_mark,
            "months_are_balances": self.months_are_balances,
            "year": [self.year.start.isoformat(), self.year.end.isoformat()] if self.year else None,
            "covered_to": self.covered_to.isoformat() if self.covered_to else None,
            "signature": self.signature,
        }

    @classmethod
    def from_json(cls, found: object) -> "TableMapping":
        """Return the mapping that ``as_json`` gave; raises ``ValueError`` for anything else."""
        try:
            return _from_json(found)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(found) from error


def signature_of(heads: Iterable[str]) -> str:
    """Return what a head row is recognised by, whatever year and months it is for."""
    return hashlib.sha256("|".join(signature_words(heads)).encode()).hexdigest()[:24]


def _from_json(found: Any) -> TableMapping:
    mark, balances = found["decimal_mark"], found["months_are_balances"]
    if mark not in _MARKS or not isinstance(balances, bool):
        raise ValueError(found)
    return TableMapping(
        kind=TableKind(found["kind"]),
        sheet=_text(found["sheet"]),
        head_row=_number(found["head_row"], NO_HEAD, _LARGEST),
        columns=tuple(map(_column, found["columns"])),
        signs=Signs(found["signs"]),
        decimal_mark=mark,
        months_are_balances=balances,
        year=FiscalYear(*map(dt.date.fromisoformat, found["year"])) if found["year"] else None,
        covered_to=dt.date.fromisoformat(found["covered_to"]) if found["covered_to"] else None,
        signature=_text(found["signature"]),
    )


def _column(found: Mapping[str, Any]) -> Column:
    place, month = _number(found["place"], 0, _LARGEST), _number(found["month"], 0, 12)
    return Column(place, Field(found["field"]), Side(found["side"]), month, _text(found["head"]))


def _text(found: object) -> str:
    if not isinstance(found, str) or len(found) > _LONGEST:
        raise ValueError(found)
    return found


def _number(found: object, least: int, most: int) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
        raise ValueError(found)
    return found
