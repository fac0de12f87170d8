"""How is a table of figures written in HTML, for the eye, the ear and the next program?

Groups of rows are ``<tbody>``, so that a printer breaks between them. Every figure is a ``<data>`` with its exact
shown value; its cell carries the place of the cell (``income.r7.c1``) and, as a title, its origin in plain words.
Where figures can be asked, each is a link instead, and what it leads to tells the origin.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from samordna.domain.document import Cell, Column, Hidden, Missing, Number, Reasoned, Row, RowKind, Table
from samordna.renderers.footnotes import Footnotes
from samordna.renderers.grid import Part, Slot, cell_text, cells, notes_are_words, slots, unit_line
from samordna.renderers.html.markup import Markup, anchor, element, joined
from samordna.renderers.html.notes import links_to_notes, note_looks, notes_below, reason_id
from samordna.renderers.html.origin import origin_text

WIDE: Final = 6
"""From so many columns of figures the type is set smaller."""

_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})")


Address: TypeAlias = Callable[[Row, Column], str | None]
"""Where a figure is explained; None when it is not."""

Definition: TypeAlias = Callable[[str], str | None]
"""Where what a row or a column counts is defined, by its id; None when it is not."""


@dataclass(frozen=True)
class _Written:
    """A table while it is written: its columns and footnotes, and where its figures lead."""

    table: Table
    address: Address | None
    defined: Definition | None = None

    @cached_property
    def notes(self) -> Footnotes:
        return Footnotes.of(self.table)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        return slots(self.table)

    @cached_property
    def looks(self) -> dict[Slot, str]:
        looks = note_looks(self.notes)
        words = "words" if notes_are_words(self.table) else ""
        return {
            slot: " ".join(
                filter(None, (_column_class(slot), looks.get(slot), words if slot.part is Part.NOTE else ""))
            )
            for slot in self.slots
        }

    def href(self, row: Row, slot: Slot) -> str | None:
        """Return where the figure of ``row`` in a column leads."""
        return self.address(row, self.table.columns[slot.figure]) if self.address else None

    def named(self, text: Markup | str, name: str) -> Markup | str:
        """Return the label of a row or a column, as a link where there is a definition of it."""
        href = self.defined(name) if self.defined else None
        return text if href is None else element("a", text, class_="drill", href=href)


def table_html(
    table: Table, *, title_shown: bool = True, address: Address | None = None, defined: Definition | None = None
) -> Markup:
    """Return the table in a frame that scrolls sideways on a narrow screen, with its remarks below.

    With ``title_shown=False`` the title is there for screen readers only: the heading above says the same. With
    ``address`` every figure, and every sign of a hidden one, is a link to where it is explained, and every row can be
    linked to (``row_anchor``); with ``defined`` the labels of rows and columns lead to what they count.
    """
    written = _Written(table, address, defined)
    look = "statement wide" if len(table.columns) >= WIDE else "statement"
    content = element("table", _caption(table, shown=title_shown), _head(written), *_bodies(written), class_=look)
    frame = element("div", content, class_="frame", role="group", aria_label=table.title or None, tabindex=0)
    return element("div", frame, *_below(table, written.notes), class_="table", id=anchor(table.id))


def row_anchor(table_id: str, row_id: str) -> str:
    """Return the id of a row of a table whose figures can be asked: the end of an address that leads back to it."""
    return f"rad-{anchor(table_id)}-{anchor(row_id)}"


def _caption(table: Table, *, shown: bool) -> Markup:
    title = element("span", table.title, class_="title" if shown else "unseen")
    return element("caption", title, " ", element("span", unit_line(table), class_="unit") if table.stub else None)


def _head(written: _Written) -> Markup:
    """Return the column heads. A head without words names nothing: the unit stands there, across codes and labels."""
    table, columns = written.table, written.slots
    joined_codes = columns[0].part is Part.CODE and not columns[0].heading.strip()
    heads = []
    for slot in columns[joined_codes:]:
        unit = slot.part is Part.LABEL and not slot.heading.strip()
        text: Markup | str = element("span", unit_line(table), class_="unit") if unit else _unbroken_dates(slot.heading)
        if slot.part is Part.FIGURE:
            text = written.named(text, table.columns[slot.figure].id)
        span = 2 if joined_codes and slot.part is Part.LABEL else None
        heads.append(element("th", text, scope="col", colspan=span, class_=written.looks[slot]))
    return element("thead", element("tr", *heads))


def _unbroken_dates(text: str) -> Markup:
    parts = _DATE.split(text)
    return joined(*(element("span", part, class_="date") if i % 2 else part for i, part in enumerate(parts)))


def _bodies(written: _Written) -> Iterator[Markup]:
    for group in _groups(written.table):
        yield element("tbody", *(_row(written, row) for row in group))


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


def _row(written: _Written, row: Row) -> Markup:
    table, figures, content = written.table, cells(written.table, row), []
    for slot in written.slots:
        if slot.part is Part.LABEL:
            content.append(_label(written, row, slot))
        elif slot.part is Part.FIGURE:
            content.append(_figure(written, row, slot, figures[slot.figure]))
        else:
            content.append(element("td", slot.text(table, row), class_=written.looks[slot]))
    name = row_anchor(table.id, row.id) if written.address else None
    return element("tr", *content, class_=row.kind.value, id=name)


def _label(written: _Written, row: Row, slot: Slot) -> Markup:
    depth = f"in{min(row.level, 4)}" if row.level else ""
    scope = "rowgroup" if row.kind is RowKind.HEADING else "row"
    marks = links_to_notes(written.notes, row, slot)
    label = written.named(slot.text(written.table, row), row.id)
    return element("th", label, marks, scope=scope, class_=depth)


def _figure(written: _Written, row: Row, slot: Slot, cell: Cell) -> Markup:
    table, look = written.table, written.looks[slot]
    place = f"{table.id}.{row.id}.{table.columns[slot.figure].id}"
    marks = links_to_notes(written.notes, row, slot)
    if isinstance(cell, Number):
        text = cell_text(cell, table.unit)
        shown = element("data", text, value=cell.decimal)
        href = written.href(row, slot)
        if href is None:
            return element("td", shown, marks, class_=look, data_cell=place, title=origin_text(cell.origin))
        name = f"{row.label}, {slot.heading}: {text}" if slot.heading else f"{row.label}: {text}"
        link = element("a", shown, class_="drill", href=href, data_panel=True, aria_label=name)
        return element("td", link, marks, class_=look, data_cell=place)
    if isinstance(cell, Reasoned):
        word = _word(written, row, slot, cell)
        return element("td", word, links_to_notes(written.notes, row, slot, cell), class_=look, data_cell=place)
    return element("td", marks, class_=look)


def _word(written: _Written, row: Row, slot: Slot, cell: Missing | Hidden) -> Markup:
    """Return what stands in place of a figure; a sign can be asked as a figure can."""
    href = written.href(row, slot) if isinstance(cell, Hidden) else None
    if href is None:
        return element("span", cell.sign, class_="missing" if isinstance(cell, Missing) else None)
    name = f"{row.label}, {slot.heading}: {cell.sign}" if slot.heading else f"{row.label}: {cell.sign}"
    return element("a", cell.sign, class_="drill", href=href, data_panel=True, aria_label=name)


def _column_class(slot: Slot) -> str:
    return " ".join([slot.part.value, *(["main"] if slot.emphasis else [])])


def _below(table: Table, notes: Footnotes) -> Iterator[Markup]:
    """Yield the remarks, the reasons why figures are missing, and the numbered notes."""
    lines = [element("p", remark) for remark in table.remarks]
    for mark, reason in notes.marked:
        lines.append(element("p", element("sup", mark), " ", reason, id=reason_id(table, mark)))
    if table.footnotes:
        lines.append(notes_below(notes))
    if lines:
        yield element("div", *lines, class_="remarks")
