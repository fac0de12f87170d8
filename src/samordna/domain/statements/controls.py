"""Which things that must be equal are not?

Assets against equity and liabilities, cash flow against the bank, each note against the line it explains.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from samordna.domain.document import Number, Table
from samordna.domain.statements.layout import Control, Layout, StatementKind
from samordna.domain.statements.problems import CONTROL_FAILS
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import KRONOR_ORE


def failing_controls(layout: Layout, tables: Iterable[Table]) -> Iterator[Problem]:
    """Yield a problem for each control that fails, and for each note that is not what it explains."""
    by_id = {table.id: table for table in tables}
    for control in layout.controls:
        yield from _failing(control, by_id[control.statement])
    for statement in layout.statements:
        if statement.kind is StatementKind.NOTE and statement.explains:
            owner, line = statement.explains.split(":")
            yield from _note_differs(by_id[statement.id], by_id[owner], line)


def _failing(control: Control, table: Table) -> Iterator[Problem]:
    for column in table.columns:
        left = _total(control.left, table, column.id)
        right = _total(control.right, table, column.id)
        if left is not None and right is not None and left != right:
            yield CONTROL_FAILS.at(
                table.title, says=control.says, column=column.label, left=_kronor(left), right=_kronor(right)
            )


def _note_differs(note: Table, statement: Table, line: str) -> Iterator[Problem]:
    """Compare a note's last row with its line, in the columns both have; a note may show the other side."""
    theirs: Mapping[str, str] = {column.id: column.label for column in statement.columns}
    for column in note.columns:
        if column.id not in theirs:
            continue
        total, shown = note.cell(note.rows[-1].id, column.id), statement.cell(line, column.id)
        if isinstance(total, Number) and isinstance(shown, Number) and abs(total.exact) != abs(shown.exact):
            says = swedish("{note} ska vara lika med sin rad").format(note=note.title)
            yield CONTROL_FAILS.at(
                statement.title, says=says, column=column.label, left=_kronor(total.exact), right=_kronor(shown.exact)
            )


def _total(terms: tuple[tuple[str, str], ...], table: Table, column: str) -> int | Fraction | None:
    """Return the exact sum of the terms as shown, None when one of them has no figure."""
    total: int | Fraction = 0
    for sign, line in terms:
        cell = table.cell(line, column)
        if not isinstance(cell, Number):
            return None
        total = total + cell.exact if sign == "+" else total - cell.exact
    return total


def _kronor(exact: int | Fraction) -> str:
    return swedish_number(KRONOR_ORE.shown(exact), KRONOR_ORE.decimals) + " kr"
