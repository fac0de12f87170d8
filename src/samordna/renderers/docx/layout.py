"""How do a few things stand side by side, where the table only carries the layout?"""

from collections.abc import Sequence

from samordna.renderers.docx.styles import TEXT_WIDTH
from samordna.renderers.docx.xml import Element, paragraph, twips, w
from samordna.renderers.palette import ACCENT

GUTTER = 14.0
"""Between two neighbours, in points."""


def beside(cells: Sequence[Sequence[Element]], *, columns: int, description: str, rule: bool) -> Element:
    """Return ``cells`` in rows of ``columns``, each with a rule above it when asked for."""
    width = TEXT_WIDTH / columns
    rows = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableNormal"),
            w("tblW", w=twips(width) * columns, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=twips(GUTTER), type="dxa")),
            w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblDescription", val=description),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for _ in range(columns))),
        *(_row([*row, *([()] * (columns - len(row)))], width, rule=rule) for row in rows),
    )


def gap(points: float = 10) -> Element:
    """Return an empty paragraph of a height: Word has no other space around a table, and joins two without it."""
    return paragraph("Tabellfot", properties=(w("spacing", before=0, after=0, line=twips(points), lineRule="exact"),))


def _row(cells: Sequence[Sequence[Element]], width: float, *, rule: bool) -> Element:
    written = [w("tc", _cell_properties(width, rule=rule and bool(cell)), *_filled(cell)) for cell in cells]
    return w("tr", w("trPr", w("cantSplit")), *written)


def _cell_properties(width: float, *, rule: bool) -> Element:
    line = w("top", val="single", sz=8, space=0, color=ACCENT.lstrip("#").upper())
    return w("tcPr", w("tcW", w=twips(width), type="dxa"), w("tcBorders", line) if rule else None)


def _filled(cell: Sequence[Element]) -> Sequence[Element]:
    """Return what stands in a cell; an empty one still needs its paragraph."""
    return cell or [paragraph("Tabelltext")]
