r"""Which vouchers and records have the plain form, and what do they say?

A plain voucher is ``#VER``, ``{``, rows ``#TRANS`` and ``}``, written as the format prescribes. It is taken
apart by two regular expressions, which costs a fifth of going through it field by field. The expressions
are possessive: they never try a second reading of a quote, so what they take is what the careful way takes.
A plain record has no quotes but those of a last text, or no quotes and one object list.
"""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.values.money import Ore
from samordna.sources.sie.fields import Field, Record, object_keys
from samordna.sources.sie.model import Row, RowKind, Voucher
from samordna.sources.sie.values import date_of, quantity_of

_TEXT: Final = r'"([^"\\\n]*+(?:\\"?+[^"\\\n]*+)*+)"'
_CODE: Final = r'(?:"([^"\\\n]*+)"|([^ \t"{}\\\n]++))'
_BLANK: Final = r"[ \t]++"
_DAY: Final = r'(?:""|([0-9]{8}))'
_QUANTITY: Final = r'(?:""|(-?[0-9]{1,12}(?:\.[0-9]{1,9})?+))'

_ROW: Final = re.compile(
    rf"^[ \t]*+#TRANS{_BLANK}([0-9]{{1,12}}){_BLANK}\{{([^{{}}\\\n]*+)\}}{_BLANK}(-?[0-9]{{1,12}})(?:\.([0-9]{{2}}))?+"
    rf"(?:{_BLANK}([^\n]*+))?+$",
    re.MULTILINE,
)
_TAIL: Final = re.compile(
    rf"(?:{_DAY}(?:{_BLANK}{_TEXT}(?:{_BLANK}{_QUANTITY}(?:{_BLANK}{_TEXT})?+)?+)?+)?+[ \t]*+",
)
_VOUCHER: Final = re.compile(
    rf"[ \t]*+#VER{_BLANK}{_CODE}{_BLANK}{_CODE}{_BLANK}([0-9]{{8}})"
    rf"(?:{_BLANK}{_TEXT}(?:{_BLANK}{_DAY}(?:{_BLANK}{_CODE})?+)?+)?+[ \t]*+\n[ \t\n]*+"
    r"\{[ \t\n]++((?:#TRANS[^\n]*+\n[ \t\n]*+)*+)\}[ \t]*+(?:\n|\Z)"
)
_PAIR: Final = r'"?+([0-9]{1,6})"?+[ \t]++(?:"([^"]*+)"|([^ \t"]++))[ \t]*+'
_PAIRS: Final = re.compile(_PAIR)
_OBJECTS: Final = re.compile(rf"[ \t]*+(?:{_PAIR})*+")


_REMEMBERED: Final = 50_000
"""How many different texts are remembered: in a ledger where all differ, memory would help nobody."""


class _Dates(dict[str, dt.date]):
    """Days by how they are written; raises ``ValueError`` for what is no date."""

    def __missing__(self, text: str) -> dt.date:
        return self.setdefault(text, date_of(text))


class _Texts(dict[str, str]):
    """One string for each text, as it reads without escapes."""

    def __missing__(self, text: str) -> str:
        read = text.replace('\\"', '"') if "\\" in text else text
        return self.setdefault(text, read) if len(self) < _REMEMBERED else read


class _Objects(dict[str, tuple[ObjectKey, ...]]):
    """Object lists by what stands between their braces; raises ``ValueError`` for one that needs care."""

    def __missing__(self, text: str) -> tuple[ObjectKey, ...]:
        if not _OBJECTS.fullmatch(text):
            raise ValueError(text)
        items = [part for number, quoted, bare in _PAIRS.findall(text) for part in (number, quoted or bare)]
        return self.setdefault(text, object_keys(tuple(items)))


Tail: TypeAlias = tuple[dt.date | None, str, Decimal | None, str, RowKind]
"""What stands after a row's amount: date, text, quantity, sign; and that the row is booked."""


class _Tails(dict[str, Tail]):
    """The ends of rows by how they are written; raises ``ValueError`` for one that needs care."""

    def __init__(self, dates: _Dates, texts: _Texts) -> None:
        super().__init__()
        self._dates, self._texts = dates, texts

    def __missing__(self, text: str) -> Tail:
        found = _TAIL.fullmatch(text)
        if not found:
            raise ValueError(text)
        day, told, quantity, sign = found.groups("")
        tail = (
            self._dates[day] if day else None,
            self._texts[told],
            quantity_of(quantity) if quantity else None,
            self._texts[sign],
            RowKind.BOOKED,
        )
        return self.setdefault(text, tail) if len(self) < _REMEMBERED else tail


class Known:
    """What has been understood before in the same file: half of the work, and one copy of each value."""

    def __init__(self) -> None:
        self.accounts: dict[str, str] = {}
        self.dates = _Dates()
        self.objects = _Objects()
        self.texts = _Texts()
        self.tails = _Tails(self.dates, self.texts)

    def account(self, number: str) -> str:
        """Return the one copy of an account number, from now on known."""
        return self.accounts.setdefault(number, number)


Fields: TypeAlias = tuple[str, str, str, str, str]
"""A row as written: account, object list, kronor, öre, and what stands after."""


class Run(NamedTuple):
    """Plain vouchers that follow one another, taken apart and not yet understood.

    ``heads`` are vouchers without rows, ``counts`` how many of ``rows`` each has; the run ends at ``end``, where line
    ``line`` begins.
    """

    heads: list[Voucher]
    counts: list[int]
    rows: list[Fields]
    end: int
    line: int

    @property
    def whole(self) -> bool:
        """Tell whether every row has been taken apart."""
        return len(self.rows) == sum(self.counts)


def plain_run(text: str, at: int, line: int, known: Known, most: int) -> Run | None:
    """Return the plain vouchers, ``most`` at most, that follow from ``at`` (on ``line``); None when there is none.

    Whether their rows are plain too is for ``Run.whole`` to tell.
    """
    start, heads, counts, new = at, list[Voucher](), list[int](), tuple.__new__
    texts, dates = known.texts, known.dates
    while len(heads) < most and (found := _VOUCHER.match(text, at)):
        quoted_series, series, quoted, number, date, told, registered, quoted_sign, sign, body = found.groups("")
        try:
            days = dates[date], dates[registered] if registered else None
        except ValueError:  # it needs care
            break
        named = texts[quoted_series or series], quoted or number
        head = (*named, days[0], texts[told], days[1], texts[quoted_sign or sign], (), line)
        heads.append(new(Voucher, head))
        counts.append(body.count("#TRANS"))
        end = found.end()
        line += text.count("\n", at, end)
        at = end
    return Run(heads, counts, _ROW.findall(text, start, at), at, line) if heads else None


def ore_of(kronor: str, ore: str) -> Ore:
    """Return an amount from its two parts as written; without öre it is a whole number of kronor."""
    return int(kronor + ore) if ore else int(kronor) * 100


def vouchers_of(run: Run, known: Known) -> list[Voucher] | None:
    """Return the vouchers of a run; None when a row needs care.

    So does one with an account not met before: there the line of every row is known.
    """
    if not run.whole:
        return None
    accounts, objects, tails, new = known.accounts, known.objects, known.tails, tuple.__new__
    try:
        rows = [
            new(
                Row,
                (accounts[account], objects[keys], int(kronor + ore) if ore else int(kronor) * 100, *tails[tail]),
            )
            for account, keys, kronor, ore, tail in run.rows
        ]
    except (KeyError, ValueError):
        return None
    vouchers, at = [], 0
    for (series, number, date, text, registered, sign, _, line), count in zip(run.heads, run.counts, strict=True):
        booked = tuple(rows[at : at + count])
        vouchers.append(new(Voucher, (series, number, date, text, registered, sign, booked, line)))
        at += count
    return vouchers


def plain_record(line: str) -> Record | None:
    """Return the record on ``line``, None when it needs care: what ``split_record`` returns, a few times as fast."""
    head, quote, text = line.partition('"')
    if quote:
        closed = text.endswith('"') and text.count('"') == 1 and not text.endswith('\\"')
        if not closed or "{" in head or not head.endswith((" ", "\t")):
            return None
        return _record([*_words(head), text[:-1]])
    if "{" not in head:
        return _record(_words(head))
    before, _, listed = head.partition("{")
    items, closing, after = listed.partition("}")
    if not closing or "{" in listed or not before.endswith((" ", "\t")):
        return None
    return _record([*_words(before), tuple(_words(items)), *_words(after)])


def _words(text: str) -> list[str]:
    return [word for word in text.replace("\t", " ").split(" ") if word]


def _record(fields: Sequence[Field]) -> Record | None:
    label = fields[0] if fields else ""
    if not isinstance(label, str) or not label.startswith("#") or len(label) == 1:
        return None
    return Record(label, tuple(fields[1:]), stray_quote=False)
