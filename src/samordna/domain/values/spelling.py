"""Which words does a text hold, whatever its capitals and signs?

Whoever writes an index of words and whoever asks it split texts here, so that they mean the same by a word.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

LONGEST_WORD: Final = 100
"""Characters of a word that count: what is longer is found by its beginning."""

_WORD: Final = re.compile(rf"[^\W_]{{1,{LONGEST_WORD}}}")


def folded(text: str) -> str:
    """Return ``text`` as it is compared: ``HYRA`` and ``hyra`` are one, ``a`` and ``å`` are two."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFC", text).casefold()


def words_in(text: str) -> list[str]:
    """Return the words of ``text`` in order, folded: letters and digits, whatever stands between them."""
    return _WORD.findall(folded(text))


def fits(words: Sequence[str], text: str) -> bool:
    """Tell whether each of ``words`` (as ``words_in`` gives them) begins a word of ``text``; no words fit nothing."""
    there = words_in(text)
    return bool(words) and all(any(one.startswith(word) for one in there) for word in words)


def marked(words: Sequence[str], text: str) -> tuple[tuple[str, bool], ...]:
    """Return ``text`` in pieces, those that one of ``words`` fits marked True; put together they are the text."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in _WORD.finditer(text):
        length = max((_shared(word, found[0]) for word in words), default=0)
        if length:
            pieces += [(text[end : found.start()], False), (found[0][:length], True)]
            end = found.start() + length
    return tuple(piece for piece in (*pieces, (text[end:], False)) if piece[0])


def _shared(word: str, text: str) -> int:
    """Return how many letters of ``text`` begin with ``word``; all of them when folding changed their number."""
    there = folded(text)
    if not there.startswith(word):
        return 0
    return len(word) if len(there) == len(text) else len(text)
