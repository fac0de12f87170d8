"""On which page does each heading stand, before any program has opened the file?

Word does not renew the contents of a file it opens, and asks a question first when told to. So the pages are
counted here, as Word counts them: each paragraph and table row has a height, what is kept with the next
moves with it, and what does not fit begins a new page. The programs may differ by a line; the contents can
always be renewed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from docx.oxml.ns import qn

from samordna.renderers.docx.columns import PADDING
from samordna.renderers.docx.furniture import BOTTOM, PAGE_HEIGHT, TOP
from samordna.renderers.docx.measure import line_count
from samordna.renderers.docx.styles import STYLES, TEXT_WIDTH, Style
from samordna.renderers.docx.xml import Element

ROOM: Final = PAGE_HEIGHT - TOP - BOTTOM
"""The height of the text on a page, in points."""
EMU: Final = 12_700
"""English Metric Units in a point: what pictures are measured in."""

_SIGNS: Final = {qn("w:br"): "\n", qn("w:noBreakHyphen"): "\u2011"}


@dataclass(frozen=True, slots=True)
class Box:
    """Something that is not split between pages: space above it, its height, and whether it goes with the next."""

    height: float
    before: float = 0
    keep_next: bool = False
    new_page: bool = False
    bookmarks: tuple[str, ...] = ()
    repeated: float = 0
    """The height of the headings that stand above it once more, when it begins a page."""


@dataclass(slots=True)
class _Pages:
    """The pages so far."""

    page: int = 1
    used: float = 0
    found: dict[str, int] = field(default_factory=dict)

    def put(self, group: Sequence[Box]) -> None:
        """Put boxes that belong together on this page, or on the next when they do not fit."""
        needed = sum(box.before + box.height for box in group) - (group[0].before if not self.used else 0)
        fits = self.used + needed <= ROOM
        if group[0].new_page or (self.used and not fits and needed <= ROOM):
            self._turn(group[0])
        for box in group:
            before = box.before if self.used else 0
            if self.used and self.used + before + box.height > ROOM:
                self._turn(box)
                before = 0
            self.used += before + box.height
            self.found.update(dict.fromkeys(box.bookmarks, self.page))

    def _turn(self, first: Box) -> None:
        self.page += bool(self.used)
        self.used = first.repeated


def pages_of(body: Iterable[Element]) -> dict[str, int]:
    """Return the page of each bookmark."""
    pages = _Pages()
    group: list[Box] = []
    for box in _boxes(body):
        group.append(box)
        if not box.keep_next:
            pages.put(group)
            group = []
    if group:
        pages.put(group)
    return pages.found


def _boxes(elements: Iterable[Element]) -> Iterator[Box]:
    for element in elements:
        if element.tag == qn("w:p"):
            yield from _paragraph_boxes(element)
        elif element.tag == qn("w:tbl"):
            yield from _row_boxes(element)
        elif element.tag == qn("w:sdt"):
            yield from _boxes(element.iterfind(f"{qn('w:sdtContent')}/*"))


def _paragraph_boxes(paragraph: Element) -> Iterator[Box]:
    """Yield one box for a paragraph that is kept whole, otherwise one for each line but the first and last two."""
    style = _style(paragraph)
    before, height = _before(paragraph, style), _height(paragraph, style, TEXT_WIDTH)
    keep = style.keep_next or _has(paragraph, "keepNext")
    marks = tuple(str(mark.get(qn("w:name"))) for mark in paragraph.iterfind(qn("w:bookmarkStart")))
    new_page = _has(paragraph, "pageBreakBefore")
    line = style.line_height
    lines = round(height / line)
    if keep or style.keep_lines or lines < 4 or _exact(paragraph):
        yield Box(height + style.after, before, keep, new_page, marks)
        return
    # no line stands alone at the foot or the head of a page
    yield Box(2 * line, before, new_page=new_page, bookmarks=marks)
    yield from (Box(line) for _ in range(lines - 4))
    yield Box(2 * line + style.after)


def _row_boxes(table: Element) -> Iterator[Box]:
    widths = [int(str(column.get(qn("w:w")))) / 20 for column in table.iter(qn("w:gridCol"))]
    repeated = 0.0
    for row in table.iterfind(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        height = max(_cell_height(cell, width) for cell, width in zip(cells, widths, strict=True))
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            repeated += height
            yield Box(height, keep_next=True)
        else:
            first = cells[0].find(qn("w:p"))
            yield Box(height, keep_next=first is not None and _has(first, "keepNext"), repeated=repeated)


def _cell_height(cell: Element, width: float) -> float:
    room = width - PADDING
    height = sum(int(str(line.get(qn("w:sz")))) / 8 for line in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcBorders')}/*"))
    for paragraph in cell.iterfind(qn("w:p")):
        style = _style(paragraph)
        height += _before(paragraph, style) + _height(paragraph, style, room) + style.after
    return height


def _style(paragraph: Element) -> Style:
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return STYLES[str(named.get(qn("w:val")))] if named is not None else STYLES["Normal"]


def _has(paragraph: Element, tag: str) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn(f'w:{tag}')}") is not None


def _spacing(paragraph: Element, name: str) -> float | None:
    own = paragraph.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    value = None if own is None else own.get(qn(f"w:{name}"))
    return None if value is None else int(value) / 20


def _before(paragraph: Element, style: Style) -> float:
    own = _spacing(paragraph, "before")
    return style.before if own is None else own


def _indents(paragraph: Element, style: Style) -> tuple[float, float]:
    """Return how far in the lines stand, and how much further out the first one: a bullet fills that room."""
    own = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    if own is None:
        return style.indent, 0.0
    return int(str(own.get(qn("w:left")))) / 20, int(str(own.get(qn("w:hanging")))) / 20


def _exact(paragraph: Element) -> float:
    return _spacing(paragraph, "line") or 0.0


def _height(paragraph: Element, style: Style, room: float) -> float:
    """Return the height of a paragraph's lines, or of the picture in it."""
    if exact := _exact(paragraph):
        return exact
    picture = next(paragraph.iter(qn("wp:extent")), None)
    if picture is not None:
        return int(str(picture.get("cy"))) / EMU
    bold = style.bold or any(mark.get(qn("w:val")) == "Strong" for mark in paragraph.iter(qn("w:rStyle")))
    text = "".join(_SIGNS.get(piece.tag, piece.text or "") for piece in paragraph.iter(qn("w:t"), *_SIGNS))
    indent, hanging = _indents(paragraph, style)
    return line_count(text, room - indent, style.size, bold=bold, hanging=hanging) * style.line_height
