"""Which values does the grid show: a table where some cells are filled in and the rest are computed?

A grid is a form around a table. With scripts each cell is saved when it is left; without them the whole form is sent,
and ``grid_form`` says which cells were changed in it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from samordna.domain.document import RowKind
from samordna.domain.values.problem import Problem

SHOWN: Final = "shown"
"""The name of the field that says what the cells held when the form was shown."""


def cell_name(row: str, column: str) -> str:
    """Return the name that the cell is sent under in a plain form."""
    return f"{column} {row}"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of cells. Columns beside each other with the same ``group`` stand under one head.

    ``words``: text is written in it, and not a number; ``emphasis`` marks the one the grid is about.
    """

    id: str
    label: str
    group: str = ""
    words: bool = False
    emphasis: bool = False

    def __post_init__(self) -> None:
        if not self.id or " " in self.id:
            raise ValueError(f"a column's id is one word: {self.id!r}")

    @property
    def name(self) -> str:
        """What the column is called where its head is not seen."""
        return f"{self.group} {self.label}" if self.group else self.label


@dataclass(frozen=True, slots=True)
class GridComment:
    """The mark of a cell's comment and where it is read and written. Without ``mark`` nobody has commented yet."""

    href: str
    mark: str = ""
    panel: bool = True


@dataclass(frozen=True, slots=True)
class GridFigure:
    """A cell that nobody writes in. By ``id`` an answer finds its text; ``href`` is where it is explained."""

    text: str = ""
    id: str = ""
    href: str = ""
    panel: bool = True
    absent: bool = False
    comment: GridComment | None = None
    is_entry: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class GridEntry:
    """A cell to write in: the saved ``text``, and ``seen``, the number that says which saving it is.

    ``typed`` is what somebody wrote that was not saved because of ``problem``. When it was not saved since another had
    changed the cell meanwhile, ``by`` says who: ``text`` and ``seen`` are theirs. ``note`` is a quiet line below;
    ``just_saved`` marks what the form that was sent has saved.
    """

    text: str = ""
    seen: int = 0
    note: str = ""
    typed: str | None = None
    problem: Problem | None = None
    by: str = ""
    comment: GridComment | None = None
    just_saved: bool = False
    is_entry: ClassVar[bool] = True

    @property
    def value(self) -> str:
        """What stands in the cell."""
        return self.text if self.typed is None else self.typed

    @property
    def state(self) -> str:
        """``conflict``, ``wrong``, ``saved``, or nothing."""
        if self.problem is None:
            return "saved" if self.just_saved else ""
        return "conflict" if self.by else "wrong"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its key, what it is called, and a cell for every column; none for a heading.

    ``mark`` is the number of a note to the row itself, raised after its name.
    """

    key: str
    label: str
    cells: tuple[GridFigure | GridEntry, ...] = ()
    kind: RowKind = RowKind.DETAIL
    code: str = ""
    href: str = ""
    level: int = 0
    mark: str = ""

    @property
    def name(self) -> str:
        """What the row is called where its code is not seen."""
        return f"{self.code} {self.label}" if self.code else self.label


@dataclass(frozen=True, slots=True)
class GridPlace:
    """A cell with the row and column it stands in."""

    grid: str
    row: GridRow
    column: GridColumn
    cell: GridFigure | GridEntry
    number: int
    look: str

    @property
    def name(self) -> str:
        """What the cell is sent as in a plain form."""
        return cell_name(self.row.key, self.column.id)

    @property
    def label(self) -> str:
        """What the cell is called: its row and its column."""
        return f"{self.row.name}, {self.column.name}"

    @property
    def told_id(self) -> str:
        """The id of what is told of the cell below its row."""
        return f"{self.grid}-sagt-{self.number}"

    @property
    def note_id(self) -> str:
        """The id of the quiet line in the cell."""
        return f"{self.grid}-not-{self.number}"

    @property
    def described_by(self) -> str:
        """The ids of what tells more of a cell to write in."""
        entry = self.cell if isinstance(self.cell, GridEntry) else GridEntry()
        return " ".join([*([self.note_id] if entry.note else []), *([self.told_id] if entry.problem else [])])


@dataclass(frozen=True, slots=True)
class GridLine:
    """A row as it is written: its cells in their places."""

    row: GridRow
    places: tuple[GridPlace, ...]

    @property
    def told(self) -> tuple[GridPlace, ...]:
        """The cells that something is told of below the row."""
        return tuple(place for place in self.places if isinstance(place.cell, GridEntry) and place.cell.problem)


@dataclass(frozen=True, slots=True)
class GridHead:
    """A head over ``span`` columns. ``column`` is None when several stand under it."""

    label: str
    span: int
    column: GridColumn | None
    look: str = "over"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to write in. ``action`` takes the whole form, ``save`` one cell; ``unit`` stands after the caption."""

    id: str
    caption: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    action: str
    save: str
    stub: str = ""
    code_label: str = ""
    unit: str = ""
    caption_shown: bool = True

    @property
    def coded(self) -> bool:
        """Whether any row has a code: then there is a column of them."""
        return any(row.code for row in self.rows)

    @property
    def width(self) -> int:
        """How many cells wide the table is, codes and labels included."""
        return len(self.columns) + 1 + self.coded

    @property
    def heads(self) -> tuple[GridHead, ...]:
        """The upper heads: one over the columns of a group, and one for each column without."""
        heads: list[GridHead] = []
        for column in self.columns:
            if column.group and heads and heads[-1].column is None and heads[-1].label == column.group:
                heads[-1] = GridHead(column.group, heads[-1].span + 1, None)
            else:
                heads.append(GridHead(column.group, 1, None) if column.group else self._head(column))
        return tuple(heads)

    @property
    def grouped(self) -> tuple[GridHead, ...]:
        """The heads that stand under a group's; none when the head is one row."""
        return tuple(self._head(column) for column in self.columns if column.group)

    @property
    def shown(self) -> str:
        """What the cells to write in hold, for the plain form to be compared with when it comes back."""
        entries = (place for line in self._lines() for place in line.places)
        held = [
            [place.row.key, place.column.id, place.cell.text, place.cell.seen]
            for place in entries
            if isinstance(place.cell, GridEntry)
        ]
        return json.dumps(held, ensure_ascii=False, separators=(",", ":"))

    @property
    def bodies(self) -> tuple[tuple[GridLine, ...], ...]:
        """The rows that belong together: a heading opens a group, a result stands alone."""
        groups: list[list[GridLine]] = []
        for line in self._lines():
            alone = RowKind.RESULT in {line.row.kind, groups[-1][-1].row.kind} if groups else True
            if alone or line.row.kind is RowKind.HEADING:
                groups.append([])
            groups[-1].append(line)
        return tuple(map(tuple, groups))

    def _head(self, column: GridColumn) -> GridHead:
        return GridHead(column.label, 1, column, self._looks[self.columns.index(column)])

    @property
    def _looks(self) -> tuple[str, ...]:
        """What each column looks like: every cell in it keeps the room that some of them need."""
        cells = tuple(row.cells for row in self.rows if row.cells)
        return tuple(_look(column, tuple(row[at] for row in cells)) for at, column in enumerate(self.columns))

    def _lines(self) -> Iterator[GridLine]:
        looks, width = self._looks, len(self.columns)
        for at, row in enumerate(self.rows):
            if row.kind is RowKind.HEADING and not row.cells:
                yield GridLine(row, ())
                continue
            cells = enumerate(zip(self.columns, row.cells, looks, strict=True), at * width + 1)
            places = (GridPlace(self.id, row, column, cell, number, look) for number, (column, cell, look) in cells)
            yield GridLine(row, tuple(places))


def _look(column: GridColumn, cells: tuple[GridFigure | GridEntry, ...]) -> str:
    looks = {
        "words" if column.words else "figure": True,
        "main": column.emphasis,
        "written": any(cell.is_entry for cell in cells),
        "commented": any(cell.comment for cell in cells),
    }
    return " ".join(look for look, holds in looks.items() if holds)
