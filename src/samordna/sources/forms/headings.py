"""Where does each column of a form stand, and which of its cells are merged, formulas or errors?"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samordna.domain.ledger.findings import Findings
from samordna.sources.forms import problems as kinds
from samordna.sources.forms.facts import TOP, plain
from samordna.sources.forms.workbook import Sheet
from samordna.sources.tables.cells import Cell, address, is_error, text_of


@dataclass(frozen=True, slots=True)
class Headings:
    """The line of a form's headings, and its columns by their headings."""

    head: int
    columns: Mapping[str, int]


def headings_of(
    sheet: Sheet, needed: Sequence[str], findings: Findings, *, all_or_none: Collection[str] = ()
) -> Headings | None:
    """Return where the columns stand; None when a heading is missing or stands twice, which is told.

    Those of ``all_or_none`` are needed as soon as one of them is there.
    """
    known = {plain(heading): heading for heading in (*needed, *all_or_none)}
    lines = [[known.get(plain(text_of(cell)), "") for cell in row] for row in sheet.grid.rows[:TOP]]
    head = max(range(len(lines)), key=lambda line: len(set(lines[line]) - {""}))
    columns: dict[str, int] = {}
    for column, heading in enumerate(lines[head]):
        if heading:
            columns.setdefault(heading, column)
    wanted = (*needed, *(all_or_none if columns.keys() & set(all_or_none) else ()))
    _tell(sheet, head, lines[head], wanted, findings)
    return None if findings.refused else Headings(head, columns)


def _tell(sheet: Sheet, head: int, line: Sequence[str], wanted: Iterable[str], findings: Findings) -> None:
    counts = Counter(heading for heading in line if heading)
    for heading in wanted:
        if not counts[heading]:
            findings.in_cell(kinds.MISSING_HEADING, address(head, 0), sheet=sheet.name, heading=heading)
    for heading, count in counts.items():
        if count > 1:
            last = len(line) - 1 - line[::-1].index(heading)
            findings.in_cell(kinds.HEADING_TWICE, address(head, last), sheet=sheet.name, heading=heading)


def tell_marks(sheet: Sheet, head: int, columns: Collection[int], findings: Findings) -> None:
    """Tell which cells of a form are merged, or are formulas and what they gave."""
    for area in sheet.marks.merged:
        inside = any(area.first_column <= column <= area.last_column for column in columns)
        if area.last_row >= head and inside:
            first, last = address(area.first_row, area.first_column), address(area.last_row, area.last_column)
            findings.in_cell(kinds.MERGED, first, sheet=sheet.name, area=f"{first}:{last}")
    for row, column in sorted(sheet.marks.formulas):
        if row > head and column in columns:
            _tell_formula(sheet, row, column, findings)


def _tell_formula(sheet: Sheet, row: int, column: int, findings: Findings) -> None:
    value, cell = sheet.cell(row, column), address(row, column)
    if value == "":
        findings.in_cell(kinds.FORMULA_WITHOUT_VALUE, cell, sheet=sheet.name)
    elif not is_error(value):
        findings.in_cell(kinds.FORMULA, cell, sheet=sheet.name, value=shown(value))


def tell_errors(sheet: Sheet, line: int, columns: Iterable[int], findings: Findings) -> bool:
    """Tell which cells of a line show an error, and return whether the line holds anything at all."""
    cells = [(column, sheet.cell(line, column)) for column in sorted(columns)]
    for column, cell in cells:
        if is_error(cell):
            findings.in_cell(kinds.CELL_ERROR, address(line, column), sheet=sheet.name, text=text_of(cell))
    return any(cell != "" for _, cell in cells)


def shown(cell: Cell) -> str:
    """Return a cell as it is told: a number with a comma, a text at most so long that a message stays a message."""
    return f"{cell:f}".replace(".", ",") if isinstance(cell, Decimal) else quoted(cell)


def quoted(cell: Cell) -> str:
    """Return what stands in a cell, at most so much of it that a message stays a message."""
    text = text_of(cell)
    return text if len(text) <= 60 else f"{text[:59]}…"
