"""Of what parts is a chart made: categories, series, figures, axes, and what tells series apart?

Series differ in lightness, pattern, dash and shape, never in colour alone. A missing figure leaves a gap, and so does
one in another unit than the table's; of a hidden count the sign is written where its bar would begin, and no bar is.
"""

import textwrap
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, Final

from samordna.domain.document import Cell, Hidden, Number, Row, RowKind, Table
from samordna.domain.values.period import MONTHS
from samordna.renderers import typeface
from samordna.renderers.grid import cells
from samordna.renderers.palette import ACCENT, INK, SERIES
from samordna.renderers.printable import one_line

Spec = dict[str, Any]

WIDTH: Final = 640
STRIPES: Final = "#d9dfe1"
"""A colour that stands for the striped fill until the picture is made: the engine knows no patterns."""

FILLS: Final = (SERIES[0], SERIES[1], STRIPES, SERIES[3])
STROKES: Final = (ACCENT, "#4d959b", "#7d8b8f", INK)
DASHES: Final = ([1, 0], [6, 3], [2, 3], [9, 3, 2, 3])
SHAPES: Final = ("circle", "square", "diamond", "triangle-up")

LONG: Final = 34
"""Letters of a label that stands beside its bar, before it is broken."""
LETTER: Final = 6.4
"""The width of an average letter in a chart, in pixels: enough to choose line breaks by."""
LINES: Final = "slice(split(datum.label, '\\n'), 1)"
"""Categories and series are keyed ``0\\nlabel``: two rows may bear the same name, and labels may have two lines."""


def drawn_rows(table: Table) -> list[Row]:
    """Return the rows that are drawn: details or, where there are only sums, the sums."""
    details = [row for row in table.rows if row.kind is RowKind.DETAIL]
    return details or [row for row in table.rows if row.kind is not RowKind.HEADING]


def reach_of(cell: Cell, table: Table) -> float | None:
    """Return how far a figure reaches, in the table's unit. A picture may round; the table does not."""
    if not isinstance(cell, Number) or cell.unit.suffix != table.unit.suffix:
        return None
    return float(Fraction(cell.exact) / table.unit.holds)


def _foot(cell: Cell, table: Table) -> float | None:
    """Return where what is written of a cell stands: at the end of its bar or, when it is hidden, where that begins."""
    return 0.0 if isinstance(cell, Hidden) else reach_of(cell, table)


def written(cell: Cell) -> str:
    """Return what is written of a cell in a picture: its figure, or the sign of a hidden one."""
    return drawable(cell.sign if isinstance(cell, Hidden) else getattr(cell, "text", ""))


def drawable(text: str) -> str:
    """Return a text of the letters that a chart can draw."""
    return typeface.drawable(one_line(text), in_chart=True)


def categories(rows: Iterable[Row], letters: int) -> list[str]:
    """Return the key of each drawn row: its number, and its label broken at ``letters``."""
    labels = (textwrap.wrap(label, max(letters, 8)) or [""] for label in _labels(rows, letters))
    return [f"{i}\n" + "\n".join(lines) for i, lines in enumerate(labels)]


def _labels(rows: Iterable[Row], letters: int) -> list[str]:
    """Return the label of each row, with all months cut to three letters when there is no room for one of them."""
    labels = [drawable(row.label) for row in rows]
    cut = any(label in MONTHS and len(label) > letters for label in labels)
    return [label[:3] if cut and label in MONTHS else label for label in labels]


def series_keys(table: Table) -> list[str]:
    """Return the key of each column: its number and label."""
    return [f"{i}\n{drawable(column.label)}" for i, column in enumerate(table.columns)]


def figures_data(table: Table, letters: int) -> Spec:
    """Return every figure of the drawn rows, the missing ones as gaps; labels are broken at ``letters``."""
    values = [
        {
            "row": key, "series": name, "value": reach_of(cell, table), "at": _foot(cell, table),
            "text": written(cell), "hidden": isinstance(cell, Hidden),
        }
        for key, row in zip(categories(drawn_rows(table), letters), drawn_rows(table), strict=True)
        for name, cell in zip(series_keys(table), cells(table, row), strict=True)
    ]  # fmt: skip
    return {"values": values}


def category_axis(categories: Sequence[str], **look: object) -> Spec:
    """Return the axis of the rows, each once, in their order."""
    axis = {"title": None, "labelExpr": LINES, "grid": False, **look}
    return {"field": "row", "type": "nominal", "scale": {"domain": categories}, "axis": axis}


def figure_axis(table: Table, **look: object) -> Spec:
    """Return the axis of figures, headed by what is measured."""
    title = [table.unit.suffix or table.unit.name]
    if len(table.columns) == 1:
        title = [drawable(table.columns[0].label), *([table.unit.suffix] if table.unit.suffix else [])]
    axis = {"title": ", ".join(title), "format": ",~f", "tickCount": 5, "domain": False, **look}
    return {"field": "value", "type": "quantitative", "axis": axis}


def by_series(table: Table, values: tuple[object, ...]) -> Spec:
    """Return an encoding that gives each column its own of ``values``, and a legend when there are several."""
    names = series_keys(table)
    chosen = [values[i % len(values)] for i in range(len(names))]
    legend = {"labelExpr": f"{LINES}[0]"} if len(names) > 1 else None
    return {"field": "series", "type": "nominal", "scale": {"domain": names, "range": chosen}, "legend": legend}


def with_room(reach: Iterable[float]) -> list[float]:
    """Return the ends of an axis of figures, with room beyond the longest bar for what is written at its end."""
    reach = list(reach)
    return [min([0.0, *reach]) * 1.15, max([0.0, *reach]) * 1.15]
