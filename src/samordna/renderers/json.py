"""How is a document, or only its tables, written for a machine?

``tables_json`` is what the terminal prints and other programs read. ``document_json`` is the whole
document with the origin of every figure: the form two runs of a report are compared in, so keys keep
their order and every value stands on a line of its own.
"""

import json
import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from samordna.domain.document import (
    Block,
    BulletList,
    Chart,
    ComputedOrigin,
    CountOrigin,
    Document,
    EnteredOrigin,
    Figure,
    Hidden,
    Highlights,
    Missing,
    Number,
    Origin,
    Paragraph,
    Part,
    Row,
    Section,
    Signatures,
    Table,
    tables_of,
)
from samordna.renderers.grid import filled

Json: TypeAlias = dict[str, object]

_HALF_PAIRS: Final = re.compile("[\ud800-\udfff]")


def tables_json(document: Document) -> str:
    """Return ``{"statements": […]}``: one entry for each table of the document, in reading order."""
    return _written({"statements": [_table(table) for table in tables_of(document)]})


def document_json(document: Document) -> str:
    """Return the whole document, its text, tables, charts and the origin of each figure."""
    return _written(
        {
            "id": document.id,
            "title": document.title,
            "subtitle": document.subtitle,
            "author": document.author,
            "status": document.status,
            "facts": [{"label": label, "value": value} for label, value in document.facts],
            "front_page": document.front_page,
            "contents": document.contents,
            "provenance": list(document.provenance),
            "sections": [_section(section) for section in document.sections],
        }
    )


def _written(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    # half a surrogate pair has no UTF-8; escaped, it is still the same string to the reader
    return _HALF_PAIRS.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "blocks": [_block(block) for block in section.blocks],
        "sections": [_section(below) for below in section.sections],
    }


def _block(block: Block) -> Json:
    match block:
        case Paragraph():
            return {"type": "paragraph", "parts": _parts(block)}
        case BulletList():
            return {"type": "list", "items": [_parts(item) for item in block.items]}
        case Table():
            return {"type": "table", **_whole_table(block)}
        case Chart():
            return _chart(block)
        case Highlights():
            return _highlights(block)
        case Signatures():
            signers = [{"role": item.role, "body": item.body} for item in block.items]
            return {"type": "signatures", "statement": _parts(block.statement), "items": signers}


def _chart(chart: Chart) -> Json:
    return {
        "type": "chart",
        "id": chart.id,
        "title": chart.title,
        "kind": chart.kind.value,
        "description": chart.description,
        "table": _whole_table(chart.table),
    }


def _highlights(highlights: Highlights) -> Json:
    items = [
        {"label": item.label, "figure": _figure(item.figure), "remark": _parts(item.remark)}
        for item in highlights.items
    ]
    return {"type": "highlights", "items": items}


def _parts(paragraph: Paragraph) -> list[object]:
    return [part if isinstance(part, str) else _figure(part) for part in paragraph.parts]


def _figure(figure: Figure) -> Json:
    known: Json = {"reference": figure.reference, "text": figure.text}
    if isinstance(figure.number, Missing):
        return {**known, "decimal": None, "missing": figure.number.reason}
    if isinstance(figure.number, Hidden):
        return {**known, "decimal": None, "hidden": figure.number.sign}
    number = figure.number
    return {**known, "decimal": number.decimal, "unit": number.unit.code, "origin": _origin(number.origin)}


def _table(table: Table) -> Json:
    return {
        "id": table.id,
        "title": table.title,
        "unit": table.unit.code,
        "columns": [{"id": column.id, "label": column.label} for column in table.columns],
        "rows": [_row(table, row) for row in table.rows],
        **_footnotes(table),
    }


def _footnotes(table: Table) -> Json:
    """Return the numbered notes, each with the row it belongs to and the column, None for the row itself."""
    notes = [
        {"number": note.number, "row": note.row, "column": note.column or None, "text": note.text}
        for note in table.footnotes
    ]
    return {"footnotes": notes} if notes else {}


def _row(table: Table, row: Row) -> Json:
    cells = [(column.id, cell) for column, cell in filled(table, row)]
    written: Json = {"id": row.id, "label": row.label, "kind": row.kind.value, "note": row.note}
    if row.code:
        written["code"] = row.code
    written["values"] = {key: cell.decimal if isinstance(cell, Number) else None for key, cell in cells}
    if missing := {key: cell.reason for key, cell in cells if isinstance(cell, Missing)}:
        written["missing"] = missing
    if hidden := {key: cell.sign for key, cell in cells if isinstance(cell, Hidden)}:
        written["hidden"] = hidden
    units = {key: cell.unit.code for key, cell in cells if isinstance(cell, Number)}
    return {**written, **_stray_units(table, units)}


def _stray_units(table: Table, units: dict[str, str]) -> Json:
    """Say in which other unit a row stands or, where only some of its figures do, which and in which."""
    stray = {key: code for key, code in units.items() if code != table.unit.code}
    if not stray:
        return {}
    if len(set(units.values())) == 1:
        return {"unit": next(iter(stray.values()))}
    return {"units": stray}


def _whole_table(table: Table) -> Json:
    """Return the table with all that a reader of paper sees, and the origin of every figure."""
    written = _table(table)
    emphasised = [column.id for column in table.columns if column.emphasis]
    written["rows"] = [_whole_row(table, row) for row in table.rows]
    return {
        **written,
        "stub": table.stub,
        "code_label": table.code_label,
        "note_label": table.note_label,
        "notes_last": table.notes_last,
        "emphasis": emphasised,
        "remarks": list(table.remarks),
    }


def _whole_row(table: Table, row: Row) -> Json:
    numbers = [(column.id, cell) for column, cell in filled(table, row) if isinstance(cell, Number)]
    written: Json = {**_row(table, row), "level": row.level}
    if nil := {key: number.nil for key, number in numbers if number.nil is not None and number.shown == 0}:
        written["nil"] = nil
    if numbers:
        written["origins"] = {key: _origin(number.origin) for key, number in numbers}
    return written


def _origin(origin: Origin) -> Json:
    """Return an origin in its compact form: each of its lists is one line, whatever its length."""
    if isinstance(origin, EnteredOrigin):
        entered_for = f"{origin.key} {origin.scenario} {origin.period}"
        return {"source": origin.source, "entered_for": entered_for}
    if isinstance(origin, ComputedOrigin):
        return {"how": origin.how.value, "rule": origin.rule, "parts": [_part(part) for part in origin.parts]}
    if isinstance(origin, CountOrigin):
        told: Json = {"measure": origin.measure, "population": origin.population, "period": str(origin.period)}
        return {**told, "definition": origin.definition, "reports": _joined(origin.reports)}
    written: Json = {
        "accounts": _joined(origin.accounts),
        "period": str(origin.period),
        "measure": origin.measure,
    }
    if origin.scenario != "actual":
        written["scenario"] = origin.scenario
    if origin.objects:
        written["objects"] = _joined(f"{dimension}:{item}" for dimension, item in origin.objects)
    return {**written, "imports": _joined(origin.imports)}


def _part(part: Part) -> Json:
    return {"label": part.label, "exact": str(part.exact), "origin": _origin(part.origin)}


def _joined(items: Iterable[object]) -> str:
    return " ".join(str(item) for item in items)
