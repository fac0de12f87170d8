"""How does a SIE 5 file become values, with everything that is odd about it told?"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.values.problem import Refused
from samordna.sources.sie.encoding import NAMES as ENCODINGS
from samordna.sources.sie.encoding import detect
from samordna.sources.sie.model import SieFile, Voucher
from samordna.sources.sie.reading import Reading
from samordna.sources.sie.xml.aside import Aside
from samordna.sources.sie.xml.elements import CHILDREN, NAME_OF_JOURNAL, TYPES
from samordna.sources.sie.xml.entries import Entries
from samordna.sources.sie.xml.fields import Fields
from samordna.sources.sie.xml.heading import Sie5Heading
from samordna.sources.sie.xml.markup import PIECE, Attributes, Markup, Stopped

_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
_UTF8_LETTER: Final = re.compile(rb"\xc3[\x80-\xbf]")
_LETTERS: Final = bytes(range(0x80, 0x100))
_BLANKS: Final = b" \t\r\n"
_MEGABYTE: Final = 1 << 20


class Sie5Reader:
    """Reads a file piece by piece: ``feed`` it, ``take`` the vouchers as they come, ``finish``, and ask for ``file``.

    ``encoding`` reads it with that one instead of the one it declares. Without ``keep`` nothing that the ledger has
    no use for is kept: then only what is taken grows with the file.
    """

    def __init__(self, findings: Findings, *, encoding: str = "", keep: bool = True, lines_before: int = 0) -> None:
        self._findings = findings
        self._markup = markup = Markup(findings, encoding=encoding, lines_before=lines_before)
        self._aside = Aside(keep=keep)
        self._fields = Fields(findings, lambda: markup.line)
        self._heading = Sie5Heading(findings, self._aside, self._fields)
        self._entries = Entries(markup, findings, self._aside, self._fields)
        self._path = [""]  # the elements that are open
        self._counts: Counter[str] = Counter()
        self.file_type = ""
        self._markup.hand_to(self._start, self._end)

    @property
    def encoding(self) -> str:
        """The encoding that the file declares."""
        return self._markup.declared or "utf-8"

    @property
    def counts(self) -> Counter[str]:
        """The number of elements by name."""
        return self._counts + self._entries.counts

    @property
    def stopped(self) -> bool:
        """Whether something was found that makes the rest unreadable."""
        return self._markup.stopped

    def feed(self, piece: bytes | memoryview) -> None:
        """Read on."""
        self._markup.feed(piece)

    def take(self) -> list[Voucher]:
        """Return the vouchers that ended since the last time."""
        return self._entries.take()

    def finish(self) -> None:
        """End the file, and tell of what is known only then."""
        self._markup.close()
        if self.stopped:
            return
        self._heading.close(whole=self.file_type == "5")
        declared = self._heading.heading.declared
        for account, line in self._fields.accounts.first_used.items():
            if account not in declared:
                self._findings.on_line(account_kinds.UNDECLARED_ACCOUNT, line, account=account)
        self._aside.tell(self._findings)

    def file(self, vouchers: tuple[Voucher, ...]) -> SieFile | None:
        """Return the file with the vouchers that were taken; None of one that could not be read to its end."""
        if self.stopped:
            return None
        self._heading.heading.others = self._aside.others
        return replace(self._heading.heading.file(vouchers), beyond=tuple(self._aside.beyond))

    # What is called for every element outside journals

    def _start(self, name: str, attributes: Attributes) -> None:
        if not self.file_type:
            name = self._root(name)
        label = self._markup.called(name)
        self._counts[label] += 1
        if name not in CHILDREN.get(self._path[-1], ()):
            self._aside.element(label, attributes, self._markup.line)
            self._markup.skip(self._inner)
            return
        self._path.append(name)
        self._heading.start(name, attributes, self._markup.line)
        if name == "Journal":
            self._enter_journal(attributes)

    def _end(self, name: str) -> None:
        self._path.pop()
        self._heading.end(name)

    def _enter_journal(self, attributes: Attributes) -> None:
        line, series = self._markup.line, attributes.get("id", "")
        if attributes.get("name", series) != series:  # no other type has names for series
            self._aside.keep(NAME_OF_JOURNAL, (series, attributes["name"]), line)
        self._entries.begin(series, self._leave_journal)
        self._markup.hand_to(self._entries.start, self._entries.end)

    def _leave_journal(self) -> None:
        self._path.pop()
        self._markup.hand_to(self._start, self._end)

    def _inner(self, name: str, attributes: Attributes) -> None:
        label = self._markup.called(name)
        self._counts[label] += 1
        self._aside.inner(label, attributes, self._markup.line)

    def _root(self, name: str) -> str:
        """Return the name of the outermost element without its namespace; the file stops here when it is not SIE's."""
        namespace, _, local = name.rpartition(" ")
        if local not in TYPES:
            raise Stopped(file_kinds.NOT_SIE5, element=local)
        if namespace:
            self._markup.adopt(namespace)
        self.file_type = TYPES[local]
        self._heading.heading.say(declared_type=self.file_type)
        return local


def read_sie5(
    data: bytes, name: str, *, encoding: str = "", progress: Callable[[float], None] | None = None
) -> Reading:
    """Return what a SIE 5 file says. It never raises for content.

    ``encoding`` reads it with that one instead of the one that it declares, or that its bytes tell where it declares
    another. ``progress`` is told the share that is done, from 0 to 1, about once a megabyte.
    """
    findings = Findings(name)
    start, lines_before = _beginning(data)
    encoding = encoding or _misdeclared(data, findings)
    reader = Sie5Reader(findings, encoding=encoding, lines_before=lines_before)
    vouchers: list[Voucher] = []
    view = memoryview(data)
    for at in range(start, len(data), _MEGABYTE):
        reader.feed(view[at : at + _MEGABYTE])
        vouchers += reader.take()
        if progress:
            progress(min(1.0, (at + _MEGABYTE) / len(data)))
    reader.finish()
    vouchers += reader.take()
    return Reading(
        name=name,
        file=reader.file(tuple(vouchers)),
        problems=findings.problems,
        size=len(data),
        encoding=encoding or reader.encoding,
        file_type=reader.file_type,
        lines=data.count(b"\n"),
        counts=reader.counts,
    )


def stream_sie5(source: BinaryIO, name: str = "", *, findings: Findings | None = None) -> Iterator[Voucher]:
    """Yield the vouchers of an open file as they are read, holding neither the file nor the vouchers.

    It is read in the encoding it declares. What is odd comes into ``findings``. Raises ``Refused`` at the end when
    something was found that refuses the file, broken XML too: what was yielded before it is then not to be used.
    """
    findings = findings or Findings(name)
    first = source.read(PIECE)
    start, lines_before = _beginning(first)
    reader = Sie5Reader(findings, keep=False, lines_before=lines_before)
    piece = first[start:]
    while piece and not reader.stopped:
        reader.feed(piece)
        yield from reader.take()
        piece = source.read(PIECE)
    reader.finish()
    if findings.refused:
        raise Refused(findings.problems)
    yield from reader.take()


def _beginning(data: bytes) -> tuple[int, int]:
    """Return where the file begins, after blanks that no declaration may have before it, and the lines before that."""
    start = len(data) - len(data.lstrip(_BLANKS))
    return start, data.count(b"\n", 0, start)


def _misdeclared(data: bytes, findings: Findings) -> str:
    """Return the encoding of a file whose letters are written in another one than it declares, else nothing."""
    found = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8).lstrip(_BLANKS))
    declared = found[1].decode("ascii").lower() if found else "utf-8"
    written = detect(data.rstrip(_LETTERS)).encoding  # a file that is cut may end inside a letter
    if written == "ascii" or declared not in {"utf-8", "iso-8859-1", "windows-1252"}:
        return ""
    if (written == "utf-8") == (declared == "utf-8"):
        return ""
    if declared == "utf-8" and _UTF8_LETTER.search(data):  # UTF-8 with a byte that is broken: XML is refused for it
        return ""
    findings.in_file(file_kinds.ENCODING_MISDECLARED, declared=declared.upper(), encoding=ENCODINGS[written])
    return written
