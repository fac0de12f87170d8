"""What does a row of a table say, seen through the columns that a person chose?

Every cell that is used and cannot be understood is told with its sheet and address. What a row is, a posting,
an account or a sum, is for the readers of each kind of table.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from samordna.domain.ledger.books import AccountKind
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.money import Ore
from samordna.domain.values.problem import ProblemKind
from samordna.sources.sie.values import kind_by_class
from samordna.sources.tables.cells import Cell, Grid, address, is_error, text_of
from samordna.sources.tables.fields import AMOUNTS, NAMES_OF, Column, Field, Side, Signs
from samordna.sources.tables.mapping import NO_HEAD, TableMapping
from samordna.sources.tables.values import Named, account_of, amount_of

_SHOWN: Final = 60
_DEBIT_BY_NATURE: Final = frozenset({AccountKind.ASSET, AccountKind.COST})


class Amounts(NamedTuple):
    """The amounts of a row by column, as they stand, and the columns whose cell is no amount."""

    ore: Mapping[Column, Ore]
    broken: tuple[Column, ...] = ()


class TableRows:
    """The rows of a sheet below its head row, by their numbers there (from 0)."""

    def __init__(self, grid: Grid, mapping: TableMapping, findings: Findings) -> None:
        self.grid, self.mapping, self.findings = grid, mapping, findings
        self._columns: dict[Field, list[Column]] = {}
        for column in mapping.columns:
            self._columns.setdefault(column.field, []).append(column)
        self._amounts = [column for column in mapping.columns if column.field in AMOUNTS]
        self._used = [column.place for column in mapping.columns]
        head = mapping.head_row
        self._head = [text_of(cell) for cell in grid.rows[head]] if 0 <= head < len(grid.rows) else []
        self._credit_is_minus = self._credits_are_minus()

    def __iter__(self) -> Iterator[int]:
        """Yield the rows that hold something; not those that repeat the head row, as on every printed page."""
        for row in range(max(self.mapping.head_row, NO_HEAD) + 1, len(self.grid.rows)):
            cells = self.grid.rows[row]
            if cells and not self._repeats_head(cells):
                self._tell_errors(row)
                yield row

    def has(self, field: Field) -> bool:
        """Tell whether a column holds ``field``."""
        return field in self._columns

    def cell(self, row: int, field: Field) -> Cell:
        """Return what a row has in the column of ``field``; merged cells count for each row they cover."""
        columns = self._columns.get(field)
        cell = self.grid.named(row, columns[0].place) if columns else ""
        return "" if is_error(cell) else cell

    def text(self, row: int, field: Field) -> str:
        """Return the same as a text."""
        return text_of(self.cell(row, field))

    def account(self, row: int) -> Named | None:
        """Return the account of a row with its name, None where its column holds no number."""
        cell = self.cell(row, Field.ACCOUNT)
        try:
            found = account_of(cell)
        except ValueError:
            return None
        return Named(found.code, self.text(row, NAMES_OF[Field.ACCOUNT]) or found.name)

    def amounts(self, row: int) -> Amounts:
        """Return the amounts of a row as they stand."""
        ore, broken = {}, []
        for column in self._amounts:
            cell = self.grid.cell(row, column.place)
            if cell == "" or is_error(cell):
                continue
            try:
                amount = amount_of(cell, self.mapping.decimal_mark)
            except ValueError:
                broken.append(column)
                continue
            if amount:
                ore[column] = amount.ore
                if amount.rounded:
                    self.tell(kinds.AMOUNT_ROUNDED, row, column, text=_shown(cell))
        return Amounts(ore, tuple(broken))

    def tell_broken(self, row: int, amounts: Amounts) -> None:
        """Tell of each amount of a row that is none; of rows that matter, not of a page's heading."""
        for column in amounts.broken:
            self.tell(kinds.CELL_AMOUNT, row, column, text=_shown(self.grid.cell(row, column.place)))

    def is_heading(self, row: int, amounts: Amounts) -> bool:
        """Tell whether a row has words where amounts are: then what looks like an amount is the number of a page."""
        words = (text_of(self.grid.cell(row, column.place)) for column in amounts.broken)
        return any(not any(map(str.isdecimal, text)) for text in words)

    def signed(self, account: str, column: Column, ore: Ore) -> Ore:
        """Return an amount of an account debit positive."""
        if column.side is Side.DEBIT:
            return ore
        if column.side is Side.CREDIT:
            return ore if self._credit_is_minus else -ore
        match self.mapping.signs:
            case Signs.DEBIT:
                return ore
            case Signs.CREDIT:
                return -ore
            case Signs.REPORT:
                return ore if kind_by_class(account, bas=False).on_balance_sheet else -ore
            case Signs.NATURAL:
                return ore if kind_by_class(account, bas=False) in _DEBIT_BY_NATURE else -ore

    def sum_of(self, field: Field, account: str, amounts: Amounts) -> Ore | None:
        """Return what a row has of ``field``, debit positive: one column, or debit less credit. None for nothing."""
        there = [(column, ore) for column, ore in amounts.ore.items() if column.field is field]
        return sum(self.signed(account, column, ore) for column, ore in there) if there else None

    def tell(self, kind: ProblemKind, row: int, column: Column | Field, **fields: object) -> None:
        """Tell of a problem in a cell: in a column, or in that of a field (the first column where there is none)."""
        if isinstance(column, Field):
            index = self._columns[column][0].place if column in self._columns else 0
        else:
            index = column.place
        self.findings.in_cell(kind, address(row, index), sheet=self.grid.sheet, **fields)

    def shown(self, row: int, field: Field) -> str:
        """Return a cell as a message quotes it."""
        return _shown(self.cell(row, field))

    def _tell_errors(self, row: int) -> None:
        cells = self.grid.rows[row]
        for index in self._used:
            if index < len(cells) and is_error(cells[index]):
                place = address(row, index)
                self.findings.in_cell(kinds.CELL_ERROR, place, sheet=self.grid.sheet, text=_shown(cells[index]))

    def _repeats_head(self, cells: Sequence[Cell]) -> bool:
        return bool(self._head) and len(cells) <= len(self._head) and [text_of(cell) for cell in cells] == self._head

    def _credits_are_minus(self) -> bool:
        """Tell whether amounts in credit are written with a minus: only then do both columns add up to nothing."""
        sides = {side: [c for c in self._amounts if c.side is side] for side in (Side.DEBIT, Side.CREDIT)}
        if not all(sides.values()):
            return False
        debit = credit = 0
        for row in range(self.mapping.head_row + 1, len(self.grid.rows)):
            ore = self._plain(row)
            debit += sum(ore.get(column, 0) for column in sides[Side.DEBIT])
            credit += sum(ore.get(column, 0) for column in sides[Side.CREDIT])
        return debit + credit == 0 != debit

    def _plain(self, row: int) -> dict[Column, Ore]:
        ore = {}
        for column in self._amounts:
            try:
                amount = amount_of(self.grid.cell(row, column.place), self.mapping.decimal_mark)
            except ValueError:
                continue
            if amount:
                ore[column] = amount.ore
        return ore


def _shown(cell: Cell) -> str:
    text = text_of(cell)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
