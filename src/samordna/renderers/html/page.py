"""How does a whole document become one page that needs nothing but itself?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.document import (
    Block,
    BulletList,
    Chart,
    Document,
    Highlights,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from samordna.domain.values.language import LANGUAGE, swedish
from samordna.renderers.html import stylesheet
from samordna.renderers.html.chart import chart_html
from samordna.renderers.html.markup import Markup, anchor, element, joined
from samordna.renderers.html.table import table_html
from samordna.renderers.html.text import highlights_html, list_html, paragraph_html, signatures_html

_DEEPEST: Final = 6


def render_html(document: Document) -> str:
    """Return the document as one HTML page: styles and typeface inside, no script, nothing fetched."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", _title(document)),
        element("meta", name="author", content=document.author),
        element("style", Markup(stylesheet.page())),
    )
    skip = element("a", swedish("Hoppa till innehållet"), href="#innehall", class_="skip")
    main = element(
        "main", *(_section(section, 2) for section in document.sections), _provenance(document), id="innehall"
    )
    contents = _contents(document) if document.contents else None
    body = element("body", skip, _status(document), _header(document), contents, main)
    return f"<!doctype html>\n{element('html', head, body, lang=LANGUAGE)}\n"


def _title(document: Document) -> str:
    return " – ".join(part for part in (document.title, document.subtitle, document.status) if part)


def _status(document: Document) -> Markup | None:
    if not document.status:
        return None
    return element("p", document.status, class_="status")


def _header(document: Document) -> Markup:
    facts = [
        element("div", element("dt", label), element("dd", value), class_="fact") for label, value in document.facts
    ]
    return element(
        "header",
        element("p", document.subtitle, class_="subtitle") if document.subtitle else None,
        element("h1", document.title),
        element("dl", *facts, class_="facts") if facts else None,
    )


def _contents(document: Document) -> Markup:
    heading = element("h2", swedish("Innehåll"), id="innehallsforteckning")
    return element(
        "nav", heading, _entries(document.sections), class_="contents", aria_labelledby="innehallsforteckning"
    )


def _entries(sections: tuple[Section, ...]) -> Markup:
    items = []
    for section in sections:
        link = element("a", *_heading(section), href=f"#{_section_id(section)}")
        items.append(element("li", link, _entries(section.sections) if section.sections else None))
    return element("ol", *items)


def _section(section: Section, depth: int) -> Markup:
    heading = element(f"h{min(depth, _DEEPEST)}", *_heading(section))
    return element(
        "section",
        heading,
        *_blocks(section),
        *(_section(part, depth + 1) for part in section.sections),
        id=_section_id(section),
    )


def _section_id(section: Section) -> str:
    return f"avsnitt-{anchor(section.id)}"


def _heading(section: Section) -> tuple[Markup | str, ...]:
    if not section.number:
        return (section.title,)
    return (element("span", section.number, class_="number"), " ", section.title)


def _blocks(section: Section) -> Iterator[Markup]:
    for block in section.blocks:
        # A chapter with a table of its own name says the name once.
        if isinstance(block, Table) and block.title == section.title:
            yield table_html(block, title_shown=False)
        else:
            yield _block(block)


def _block(block: Block) -> Markup:
    match block:
        case Paragraph():
            return paragraph_html(block)
        case BulletList():
            return list_html(block)
        case Table():
            return table_html(block)
        case Chart():
            return chart_html(block)
        case Highlights():
            return highlights_html(block)
        case Signatures():
            return signatures_html(block)


def _provenance(document: Document) -> Markup | None:
    if not document.provenance:
        return None
    heading = element("h2", swedish("Underlag"), id="underlag")
    lines = joined(*(element("p", line) for line in document.provenance))
    return element("section", heading, lines, class_="provenance", aria_labelledby="underlag")
