"""Which vouchers have this number, this amount, these words?"""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from samordna.domain.document import LedgerOrigin, Number
from samordna.domain.ledger.books import voucher_name
from samordna.domain.values.amount_asked import AmountAsked
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.spelling import fits, folded, marked
from samordna.domain.values.unit import KRONOR_ORE
from samordna.office.store import models
from samordna.office.store.amount_rows import postings_of_amount
from samordna.office.store.word_rows import vouchers_with

Marked: TypeAlias = tuple[tuple[str, bool], ...]

_SERIES_AND_NUMBER: Final = re.compile(r"([^\W\d_]*)[ \u00a0-]*(\w+)")
_POSTINGS_OF_ONE: Final = 4
"""An amount mostly stands twice in its voucher: so many postings are looked at for each voucher that is shown."""
_NUMBERED: Final = 1_000
"""Vouchers of a number that are looked at: one a series and year."""
_TEXTS: Final = 2_000
"""Rows whose texts are looked through for what to show."""


@dataclass(frozen=True, slots=True)
class VoucherHit:
    """A voucher that was found; ``text`` is its own, or that of the row that was found.

    ``amount`` and ``account`` are those of the row whose amount was looked for.
    """

    id: int
    name: str
    date: dt.date
    text: Marked
    amount: Number | None = None
    account: str = ""


def by_number(asked: str, versions: Collection[int], *, limit: int) -> tuple[VoucherHit, ...]:
    """Return the vouchers called ``A 123``, ``a123`` or ``123``, of any series when none is named; latest first."""
    wanted = dict(_numbers(asked))
    rows = models.Voucher.objects.filter(ledger_import__in=versions, number__in=list(wanted)).order_by("-date", "-id")
    named = (row for row in rows[:_NUMBERED] if wanted[row.number] in {None, folded(row.series)})
    return tuple(_hit(row, ((row.text, False),)) for row in islice(named, limit))


def by_amount(asked: AmountAsked, versions: Collection[int], *, limit: int) -> tuple[VoucherHit, ...]:
    """Return the vouchers that have a row of the amount, on either side; each once, the smallest amounts first."""
    rows = postings_of_amount(asked.least, asked.most, versions=versions, limit=limit * _POSTINGS_OF_ONE)
    first = {row.voucher: row for row in reversed(rows)}
    keys = list(dict.fromkeys(row.voucher for row in rows))[:limit]
    vouchers = _vouchers(keys)
    return tuple(
        _hit(vouchers[key], ((vouchers[key].text, False),), (first[key].account, first[key].ore)) for key in keys
    )


def by_text(words: Sequence[str], imports: Collection[tuple[int, int]], *, limit: int) -> tuple[VoucherHit, ...]:
    """Return the vouchers whose texts have all the words or their beginnings, the latest import and voucher first.

    ``imports`` are version numbers, each with its number of vouchers.
    """
    keys = vouchers_with(words, imports=imports, limit=limit)
    vouchers, texts = _vouchers(keys), _row_texts(keys)
    return tuple(_hit(vouchers[key], _best(words, vouchers[key].text, texts.get(key, ()))) for key in keys)


def _numbers(asked: str) -> Iterator[tuple[str, str | None]]:
    """Yield the numbers that may be meant, each with its series, folded; None when any will do."""
    parts = asked.split()
    if len(parts) == 1:
        yield parts[0], None
    if len(parts) == 2:
        yield parts[1], folded(parts[0])
    found = _SERIES_AND_NUMBER.fullmatch(asked)
    if found and found[1]:
        yield found[2], folded(found[1])


def _vouchers(keys: Collection[int]) -> Mapping[int, models.Voucher]:
    return models.Voucher.objects.in_bulk(list(keys))


def _row_texts(keys: Collection[int]) -> Mapping[int, Iterable[str]]:
    """Return the texts of the vouchers' rows, in their order."""
    rows = models.Posting.objects.filter(voucher__in=keys).exclude(text="").order_by("id")
    texts: dict[int, dict[str, None]] = {}
    for key, text in rows.values_list("voucher_id", "text")[:_TEXTS]:
        texts.setdefault(key, {})[text] = None
    return texts


def _best(words: Sequence[str], own: str, rows: Iterable[str]) -> Marked:
    """Return the voucher's own text when that is why it was found, else with the row's that comes nearest."""
    if fits(words, own):
        return marked(words, own)
    nearest = max(rows, key=lambda text: sum(fits([word], text) for word in words), default="")
    text = f"{own} · {nearest}" if own and nearest and nearest != own else own or nearest
    return marked(words, text)


def _hit(row: models.Voucher, text: Marked, found: tuple[str, Ore] | None = None) -> VoucherHit:
    name = voucher_name(row.series, row.number)
    if found is None:
        return VoucherHit(row.id, name, row.date, text)
    account, ore = found
    origin = LedgerOrigin((account,), Period(row.month, row.month), "movement", (), (row.ledger_import_id,))
    return VoucherHit(row.id, name, row.date, text, Number(ore, KRONOR_ORE, origin), account)
