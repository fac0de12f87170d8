"""Which row is the head of a table, and what do its columns mean?

Words come first, then values: a column called ``Period`` may hold amounts or months. Where two columns claim
the same, the later year wins, else the first of them.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.sources.tables.cells import Cell, Grid, text_of
from samordna.sources.tables.fields import AMOUNTS, NAMES_OF, SIDED, Column, Field, Side
from samordna.sources.tables.head_words import (
    Meaning,
    meaning_of,
    month_in_head,
    names_the_one_before,
    year_of_head,
)
from samordna.sources.tables.mapping import NO_HEAD
from samordna.sources.tables.profile import Profile, profile_of

_LOOKED_AT: Final = 200
"""Rows among which the head row is looked for."""
_KEY_FIELDS: Final = frozenset({Field.ACCOUNT, Field.NUMBER, Field.DATE})
_LONGEST_HEAD: Final = 60


@dataclass(frozen=True, slots=True)
class Heads:
    """A head row, ``NO_HEAD`` for none, its words by column, and what the columns seem to mean."""

    row: int
    words: tuple[str, ...]
    columns: tuple[Column, ...]


def heads_of(grid: Grid, row: int | None = None) -> Heads:
    """Return the row with most heads that are known, or the one that is told, and what its columns mean.

    Without any such row the values tell.
    """
    if row is None:
        counts = {row: _known(grid, row) for row in range(min(len(grid.rows), _LOOKED_AT))}
        row = max(counts, key=lambda one: counts[one], default=NO_HEAD)
        row = row if counts.get(row) else NO_HEAD
    words = words_of_row(grid, row) if row != NO_HEAD else ("",) * grid.width
    return Heads(row, words, tuple(_completed(grid, row, words, _columns(words))))


def words_of_row(grid: Grid, row: int) -> tuple[str, ...]:
    """Return the head of each column; a head on two rows is put together (``Ingående balans`` over ``Debet``)."""
    own = [_text(cell) for cell in grid.rows[row]]
    if row == 0:
        return tuple(own)
    above = [_text(cell) for cell in grid.rows[row - 1]]
    width = max(len(own), len(above)) if any(map(_is_head, above)) else len(own)
    words, over = [], ""
    for column in range(width):
        mine, top = _at(own, column), _at(above, column)
        over = top or (over if mine else "")
        meaning = meaning_of(mine) if mine else None
        if not mine:
            words.append(top if top and _is_head(top) else "")
        elif over and meaning and meaning.field is Field.AMOUNT and meaning.side is not Side.BOTH:
            words.append(f"{over} {mine}" if meaning_of(f"{over} {mine}") else mine)
        else:
            words.append(mine)
    return tuple(words)


def _is_head(text: str) -> bool:
    return bool(text) and (meaning_of(text) is not None or names_the_one_before(text, of_balances=True))


def _at(texts: Sequence[str], column: int) -> str:
    return texts[column] if column < len(texts) else ""


def _text(cell: Cell) -> str:
    """Return a head; a day is the month that a column is for. A long text and ``Period: 2024`` are no heads."""
    text = " ".join((f"{cell:%Y-%m}" if isinstance(cell, dt.date) else text_of(cell)).split())
    return text if len(text) <= _LONGEST_HEAD and ":" not in text[:-1] else ""


def _known(grid: Grid, row: int) -> int:
    """Return how many columns a head row would tell the meaning of; 0 for what cannot be one."""
    columns = _columns(words_of_row(grid, row))
    fields = {column.field for column in columns}
    may_be = fields & _KEY_FIELDS or len(fields & AMOUNTS) > 1
    return len({_key(column) for column in columns}) if may_be and len(columns) > 1 else 0


def _columns(words: Sequence[str]) -> list[Column]:
    """Return a column for each head that is known, and for each that names the one before it, or else the account."""
    fields = {meaning.field for word in words if word and (meaning := meaning_of(word))}
    of_balances = fields.isdisjoint({Field.DATE, Field.NUMBER} if Field.ACCOUNT in fields else {Field.DATE})
    found: list[Column] = []
    loose: list[Column] = []
    for place, word in enumerate(words):
        before = found[-1] if found and found[-1].place == place - 1 else None
        meaning = meaning_of(word) if word else None
        if meaning and meaning.field is Field.NUMBER and of_balances:  # ``Nr`` and ``Benämning`` are an account's
            meaning = Meaning(Field.ACCOUNT)
        if word and names_the_one_before(word, of_balances=of_balances):
            if before and before.field in NAMES_OF:
                meaning = Meaning(NAMES_OF[before.field])
            elif meaning is None:
                loose.append(Column(place, Field.ACCOUNT_NAME, head=word))
        if meaning:
            found.append(Column(place, *meaning, word))
    has_name = any(column.field is Field.ACCOUNT_NAME for column in found)
    return found if has_name else sorted([*found, *loose[:1]])


def _completed(grid: Grid, row: int, words: Sequence[str], named: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns once each meaning has been looked at beside the others and beside the values."""
    found = _by_values(grid, row, words, list(_months(named)))
    taken: Counter[tuple[Field, Side, int]] = Counter()
    latest = {_key(column): max(year_of_head(c.head) for c in found if _key(c) == _key(column)) for column in found}
    sides = {side: {column.field for column in found if column.side is side} for side in Side}
    for column in found:
        key = _key(column)
        both_sides = column.side is Side.BOTH and column.field in sides[Side.DEBIT] & sides[Side.CREDIT]
        if taken[key] or both_sides or (latest[key] and year_of_head(column.head) < latest[key]):
            continue
        taken[key] += 1
        yield column


def _key(column: Column) -> tuple[Field, Side, int]:
    return column.field, column.side, column.month


def _months(found: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns; of several ``Utfall jan``, ``Utfall feb`` each is the one of its month."""
    named: dict[Field, set[int]] = defaultdict(set)
    for column in found:
        if column.field in SIDED and column.side is Side.BOTH:
            named[column.field].add(month_in_head(column.head))
    for column in found:
        month = month_in_head(column.head)
        several = len(named[column.field] - {0}) > 1
        yield column._replace(field=Field.MONTH, month=month) if several and month else column


def _by_values(grid: Grid, row: int, words: Sequence[str], found: list[Column]) -> list[Column]:
    """Return the columns where values have had their say: months called amounts, accounts without a head."""
    profiles = [profile_of(grid, column, row + 1) for column in range(grid.width)]
    columns = [seen for column in found if column.place < len(profiles) and (seen := _seen(column, profiles))]
    fields, taken = {column.field for column in columns}, {column.place for column in columns}
    free = [index for index in range(len(profiles)) if index not in taken and not _at(words, index)]
    for field, fits in _UNNAMED:
        if field in fields or (field is Field.AMOUNT and fields & AMOUNTS):
            continue
        index = next((index for index in free if fits(profiles[index])), None)
        if index is not None:
            columns.append(Column(index, field))
            free.remove(index)
    return sorted(columns)


def _seen(column: Column, profiles: Sequence[Profile]) -> Column | None:
    """Return the column as its values tell: ``Period`` is mostly a month, but in some lists an amount."""
    profile = profiles[column.place]
    if column.field is not Field.PERIOD or profile.could_be_months:
        return column
    return column._replace(field=Field.AMOUNT) if profile.are_amounts else None


_UNNAMED: Final[Sequence[tuple[Field, Callable[[Profile], bool]]]] = (
    (Field.ACCOUNT, lambda profile: profile.are_accounts),
    (Field.DATE, lambda profile: profile.are_dates),
    (Field.PERIOD, lambda profile: profile.are_months),
    (Field.AMOUNT, lambda profile: profile.are_amounts),
)
"""What a column without a head can be told by, in the order in which they are looked for."""
