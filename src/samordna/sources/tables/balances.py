"""What does a saldolista say: what each account held and moved, whole and by cost centre and project?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.money import Ore
from samordna.sources.sie.model import Objects
from samordna.sources.tables.contents import Contents
from samordna.sources.tables.fields import AMOUNTS, DIMENSIONS, Column, Field
from samordna.sources.tables.holdings import Holding, Holdings, contents_of
from samordna.sources.tables.labels import Label, label_of
from samordna.sources.tables.names import Names
from samordna.sources.tables.sums import Tally, check_sum
from samordna.sources.tables.table_rows import Amounts, TableRows
from samordna.sources.tables.values import Named


class Part(NamedTuple):
    """A row of amounts of an account, of all of it or of some objects."""

    row: int
    named: Named
    objects: Objects
    amounts: Amounts

    @property
    def account(self) -> str:
        """The number of the account."""
        return self.named.code


class Loose(NamedTuple):
    """A row of amounts without an account: a sum, or something that cannot be understood."""

    row: int
    amounts: Amounts
    label: Label | None


_SHORTEST: Final = 4
"""Figures of an account number, in every chart that associations use; groups of accounts have fewer."""


def read_balances(rows: TableRows, year: FiscalYear) -> Contents:
    """Return what the list says; what is odd in it is told."""
    names = Names()
    found = list(_found(rows, names))
    parts = [one for one in found if isinstance(one, Part)]
    groups = _groups(rows, parts)
    parts = [part for part in parts if part.row not in groups]
    _check_sums(rows, [one for one in found if one.row not in groups])
    holdings = Holdings(rows, year)
    held = [(part, holdings.of(part.row, names.account(part.named), part.amounts)) for part in parts]
    wholes = _wholes(held)
    _tell_twice(rows, parts)
    return contents_of(rows, names, [(p.account, p.objects, holding, p.row in wholes) for p, holding in held])


def _found(rows: TableRows, names: Names) -> Iterator[Part | Loose]:
    """Yield the rows that have amounts; an account or a merged cell holds for the rows below it that have none."""
    above: Named | None = None
    for row in rows:
        amounts, account = rows.amounts(row), rows.account(row)
        there = amounts.ore or amounts.broken
        if account is None and above and there and _continues(rows, row):
            account = above
        if account:
            above = account
            if there:
                rows.tell_broken(row, amounts)
                yield Part(row, account, names.objects(rows, row), amounts)
        elif amounts.ore and not rows.is_heading(row, amounts):
            label = label_of(rows.grid.rows[row])
            if label:
                names.end_section()
            yield Loose(row, amounts, label)
        elif not names.begin_section(rows, row):
            above = None


def _continues(rows: TableRows, row: int) -> bool:
    """Tell whether a row goes on with the account above: it has no account, but a cost centre or project."""
    alone = rows.text(row, Field.ACCOUNT) == "" and label_of(rows.grid.rows[row]) is None
    return alone and any(rows.text(row, field) for field in DIMENSIONS)


def _groups(rows: TableRows, parts: list[Part]) -> set[int]:
    """Return the rows that are groups of accounts: ``19 Kassa och bank``, with the sum of the accounts in it."""
    lengths = Counter(len(part.account) for part in parts if len(part.account) >= _SHORTEST)
    usual = max(lengths, key=lambda length: (lengths[length], length), default=0)
    short = [part for part in parts if len(part.account) < usual]
    longer = [part for part in parts if len(part.account) >= usual]
    sums: dict[str, dict[Column, Ore]] = {part.account: defaultdict(int) for part in short}
    for part in longer:
        for length in range(1, usual):
            if (start := part.account[:length]) in sums:
                for column, ore in part.amounts.ore.items():
                    sums[start][column] += ore
    for part in short:
        if sums[part.account] and not _same(sums[part.account], part.amounts.ore):
            rows.tell(kinds.GROUP_OR_ACCOUNT, part.row, Field.ACCOUNT, account=part.account)
    return {part.row for part in short if sums[part.account]}


def _same(one: Mapping[Column, Ore], other: Mapping[Column, Ore]) -> bool:
    return all(one.get(column, 0) == other.get(column, 0) for column in {*one, *other})


def _check_sums(rows: TableRows, found: list[Part | Loose]) -> None:
    tally = Tally(AMOUNTS)
    for one in found:
        if isinstance(one, Part):
            tally.add(one.amounts.ore)
        elif not check_sum(rows, one.row, one.amounts, tally, one.label):
            text = rows.shown(one.row, Field.ACCOUNT)
            if text:
                rows.tell(kinds.CELL_ACCOUNT, one.row, Field.ACCOUNT, text=text)
            else:
                rows.tell(kinds.ROW_WITHOUT_ACCOUNT, one.row, Field.ACCOUNT)


def _wholes(held: list[tuple[Part, Holding]]) -> set[int]:
    """Return the rows that are the whole of an account whose cost centres or projects stand on rows of their own.

    A row without objects may also be what belongs to none of them. What makes all accounts together nothing is
    right; else it is a whole when that holds for every account that has both.
    """
    parted = {part.account for part, _ in held if part.objects}
    candidates = [(part, holding) for part, holding in held if not part.objects and part.account in parted]
    if not candidates:
        return set()
    both = {part.account for part, _ in candidates}
    together = sum(holding.closing for _, holding in held)
    details: dict[str, Ore] = defaultdict(int)
    for part, holding in held:
        if part.objects and part.account in both:
            details[part.account] += holding.closing
    with_wholes = together - sum(details.values())
    wholes: dict[str, Ore] = defaultdict(int)
    for part, holding in candidates:
        wholes[part.account] += holding.closing
    balanced = with_wholes == 0 != together
    alike = not (together == 0 != with_wholes) and wholes == details
    return {part.row for part, _ in candidates} if balanced or alike else set()


def _tell_twice(rows: TableRows, parts: list[Part]) -> None:
    """Tell of rows that nothing parts but their amounts; a column that is not read may part others."""
    if rows.has(Field.PERIOD):
        return
    of_amounts = {column.place for column in rows.mapping.columns if column.field in AMOUNTS}
    seen: set[tuple[object, ...]] = set()
    for part in parts:
        cells = enumerate(rows.grid.rows[part.row])
        key = (
            part.account,
            part.objects,
            *((place, cell) for place, cell in cells if cell and place not in of_amounts),
        )
        if key in seen:
            rows.tell(kinds.ACCOUNT_TWICE, part.row, Field.ACCOUNT, account=part.account)
        seen.add(key)
