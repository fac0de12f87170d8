"""With which characters is a file written, whatever it says itself?

SIE prescribes CP437 and every program writes ``#FORMAT PC8``, also those that write something else. So the
bytes decide: valid UTF-8 is UTF-8, and between CP437 and Windows' Latin letters the majority wins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

CHUNK: Final = 1 << 20
"""Bytes decoded at a time: a ledger may be 40 MB, and its text and lines need not all be held at once."""

NAMES: Final = {"ascii": "ASCII", "cp437": "PC8 (CP437)", "cp1252": "Windows (CP1252)", "utf-8": "UTF-8"}

_CP437_LETTERS: Final = bytes.fromhex("86 84 94 8F 8E 99 82")
_LATIN_LETTERS: Final = bytes.fromhex("E5 E4 F6 C5 C4 D6 E9")

_CONTROLS: Final = bytes(code for code in (*range(32), 127) if code not in b"\t\r\n")
_TO_BLANKS: Final = bytes(0x20 if code in _CONTROLS else code for code in range(256))

# Å, ä and ö read with the wrong table once, and then saved: CP437 as CP1252, UTF-8 as CP1252, UTF-8 as CP437.
_MOJIBAKE: Final = re.compile("\\w[„†”Ž™]\\w|[†Ž™][a-zåäö]|Ã[¥¤¶…„–©]|├[Ñ├ñÂà╢äû⌐]|\ufffd")
_MOJIBAKE_SIGNS: Final = ("„", "†", "”", "Ž", "™", "Ã", "├", "\ufffd")


@dataclass(frozen=True, slots=True)
class Letters:
    """The encoding of a file, and whether both ways of writing å, ä and ö occur in it."""

    encoding: str
    mixed: bool = False


def detect(data: bytes) -> Letters:
    """Return how ``data`` is written: ``ascii``, ``utf-8``, ``cp1252`` or ``cp437``."""
    if data.isascii():
        return Letters("ascii")
    if _is_utf8(data):
        return Letters("utf-8")
    dos, latin = _how_many(data, _CP437_LETTERS), _how_many(data, _LATIN_LETTERS)
    return Letters("cp1252" if latin > dos else "cp437", mixed=bool(dos and latin))


def chunks(data: bytes) -> Iterator[bytes]:
    """Yield ``data`` in pieces of whole lines, about ``CHUNK`` bytes each."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + CHUNK) + 1 or len(data)
        yield data[start:end]
        start = end


def control_characters(data: bytes) -> int:
    """Return how many characters there are that a text may not hold."""
    return _how_many(data, _CONTROLS)


def decoded(data: bytes, encoding: str) -> str:
    r"""Return the text of ``data``: line ends as ``\n``, control characters as blanks. It never fails."""
    text = data.translate(_TO_BLANKS).decode(encoding, errors="replace")
    if encoding == "utf-8":  # two code points that no XML may hold, so no DOCX or PDF either
        text = text.replace("\ufffe", " ").replace("\uffff", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def mojibake(text: str) -> re.Match[str] | None:
    """Return the first sign that letters were garbled before the file was written."""
    return _MOJIBAKE.search(text) if any(sign in text for sign in _MOJIBAKE_SIGNS) else None


def _how_many(data: bytes, wanted: bytes) -> int:
    return sum(len(piece) - len(piece.translate(None, wanted)) for piece in chunks(data))


def _is_utf8(data: bytes) -> bool:
    try:
        for piece in chunks(data):
            piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
