"""How does a document read in a terminal?

Running text is wrapped, tables are aligned. A table that is wider than the line first wraps its headings,
then shortens its labels with …, and at last continues its columns in a second band below the first.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import (
    Block,
    BulletList,
    Chart,
    Document,
    Highlights,
    Paragraph,
    Row,
    RowKind,
    Signatures,
    Table,
    sections_of,
)
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import Part, Slot, remarks, slots, unit_line
from samordna.renderers.printable import one_line, printable

GAP: Final = "  "
INDENT: Final = "  "
LEAST_LABEL: Final = 20
UNDERLINES: Final = ("═", "─")
RULES: Final = {RowKind.SUBTOTAL: "─", RowKind.RESULT: "═"}


def render_text(document: Document, *, width: int = 100) -> str:
    """Return the document as plain text; no line is longer than ``width``, figures excepted."""
    parts = [*_opening(document, width)]
    for depth, section in sections_of(document):
        if section.title:
            parts.append(_heading(f"{section.number} {section.title}".strip(), depth, width))
        parts += [_block(block, width, said=section.title) for block in section.blocks]
    if document.provenance:
        parts.append("\n".join(_wrapped(line, width) for line in document.provenance))
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(document: Document, width: int) -> Iterator[str]:
    names = dict.fromkeys((document.title, document.subtitle, document.author))
    titles = [one_line(text) for text in names if text]
    if document.status:
        titles.insert(0, f"*** {one_line(document.status)} ***")
    yield "\n".join(titles)
    yield "\n".join(_wrapped(f"{label}: {value}", width) for label, value in document.facts)


def _heading(title: str, depth: int, width: int) -> str:
    text = _wrapped(title, width)
    if depth > len(UNDERLINES):
        return text
    return f"{text}\n{UNDERLINES[depth - 1] * max(len(line) for line in text.splitlines())}"


def _block(block: Block, width: int, *, said: str) -> str:
    """Return a block; a table does not repeat the title that the section above has ``said``."""
    match block:
        case Paragraph():
            return _wrapped(block.text, width)
        case BulletList():
            return "\n".join(_wrapped(item.text, width, first="• ", rest="  ") for item in block.items)
        case Table():
            return table_text(block, width=width, title_shown=block.title != said)
        case Chart():
            told = _wrapped(block.description, width)
            return told if block.table_above else f"{told}\n\n{table_text(block.table, width=width)}"
        case Highlights():
            return "\n".join(
                _wrapped(f"{item.label}: {item.figure.text}. {item.remark.text}".strip(), width) for item in block.items
            )
        case Signatures():
            return _signatures(block, width)


def _signatures(signatures: Signatures, width: int) -> str:
    lines = [_wrapped(signatures.statement.text, width)]
    for item in signatures.items:
        line = "_" * min(40, width)
        lines.append(f"\n\n{line}\n{one_line(', '.join(part for part in (item.role, item.body) if part))}")
    return "\n".join(lines)


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    """Return ``text`` wrapped, its own line breaks kept; a no-break space never ends a line."""
    lines = printable(text).expandtabs().split("\n")
    return "\n".join(
        textwrap.fill(line, width, initial_indent=rest if i else first, subsequent_indent=rest)
        for i, line in enumerate(lines)
    )


@dataclass(frozen=True, slots=True)
class Track:
    """A written column with its width in characters; ``room`` of them, at the right, are for marks of figures."""

    slot: Slot
    width: int
    room: int = 0

    @property
    def rightward(self) -> bool:
        """Figures stand to the right in their column, words to the left."""
        return self.slot.part is Part.FIGURE

    def placed(self, text: str, marks: str = "") -> str:
        """Return ``text`` at its place in the column with its marks, shortened with … when it is longer."""
        if self.rightward:
            return text.rjust(self.width - self.room) + marks.ljust(self.room)
        room = self.width - len(marks)
        return ((text if len(text) <= room else text[: room - 1].rstrip() + "…") + marks).ljust(self.width)

    def rule(self, sign: str) -> str:
        """Return the rule above a sum; words have none."""
        return sign * (self.width - self.room) if self.rightward else ""

    def heading(self) -> list[str]:
        """Return the lines of the column's heading."""
        return textwrap.wrap(one_line(self.slot.heading), self.width - self.room) or [""]


def table_text(table: Table, *, width: int = 100, title_shown: bool = True) -> str:
    """Return one table: title, unit, headings, rows, remarks."""
    top = [*([_wrapped(one_line(table.title), width)] if title_shown else []), unit_line(table)]
    bands = ["\n".join(_band(table, band)) for band in _bands(table, width)]
    below = [_wrapped(remark, width) for remark in remarks(table)]
    below += [_wrapped(one_line(line), width, rest="  ") for line in Footnotes.of(table).lines()]
    return "\n".join(["\n".join(top), "", "\n\n".join(bands), *(["", *below] if below else [])])


def _bands(table: Table, width: int) -> Iterator[Sequence[Track]]:
    """Yield the columns that stand side by side: all of them or, in a narrow terminal, as many as fit at a time."""
    labels = [_track(table, slot) for slot in slots(table) if slot.part is not Part.FIGURE]
    figures = [_track(table, slot) for slot in slots(table) if slot.part is Part.FIGURE]
    fixed = sum(track.width + len(GAP) for track in labels if track.slot.part is not Part.LABEL)
    room = width - fixed - LEAST_LABEL
    while True:
        count = max(1, _fitting(figures, room))
        yield _fitted(labels, figures[:count], width, notes_last=table.notes_last)
        figures = figures[count:]
        if not figures:
            return


def _fitting(figures: Sequence[Track], room: int) -> int:
    """Return how many of the columns, from the left, there is room for."""
    for count, track in enumerate(figures):
        room -= track.width + len(GAP)
        if room < 0:
            return count
    return len(figures)


def _fitted(labels: list[Track], figures: list[Track], width: int, *, notes_last: bool) -> list[Track]:
    """Return the columns in order, the label as wide as it needs and there is room for."""
    others = [track for track in (*labels, *figures) if track.slot.part is not Part.LABEL]
    room = width - sum(track.width + len(GAP) for track in others)
    sized = [
        Track(track.slot, min(track.width, max(room, LEAST_LABEL))) if track.slot.part is Part.LABEL else track
        for track in labels
    ]
    if notes_last:
        notes = [track for track in sized if track.slot.part is Part.NOTE]
        return [*(track for track in sized if track not in notes), *figures, *notes]
    return [*sized, *figures]


def _track(table: Table, slot: Slot) -> Track:
    """Return a column as wide as it asks for: its longest entry with its marks, the longest word of its heading."""
    notes = Footnotes.of(table)
    words = max([1, *(len(word) for word in one_line(slot.heading).split())])
    if slot.part is Part.FIGURE:
        room = len(notes.longest(slot))
        return Track(slot, max([words, *(len(_entry(table, row, slot)) for row in table.rows)]) + room, room)
    return Track(slot, max([words, *(len(_entry(table, r, slot) + notes.raised(r, slot)) for r in table.rows)]))


def _entry(table: Table, row: Row, slot: Slot) -> str:
    text = one_line(slot.text(table, row))
    return INDENT * row.level + text if slot.part is Part.LABEL else text


def _band(table: Table, tracks: Sequence[Track]) -> Iterator[str]:
    headings = [track.heading() for track in tracks]
    depth = max(len(lines) for lines in headings)
    for i in range(depth):
        # headings stand on the rule: a short one gets its empty lines above
        above = [([""] * (depth - len(lines)) + lines)[i] for lines in headings]
        yield _line(track.placed(text) for track, text in zip(tracks, above, strict=True))
    yield "─" * (sum(track.width for track in tracks) + len(GAP) * (len(tracks) - 1))
    notes = Footnotes.of(table)
    for row in table.rows:
        if row.kind in RULES:
            yield _line(track.placed(track.rule(RULES[row.kind])) for track in tracks)
        yield _line(track.placed(_entry(table, row, track.slot), notes.raised(row, track.slot)) for track in tracks)


def _line(cells: Iterable[str]) -> str:
    return GAP.join(cells).rstrip()
