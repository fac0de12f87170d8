"""How wide is a text, and how many lines does it take?"""

import re
from dataclasses import dataclass
from typing import Final

from samordna.renderers.docx.fonts import BOLD, REGULAR, advances

UNKNOWN: Final = 0.6
"""The width of a letter the typeface lacks, in parts of its size: some other font will draw it."""

_BREAKABLE: Final = re.compile(r"[^ \-–/]*[ \-–/]|[^ \-–/]+")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` in points."""
    known = advances(BOLD if bold else REGULAR)
    return sum(known.get(ord(letter), UNKNOWN) for letter in text) * size


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest part of ``text`` that cannot be broken."""
    return max((text_width(word, size, bold=bold) for word in text.split(" ")), default=0.0)


def line_count(text: str, room: float, size: float, *, bold: bool = False, hanging: float = 0) -> int:
    """Return how many lines ``text`` takes in a measure of ``room`` points; an empty text takes one.

    The first line is wider by ``hanging``.
    """
    return sum(_lines_of(line, room, _Type(size, bold), hanging) for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class _Type:
    """What a text is set in."""

    size: float
    bold: bool

    def width(self, text: str) -> float:
        """Return the width of ``text`` in points."""
        return text_width(text, self.size, bold=self.bold)


def _lines_of(text: str, room: float, type_: _Type, hanging: float) -> int:
    lines, used = 1, -hanging
    for piece in _BREAKABLE.findall(text):
        # the space that ends a line hangs outside it
        if used > -hanging and used + type_.width(piece.rstrip(" ")) > room:
            lines, used = lines + 1, 0.0
        used += type_.width(piece)
    return lines
