"""What is a whole document?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.document.chart import Chart
from samordna.domain.document.table import Table
from samordna.domain.document.text import BulletList, Figure, Highlights, Paragraph, Signatures

Block: TypeAlias = Paragraph | BulletList | Table | Chart | Highlights | Signatures


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: its number as printed (``1.2``, empty when unnumbered), title, blocks and sub-chapters."""

    id: str
    title: str
    number: str = ""
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document ready to be written down.

    ``facts`` are label and value for the front page (organisation number, period); ``status`` is set on a
    draft and printed where it cannot be missed; ``provenance`` tells what the figures were made from, ``foot`` the
    same in one line for the foot of every printed page, which may come to be read alone; ``front_page`` and
    ``contents`` are for documents long enough to deserve them.
    """

    id: str
    title: str
    subtitle: str
    author: str
    sections: tuple[Section, ...]
    facts: tuple[tuple[str, str], ...] = ()
    status: str = ""
    provenance: tuple[str, ...] = ()
    foot: str = ""
    front_page: bool = False
    contents: bool = False


def sections_of(document: Document) -> Iterator[tuple[int, Section]]:
    """Yield every section with its depth (1 is a chapter), in reading order."""

    def walk(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
        for section in sections:
            yield depth, section
            yield from walk(section.sections, depth + 1)

    return walk(document.sections, 1)


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield every block in reading order."""
    for _, section in sections_of(document):
        yield from section.blocks


def tables_of(document: Document) -> tuple[Table, ...]:
    """Return every table in reading order; those behind charts included, where they do not stand above already."""
    return tuple(
        block.table if isinstance(block, Chart) else block
        for block in blocks_of(document)
        if isinstance(block, Table) or (isinstance(block, Chart) and not block.table_above)
    )


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """Yield every piece of running text in reading order: paragraphs, list items, remarks, what is signed."""
    for block in blocks_of(document):
        match block:
            case Paragraph():
                yield block
            case BulletList(items):
                yield from items
            case Highlights(highlights):
                yield from (item.remark for item in highlights)
            case Signatures(statement):
                yield statement
            case _:
                pass


def figures_of(document: Document) -> Iterator[Figure]:
    """Yield every figure that stands in running text or as a highlight."""
    for block in blocks_of(document):
        if isinstance(block, Highlights):
            yield from (item.figure for item in block.items)
    for paragraph in paragraphs_of(document):
        yield from (part for part in paragraph.parts if isinstance(part, Figure))


def charts_of(document: Document) -> tuple[Chart, ...]:
    """Return every chart in reading order."""
    return tuple(block for block in blocks_of(document) if isinstance(block, Chart))
