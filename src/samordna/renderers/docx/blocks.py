"""How does each kind of block stand in the document?"""

# python-docx shows no other way to the markup of a picture than its own names
# ruff: noqa: SLF001

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from docx.document import Document as Package
from docx.shared import Pt

from samordna.domain.document import (
    MISSING,
    Block,
    BulletList,
    Chart,
    Figure,
    Highlight,
    Highlights,
    Missing,
    Paragraph,
    Signatures,
    Table,
)
from samordna.domain.values.language import swedish
from samordna.renderers.docx.fields import Bookmarks, Captions
from samordna.renderers.docx.layout import beside, gap
from samordna.renderers.docx.notes import Notes
from samordna.renderers.docx.signing import signature_elements
from samordna.renderers.docx.styles import TEXT_WIDTH
from samordna.renderers.docx.tables import table_element
from samordna.renderers.docx.xml import Element, paragraph, run
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import unit_line
from samordna.renderers.printable import one_line, printable

TABLE: Final = swedish("Tabell")
DIAGRAM: Final = swedish("Diagram")
PIXELS: Final = 2.5
"""How much finer than a screen a chart is drawn: some 200 dots per inch on paper."""
ABREAST: Final = 3
"""So many highlights stand side by side, or one more when it would stand alone on a second line."""

Draw = Callable[[Chart], bytes]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Writes blocks: knows the package that pictures are put in, and the captions and bookmarks so far."""

    package: Package
    captions: Captions
    draw: Draw
    bookmarks: Bookmarks
    tables: Iterator[int] = field(default_factory=lambda: count(1))

    def elements(self, block: Block) -> Iterator[Element]:
        """Yield the paragraphs and tables of a block."""
        match block:
            case Paragraph():
                yield paragraph("Normal", *text_runs(block))
            case BulletList():
                yield from (paragraph("ListBullet", *text_runs(item)) for item in block.items)
            case Table():
                yield from self._table(block)
            case Chart():
                yield from self._chart(block)
            case Highlights():
                yield gap()
                yield _highlights(block)
            case Signatures():
                yield from signature_elements(block)

    def _table(self, table: Table) -> Iterator[Element]:
        yield paragraph("Caption", *self.captions.next(TABLE, one_line(table.title)))
        yield paragraph("Tabellenhet", run(unit_line(table)))
        notes = Notes(Footnotes.of(table), next(self.tables), self.bookmarks)
        yield table_element(table, notes)
        yield from notes.reasons()
        yield from (paragraph("Tabellfot", run(remark)) for remark in table.remarks)
        yield from notes.numbered()

    def _chart(self, chart: Chart) -> Iterator[Element]:
        yield paragraph("Caption", *self.captions.next(DIAGRAM, one_line(chart.title)))
        yield paragraph("Diagrambild", self._picture(chart))
        if not chart.table_above:
            yield from self._table(chart.table)

    def _picture(self, chart: Chart) -> Element:
        """Return a run with the drawn chart and its description for those who do not see it."""
        holder = self.package.add_paragraph()
        placed = holder.add_run().add_picture(io.BytesIO(self.draw(chart)), width=Pt(TEXT_WIDTH))._inline
        placed.docPr.set("title", one_line(chart.title))
        placed.docPr.set("descr", printable(chart.description))
        for side in ("distT", "distB", "distL", "distR"):
            placed.set(side, "0")  # LibreOffice leaves room around a picture that does not say
        run_of_picture: Element = holder._p.r_lst[0]
        holder._p.getparent().remove(holder._p)
        return run_of_picture


def text_runs(text: Paragraph) -> list[Element]:
    """Return the runs of running text, its figures as they read in a sentence."""
    return [run(part if isinstance(part, str) else part.text) for part in text.parts]


def _highlights(highlights: Highlights) -> Element:
    cells = [_highlight(item) for item in highlights.items]
    columns = len(cells) if len(cells) == ABREAST + 1 else min(ABREAST, len(cells)) or 1
    return beside(cells, columns=columns, description=swedish("De viktigaste uppgifterna"), rule=True)


def _highlight(item: Highlight) -> list[Element]:
    return [
        paragraph("Nyckeltalsnamn", run(one_line(item.label))),
        paragraph("Nyckeltal", run(_large(item.figure))),
        paragraph("Nyckeltalstext", *_why_missing(item.figure), *text_runs(item.remark)),
    ]


def _large(figure: Figure) -> str:
    return MISSING if isinstance(figure.number, Missing) else figure.text


def _why_missing(figure: Figure) -> list[Element]:
    return [run(f"{one_line(figure.number.reason)} ")] if isinstance(figure.number, Missing) else []
