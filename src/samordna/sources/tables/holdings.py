"""What did an account hold and move, put together of the columns that a row has?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Month, month_of
from samordna.sources.sie.model import Balance, Objects, PeriodBalance
from samordna.sources.sie.values import kind_by_class
from samordna.sources.tables.contents import Contents
from samordna.sources.tables.fields import Field
from samordna.sources.tables.names import Names
from samordna.sources.tables.table_rows import Amounts, TableRows
from samordna.sources.tables.values import month_of_cell, opening_month


@dataclass(slots=True)
class Holding:
    """What an account, or a part of it, held when the year began and at the end, and what it moved by month."""

    opening: Ore = 0
    closing: Ore = 0
    months: dict[Month, Ore] = field(default_factory=lambda: defaultdict(int))

    def add(self, other: "Holding") -> None:
        """Add what another part held and moved."""
        self.opening += other.opening
        self.closing += other.closing
        for month, ore in other.months.items():
            self.months[month] += ore


class Holdings:
    """Works out the holding of each row from the columns that the table has."""

    def __init__(self, rows: TableRows, year: FiscalYear) -> None:
        self._rows, self._year, self._mapping = rows, year, rows.mapping
        last = month_of(self._mapping.covered_to or year.end)
        self._months = {month % 100: month for month in year.period.months if month <= last}
        self._change = Field.AMOUNT if rows.has(Field.AMOUNT) or not rows.has(Field.PERIOD) else Field.CLOSING
        self._closes = rows.has(Field.CLOSING) and not rows.has(Field.PERIOD)
        self._opens = next((one for one in (Field.OPENING, Field.BEFORE) if rows.has(one)), None)
        self._starts = next((one for one in (Field.BEFORE, Field.OPENING) if rows.has(one)), None)

    def of(self, row: int, account: str, amounts: Amounts) -> Holding:
        """Return what a row says of an account; a row that contradicts itself is told."""
        if self._rows.has(Field.PERIOD):
            return self._of_period(row, account, amounts)
        get = self._rows.sum_of
        opening = (get(self._opens, account, amounts) if self._opens else 0) or 0
        self._check_start(row, account, opening)
        months = self._by_month(account, amounts, opening)
        change = sum(months.values()) if months else get(self._change, account, amounts)
        start = (get(self._starts, account, amounts) if self._starts else 0) or 0
        computed = start + (change or 0)
        if not self._closes:
            return Holding(opening, computed, months)
        closing = get(Field.CLOSING, account, amounts) or 0
        if self._starts and change is not None and closing != computed:
            shown = {"computed": swedish_number(computed, 2), "declared": swedish_number(closing, 2)}
            self._rows.tell(kinds.ROW_DOES_NOT_FOLLOW, row, Field.CLOSING, **shown)
        return Holding(opening, closing, months)

    def _by_month(self, account: str, amounts: Amounts, opening: Ore) -> dict[Month, Ore]:
        """Return what moved in each month that has a column, also where the columns hold balances."""
        shown: dict[Month, Ore] = defaultdict(int)
        for column, ore in amounts.ore.items():
            if column.field is Field.MONTH and column.month in self._months:
                shown[self._months[column.month]] += self._rows.signed(account, column, ore)
        if not self._mapping.months_are_balances:
            return shown
        moved, before = {}, opening
        for month in sorted(shown):
            moved[month], before = shown[month] - before, shown[month]
        return moved

    def _of_period(self, row: int, account: str, amounts: Amounts) -> Holding:
        change = self._rows.sum_of(self._change, account, amounts) or 0
        try:
            month = month_of_cell(self._rows.cell(row, Field.PERIOD), self._year)
        except ValueError:
            self._rows.tell(kinds.CELL_PERIOD, row, Field.PERIOD, text=self._rows.shown(row, Field.PERIOD))
            return Holding()
        if month == opening_month(self._year):
            self._check_start(row, account, change)
            return Holding(change, change)
        return Holding(0, change, {month: change})

    def _check_start(self, row: int, account: str, opening: Ore) -> None:
        if opening and not kind_by_class(account, bas=False).on_balance_sheet:
            field = self._opens or Field.PERIOD
            self._rows.tell(kinds.TABLE_STARTS_LATER, row, field, opening=swedish_number(opening, 2))


Held: TypeAlias = tuple[str, Objects, Holding, bool]
"""An account, the objects of a row, what it holds, and whether it is the whole of an account told in parts too."""


def contents_of(rows: TableRows, names: Names, held: Iterable[Held]) -> Contents:
    """Return the balances in the form of SIE: whole accounts, each object by itself, and objects together."""
    accounts, by_objects = _added_up(held)
    opens = rows.has(Field.OPENING) or rows.has(Field.BEFORE) or any(one.opening for one in accounts.values())
    _tell(rows, accounts, opens=opens)
    monthly = rows.has(Field.MONTH) or rows.has(Field.PERIOD)
    kept = {number for number in accounts if kind_by_class(number, bas=False).on_balance_sheet}
    opening = [Balance(0, number, (), one.opening) for number, one in accounts.items() if number in kept]
    closing = [Balance(0, number, (), one.closing) for number, one in accounts.items()]
    return Contents(
        names.accounts,
        names.dimensions,
        names.named_objects,
        opening=tuple(opening) if opens else (),
        closing=tuple(balance for balance in closing if balance.account in kept),
        results=tuple(balance for balance in closing if balance.account not in kept),
        object_opening=tuple(Balance(0, *key, one.opening) for key, one in by_objects.items() if one.opening),
        object_closing=() if monthly else tuple(Balance(0, *key, one.closing) for key, one in by_objects.items()),
        period_balances=tuple(_monthly(accounts, by_objects)) if monthly else (),
    )


def _added_up(held: Iterable[Held]) -> tuple[dict[str, Holding], dict[tuple[str, Objects], Holding]]:
    """Return what each account holds, and each of its objects alone and together.

    What SIE says of an object alone includes what it says of that object together with another.
    """
    parts: dict[str, Holding] = {}
    wholes: dict[str, Holding] = {}
    by_objects: dict[tuple[str, Objects], Holding] = {}
    for account, objects, holding, is_whole in held:
        (wholes if is_whole else parts).setdefault(account, Holding()).add(holding)
        together: tuple[Objects, ...] = (objects,) if len(objects) > 1 else ()
        for keys in (*((key,) for key in objects), *together):
            by_objects.setdefault((account, keys), Holding()).add(holding)
    return parts | wholes, by_objects


def _tell(rows: TableRows, accounts: Mapping[str, Holding], *, opens: bool) -> None:
    if not opens:
        rows.findings.in_file(kinds.TABLE_WITHOUT_OPENING)
    total = sum(holding.closing for holding in accounts.values())
    if total and not rows.findings.refused:  # an amount that could not be read has been told
        rows.findings.in_file(kinds.TABLE_UNBALANCED, difference=swedish_number(total, 2))


def _monthly(
    accounts: Mapping[str, Holding], by_objects: Mapping[tuple[str, Objects], Holding]
) -> Iterable[PeriodBalance]:
    for number, holding in accounts.items():
        yield from (PeriodBalance(0, month, number, (), ore) for month, ore in sorted(holding.months.items()) if ore)
    for (number, objects), holding in by_objects.items():
        months = sorted(holding.months.items())
        alone = len(objects) == 1  # nothing alone is told too, for what the object holds together is part of it
        yield from (PeriodBalance(0, month, number, objects, ore) for month, ore in months if ore or alone)
