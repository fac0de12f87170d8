"""By which words is a voucher found, and which vouchers have these words?

An index of words beside the vouchers: a full-text table of SQLite, or a ``tsvector`` of PostgreSQL. Texts are split
into words here and not by the engine, so that both find the same. Vouchers stand in blocks, and each word bears the
number of its block: the latest blocks are asked first, and a word that stands in every voucher is found in the first
of them. The index holds nothing that is not in vouchers and postings.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Final

from django.db import connection

from samordna.domain.values.spelling import words_in
from samordna.office.store import models

TABLE: Final = "store_voucherwords"

BLOCK: Final = 10_000
"""Vouchers of a block: keys ``n * BLOCK`` to ``(n + 1) * BLOCK - 1``. No two imports share one."""

_MOST_AT_ONCE: Final = 32
"""Blocks that are asked in one question, once the latest have not had enough."""

MOST_OF_A_VOUCHER: Final = 200_000
"""Characters of words that are kept of one voucher, tens of thousands of words: PostgreSQL holds a million bytes."""

SHORTEST_BEGINNING: Final = 2
"""Letters from which a word that is asked for may be the beginning of another; a single one is a word of its own."""

_OF: Final = "·"
"""Stands between a block's number and a word: in no word, and no sign to either engine."""

_BATCH: Final = 20_000


def write_words(vouchers: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Write the words of ``vouchers``, each with its key and its texts, by key; in the open transaction."""
    rows = _rows(vouchers)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f"COPY {TABLE} (voucher_id, words) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        with connection.cursor() as cursor:  # what waits to be sorted in would be read through by every search
            cursor.execute("SELECT gin_clean_pending_list('voucher_by_words')")
        return
    while batch := list(islice(rows, _BATCH)):
        connection.connection.executemany(f"INSERT INTO {TABLE} (rowid, words) VALUES (?, ?)", batch)  # noqa: S608


def write_words_of(version: int, count: int) -> None:
    """Write the words of an import that was taken before there was an index; ``count`` is its number of vouchers."""
    first = version * models.ROW_NUMBERS
    for start in range(first, first + count, _BATCH):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT v.id, v.text, p.text FROM store_voucher v LEFT JOIN store_posting p ON p.voucher_id = v.id "
                "WHERE v.id >= %s AND v.id < %s ORDER BY v.id",
                [start, start + _BATCH],
            )
            rows = cursor.fetchall()
        texts = (
            (key, {text or "" for row in group for text in row[1:]}) for key, group in groupby(rows, itemgetter(0))
        )
        write_words(texts)


def vouchers_with(words: Sequence[str], *, imports: Collection[tuple[int, int]], limit: int) -> list[int]:
    """Return the keys of at most ``limit`` vouchers that have all of ``words``: the last of the last import first.

    ``words`` are folded and as ``words_in`` splits them; each may be the beginning of a longer one. ``imports`` are
    version numbers, each with its number of vouchers.
    """
    found: list[int] = []
    blocks = iter(_blocks(imports) if words else ())
    at_once = 1
    while len(found) < limit and (asked := list(islice(blocks, at_once))):
        found += _vouchers_of(asked, words, limit - len(found))
        at_once = min(2 * at_once, _MOST_AT_ONCE)
    return found


def _blocks(imports: Collection[tuple[int, int]]) -> Iterator[int]:
    """Yield the numbers of the imports' blocks, the latest first."""
    for version, count in sorted(imports, reverse=True):
        first = version * models.ROW_NUMBERS // BLOCK
        yield from range(first + max(count - 1, 0) // BLOCK, first - 1, -1)


def _rows(vouchers: Iterable[tuple[int, Iterable[str]]]) -> Iterator[tuple[int, str]]:
    """Yield each voucher that has words, with them. Texts repeat in a ledger: each is split once a block."""
    for block, of_block in groupby(vouchers, lambda voucher: voucher[0] // BLOCK):
        known: dict[str, str] = {}
        of = f"{block}{_OF}"
        for key, texts in of_block:
            parts = []
            for text in set(texts):
                words = known.get(text)
                if words is None:
                    words = known[text] = " ".join([of + word for word in words_in(text)])
                if words:
                    parts.append(words)
            if parts:
                yield key, _not_too_much(" ".join(parts))


def _not_too_much(words: str) -> str:
    return words if len(words) <= MOST_OF_A_VOUCHER else words[:MOST_OF_A_VOUCHER].rpartition(" ")[0]


def _vouchers_of(blocks: Sequence[int], words: Sequence[str], limit: int) -> list[int]:
    asked = [[(f"{block}{_OF}{word}", len(word) >= SHORTEST_BEGINNING) for word in words] for block in blocks]
    if connection.vendor == "postgresql":
        # Sorted outside: a plan that walks the newest vouchers until enough match walks them all when none does.
        found = f"SELECT voucher_id FROM {TABLE} WHERE words @@ %s::tsquery OFFSET 0"  # noqa: S608
        statement = f"SELECT voucher_id FROM ({found}) found ORDER BY voucher_id DESC LIMIT %s"  # noqa: S608
        query = _either([[f"'{word}'{':*' if begins else ''}" for word, begins in one] for one in asked], " & ", " | ")
    else:
        statement = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s ORDER BY rowid DESC LIMIT %s"  # noqa: S608
        query = _either(
            [[f'"{word}"{"*" if begins else ""}' for word, begins in one] for one in asked], " AND ", " OR "
        )
    with connection.cursor() as cursor:
        cursor.execute(statement, [query, limit])
        return [row[0] for row in cursor.fetchall()]


def _either(terms: Sequence[Sequence[str]], both: str, either: str) -> str:
    return either.join(f"({both.join(one)})" for one in terms)
