"""On which lines does an account stand, and does a line tell of it?"""

from collections.abc import Iterator
from typing import TypeAlias, TypeGuard

from samordna.domain.plan.register import COST_CENTRE
from samordna.domain.statements.cost_centre_lines import EVERY_OBJECT, CostCentreLines, FromCostCentre, Piece
from samordna.domain.statements.layout import (
    AccountLines,
    Entered,
    FromAccounts,
    FromLine,
    Group,
    Layout,
    Line,
    Node,
    StatementLayout,
    SumOf,
)
from samordna.domain.statements.selection import AccountSelection, ObjectSelection
from samordna.domain.statements.tree import Printed, flatten

Place: TypeAlias = Line | AccountLines
"""Where in a statement accounts stand and are added up: a line of accounts, or a line for each of them."""


def places_of(statement: StatementLayout) -> tuple[Place, ...]:
    """Return the places of a statement, in order; a memo line is none, since nothing adds it up."""
    return tuple(places_in(statement.lines))


def places_in(nodes: tuple[Node, ...]) -> Iterator[Place]:
    """Yield the places of a part of a tree, in order."""
    for node in nodes:
        if isinstance(node, Group):
            yield from places_in(node.lines)
        elif is_place(node):
            yield node


def is_place(node: Node) -> TypeGuard[Place]:
    """Tell whether accounts stand here and are added up."""
    return isinstance(node, AccountLines) or (
        isinstance(node, Line) and isinstance(node.source, FromAccounts) and not node.memo
    )


def accounts_at(place: Place) -> AccountSelection:
    """Return the accounts of a place."""
    if isinstance(place, AccountLines):
        return place.accounts
    return place.source.accounts if isinstance(place.source, FromAccounts) else AccountSelection.parse("")


def takes_whole_accounts(place: Place) -> bool:
    """Tell whether a place shows all of its accounts, and not only what lies on some objects."""
    return not (isinstance(place, Line) and isinstance(place.source, FromAccounts) and place.source.objects.keys)


def standing(statement: StatementLayout, account: str) -> tuple[Place, ...]:
    """Return where in a statement an account stands: one place, unless it is limited to objects or stands wrong."""
    return tuple(place for place in places_of(statement) if account in accounts_at(place))


def tells_of(layout: Layout, statement_id: str, line_id: str, account: str) -> bool | None:
    """Tell whether a line holds an account, itself or through those it reads; None when that cannot be known."""
    statement = next((one for one in layout.statements if one.id == statement_id), None)
    if statement is None:
        return None
    printed = (item for item in flatten(statement, as_a_line) if isinstance(item, Printed))
    found = next((item for item in printed if item.line.id == line_id), None)
    return _tells(layout, found, account) if found else None


def as_a_line(place: AccountLines | CostCentreLines) -> tuple[Line, ...]:
    """Return the lines of a place as one without a name, for who asks where it stands and not what is on it."""
    if isinstance(place, CostCentreLines):
        every = Piece(ObjectSelection(((COST_CENTRE, EVERY_OBJECT),)))
        return (Line("", "", FromCostCentre("", place.accounts, (every,))),)
    return (Line("", "", FromAccounts(place.accounts)),)


def _tells(layout: Layout, placed: Printed, account: str) -> bool | None:
    match placed.line.source:
        case FromAccounts(accounts):
            return account in accounts
        case FromLine(statement, line):
            return tells_of(layout, statement, line, account)
        case SumOf():
            told = [_tells(layout, part, account) for part in placed.parts]
            return True if True in told else None if None in told else False
        case Entered():
            return False
        case _:
            return None
