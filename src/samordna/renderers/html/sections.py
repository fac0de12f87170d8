"""How are the chapters of a document written, on a page of their own or in that of a site?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import (
    Block,
    BulletList,
    Chart,
    Highlights,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from samordna.domain.values.language import swedish
from samordna.renderers.html import table as tables
from samordna.renderers.html import text as texts
from samordna.renderers.html.chart import chart_html
from samordna.renderers.html.markup import Markup, anchor, element, joined

_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Links:
    """Where figures are explained: ``table`` gives what gives the addresses of a table's, ``text`` those in words."""

    table: Callable[[Table], tables.Address | None]
    text: texts.Address


def sections_html(sections: tuple[Section, ...], *, links: Links | None = None, depth: int = 2) -> Markup:
    """Return the chapters, the headings of the outermost at ``depth``; with ``links`` their figures can be asked."""
    return joined(*(_section(section, depth, links) for section in sections))


def contents_html(sections: tuple[Section, ...]) -> Markup:
    """Return the table of contents: a link to each chapter."""
    heading = element("h2", swedish("Innehåll"), id="innehallsforteckning")
    return element("nav", heading, _entries(sections), class_="contents", aria_labelledby="innehallsforteckning")


def _entries(sections: tuple[Section, ...]) -> Markup:
    items = []
    for section in sections:
        link = element("a", *_heading(section), href=f"#{_section_id(section)}")
        items.append(element("li", link, _entries(section.sections) if section.sections else None))
    return element("ol", *items)


def _section(section: Section, depth: int, links: Links | None) -> Markup:
    heading = element(f"h{min(depth, _DEEPEST)}", *_heading(section))
    below = (_section(part, depth + 1, links) for part in section.sections)
    return element("section", heading, *_blocks(section, links), *below, id=_section_id(section))


def _section_id(section: Section) -> str:
    return f"avsnitt-{anchor(section.id)}"


def _heading(section: Section) -> tuple[Markup | str, ...]:
    if not section.number:
        return (section.title,)
    return (element("span", section.number, class_="number"), " ", section.title)


def _blocks(section: Section, links: Links | None) -> Iterator[Markup]:
    for block in section.blocks:
        # A chapter with a table of its own name says the name once.
        named = isinstance(block, Table) and block.title == section.title
        yield _block(block, links, title_shown=not named)


def _block(block: Block, links: Links | None, *, title_shown: bool) -> Markup:
    text = links.text if links else None
    match block:
        case Paragraph():
            return texts.paragraph_html(block, address=text)
        case BulletList():
            return texts.list_html(block, address=text)
        case Table():
            address = links.table(block) if links else None
            return tables.table_html(block, title_shown=title_shown, address=address)
        case Chart():
            return chart_html(block, address=links.table(block.table) if links else None)
        case Highlights():
            return texts.highlights_html(block, address=text)
        case Signatures():
            return texts.signatures_html(block, address=text)
