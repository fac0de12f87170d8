"""What may a sheet be called?

At most 31 characters, no bracket, colon, star, question mark or slash of either kind, no apostrophe first or
last, not ``History``, and never twice, whatever the case of its letters.
"""

import re
from collections.abc import Sequence
from typing import Final

from samordna.domain.values.language import swedish
from samordna.renderers.printable import one_line

LONGEST: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_RESERVED: Final = "history"


def sheet_names(titles: Sequence[str], *, taken: str) -> list[str]:
    """Return one valid name for each title, in order; ``taken`` is the name another sheet already has."""
    used = {taken.casefold(), _RESERVED}
    names = []
    for title in titles:
        name = _unused(_valid(title), used)
        used.add(name.casefold())
        names.append(name)
    return names


def _valid(title: str) -> str:
    text = " ".join(_FORBIDDEN.sub(" ", one_line(title)).split()).strip("' ")
    return _cut(text, LONGEST) or swedish("Tabell")


def _cut(text: str, length: int) -> str:
    """Return the beginning of ``text``, at most ``length`` UTF-16 units, which is what Excel counts."""
    while len(text.encode("utf-16-le")) > 2 * length:
        text = text[:-1]
    return text.strip("' ")


def _unused(name: str, used: set[str]) -> str:
    """Return ``name``, or ``name (2)`` and so on when it is used."""
    count, candidate = 1, name
    while candidate.casefold() in used:
        count += 1
        tail = f" ({count})"
        candidate = _cut(name, LONGEST - len(tail)) + tail
    return candidate
