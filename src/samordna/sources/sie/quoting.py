r"""How is a value written as a field of a record?

Texts always stand in quotes, ``"`` in them as ``\"``. No escape has been agreed on for a backslash, so no text may end
in one: it would hide the quote that closes it.
"""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from samordna.domain.values.numerals import decimal_text
from samordna.sources.sie.model import Objects

EMPTY: Final = '""'

_BARE: Final = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*")
_NOT_IN_TEXTS: Final = dict.fromkeys((*range(32), 127, 0xFFFE, 0xFFFF), " ")
"""Control characters, and two code points that no XML may hold: the reader takes them for blanks too."""


class Quoting(dict[str, str]):
    """Texts as they are written; each is looked at once. ``mended`` are those that had to be written otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.mended: list[str] = []
        self.codes = _Codes(self)
        self.lists = _Lists(self)

    def __missing__(self, text: str) -> str:
        written = writable(text)
        if written != text:
            self.mended.append(text)
        return self.setdefault(text, '"' + written.replace('"', '\\"') + '"')


class _Codes(dict[str, str]):
    """Short words and numbers as they are written: in quotes only where they need them."""

    def __init__(self, texts: Quoting) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, code: str) -> str:
        return self.setdefault(code, code if _BARE.fullmatch(code) else self._texts[code])


class _Lists(dict[Objects, str]):
    """Object lists as they are written: objects always in quotes."""

    def __init__(self, texts: Quoting) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, objects: Objects) -> str:
        pairs = (f"{dimension_text(dimension)} {self._texts[code]}" for dimension, code in objects if code)
        return self.setdefault(objects, "{" + " ".join(pairs) + "}")


def writable(text: str) -> str:
    """Return the text as a field may hold it: no control characters, and no backslash at the end."""
    clean = text if text.isprintable() else text.translate(_NOT_IN_TEXTS)
    return clean + " " if clean.endswith("\\") else clean


def dimension_text(number: str) -> str:
    """Return the number of a dimension; raises ``ValueError`` for what is no number."""
    return str(int(number))


def amount_text(ore: int) -> str:
    """Return ``-212.50``."""
    return decimal_text(ore, 2)


def quantity_text(quantity: Decimal | None) -> str:
    """Return a quantity with all its decimals, empty for none."""
    return "" if quantity is None else f"{quantity or abs(quantity):f}"


def day_text(day: dt.date | None) -> str:
    """Return ``20240131``, empty for no day."""
    return day.isoformat().replace("-", "") if day else ""


def record(label: str, *needed: str, also: Iterable[str] = ()) -> str:
    """Return a record of fields as they are written; of those that it may have (``also``) no empty one stands last."""
    fields = list(also)
    while fields and fields[-1] in {"", EMPTY}:
        fields.pop()
    return " ".join((label, *needed, *(one or EMPTY for one in fields)))
