"""What does the template need to know about a document, as plain data?

Everything here is text, numbers and lists: the template decides how it looks, and never reads a text as markup.
"""

from typing import Any, Final, TypeAlias

from samordna.domain.document import (
    Block,
    BulletList,
    Chart,
    Document,
    Highlights,
    Missing,
    Paragraph,
    Reasoned,
    Row,
    Section,
    Signatures,
    Table,
)
from samordna.domain.values.language import LANGUAGE, swedish
from samordna.renderers.charts import chart_svg
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import PLACE_AND_DAY, Part, Slot, cells, notes_are_words, slots, unit_line
from samordna.renderers.palette import ACCENT, HAIRLINE, INK, MUTED, TINT
from samordna.renderers.printable import one_line, printable
from samordna.renderers.typeface import FAMILY, drawable

Data: TypeAlias = dict[str, Any]

_WORDS: Final = {
    "contents": swedish("Innehåll"),
    "page": swedish("Sida"),
    "of": swedish("av"),
    "provenance": swedish("Underlag"),
    "place_and_day": PLACE_AND_DAY,
}
_COLOURS: Final = {"ink": INK, "muted": MUTED, "hairline": HAIRLINE, "accent": ACCENT, "tint": TINT}
_DEEPEST: Final = 6


def payload(document: Document) -> Data:
    """Return the document as the template takes it."""
    parts = [part for section in document.sections for part in _section(section, 1, document.title)]
    _name_tables(parts)
    return {
        "language": LANGUAGE,
        "words": _WORDS,
        "colours": _COLOURS,
        "family": FAMILY,
        "title": _line(document.title),
        "subtitle": _line(document.subtitle),
        "author": _line(document.author),
        "status": _line(document.status),
        "facts": [[_line(label), _line(value)] for label, value in document.facts],
        "provenance": [_text(line) for line in document.provenance],
        "foot": _line(document.foot),
        "front_page": document.front_page,
        "contents": document.contents,
        "parts": parts,
    }


def _name_tables(parts: list[Data]) -> None:
    """Give each table a name that no other has: marks and notes find each other by it."""
    tables = [part.get("table", part) for part in parts if part["is"] in {"table", "chart"}]
    for number, table in enumerate(filter(None, tables), 1):
        table["name"] = f"tabell-{number}"


def _section(section: Section, depth: int, above: str) -> list[Data]:
    """Return a chapter as its heading, when it has one, its blocks and its sub-chapters, one after another.

    ``above`` is the name that stands above it: what a table under it need not say again.
    """
    named = section.title or above
    heading = {
        "is": "heading",
        "level": min(depth, _DEEPEST),
        "number": _line(section.number),
        "text": _line(section.title),
    }
    blocks = [_block(block) for block in section.blocks]
    for data, block in zip(blocks, section.blocks, strict=True):
        if isinstance(block, Table) and block.title == named:
            data["title"] = ""  # a chapter with a table of its own name says the name once
    below = (part for inner in section.sections for part in _section(inner, depth + 1, named))
    return [*([heading] if section.title or section.number else []), *blocks, *below]


def _block(block: Block) -> Data:
    match block:
        case Paragraph():
            return {"is": "paragraph", "text": _text(block.text)}
        case BulletList():
            return {"is": "list", "items": [_text(item.text) for item in block.items]}
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)
        case Highlights():
            return _highlights(block)
        case Signatures():
            return _signatures(block)


def _chart(chart: Chart) -> Data:
    table = None if chart.table_above else _table(chart.table)
    if table and chart.table.title == chart.title:
        table["title"] = ""
    description = _line(chart.description) or _line(chart.title)
    return {
        "is": "chart",
        "title": _line(chart.title),
        "description": description,
        "svg": chart_svg(chart),
        "table": table,
    }


def _highlights(highlights: Highlights) -> Data:
    items = [
        {
            "label": _line(item.label),
            "figure": _line(item.figure.text),
            "missing": isinstance(item.figure.number, Missing),
            "remark": _text(item.remark.text),
        }
        for item in highlights.items
    ]
    return {"is": "highlights", "items": items}


def _signatures(signatures: Signatures) -> Data:
    items = [[_line(item.role), _line(item.body)] for item in signatures.items]
    return {"is": "signatures", "statement": _text(signatures.statement.text), "items": items}


def _table(table: Table) -> Data:
    notes = Footnotes.of(table)
    columns = slots(table)
    return {
        "is": "table",
        "title": _line(table.title),
        "unit": _line(unit_line(table)),
        "columns": [_column(slot, words=notes_are_words(table)) for slot in columns],
        "rows": [
            {
                "kind": row.kind.value,
                "level": min(row.level, 4),
                "cells": [_cell(table, row, slot, notes) for slot in columns],
            }
            for row in table.rows
        ],
        "remarks": [_text(remark) for remark in table.remarks],
        "reasons": [[mark, _text(reason)] for mark, reason in notes.marked],
        "footnotes": [[str(note.number), _text(note.text)] for note in table.footnotes],
    }


def _column(slot: Slot, *, words: bool) -> Data:
    """Return a column; one of notes that are words is read from the left."""
    told = {"part": slot.part.value, "head": _line(slot.heading), "main": slot.emphasis}
    return {**told, "words": words and slot.part is Part.NOTE}


def _cell(table: Table, row: Row, slot: Slot, notes: Footnotes) -> str | Data:
    """Return the text of a cell; with its marks, and whether it is a missing figure, where it has any."""
    text = _line(slot.text(table, row))
    missing = slot.part is Part.FIGURE and isinstance(cells(table, row)[slot.figure], Reasoned)
    numbers = [str(note.number) for note in notes.at(row, slot)]
    if not missing and not numbers:
        return text
    letter = notes.letter(cells(table, row)[slot.figure]) if missing else ""
    return {"text": text, "missing": missing, "letter": letter, "notes": numbers}


def _text(text: str) -> str:
    return "\n".join(drawable(line) for line in printable(text).split("\n"))


def _line(text: str) -> str:
    return drawable(one_line(text))
