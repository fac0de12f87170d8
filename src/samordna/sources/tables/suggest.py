"""What does a table seem to mean, and what must a person still say?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.values.money import Ore
from samordna.sources.sie.values import kind_by_class
from samordna.sources.tables.cells import Cell, Grid, text_of
from samordna.sources.tables.fields import AMOUNTS, Column, Field, Side, Signs, TableKind
from samordna.sources.tables.head_words import meaning_of, year_of_head
from samordna.sources.tables.heads import Heads, heads_of
from samordna.sources.tables.labels import Label, label_of
from samordna.sources.tables.mapping import NO_HEAD, TableMapping, signature_of
from samordna.sources.tables.page import Page, calendar_year, page_of
from samordna.sources.tables.placing import mark_of, placed
from samordna.sources.tables.questions import Question, missing
from samordna.sources.tables.values import account_of, amount_of, date_of

_YEAR_AND_MONTH: Final = re.compile(r"((?:19|20)[0-9]{2})-?(?:0[0-9]|1[0-3])")
_ROWS: Final = 20_000
"""Rows that signs and years are told from."""
_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a sheet seems to be: a mapping to agree to or change, and what is ``missing`` of it.

    ``heads`` are the words of its head row by column and ``sample`` the first rows below, for a person to look at.
    ``remembered`` tells that a mapping from an earlier file fits, and was taken.
    """

    mapping: TableMapping
    missing: tuple[Question, ...]
    heads: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    remembered: bool = False

    @property
    def is_a_ledger(self) -> bool:
        """Tell whether the sheet can be a ledger at all: something in it is an account or a voucher."""
        told = self.mapping.head_row != NO_HEAD or self.mapping.has(*AMOUNTS)
        return told and self.mapping.has(Field.ACCOUNT, Field.NUMBER)


def suggestions(grids: Iterable[Grid], remembered: Iterable[TableMapping] = ()) -> tuple[Suggestion, ...]:
    """Return what each sheet that can be a ledger seems to be, the likeliest first."""
    known = {mapping.signature: mapping for mapping in remembered}
    found = (suggestion(grid, known) for grid in grids)
    return tuple(sorted((one for one in found if one.is_a_ledger), key=_rank))


def _rank(one: Suggestion) -> tuple[bool, int, int]:
    return not one.remembered, len(one.missing), -len(one.mapping.columns)


def suggestion(grid: Grid, remembered: Mapping[str, TableMapping], head_row: int | None = None) -> Suggestion:
    """Return what a sheet seems to be, with a remembered mapping where one was made for the same heads.

    ``head_row`` is where a person says that the heads are, when that is not where they seem to be.
    """
    heads = heads_of(grid, head_row)
    page = page_of(grid, heads.row, heads.words)
    signature = signature_of(heads.words)
    known = remembered.get(signature) if any(heads.words) else None
    mapping = placed(known, heads, grid) if known else _new(grid, heads, page)
    mapping = _with_time(replace(mapping, signature=signature), grid, page)
    rows = grid.rows[heads.row + 1 : heads.row + 1 + _SHOWN]
    sample = tuple(tuple(text_of(cell) for cell in row) for row in rows)
    return Suggestion(mapping, missing(mapping), heads.words, sample, remembered=known is not None)


def _new(grid: Grid, heads: Heads, page: Page) -> TableMapping:
    plain = TableMapping(TableKind.BALANCES, grid.sheet, heads.row, heads.columns)
    plain = replace(plain, decimal_mark=mark_of(grid, plain), kind=_kind(grid, plain, page))
    balances = any((meaning := meaning_of(c.head)) and meaning.field is Field.CLOSING for c in plain.of(Field.MONTH))
    return replace(plain, signs=_signs(grid, plain), months_are_balances=balances)


def _below(grid: Grid, mapping: TableMapping) -> Sequence[Sequence[Cell]]:
    return grid.rows[mapping.head_row + 1 : mapping.head_row + 1 + _ROWS]


def _kind(grid: Grid, mapping: TableMapping, page: Page) -> TableKind:
    if not mapping.has(Field.DATE):
        return TableKind.BALANCES
    if page.kind in {TableKind.LEDGER, TableKind.VOUCHERS}:
        return page.kind
    if not mapping.has(Field.ACCOUNT):
        return TableKind.LEDGER
    opens = any(label_of(row) is Label.OPENING for row in _below(grid, mapping))
    return TableKind.LEDGER if opens else TableKind.VOUCHERS


def _with_time(mapping: TableMapping, grid: Grid, page: Page) -> TableMapping:
    """Return the mapping with the year and the day that the page tells, or the year that all its dates lie in."""
    year = page.year
    if year is None:
        years = set(_years(grid, mapping))
        year = calendar_year(years.pop()) if len(years) == 1 else None
    return mapping.for_time(year, page.covered_to)


def _years(grid: Grid, mapping: TableMapping) -> Iterator[int]:
    """Yield the years of the days or the months that stand on the rows or over the columns."""
    yield from (year for column in mapping.of(Field.MONTH) if (year := year_of_head(column.head)))
    for column in (*mapping.of(Field.DATE), *mapping.of(Field.PERIOD)):
        for row in _below(grid, mapping):
            cell = row[column.place] if column.place < len(row) else ""
            if found := _YEAR_AND_MONTH.fullmatch(text_of(cell)):
                yield int(found[1])
                continue
            try:
                yield date_of(cell).year
            except ValueError:
                continue


# Signs


def _signs(grid: Grid, mapping: TableMapping) -> Signs:
    """Return how amounts tell debit from credit: what makes all accounts together nothing, else what is usual.

    Amounts in two columns, one for each side, tell it themselves.
    """
    columns = _one_sided(mapping)
    if not columns or not mapping.has(Field.ACCOUNT):
        return Signs.DEBIT
    sums = _by_kind(grid, mapping, columns)
    assets, liabilities, income, costs = (sums[kind] for kind in "TSIK")
    if assets + liabilities + income + costs == 0:
        usual = next((ore for ore in (-income, costs, assets) if ore), 0) >= 0
        return Signs.DEBIT if usual else Signs.CREDIT
    tells = (
        (Signs.REPORT, assets != 0 and assets + liabilities == income + costs),
        (Signs.NATURAL, liabilities > 0 and assets + costs == liabilities + income),
        (Signs.DEBIT, income <= 0),
        (Signs.NATURAL, costs > 0),
        (Signs.CREDIT, assets < 0),
    )
    return next((signs for signs, told in tells if told), Signs.REPORT)


def _one_sided(mapping: TableMapping) -> tuple[Column, ...]:
    """Return the columns of one meaning, without sides, that tell most of what accounts hold."""
    for field in (Field.CLOSING, Field.AMOUNT, Field.MONTH):
        if field is Field.CLOSING and mapping.kind is not TableKind.BALANCES:
            continue
        if columns := tuple(column for column in mapping.of(field) if column.side is Side.BOTH):
            return columns
    return ()


def _by_kind(grid: Grid, mapping: TableMapping, columns: Sequence[Column]) -> Mapping[str, Ore]:
    """Return the sum of all accounts of each kind as it stands, by the kind's letter in SIE."""
    sums: dict[str, Ore] = defaultdict(int)
    [account] = mapping.of(Field.ACCOUNT)[:1]
    for row in _below(grid, mapping):
        try:
            kind = kind_by_class(account_of(row[account.place]).code, bas=False)
            found = [amount_of(row[c.place], mapping.decimal_mark) for c in columns if c.place < len(row)]
        except (ValueError, IndexError):
            continue
        sums[kind.value] += sum(amount.ore for amount in found if amount)
    return sums
