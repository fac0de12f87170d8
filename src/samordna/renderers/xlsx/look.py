"""How do cells look, and in which number format does a figure stand?

A figure is a number to Excel and text to the reader: the format gives it U+2212 as minus, the nil symbol
of its table and, when it stands in another unit than the table, the unit.
"""

from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]

from samordna.domain.document import Number, RowKind
from samordna.domain.values.numerals import MINUS
from samordna.domain.values.unit import Unit
from samordna.renderers.grid import stray_suffix
from samordna.renderers.palette import ACCENT, INK, MUTED

WARNING: Final = "#9b2c1d"

_ROWS: Final[dict[RowKind, dict[str, object]]] = {
    RowKind.HEADING: {"bold": True},
    RowKind.DETAIL: {},
    RowKind.SUBTOTAL: {"bold": True, "top": 1, "top_color": MUTED},
    RowKind.RESULT: {"bold": True, "top": 1, "bottom": 1},
}


def number_format(number: Number, unit: Unit, marks: str = "", room: str = "") -> str:
    """Return the Excel format of a figure in a table in ``unit``: ``#,##0.00;"−"#,##0.00;"–"``.

    A figure that has a nil symbol shows it for zero; a figure in another unit than the table shows its own. ``marks``
    are shown after the figure, and room is left for as many as ``room``, the longest marks of the column.
    """
    digits = "#,##0" + (f".{'0' * number.unit.decimals}" if number.unit.decimals else "")
    shown = digits + _quoted(stray_suffix(number, unit))
    after = _quoted(marks) + "".join(f"_{sign}" for sign in room[len(marks) :])
    zero = shown if number.nil is None else _quoted(number.nil) or '""'
    return f"{shown}{after};{_quoted(MINUS)}{shown}{after};{zero}{after}"


def _quoted(text: str) -> str:
    literal = text.replace('"', "")
    return f'"{literal}"' if literal else ""


class Look:
    """The formats of one workbook; Excel wants each of them made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def of(self, **properties: object) -> Format:
        """Return the format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({"font_color": INK, "valign": "top", **properties})
        return self._made[key]

    @property
    def title(self) -> Format:
        """The format of a sheet's title."""
        return self.of(bold=True, font_size=14)

    @property
    def quiet(self) -> Format:
        """The format of what stands beside the figures: unit, remarks, provenance."""
        return self.of(font_color=MUTED)

    @property
    def quiet_lines(self) -> Format:
        """The same, broken over lines."""
        return self.of(font_color=MUTED, text_wrap=True)

    @property
    def link(self) -> Format:
        """The format of a link to another sheet."""
        return self.of(font_color=ACCENT, underline=1)

    @property
    def warning(self) -> Format:
        """The format of a draft's status."""
        return self.of(bold=True, font_color=WARNING)

    def heading(self, *, figure: bool, emphasis: bool) -> Format:
        """Return the format of a column heading."""
        align = "right" if figure else "left"
        return self.of(bold=emphasis or not figure, align=align, valign="bottom", text_wrap=True, bottom=1)

    def words(self, kind: RowKind, level: int = 0) -> Format:
        """Return the format of a label, code or note in a row of this kind; Excel indents at most 15 levels."""
        return self.of(**_ROWS[kind], text_wrap=True, indent=min(level, 15), align="left")

    def figure(self, kind: RowKind, number_format: str = "General") -> Format:
        """Return the format of a figure in a row of this kind."""
        return self.of(**_ROWS[kind], num_format=number_format, align="right")
