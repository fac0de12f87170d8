"""What stands at the head and foot of every page?"""

from docx.section import Section
from docx.shared import Mm, Pt

from samordna.domain.document import Document
from samordna.domain.values.language import swedish
from samordna.renderers.docx.fields import field
from samordna.renderers.docx.styles import TEXT_WIDTH, WARNING
from samordna.renderers.docx.xml import Element, paragraph, run, w
from samordna.renderers.palette import HAIRLINE
from samordna.renderers.printable import one_line

PAGE_HEIGHT = 841.9
TOP, BOTTOM = 80.0, 70.0
"""Margins above and below the text, in points."""


def furnish(section: Section, document: Document) -> None:
    """Set the page to A4 and write its head and foot; a title page has neither."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Pt((595.3 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Pt(TOP), Pt(BOTTOM)
    section.header_distance, section.footer_distance = Pt(36), Pt(32)
    section.different_first_page_header_footer = document.front_page
    for part, content in ((section.header, _head(document)), (section.footer, _foot(document))):
        part.is_linked_to_previous = False
        _replace(part._element, content)  # noqa: SLF001 - the way from python-docx to the markup
    if document.front_page:
        for part, style in ((section.first_page_header, "Header"), (section.first_page_footer, "Footer")):
            part.is_linked_to_previous = False
            _replace(part._element, paragraph(style))  # noqa: SLF001


def _replace(part: Element, content: Element) -> None:
    for child in list(part):
        part.remove(child)
    part.append(content)


def _head(document: Document) -> Element:
    names = dict.fromkeys(one_line(name) for name in (document.author, document.title) if name)
    status = run(f"{one_line(document.status)}", style="Strong")
    if document.status:
        status[0].append(w("color", val=WARNING.lstrip("#").upper()))
    below = w("pBdr", w("bottom", val="single", sz=4, space=4, color=HAIRLINE.lstrip("#").upper()))
    return paragraph("Header", run(" · ".join(names)), w("r", w("tab")), status, properties=(below,))


def _foot(document: Document) -> Element:
    page, pages = field("PAGE", "1"), field("NUMPAGES", "1")
    words = (run(f"{swedish('Sida')} "), *page, run(f" {swedish('av')} "), *pages)
    told = (run(one_line(document.foot)),) if document.foot else ()
    return paragraph("Footer", *told, w("r", w("tab")), *words)
