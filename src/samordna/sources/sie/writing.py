"""How is a file of SIE 1–4 written?

The rules of SIE 4B: records in the order that it gives them, CP437 and CRLF, everything that a type must hold. What was
written and read and is written again is the same, byte for byte.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import writing as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many
from samordna.domain.values.problem import Problem, refuses
from samordna.sources.sie.checksum import checksum_of
from samordna.sources.sie.duties import TYPES, FileType
from samordna.sources.sie.encoding import NAMES, detect
from samordna.sources.sie.holding import held_by
from samordna.sources.sie.lines import Lines
from samordna.sources.sie.model import SieFile
from samordna.sources.sie.quoting import writable
from samordna.sources.sie.replacing import lacking, nearest, respelled

_THE_FILE: Final = swedish("filen som skrivs")
_LINE_END: Final = "\r\n"
_OPENING: Final = "#KSUMMA"
_UNSIGNED: Final = "#KSUMMA 0"
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing: the bytes, none when a problem refuses, and what was left out, filled in or replaced."""

    data: bytes
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Tell whether nothing was written."""
        return refuses(self.problems)


def write_sie4(  # noqa: PLR0913 - each is a choice of its own
    file: SieFile,
    file_type: FileType = "4E",
    *,
    checksum: bool = False,
    encoding: str = "cp437",
    replace: bool = False,
    name: str = _THE_FILE,
) -> Written:
    """Return ``file`` as a file of SIE of ``file_type``; ``name`` is what the problems call it.

    ``checksum`` adds ``#KSUMMA``. ``encoding`` is ``cp437``, or ``cp1252`` or ``utf-8`` where the receiver can read
    that. ``replace`` writes the nearest characters for those that it lacks; without it they refuse. Raises
    ``ValueError`` for another type or encoding, and for a dimension whose number is none.
    """
    if file_type not in TYPES or encoding not in NAMES:
        raise ValueError(file_type, encoding)
    findings = Findings(name)
    lines = Lines(held_by(file, file_type, findings))
    if findings.refused:
        return Written(b"", findings.problems)
    text = _LINE_END.join(_signed_lines(lines) if checksum else chain(lines.head(), lines.body(), [""]))
    data = _encoded(text, encoding)
    if data is None or lines.texts.mended:
        missing = lacking(text, encoding) if data is None else {}
        findings = Findings(name)
        _tell_spelling(missing, lines.texts.mended, encoding, findings, replace=replace)
        if findings.refused:
            return Written(b"", findings.problems)
        spelled = respelled(file, _spelling(nearest(missing, encoding)))  # two codes may have become one
        written = write_sie4(spelled, file_type, checksum=checksum, encoding=encoding, name=name)
        return Written(written.data, findings.problems + written.problems)
    guess = detect(data).encoding
    if guess not in {"ascii", encoding}:
        findings.in_file(kinds.LIKE_ANOTHER_ENCODING, encoding=NAMES[encoding], guess=NAMES[guess])
    return Written(_signed(data, encoding) if checksum else data, findings.problems)


def _signed_lines(lines: Lines) -> Iterator[str]:
    yield from lines.head()
    yield _OPENING
    yield from lines.body()
    yield from (_UNSIGNED, "")


def _encoded(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


def _spelling(instead: Mapping[str, str]) -> Callable[[str], str]:
    table = {ord(one): other for one, other in instead.items()}
    return lambda text: writable(text.translate(table))


def _tell_spelling(
    missing: Mapping[str, int], mended: Sequence[str], encoding: str, findings: Findings, *, replace: bool
) -> None:
    called = NAMES[encoding]
    places = how_many(sum(missing.values()), swedish("ett ställe"), swedish("{count} ställen"))
    if missing and not replace:
        shown = _listed([f"{_shown(one)} (U+{ord(one):04X})" for one in missing])
        findings.in_file(kinds.MISSING_CHARACTERS, encoding=called, places=places, characters=shown)
    elif missing:
        pairs = nearest(missing, encoding).items()
        shown = _listed([swedish("{one} med {other}").format(one=_shown(one), other=other) for one, other in pairs])
        findings.in_file(kinds.REPLACED_CHARACTERS, encoding=called, places=places, characters=shown)
    if mended:
        findings.in_file(kinds.MENDED_TEXTS, count=len(mended))


def _listed(parts: list[str]) -> str:
    return ", ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else ".")


def _shown(character: str) -> str:
    """Return a character as a message may hold it."""
    return character if character.isprintable() else "?"


def _signed(data: bytes, encoding: str) -> bytes:
    found = checksum_of(data, encoding)
    assert found is not None  # noqa: S101 - both records have just been written
    return data.removesuffix(f"{_UNSIGNED}{_LINE_END}".encode()) + f"{_OPENING} {found.computed}{_LINE_END}".encode()
