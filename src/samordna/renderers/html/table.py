"""How is a table of figures written in HTML, for the eye, the ear and the next program?

Groups of rows are ``<tbody>``, so that a printer breaks between them. Every figure is a ``<data>`` with its exact
shown value; its cell carries the place of the cell (``income.r7.c1``) and, as a title, its origin in plain words.
"""

import re
from collections.abc import Iterator
from typing import Final

from samordna.domain.document import Cell, Missing, Number, Row, RowKind, Table
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import MISSING, Part, Slot, cell_text, cells, slots, unit_line
from samordna.renderers.html.markup import Markup, anchor, element, joined
from samordna.renderers.html.origin import origin_text

WIDE: Final = 6
"""From so many columns of figures the type is set smaller."""

_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})")


def table_html(table: Table, *, title_shown: bool = True) -> Markup:
    """Return the table in a frame that scrolls sideways on a narrow screen, with its remarks below.

    With ``title_shown=False`` the title is there for screen readers only: the heading above says the same.
    """
    name, notes = anchor(table.id), Footnotes.of(table)
    look = "statement wide" if len(table.columns) >= WIDE else "statement"
    content = element("table", _caption(table, shown=title_shown), _head(table), *_bodies(table, notes), class_=look)
    frame = element("div", content, class_="frame", role="region", aria_label=table.title or None, tabindex=0)
    return element("div", frame, *_below(table, notes), class_="table", id=name)


def _caption(table: Table, *, shown: bool) -> Markup:
    title = element("span", table.title, class_="title" if shown else "unseen")
    return element("caption", title, " ", element("span", unit_line(table), class_="unit") if table.stub else None)


def _head(table: Table) -> Markup:
    """Return the column heads. A head without words names nothing: the unit stands there, across codes and labels."""
    columns = slots(table)
    joined_codes = columns[0].part is Part.CODE and not columns[0].heading.strip()
    heads = []
    for slot in columns[joined_codes:]:
        unit = slot.part is Part.LABEL and not slot.heading.strip()
        text = element("span", unit_line(table), class_="unit") if unit else _unbroken_dates(slot.heading)
        span = 2 if joined_codes and slot.part is Part.LABEL else None
        heads.append(element("th", text, scope="col", colspan=span, class_=_column_class(slot)))
    return element("thead", element("tr", *heads))


def _unbroken_dates(text: str) -> Markup:
    parts = _DATE.split(text)
    return joined(*(element("span", part, class_="date") if i % 2 else part for i, part in enumerate(parts)))


def _bodies(table: Table, notes: Footnotes) -> Iterator[Markup]:
    for group in _groups(table):
        yield element("tbody", *(_row(table, row, notes) for row in group))


def _groups(table: Table) -> Iterator[list[Row]]:
    """Yield the rows that belong together: a heading opens a group, a result stands alone."""
    group: list[Row] = []
    for row in table.rows:
        closed = group and (group[-1].kind is RowKind.RESULT or row.kind is RowKind.RESULT)
        opened = group and row.kind is RowKind.HEADING and group[-1].kind is not RowKind.HEADING
        if closed or opened:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _row(table: Table, row: Row, notes: Footnotes) -> Markup:
    content = []
    for slot in slots(table):
        if slot.part is Part.LABEL:
            content.append(_label(table, row, slot))
        elif slot.part is Part.FIGURE:
            content.append(_figure(table, row, slot, notes))
        else:
            content.append(element("td", slot.text(table, row), class_=_column_class(slot)))
    return element("tr", *content, class_=row.kind.value)


def _label(table: Table, row: Row, slot: Slot) -> Markup:
    depth = f"in{min(row.level, 4)}" if row.level else ""
    scope = "rowgroup" if row.kind is RowKind.HEADING else "row"
    return element("th", slot.text(table, row), scope=scope, class_=depth)


def _figure(table: Table, row: Row, slot: Slot, notes: Footnotes) -> Markup:
    cell = cells(table, row)[slot.figure]
    place = f"{table.id}.{row.id}.{table.columns[slot.figure].id}"
    title = origin_text(cell.origin) if isinstance(cell, Number) else None
    shown = _shown(table, cell, notes)
    return element("td", shown, class_=_column_class(slot), data_cell=place if shown else None, title=title)


def _shown(table: Table, cell: Cell, notes: Footnotes) -> Markup | None:
    if isinstance(cell, Number):
        return element("data", cell_text(cell, table.unit), value=cell.decimal)
    if isinstance(cell, Missing):
        mark = notes.mark(cell)
        link = element("a", mark, href=f"#{_footnote_id(table, mark)}")
        return joined(element("span", MISSING, class_="missing"), element("sup", link))
    return None


def _column_class(slot: Slot) -> str:
    return " ".join([slot.part.value, *(["main"] if slot.emphasis else [])])


def _below(table: Table, notes: Footnotes) -> Iterator[Markup]:
    """Yield the remarks, and the reasons why figures are missing."""
    lines = [element("p", remark) for remark in table.remarks]
    for mark, reason in notes.marked:
        lines.append(element("p", element("sup", mark), " ", reason, id=_footnote_id(table, mark)))
    if lines:
        yield element("div", *lines, class_="remarks")


def _footnote_id(table: Table, mark: str) -> str:
    return f"{anchor(table.id)}-{mark}"
