"""In which order is a Word document put together?"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from samordna.domain.document import BulletList, Chart, Document, Highlights, Paragraph, Table, sections_of
from samordna.domain.values.language import swedish
from samordna.renderers.charts import chart_png
from samordna.renderers.docx.blocks import PIXELS, Blocks
from samordna.renderers.docx.fields import Bookmarks, Captions
from samordna.renderers.docx.front import DEEPEST, Entry, contents_element, title_elements
from samordna.renderers.docx.furniture import furnish
from samordna.renderers.docx.layout import gap
from samordna.renderers.docx.package import closed, empty_package
from samordna.renderers.docx.pages import pages_of
from samordna.renderers.docx.xml import Element, own_properties, paragraph, run, twips, w
from samordna.renderers.palette import HAIRLINE
from samordna.renderers.printable import one_line
from samordna.renderers.stamp import UNDATED

AFTER_TABLE: Final = 14.0
"""Above running text that follows a table or chart, in points."""


def render_docx(document: Document, *, made: dt.datetime = UNDATED) -> bytes:
    """Return the document as a Word file; ``made`` is the time its properties tell."""
    package = empty_package(document, made)
    blocks = Blocks(package, Captions(), lambda chart: chart_png(chart, scale=PIXELS), Bookmarks())
    text = list(_text(document, blocks))
    front = [*title_elements(document)]
    if document.front_page and not document.contents and text:
        _break_before(text[0])
    if document.contents:
        front.append(_contents(document, front, text))
    body = package.element.body
    section = body.sectPr
    for element in (*front, *text, *_provenance(document)):
        section.addprevious(element)
    furnish(package.sections[0], document)
    return closed(package)


def _text(document: Document, blocks: Blocks) -> Iterator[Element]:
    """Yield the chapters; each heading carries the bookmark that the contents lead to."""
    for (_, section), entry in zip(sections_of(document), _entries(document), strict=True):
        if entry.title:
            heading = blocks.bookmarks.around(entry.bookmark, [run(entry.title)])
            yield paragraph(f"Heading{entry.depth}", *heading)
        around = zip((None, *section.blocks), section.blocks, (*section.blocks[1:], None), strict=False)
        for before, block, after in around:
            written = list(blocks.elements(block))
            if isinstance(before, Table | Chart | Highlights) and isinstance(block, Paragraph | BulletList):
                own_properties(written[0], w("spacing", before=twips(AFTER_TABLE)))
            if isinstance(block, Paragraph) and isinstance(after, Table | Chart):
                own_properties(written[0], w("keepNext"))  # the words that lead up to a table stay with it
            yield from written


def _entries(document: Document) -> Iterator[Entry]:
    for number, (depth, section) in enumerate(sections_of(document), 1):
        title = one_line(f"{section.number} {section.title}".strip())
        yield Entry(min(depth, DEEPEST), title, f"_Toc{number:08d}")


def _contents(document: Document, front: list[Element], text: list[Element]) -> Element:
    """Return the contents with the page of each heading: laid out once to count, then written with the count."""
    entries = [entry for entry in _entries(document) if entry.title]
    if document.front_page and text:
        _break_before(text[0])
    draft = contents_element(entries, {}, new_page=document.front_page)
    return contents_element(entries, pages_of([*front, draft, *text]), new_page=document.front_page)


def _break_before(element: Element) -> None:
    """Let a paragraph begin a new page; there it needs no space above it."""
    own_properties(element, w("pageBreakBefore"), w("spacing", before=0))


def _provenance(document: Document) -> Iterator[Element]:
    if not document.provenance:
        yield gap(1)
        return
    rule = w("pBdr", w("top", val="single", sz=4, space=6, color=HAIRLINE.lstrip("#").upper()))
    above = w("spacing", before=twips(36))
    yield paragraph("Harkomst", run(swedish("Underlag"), style="Strong"), keep_next=True, properties=(rule, above))
    yield from (paragraph("Harkomst", run(one_line(line))) for line in document.provenance)
