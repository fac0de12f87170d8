r"""Which vouchers have the plain form, and what do they say?

A plain voucher is ``#VER``, ``{``, rows ``#TRANS`` and ``}``, written as the format prescribes. It is taken
apart by two regular expressions, which costs a fifth of going through it field by field. The expressions
are possessive: they never try a second reading of a quote, so what they take is what the careful way takes.
"""

import datetime as dt
import re
from typing import Final

from samordna.domain.ledger.books import ObjectKey, Posting, Voucher
from samordna.sources.sie.fields import object_keys
from samordna.sources.sie.values import date_of

_TEXT: Final = r'"([^"\\\n]*+(?:\\"?+[^"\\\n]*+)*+)"'
_CODE: Final = r'(?:"([^"\\\n]*+)"|([^ \t"{}\\\n]++))[ \t]++'
_REST: Final = r"(?:[ \t][^\n]*+)?+"

_ROW: Final = re.compile(
    r"^[ \t]*+#TRANS[ \t]++([0-9]{1,12})[ \t]++\{([^{}\\\n]*+)\}[ \t]++(-?[0-9]{1,12})(?:\.([0-9]{2}))?+"
    rf'(?:[ \t]++(?:""|([0-9]{{8}}))(?:[ \t]++{_TEXT}{_REST})?+)?+[ \t]*+$',
    re.MULTILINE,
)
_VOUCHER: Final = re.compile(
    rf"[ \t]*+#VER[ \t]++{_CODE}{_CODE}([0-9]{{8}})(?:[ \t]++{_TEXT}{_REST})?+[ \t]*+\n[ \t\n]*+"
    r"\{[ \t\n]++((?:#TRANS[^\n]*+\n[ \t\n]*+)*+)\}[ \t]*+(?:\n|\Z)"
)
_PAIR: Final = r'"?+([0-9]{1,6})"?+[ \t]++(?:"([^"]*+)"|([^ \t"]++))[ \t]*+'
_PAIRS: Final = re.compile(_PAIR)
_OBJECTS: Final = re.compile(rf"[ \t]*+(?:{_PAIR})*+")


class _Dates(dict[str, dt.date]):
    """Days by how they are written; raises ``ValueError`` for what is no date."""

    def __missing__(self, text: str) -> dt.date:
        return self.setdefault(text, date_of(text))


class _Texts(dict[str, str]):
    """One string for each text, as it reads without escapes."""

    def __missing__(self, text: str) -> str:
        return self.setdefault(text, text.replace('\\"', '"'))


class _Objects(dict[str, tuple[ObjectKey, ...]]):
    """Object lists by what stands between their braces; raises ``ValueError`` for one that needs care."""

    def __missing__(self, text: str) -> tuple[ObjectKey, ...]:
        if not _OBJECTS.fullmatch(text):
            raise ValueError(text)
        items = [part for number, quoted, bare in _PAIRS.findall(text) for part in (number, quoted or bare)]
        return self.setdefault(text, object_keys(tuple(items)))


class Known:
    """What has been understood before in the same file: half of the work, and one copy of each value."""

    def __init__(self) -> None:
        self.accounts: dict[str, str] = {}
        self.dates = _Dates()
        self.objects = _Objects()
        self.texts = _Texts()

    def account(self, number: str) -> str:
        """Return the one copy of an account number, from now on known."""
        return self.accounts.setdefault(number, number)


def plain_voucher(text: str, at: int, line: int, known: Known) -> tuple[Voucher, int] | None:
    """Return the plain voucher that begins at ``at`` (on ``line``) and where it ends; None when it needs care.

    A voucher with an account not met before needs care: there the line of every row is known.
    """
    found = _VOUCHER.match(text, at)
    if found is None:
        return None
    quoted_series, series, quoted_number, number, date, told, body = found.groups("")
    rows = _ROW.findall(body)
    if len(rows) != body.count("#TRANS"):
        return None
    accounts, objects, dates, texts = known.accounts, known.objects, known.dates, known.texts
    try:
        day = dates[date]
        postings = tuple(
            [
                Posting(
                    accounts[account],
                    objects[keys],
                    int(kronor + ore) if ore else int(kronor) * 100,
                    dates[written] if written else day,
                    texts[text],
                )
                for account, keys, kronor, ore, written, text in rows
            ]
        )
    except (KeyError, ValueError):
        return None
    head = (texts[quoted_series or series], quoted_number or number, day, texts[told])
    return Voucher(*head, postings, line), found.end()
