"""Which things that must be equal are not?

Assets against equity and liabilities, cash flow against the bank, each note against the line it explains, and
all lines of a statement together against all the accounts it answers for.
"""

from collections.abc import Iterator
from fractions import Fraction

from samordna.domain.document import Number, Table
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount, When
from samordna.domain.statements.layout import (
    Control,
    FromAccounts,
    Measure,
    StatementLayout,
    Unassigned,
)
from samordna.domain.statements.problems import CONTROL_FAILS
from samordna.domain.statements.selection import WHOLE_ACCOUNTS
from samordna.domain.statements.tree import Printed
from samordna.domain.values.kronor import kr_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem


def failing(control: Control, table: Table) -> Iterator[Problem]:
    """Yield a problem for each column of the table that a control of the layout does not hold in."""
    for column in table.columns:
        left = _total(control.left, table, column.id)
        right = _total(control.right, table, column.id)
        if left is not None and right is not None and left != right:
            yield _unequal(table.title, control.says, column.label, (left, right))


def _total(terms: tuple[tuple[str, str], ...], table: Table, column: str) -> int | Fraction | None:
    """Return the exact sum of the terms as shown; None when one has no figure. A line left out holds nothing."""
    total: int | Fraction = 0
    printed = {row.id for row in table.rows}
    for sign, line in (term for term in terms if term[1] in printed):
        cell = table.cell(line, column)
        if not isinstance(cell, Number):
            return None
        total = total + cell.exact if sign == "+" else total - cell.exact
    return total


def _unequal(place: str, says: str, column: str, sides: tuple[int | Fraction, int | Fraction]) -> Problem:
    left, right = (kr_and_ore(side) for side in sides)
    return CONTROL_FAILS.at(place, says=says, column=column, left=left, right=right)


def note_differs(
    evaluation: Evaluation, note: StatementLayout, heading: str, at: tuple[When, Measure | None]
) -> Iterator[Problem]:
    """Yield a problem when a note's last line is not what it explains, at the time of one of its columns.

    Both are taken debit positive: a note may show the other side than its statement does.
    """
    owner_id, _, line_id = note.explains.partition(":")
    owner, (when, measure) = evaluation.layout.statement(owner_id), at
    lines = [item for item in evaluation.printed(note) if isinstance(item, Printed)]
    if not lines:
        return
    measured = measure or note.measure
    total = evaluation.value(note, lines[-1], when, measured)
    shown = evaluation.value(owner, evaluation.find(owner, line_id), when, measured)
    if isinstance(total, Amount) and isinstance(shown, Amount) and total.exact != shown.exact:
        says = swedish("{note} ska vara lika med sin rad i {statement}").format(note=note.title, statement=owner.title)
        yield _unequal(note.title, says, heading, (total.exact, shown.exact))


def uncounted(
    evaluation: Evaluation, statement: StatementLayout, heading: str, at: tuple[When, Measure | None]
) -> Iterator[Problem]:
    """Yield a problem when a statement's lines are not together what the accounts it answers for hold.

    However cleverly lines select accounts and objects, the money must be all there, once.
    """
    when, measure = at
    counted: int | Fraction = 0
    for item in evaluation.printed(statement):
        if isinstance(item, Printed) and _counts(item):
            value = evaluation.value(statement, item, when, measure)
            if not isinstance(value, Amount):
                return
            counted += value.exact
    accounts = evaluation.holdings.balances.accounts.values()
    answered = tuple(sorted(account.number for account in accounts if account.kind in statement.answers_for))
    measured = measure or statement.measure or Measure.MOVEMENT
    held = evaluation.holdings.of_accounts(answered, WHOLE_ACCOUNTS, when, measured)
    if isinstance(held, Amount) and held.exact != counted:
        says = swedish("Raderna ska tillsammans vara lika med de konton som räkningen svarar för")
        yield _unequal(statement.title, says, heading, (counted, held.exact))


def _counts(item: Printed) -> bool:
    """Tell whether a line holds accounts of its own; an account line is one of those, a line from elsewhere is not."""
    return isinstance(item.line.source, FromAccounts | Unassigned) and not item.line.memo
