"""How are the cells of a grid's row written?

By hand and not by a template: a table of two hundred cost centres has some thousand of them.
"""

from samordna.domain.values.language import swedish
from samordna.look.grid_parts import GridComment, GridEntry, GridFigure, GridLine, GridPlace
from samordna.renderers.html.markup import Markup, element, joined


def cells_html(line: GridLine) -> Markup:
    """Return the cells of a row, in order."""
    return joined(*map(_cell, line.places))


def _cell(place: GridPlace) -> Markup:
    cell = place.cell
    if isinstance(cell, GridEntry):
        note = element("span", cell.note, class_="note", id=place.note_id, data_grid_note=True) if cell.note else None
        children = (_entry(place, cell), _mark(place, cell.comment), note)
        return element(
            "td", *children, class_=f"{place.look} entry", data_column=place.column.id, data_state=cell.state or None
        )
    return element(
        "td", _figure(place, cell), _mark(place, cell.comment), class_=place.look, data_column=place.column.id
    )


def _entry(place: GridPlace, cell: GridEntry) -> Markup:
    """Return the field; words have a place besides where all of them find room on paper, filled when it is printed."""
    words = place.column.words
    printed = element("span", cell.value, class_="printed", data_grid_printed=True) if words else None
    field = element(
        "input",
        type="text",
        size=24 if words else 9,
        name=place.name,
        value=cell.value,
        aria_label=place.label,
        data_seen=cell.seen,
        data_saved=cell.text if cell.problem else None,
        aria_invalid="true" if cell.state == "wrong" else None,
        aria_describedby=place.described_by or None,
        autocomplete="off",
        spellcheck="true" if words else "false",
    )
    return joined(field, printed)


def _figure(place: GridPlace, cell: GridFigure) -> Markup:
    text = element("span", cell.text, id=cell.id or None, class_="missing" if cell.absent else "")
    if not cell.href:
        return text
    name = element("span", f"{place.label}: ", class_="unseen")
    return element("a", name, text, class_="drill", href=cell.href, data_panel=cell.panel)


def _mark(place: GridPlace, comment: GridComment | None) -> Markup | None:
    if comment is None:
        return None
    told = swedish("Kommentar {mark}: {place}") if comment.mark else swedish("Kommentera {place}")
    return element(
        "a",
        comment.mark or "+",
        class_="comment-mark" if comment.mark else "comment-mark uncommented",
        href=comment.href,
        data_comment=True,
        data_panel=comment.panel,
        aria_label=told.format(mark=comment.mark, place=place.label),
    )
