"""How are the things written that Word counts by itself: page numbers, caption numbers, the contents?

A field is an instruction and the result it had last. Both are written, so that the document is right before
anybody updates it and stays right after.
"""

from collections.abc import Iterable, Iterator
from itertools import count

from samordna.renderers.docx.xml import Element, run, w

CONTENTS = 'TOC \\o "1-3" \\h \\z \\u'


def field(instruction: str, result: str, *, style: str = "") -> list[Element]:
    """Return the runs of a field with its result."""
    return [*field_start(instruction), run(result, style=style), field_end()]


def field_start(instruction: str) -> list[Element]:
    """Return the runs that open a field whose result follows."""
    code = w("instrText", xml__space="preserve")
    code.text = f" {instruction} "
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """Return the run that closes a field."""
    return w("r", w("fldChar", fldCharType="end"))


def link(bookmark: str, content: Iterable[Element]) -> Element:
    """Return a link to a bookmark of the same document."""
    return w("hyperlink", *content, anchor=bookmark, history="1")


class Bookmarks:
    """The bookmarks of one document; Word wants each of them numbered once."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)

    def around(self, name: str, content: Iterable[Element]) -> list[Element]:
        """Return ``content`` with a bookmark around it."""
        number = next(self._numbers)
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


class Captions:
    """The captions of one document, numbered in reading order, each series by itself."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def next(self, series: str, title: str) -> list[Element]:
        """Return the runs of the next caption of a series: ``Tabell 3. Balansräkning``."""
        number = self._counts[series] = self._counts.get(series, 0) + 1
        counted = field(f"SEQ {series} \\* ARABIC", str(number))
        return [run(f"{series} "), *counted, run(f". {title}")]
