"""How much does a part of a workbook ask for, told by its own words before anything is laid out in memory?

The library that reads workbooks lays a sheet out from its first cell to its last: two cells far apart are enough
to end the process. It also takes cells with errors for empty ones. So each part is first gone through by a parser
that keeps nothing: positions are bounded, texts are measured, and errors made into the texts that a person sees.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.parsers import expat

from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.language import swedish
from samordna.sources.tables.limits import Unreadable, check_size, check_texts

_PLACE: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_ROW: Final = re.compile("[0-9]{1,7}")
_ERROR_TYPE: Final = re.compile(rb"""(\st\s*=\s*["'])e(?=["'])""")


def looked_over(parts: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts, name and content, errors as texts. Raises ``Unreadable`` for what asks for too much."""
    longest = shared = 0
    for name, content in parts:
        part = _Part()
        part.read(content)
        longest, shared = max(longest, part.longest), shared + part.shared
        check_texts(longest * shared)
        yield name, part.with_texts_for_errors(content)


class _Part:
    """What one part holds, counted. ``longest`` is its longest shared text, ``shared`` how many cells show one."""

    def __init__(self) -> None:
        self.longest = self.shared = 0
        self._cells = self._row = self._column = self._last_row = self._last_column = self._length = 0
        self._errors: list[int] = []
        self._columns: dict[str, int] = {}
        self._in_cell = False
        self._parser = parser = expat.ParserCreate("utf-8")  # whatever the part says: the library reads nothing else
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = self._doctype

    def read(self, content: bytes) -> None:
        """Go through the part."""
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            raise _broken(swedish("en del av den är trasig")) from error

    def with_texts_for_errors(self, content: bytes) -> bytes:
        """Return the part with each cell that is an error made into one that holds the error's text."""
        pieces, done = [], 0
        for at in self._errors:
            end = content.find(b">", at)
            pieces += [content[done:at], _ERROR_TYPE.sub(rb"\1str", content[at:end], count=1)]
            done = end
        return b"".join((*pieces, content[done:])) if pieces else content

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._cell(attributes.get("r", ""), attributes.get("t", ""))
            case "v" | "is" if self._in_cell:
                self._in_cell = False
                self._holds_something()
            case "row":
                self._begin_row(attributes.get("r", ""))
            case "sst":
                self._parser.CharacterDataHandler = self._text
            case "si":
                self._length = 0

    def _begin_row(self, row: str) -> None:
        if row and not _ROW.fullmatch(row):
            raise _broken(swedish("en rad har inget nummer"))
        self._row = int(row) if row else self._row + 1
        self._column = 0

    def _cell(self, place: str, kind: str) -> None:
        self._in_cell = True
        self._column += 1  # a cell without a place follows the one before it
        if place:
            found = _PLACE.fullmatch(place)
            if not found:
                raise _broken(swedish("en cell står på en plats som inte finns"))
            self._column = max(self._column, self._columns.get(found[1]) or self._number(found[1]))
            self._row = max(self._row, int(found[2]))
        if kind == "e":
            self._errors.append(self._parser.CurrentByteIndex)
        self.shared += kind == "s"

    def _number(self, letters: str) -> int:
        number = 0
        for letter in letters.upper():
            number = number * 26 + ord(letter) - 64
        return self._columns.setdefault(letters, number)

    def _holds_something(self) -> None:
        self._cells += 1
        self._last_row, self._last_column = max(self._last_row, self._row), max(self._last_column, self._column)
        check_size(self._last_row, self._last_column, max(self._cells, self._last_row * self._last_column))

    def _text(self, text: str) -> None:
        self._length += len(text)
        self.longest = max(self.longest, self._length)

    def _doctype(self, *_: object) -> None:
        raise _broken(swedish("den har en dokumenttyp (DOCTYPE), vilket ingen arbetsbok har"))


def _broken(what: str) -> Unreadable:
    return Unreadable(kinds.BROKEN_WORKBOOK, what=what)
