"""What stands before the first chapter?

On a report the title page and the contents, on something short the title above the text. The contents are a
field of Word's with its result: links and page numbers are there at once, and Word can renew them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Document
from samordna.domain.values.language import swedish
from samordna.renderers.docx.fields import CONTENTS, field, field_end, field_start, link
from samordna.renderers.docx.layout import gap
from samordna.renderers.docx.styles import TEXT_WIDTH
from samordna.renderers.docx.xml import Element, paragraph, run, twips, w
from samordna.renderers.palette import ACCENT
from samordna.renderers.printable import one_line

DEEPEST: Final = 3
"""Levels of heading, in the text and in the contents."""
LABEL_WIDTH: Final = 130.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the contents list it."""

    depth: int
    title: str
    bookmark: str


def title_elements(document: Document) -> Iterator[Element]:
    """Yield title, subtitle, sender, status and facts: on a page of their own or above the text."""
    yield paragraph("Title", run(one_line(document.title)), properties=_title_place(front_page=document.front_page))
    if document.subtitle:
        yield paragraph("Subtitle", run(one_line(document.subtitle)))
    if document.author not in ("", document.subtitle):
        yield paragraph("Avsandare", run(one_line(document.author)))
    if document.status:
        yield paragraph("Status", run(one_line(document.status)))
    if document.facts:
        yield gap(60 if document.front_page else 12)
        yield _facts(document.facts)


def _title_place(*, front_page: bool) -> tuple[Element, ...]:
    """On a page of its own the title stands low under a broad rule; above text it stands at the top."""
    if not front_page:
        return (w("spacing", before=0),)
    return (w("pBdr", w("top", val="single", sz=24, space=14, color=ACCENT.lstrip("#").upper())),)


def _facts(facts: Sequence[tuple[str, str]]) -> Element:
    widths = (LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH)
    rows = []
    for label, value in facts:
        contents = (run(one_line(label)), run(one_line(value), style="Strong"))
        cells = (
            w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa")), paragraph("Uppgift", content))
            for width, content in zip(widths, contents, strict=True)
        )
        rows.append(w("tr", w("trPr", w("cantSplit")), *cells))
    properties = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=twips(TEXT_WIDTH), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa")),
        w("tblDescription", val=swedish("Uppgifter om dokumentet")),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)), *rows)


def contents_element(entries: Sequence[Entry], pages: Mapping[str, int], *, new_page: bool) -> Element:
    """Return the contents, ready to be renewed by Word: heading, and an entry for each heading of the document."""
    breaking = (w("pageBreakBefore"), w("spacing", before=0)) if new_page else ()
    heading = paragraph("TOCHeading", run(swedish("Innehåll")), properties=breaking)
    listed = [_entry(entry, pages) for entry in entries]
    if listed:
        listed[0][1:1] = field_start(CONTENTS)
        listed[-1].append(field_end())
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", heading, *listed))


def _entry(entry: Entry, pages: Mapping[str, int]) -> Element:
    page = field(f"PAGEREF {entry.bookmark} \\h", str(pages.get(entry.bookmark, 1)))
    content = [run(entry.title), w("r", w("tab")), *page]
    return paragraph(f"TOC{entry.depth}", link(entry.bookmark, content))
