"""How does a file of SIE 1–4 become values, with everything that is odd about it told?"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, TypeAlias

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.values.language import swedish
from samordna.sources.garbage import no_garbage_collection
from samordna.sources.sie.checksum import checksum_of
from samordna.sources.sie.encoding import NAMES, chunks, control_characters, decoded, detect, mojibake
from samordna.sources.sie.model import Voucher
from samordna.sources.sie.reading import Reading
from samordna.sources.sie.records import Heading
from samordna.sources.sie.vouchers import VoucherReader

Progress: TypeAlias = Callable[[float], None]
"""Told the share that is done, from 0 to 1, about once a megabyte."""

_SIGN_LENGTH: Final = 20  # how much of a garbled text is shown
_LABEL: Final = 20
_CUT_RECORD: Final = re.compile(rb"\n[ \t]*#[A-Z]*\n\Z")
"""A last line that is a label, or the beginning of one, and nothing more: no record has so little in it."""


class Sie4Reader:
    """Reads a file piece by piece: ``pieces`` hands out vouchers as they come, ``reading`` says all at the end.

    ``rows`` is what reads the vouchers, and collects what is found; ``encoding`` reads the file with that one instead
    of the one that its bytes tell. Without ``verify`` a checksum is not looked at: somebody has done it already.
    """

    def __init__(self, data: bytes, name: str, rows: VoucherReader, *, encoding: str = "", verify: bool = True) -> None:
        self._name, self._size, self._data = name, len(data), _normal(data)
        self._findings, self._rows, self._heading = rows.findings, rows, Heading(rows.findings)
        self._encoding = encoding or _encoding(self._data, self._findings)
        self._signed = verify and _checksum_agrees(self._data, self._encoding, self._findings)
        self._garbled = False

    def pieces(self, progress: Progress | None = None) -> Iterator[list[Voucher]]:
        """Read on, and yield the vouchers of about a megabyte at a time."""
        for lines, text in self._texts(progress):
            for line, record in self._rows.read(text, lines + 1):
                self._heading.read(record, line)
            yield self._rows.take()
        self._rows.finish()
        yield self._rows.take()

    def _texts(self, progress: Progress | None = None) -> Iterator[tuple[int, str]]:
        """Yield the text a megabyte at a time, in whole lines, each piece with the number of lines before it."""
        lines = done = 0
        for piece in chunks(self._data):
            text = decoded(piece, self._encoding)
            self._tell_garbled(text, lines)
            yield lines, text
            lines += text.count("\n")
            done += len(piece)
            if progress:
                progress(done / len(self._data))

    def reading(self, vouchers: tuple[Voucher, ...] = ()) -> Reading:
        """Return what was read, with the vouchers that ``pieces`` gave out."""
        if _CUT_RECORD.search(self._data[-_LABEL:]):
            self._findings.in_file(file_kinds.TRUNCATED, what=swedish("den slutar mitt i en post"))
        self._heading.trailing += self._rows.trailing
        self._heading.tell_kept()
        file = self._heading.file(vouchers)
        _tell_undeclared(self._heading, self._rows, self._findings)
        return Reading(
            name=self._name,
            file=file,
            problems=self._findings.problems,
            size=self._size,
            encoding=self._encoding,
            file_type=file.file_type,
            lines=self._data.count(b"\n"),
            signed=self._signed,
            counts=self._counts(),
        )

    def _counts(self) -> Counter[str]:
        return Counter({label.removeprefix("#"): count for label, count in self._rows.counts.items() if count})

    def _tell_garbled(self, text: str, lines: int) -> None:
        sign = None if self._garbled else mojibake(text)
        if sign:
            self._garbled = True
            line = lines + text.count("\n", 0, sign.start()) + 1
            self._findings.on_line(record_kinds.MOJIBAKE, line, text=_around(text, sign.start()))


def read_sie4(
    data: bytes, name: str, *, encoding: str = "", fast: bool = True, progress: Progress | None = None
) -> Reading:
    """Return what a file of SIE 1–4 says. It never raises for content.

    ``fast`` is for tests, which hold the two ways of reading against each other.
    """
    with no_garbage_collection():
        reader = Sie4Reader(data, name, VoucherReader(Findings(name), fast=fast), encoding=encoding)
        vouchers = tuple(chain.from_iterable(reader.pieces(progress)))
        return reader.reading(vouchers)


def _normal(data: bytes) -> bytes:
    """Return the content proper: without a byte order mark, with line ends, without what DOS left at the end."""
    text = data.removeprefix(codecs.BOM_UTF8).rstrip(b"\x1a \t\r\n") + b"\n"
    return text if b"\n" in text[:-1] else text.replace(b"\r", b"\n")


def _encoding(data: bytes, findings: Findings) -> str:
    letters = detect(data)
    if letters.encoding in {"utf-8", "cp1252"}:
        findings.in_file(record_kinds.WRONG_ENCODING, encoding=NAMES[letters.encoding])
    if letters.mixed:
        findings.in_file(record_kinds.MIXED_LETTERS)
    if count := control_characters(data):
        findings.in_file(record_kinds.CONTROL_CHARACTERS, count=count)
    return letters.encoding


def _checksum_agrees(data: bytes, encoding: str, findings: Findings) -> bool:
    found = checksum_of(data, encoding)
    if found is None:
        return False
    if found.declared is None:
        findings.in_file(file_kinds.TRUNCATED, what=swedish("den har en inledande kontrollsumma men ingen avslutande"))
    elif found.unprotected:
        findings.in_file(file_kinds.AFTER_CHECKSUM)
    elif not found.agrees:
        findings.in_file(file_kinds.CHECKSUM_MISMATCH, declared=found.declared, computed=found.computed)
    return found.agrees and not found.unprotected


def _tell_undeclared(heading: Heading, rows: VoucherReader, findings: Findings) -> None:
    """Tell of accounts that are used and that no ``#KONTO`` names, where each is used first."""
    used = dict(rows.first_used)
    for account, line in heading.first_used.items():
        used[account] = min(line, used.get(account, line))
    for account, line in sorted(used.items(), key=lambda one: one[1]):
        if account not in heading.declared:
            findings.on_line(account_kinds.UNDECLARED_ACCOUNT, line, account=account)


def _around(text: str, at: int) -> str:
    """Return the words around a place, within its line, without the marks of SIE."""
    start = max(text.rfind("\n", 0, at), text.rfind('"', 0, at), at - _SIGN_LENGTH) + 1
    return text[start : at + _SIGN_LENGTH].split("\n", 1)[0].split('"', 1)[0].strip()
