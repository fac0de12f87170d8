"""How is XML read piece by piece, with nothing in it that could harm, and its faults told in plain words?

The parser is expat, the one of Python itself. A document type ends the reading where it begins, so that no entity is
ever declared or fetched. What no program writes (a tag of a megabyte, a thousand levels) ends it too.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias
from xml.parsers import expat

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.sources.sie.xml.elements import NAMES, NAMESPACE

Attributes: TypeAlias = Mapping[str, str]
Start: TypeAlias = Callable[[str, Attributes], None]
End: TypeAlias = Callable[[str], None]

PIECE: Final = 1 << 16
"""Bytes of a stream that are read at a time."""
LONGEST_TAG: Final = 1 << 20
DEEPEST: Final = 1_000

_OF_EXPAT: Final = {"utf-8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "us-ascii"}

_FAULTS: Final = {
    2: swedish("den följer inte reglerna för XML"),
    3: swedish("den slutar innan allt är skrivet"),
    4: swedish("ett tecken eller en byte får inte stå där"),
    5: swedish("den slutar mitt i ett element"),
    6: swedish("den slutar mitt i ett tecken"),
    7: swedish("ett element avslutas med fel namn"),
    8: swedish("ett attribut står två gånger i samma element"),
    9: swedish("det står något efter det sista elementet"),
    11: swedish("en entitet används som inte finns"),
    18: swedish("teckenuppsättningen är okänd"),
    19: swedish("den är inte skriven i den teckenuppsättning som den uppger"),
    20: swedish("den slutar mitt i en text (CDATA)"),
    27: swedish("ett prefix används som inte har någon namnrymd"),
}
"""What expat's numbers mean (``XML_ERROR_…``)."""
_OTHER_FAULT: Final = swedish("den följer inte reglerna för XML (fel {number})")
_UNREADABLE: Final = swedish("teckenuppsättningen som den uppger går inte att läsa")
_TOO_LONG: Final = swedish("ett element är längre än en miljon tecken")
_TOO_DEEP: Final = swedish("elementen ligger i fler än tusen nivåer")


class Stopped(Exception):  # noqa: N818 - it carries a finding to the one place that tells it
    """The file cannot be read on."""

    def __init__(self, kind: ProblemKind, **fields: object) -> None:
        self.kind, self.fields = kind, fields


class Markup:
    """Hands out the elements of a file: ``feed`` it, then ``close``. SIE's elements come by their names alone.

    An element of another namespace is called ``namespace name``. ``encoding`` is used instead of the declared one.
    """

    def __init__(self, findings: Findings, *, encoding: str = "", lines_before: int = 0) -> None:
        # Names go through ``intern`` on their way out, which is where SIE's lose their namespace: at no cost at all.
        self._parser: Any = expat.ParserCreate(encoding or None, " ", _without_namespace(NAMESPACE))
        self._parser.StartDoctypeDeclHandler = self._document_type
        self._parser.XmlDeclHandler = self._declaration
        self._told_encoding = encoding
        self._findings = findings
        self._lines_before = lines_before
        self._of_sie = {NAMESPACE}
        self._fed = 0
        self._depth = 0
        self._inner: Start = _nothing
        self._before: tuple[Start, End] = (_nothing, _no_end)
        self.declared = ""
        """The encoding that the file says it has."""
        self.stopped = False
        """Whether something was found that makes the rest unreadable."""

    @property
    def line(self) -> int:
        """The line of the element that is handed out."""
        line: int = self._parser.CurrentLineNumber
        return line + self._lines_before

    def hand_to(self, start: Start, end: End) -> None:
        """Hand elements to these from now on."""
        self._parser.StartElementHandler, self._parser.EndElementHandler = start, end

    def adopt(self, namespace: str) -> None:
        """Take the elements of one more namespace as SIE's: the outermost one has it, so the program means SIE."""
        self._of_sie.add(namespace)
        self._parser.intern.update(_without_namespace(namespace))

    def called(self, name: str) -> str:
        """Return what a person calls an element: ``Customers``, or ``{urn:other}Extra`` for one that is not SIE's."""
        namespace, _, local = name.rpartition(" ")
        return f"{{{namespace}}}{local}" if namespace and namespace not in self._of_sie else local

    def skip(self, inner: Start) -> None:
        """Pass over the element that just began, with all there is in it; ``inner`` is told of what that is."""
        self._before = self._parser.StartElementHandler, self._parser.EndElementHandler
        self._inner, self._depth = inner, 1
        self.hand_to(self._deeper, self._shallower)

    def feed(self, piece: bytes | memoryview) -> None:
        """Read on."""
        self._fed += len(piece)
        self._parse(piece, last=False)
        if not self.stopped and self._fed - self._parser.CurrentByteIndex > LONGEST_TAG:
            self._tell(Stopped(kinds.BROKEN_XML, what=_TOO_LONG))

    def close(self) -> None:
        """End the file: what is open now will never be closed."""
        self._parse(b"", last=True)
        self.hand_to(_nothing, _no_end)  # lets go of those who were handed to, and of itself
        self._parser.StartDoctypeDeclHandler = self._parser.XmlDeclHandler = None
        self._inner, self._before = _nothing, (_nothing, _no_end)

    def _parse(self, piece: bytes | memoryview, *, last: bool) -> None:
        if self.stopped:
            return
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            what = _FAULTS.get(error.code) or _OTHER_FAULT.format(number=error.code)
            self._tell(Stopped(kinds.BROKEN_XML, what=what), error.lineno + self._lines_before)
        except Stopped as stopped:
            self._tell(stopped)

    def _tell(self, stopped: Stopped, line: int = 0) -> None:
        self.stopped = True
        self._findings.on_line(stopped.kind, line or self.line, **stopped.fields)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.declared = (encoding or "").lower()
        if self.declared and not (self._told_encoding or _readable(self.declared)):
            raise Stopped(kinds.BROKEN_XML, what=_UNREADABLE)

    def _document_type(self, *_: object) -> None:
        raise Stopped(kinds.FORBIDDEN_XML)

    def _deeper(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Stopped(kinds.BROKEN_XML, what=_TOO_DEEP)
        self._inner(name, attributes)

    def _shallower(self, _name: str) -> None:
        self._depth -= 1
        if not self._depth:
            self.hand_to(*self._before)


def _without_namespace(namespace: str) -> dict[str, str]:
    return {f"{namespace} {name}": name for name in NAMES}


def _readable(encoding: str) -> bool:
    """Tell whether expat reads an encoding: those it knows, and any other that Python has with a letter in a byte."""
    if encoding in _OF_EXPAT:
        return True
    try:
        return len(bytes(range(256)).decode(encoding, "replace")) == 256
    except (LookupError, UnicodeError):
        return False


def _nothing(_name: str, _attributes: Attributes) -> None:
    """Take an element that nobody waits for."""


def _no_end(_name: str) -> None:
    """Take the end of it."""
