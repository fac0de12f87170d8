"""Which characters may a text hold, once it is written where others read it?

People paste text from anywhere. XML forbids most control characters, a terminal obeys them, and marks of
writing direction can make a figure read backwards: each becomes U+FFFD, so that the reader sees that
something stood there.
"""

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"

_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, tab and line breaks excepted
    "\u202a-\u202e\u2066-\u2069"  # overrides of writing direction
    "\ud800-\udfff\ufffe\uffff]"  # halves of pairs, and what is no character at all
)
_BREAKS: Final = re.compile(r"[\t\r\n\u2028\u2029]+")


def printable(text: str) -> str:
    """Return ``text`` with every character that no format can carry replaced; its lines end as in Unix."""
    if text.isprintable():
        return text  # most are, and telling is quick
    return _UNPRINTABLE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return ``text`` printable and on one line: titles, labels, headings."""
    return _BREAKS.sub(" ", printable(text))
