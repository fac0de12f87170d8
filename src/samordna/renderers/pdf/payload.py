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
    Number,
    Paragraph,
    Row,
    Section,
    Signatures,
    Table,
)
from samordna.domain.values.language import LANGUAGE, swedish
from samordna.renderers.charts import chart_svg
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import MISSING, PLACE_AND_DAY, Part, Slot, cells, slots, unit_line
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
        "front_page": document.front_page,
        "contents": document.contents,
        "parts": [part for section in document.sections for part in _section(section, 1)],
    }


def _section(section: Section, depth: int) -> list[Data]:
    """Return a chapter as its heading, its blocks and its sub-chapters, one after another."""
    heading = {
        "is": "heading",
        "level": min(depth, _DEEPEST),
        "number": _line(section.number),
        "text": _line(section.title),
    }
    blocks = [_block(block) for block in section.blocks]
    for data, block in zip(blocks, section.blocks, strict=True):
        if isinstance(block, Table) and block.title == section.title:
            data["title"] = ""  # a chapter with a table of its own name says the name once
    return [heading, *blocks, *(part for below in section.sections for part in _section(below, depth + 1))]


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
    table = _table(chart.table)
    if chart.table.title == chart.title:
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
        "columns": [{"part": slot.part.value, "head": _line(slot.heading), "main": slot.emphasis} for slot in columns],
        "rows": [
            {
                "kind": row.kind.value,
                "level": min(row.level, 4),
                "cells": [_cell(table, row, slot, notes) for slot in columns],
            }
            for row in table.rows
        ],
        "remarks": [_text(remark) for remark in table.remarks],
        "footnotes": [[mark, _text(reason)] for mark, reason in notes.marked],
    }


def _cell(table: Table, row: Row, slot: Slot, notes: Footnotes) -> str | list[str]:
    """Return the text of a cell, or the word for a missing figure together with its mark."""
    if slot.part is Part.FIGURE:
        cell = cells(table, row)[slot.figure]
        if isinstance(cell, Missing):
            return [MISSING, notes.mark(cell)]
        if not isinstance(cell, Number):
            return ""
    return _line(slot.text(table, row))


def _text(text: str) -> str:
    return "\n".join(drawable(line) for line in printable(text).split("\n"))


def _line(text: str) -> str:
    return drawable(one_line(text))
