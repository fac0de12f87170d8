r"""Does the checksum that a file carries (``#KSUMMA``) agree with what it holds?

CRC-32 over labels, field contents and object lists between the two ``#KSUMMA`` records; not over blanks,
enclosing quotes, braces and the backslash of ``\"``. Characters count with their CP437 value (SIE 4B, section 10).
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from samordna.sources.sie.encoding import chunks

_LABEL: Final = b"#KSUMMA"
_RECORD: Final = re.compile(rb'#KSUMMA(?:[ \t]+"?(-?[0-9]{1,12})"?)?[ \t]*\r?$', re.MULTILINE)
_NOT_COUNTED: Final = b" \t\r\n{}"
_ESCAPED: Final = b"\x01"  # bytes that no text may hold: one stands in for an escaped quote,
_BETWEEN: Final = b"\x02"  # the other for a quoted field


class Checksum(NamedTuple):
    """What a file says about itself and what it adds up to; ``declared`` is None when the closing record is missing."""

    declared: int | None
    computed: int
    unprotected: bool

    @property
    def agrees(self) -> bool:
        """Tell whether the two are the same; some programs write the sum as a signed number."""
        return self.declared is not None and self.declared % 2**32 == self.computed


def checksum_of(data: bytes, encoding: str) -> Checksum | None:
    """Return the checksum of a file that carries one, None when it does not."""
    records = list(_records(data))
    opening = next((record for record in records if record[1] is None), None)
    if opening is None:
        return Checksum(int(records[0][1]), 0, unprotected=True) if records else None
    closing = next((record for record in records if record[1] is not None and record.start() > opening.start()), None)
    if closing is None:
        return Checksum(None, 0, unprotected=False)
    body = data[opening.end() : closing.start()]
    declared = int(closing[1])
    found = Checksum(declared, _crc(_as_cp437(body, encoding)), unprotected=bool(data[closing.end() :].strip()))
    if not found.agrees and encoding not in {"cp437", "ascii"}:  # some programs count the bytes they wrote
        as_written = found._replace(computed=_crc(chunks(body)))
        return as_written if as_written.agrees else found
    return found


def _records(data: bytes) -> Iterator[re.Match[bytes]]:
    at = data.find(_LABEL)
    while at >= 0:
        alone = not data[data.rfind(b"\n", 0, at) + 1 : at].strip(b" \t")
        record = _RECORD.match(data, at) if alone else None
        if record:
            yield record
        line_end = data.find(b"\n", at)  # no other on this line stands alone
        at = data.find(_LABEL, line_end) if line_end >= 0 else -1


def _as_cp437(body: bytes, encoding: str) -> Iterator[bytes]:
    if encoding in {"cp437", "ascii"}:
        return chunks(body)
    return (piece.decode(encoding, "replace").encode("cp437", "replace") for piece in chunks(body))


def _crc(pieces: Iterator[bytes]) -> int:
    total = 0
    for piece in pieces:
        counted = _counted(piece)
        if counted is None:  # a quote without its pair: then line by line, so that it spoils no other
            counted = b"".join(_counted_line(line) for line in piece.split(b"\n"))
        total = zlib.crc32(counted, total)
    return total


def _counted(piece: bytes) -> bytes | None:
    """Return the bytes of whole lines that count, None when a quoted field seems to run over a line end."""
    parts = piece.replace(b'\\"', _ESCAPED).split(b'"')
    if _BETWEEN in piece or b"\n" in b"".join(parts[1::2]):
        return None
    # One call for all that is not quoted, instead of half a million small ones.
    parts[::2] = _BETWEEN.join(parts[::2]).translate(None, _NOT_COUNTED).split(_BETWEEN)
    return b"".join(parts).replace(_ESCAPED, b'"')


def _counted_line(line: bytes) -> bytes:
    parts = line.rstrip(b"\r").replace(b'\\"', _ESCAPED).split(b'"')
    parts[::2] = [bare.translate(None, _NOT_COUNTED) for bare in parts[::2]]
    return b"".join(parts).replace(_ESCAPED, b'"')
