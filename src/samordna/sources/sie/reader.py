"""How does a file become books, or reasons why not?"""

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.ledger import problems as kinds
from samordna.domain.ledger.books import Books
from samordna.domain.ledger.findings import Findings
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, refuses
from samordna.sources.sie.assemble import assemble
from samordna.sources.sie.checksum import checksum_of
from samordna.sources.sie.encoding import NAMES, chunks, control_characters, decoded, detect, mojibake
from samordna.sources.sie.recognise import recognise
from samordna.sources.sie.records import Heading
from samordna.sources.sie.vouchers import VoucherReader

_SIGN_LENGTH: Final = 20  # how much of a garbled text is shown


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file turned out to be.

    ``books`` is None exactly when one of the ``problems`` refuses. ``encoding`` is the one it was read
    with (empty when it is no text), ``lines`` how many it has, ``signed`` whether a checksum agreed,
    ``flagged`` whether a ledger has marked it as imported, ``history`` how many rows of corrections
    (``#RTRANS``, ``#BTRANS``) were seen and not booked.
    """

    name: str
    books: Books | None
    problems: tuple[Problem, ...]
    size: int = 0
    sha256: str = ""
    encoding: str = ""
    lines: int = 0
    signed: bool = False
    flagged: bool = False
    history: int = 0


def read_sie(data: bytes, name: str, *, progress: Callable[[float], None] | None = None) -> Reading:
    """Return what the SIE 4 file ``data`` holds; ``name`` is what its problems call it. It never raises for content.

    ``progress`` is called with the share that is done, from 0 to 1, about once a megabyte.
    """
    findings = Findings(name)
    sha256 = hashlib.sha256(data).hexdigest()
    if not recognise(data, findings):
        return Reading(name, None, findings.problems, len(data), sha256)
    return replace(_read(_normal(data), name, findings, progress), size=len(data), sha256=sha256)


_LABEL: Final = 20
_CUT_RECORD: Final = re.compile(rb"\n[ \t]*#[A-Z]*\n\Z")
"""A last line that is a label, or the beginning of one, and nothing more: no record has so little in it."""


def _read(data: bytes, name: str, findings: Findings, progress: Callable[[float], None] | None) -> Reading:
    encoding = _encoding(data, findings)
    signed = _checksum_agrees(data, encoding, findings)
    heading, rows = Heading(findings), VoucherReader(findings)
    for lines, text in _pieces(data, encoding, findings, progress):
        for line, record in rows.read(text, lines + 1):
            heading.read(record, line)
    rows.finish()
    if _CUT_RECORD.search(data[-_LABEL:]):
        findings.in_file(kinds.TRUNCATED, what=swedish("den slutar mitt i en post"))
    heading.finish(rows.first_used)
    books = assemble(heading, rows, findings)
    problems = findings.problems
    return Reading(
        name=name,
        books=None if refuses(problems) else books,
        problems=problems,
        encoding=encoding,
        lines=data.count(b"\n"),
        signed=signed,
        flagged=heading.flagged,
        history=rows.history,
    )


def _normal(data: bytes) -> bytes:
    """Return the content proper: without a byte order mark, with line ends, without what DOS left at the end."""
    text = data.removeprefix(codecs.BOM_UTF8).rstrip(b"\x1a \t\r\n") + b"\n"
    return text if b"\n" in text[:-1] else text.replace(b"\r", b"\n")


def _encoding(data: bytes, findings: Findings) -> str:
    letters = detect(data)
    if letters.encoding in {"utf-8", "cp1252"}:
        findings.in_file(kinds.WRONG_ENCODING, encoding=NAMES[letters.encoding])
    if letters.mixed:
        findings.in_file(kinds.MIXED_LETTERS)
    if count := control_characters(data):
        findings.in_file(kinds.CONTROL_CHARACTERS, count=count)
    return letters.encoding


def _checksum_agrees(data: bytes, encoding: str, findings: Findings) -> bool:
    found = checksum_of(data, encoding)
    if found is None:
        return False
    if found.declared is None:
        findings.in_file(kinds.TRUNCATED, what=swedish("den har en inledande kontrollsumma men ingen avslutande"))
    elif found.unprotected:
        findings.in_file(kinds.AFTER_CHECKSUM)
    elif not found.agrees:
        findings.in_file(kinds.CHECKSUM_MISMATCH, declared=found.declared, computed=found.computed)
    return found.agrees and not found.unprotected


def _pieces(
    data: bytes, encoding: str, findings: Findings, progress: Callable[[float], None] | None
) -> Iterator[tuple[int, str]]:
    """Yield the text a megabyte at a time, in whole lines, each piece with the number of lines before it."""
    lines, done, garbled = 0, 0, False
    for piece in chunks(data):
        text = decoded(piece, encoding)
        sign = None if garbled else mojibake(text)
        if sign:
            garbled = True
            line = lines + text.count("\n", 0, sign.start()) + 1
            findings.on_line(kinds.MOJIBAKE, line, text=_around(text, sign.start()))
        yield lines, text
        lines += text.count("\n")
        done += len(piece)
        if progress:
            progress(done / len(data))


def _around(text: str, at: int) -> str:
    """Return the words around a place, within its line, without the marks of SIE."""
    start = max(text.rfind("\n", 0, at), text.rfind('"', 0, at), at - _SIGN_LENGTH) + 1
    return text[start : at + _SIGN_LENGTH].split("\n", 1)[0].split('"', 1)[0].strip()
