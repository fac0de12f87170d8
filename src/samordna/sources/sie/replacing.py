"""Which characters does an encoding lack, and which ones come nearest?

Nothing is replaced in silence: SIE has CP437, which lacks the euro sign, the dash and many letters.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final, TypeVar

_Said = TypeVar("_Said")

_NEAREST: Final = {
    "€": "EUR", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "...", "•": "*", "·": "*", "™": "TM",
    "©": "(c)", "®": "(R)", "§": "par.", "‘": "'", "’": "'", "‚": "'", "“": "'", "”": "'", "„": "'", "‹": "<", "›": ">",
    "Ø": "O", "ø": "o", "Ð": "D", "ð": "d", "Þ": "Th", "þ": "th", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Œ": "OE",
    "œ": "oe", "×": "x", "¹": "1", "³": "3", "¾": "3/4", "¤": "?",
}  # fmt: skip
"""What people write in place of a character; never a quote or a backslash, which mean something in SIE."""


def lacking(text: str, encoding: str) -> dict[str, int]:
    """Return the characters of ``text`` that ``encoding`` lacks, and how often each occurs, in order."""
    return {one: text.count(one) for one in sorted(set(text)) if not _has(encoding, one)}


def nearest(characters: Mapping[str, int], encoding: str) -> dict[str, str]:
    """Return what to write in place of each character."""
    return {one: _nearest(one, encoding) for one in characters}


def respelled(said: _Said, spell: Callable[[str], str]) -> _Said:
    """Return the same with every text of it, codes and names alike, as ``spell`` spells it."""
    answer: _Said = _Respelling(spell).of(said)
    return answer


class _Respelling(dict[str, str]):
    """Spells each text once."""

    def __init__(self, spell: Callable[[str], str]) -> None:
        super().__init__()
        self._spell = spell

    def __missing__(self, text: str) -> str:
        return self.setdefault(text, self._spell(text))

    def of(self, said: Any) -> Any:
        if isinstance(said, str):
            return self[said]
        if isinstance(said, tuple):
            parts = map(self.of, said)
            return type(said)._make(parts) if hasattr(said, "_make") else tuple(parts)
        if isinstance(said, Mapping):
            return {self.of(key): self.of(value) for key, value in said.items()}
        if is_dataclass(said) and not isinstance(said, type):
            return type(said)(**{field.name: self.of(getattr(said, field.name)) for field in fields(said)})
        return said


def _nearest(character: str, encoding: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    letters = "".join(part for part in parts if part.isalnum() and _has(encoding, part))
    return _NEAREST.get(character) or letters or "?"


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
