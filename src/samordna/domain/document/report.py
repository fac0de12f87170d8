"""What is a whole document?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.document.chart import Chart
from samordna.domain.document.table import Table
from samordna.domain.document.text import BulletList, Highlights, Paragraph, Signatures

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
    draft and printed where it cannot be missed; ``provenance`` tells what the figures were made from;
    ``front_page`` and ``contents`` are for documents long enough to deserve them.
    """

    id: str
    title: str
    subtitle: str
    author: str
    sections: tuple[Section, ...]
    facts: tuple[tuple[str, str], ...] = ()
    status: str = ""
    provenance: tuple[str, ...] = ()
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
    """Return every table in reading order, those behind charts included."""
    return tuple(
        block.table if isinstance(block, Chart) else block
        for block in blocks_of(document)
        if isinstance(block, Table | Chart)
    )


def charts_of(document: Document) -> tuple[Chart, ...]:
    """Return every chart in reading order."""
    return tuple(block for block in blocks_of(document) if isinstance(block, Chart))
