"""How is a layout changed by choosing?

An account that is put on a line stands on that line alone among those that its statement adds up, and the notes
follow: each still tells what its line holds. Functions from layout to layout; what cannot be done is ``Refused``.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from samordna.domain.ledger.books import Account
from samordna.domain.statements import problems
from samordna.domain.statements.layout import (
    AccountLines,
    FromAccounts,
    Group,
    Layout,
    Line,
    Node,
    StatementLayout,
    lines_of,
)
from samordna.domain.statements.selection import AccountSelection
from samordna.domain.statements.standing import (
    Place,
    accounts_at,
    is_place,
    places_of,
    standing,
    takes_whole_accounts,
    tells_of,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Refused

LONGEST_LABEL: Final = 200


def assign(layout: Layout, statement_id: str, account: Account, line_id: str) -> Layout:
    """Return the layout with the account on exactly that line of the statement, and the notes after it.

    Raises ``Refused`` for a line that takes no accounts, an account of another kind than the statement answers
    for, one that a note's line does not hold, and one that the statement shows outside its sums.
    """
    statement = statement_of(layout, statement_id)
    line = _taking(statement, line_id)
    _must_be_of_its_kind(statement, account)
    if statement.explains and tells_of(layout, *_explained(statement), account.number) is False:
        raise refused(problems.NOT_ON_EXPLAINED_LINE, statement, account=account.number, note=statement.title)
    if not statement.answers_for and not standing(statement, account.number) and _is_aside(statement, account.number):
        raise refused(problems.OUTSIDE_THE_SUMS, statement, account=account.number, statement=statement.title)
    return _moved(layout, statement, account, line)


def unassign(layout: Layout, statement_id: str, account: Account) -> Layout:
    """Return the layout with the account on no line of the statement: it stands as *Ej fördelat*, in no note.

    Raises ``Refused`` for a statement without such a line.
    """
    statement = statement_of(layout, statement_id)
    if not statement.answers_for:
        raise refused(problems.NOWHERE_TO_BE_LEFT, statement, account=account.number, statement=statement.title)
    _must_be_of_its_kind(statement, account)
    return _moved(layout, statement, account, None)


def rename_line(layout: Layout, statement_id: str, line_id: str, label: str) -> Layout:
    """Return the layout with another label on a line, or another heading; ids stay, and with them what is entered."""
    statement = statement_of(layout, statement_id)
    named = _clear(statement, label)
    if label_of(statement, line_id) is None:
        raise refused(problems.NO_SUCH_LINE, statement, line=line_id)

    def renamed(node: Node) -> tuple[Node, ...]:
        if isinstance(node, Line) and node.id == line_id:
            return (replace(node, label=named),)
        if isinstance(node, Group) and node.id == line_id:
            return (replace(node, heading=named),)
        return (node,)

    return with_statement(layout, replace(statement, lines=_mapped(statement.lines, renamed)))


def add_line(layout: Layout, statement_id: str, after: str, label: str) -> Layout:
    """Return the layout with a new line, without accounts yet, after a line of accounts and beside it."""
    statement = statement_of(layout, statement_id)
    beside, named = _taking(statement, after), _clear(statement, label)
    new = Line(_free_id(statement, named), named, FromAccounts(AccountSelection.parse("")))
    lines = _mapped(statement.lines, lambda node: (node, new) if node is beside else (node,))
    return with_statement(layout, replace(statement, lines=lines))


def statement_of(layout: Layout, statement_id: str) -> StatementLayout:
    """Return a statement by its id; raises ``Refused`` when there is none."""
    for statement in layout.statements:
        if statement.id == statement_id:
            return statement
    raise Refused([problems.NO_SUCH_STATEMENT.at(layout.title, statement=statement_id)])


def label_of(statement: StatementLayout, line_id: str) -> str | None:
    """Return what a line or a group is called; None when the statement has neither of that id."""
    return next((name for named, name in _named(statement.lines) if named == line_id), None)


def _named(nodes: tuple[Node, ...]) -> list[tuple[str, str]]:
    """Return the ids of a tree with what each is called."""
    found: list[tuple[str, str]] = []
    for node in nodes:
        if isinstance(node, Group):
            found += [(node.id, node.heading), *_named(node.lines)]
        elif isinstance(node, Line):
            found.append((node.id, node.label))
    return found


def _taking(statement: StatementLayout, line_id: str) -> Line:
    """Return the line, if whole accounts can be put on it."""
    line = next((line for line in lines_of(statement.lines) if line.id == line_id), None)
    if line is None:
        raise refused(problems.NO_SUCH_LINE, statement, line=line_id)
    if line not in places_of(statement):
        raise refused(problems.LINE_TAKES_NO_ACCOUNTS, statement, label=line.label)
    if not takes_whole_accounts(line):
        raise refused(problems.LINE_OF_OBJECTS, statement, label=line.label)
    return line


def _must_be_of_its_kind(statement: StatementLayout, account: Account) -> None:
    if statement.answers_for and account.kind not in statement.answers_for:
        raise refused(problems.OTHER_KIND_OF_ACCOUNT, statement, account=account.number, statement=statement.title)


def _is_aside(statement: StatementLayout, account: str) -> bool:
    """Tell whether the statement shows the account on a memo line."""
    aside = (line.source for line in lines_of(statement.lines) if line.memo)
    return any(isinstance(source, FromAccounts) and account in source.accounts for source in aside)


def _moved(layout: Layout, statement: StatementLayout, account: Account, line: Line | None) -> Layout:
    try:
        moved = with_statement(layout, _standing_on(statement, account.number, line))
        return _followed(layout, moved, account.number)
    except ValueError as error:  # what a selection cannot write is no account's number
        raise refused(problems.NO_SUCH_ACCOUNT, statement, account=account.number) from error


def _standing_on(statement: StatementLayout, account: str, place: Place | None) -> StatementLayout:
    """Return the statement with the account there and nowhere else among what it adds up."""

    def settled(node: Node) -> tuple[Node, ...]:
        if isinstance(node, Group) or not is_place(node):
            return (node,)
        held = accounts_at(node)
        return (_holding(node, held.adding(account) if node is place else held.leaving_out(account)),)

    return replace(statement, lines=_mapped(statement.lines, settled))


def _holding(place: Place, accounts: AccountSelection) -> Place:
    """Return the place with other accounts; the very same when they are the same."""
    if accounts is accounts_at(place):
        return place
    if isinstance(place, Line) and isinstance(place.source, FromAccounts):
        return replace(place, source=replace(place.source, accounts=accounts))
    return AccountLines(accounts)


def _followed(before: Layout, after: Layout, account: str) -> Layout:
    """Return the layout with each note telling of the account if, and only if, the line it explains now does.

    Asked anew after each note that moved: a note may explain a line of another.
    """
    for note in (statement for statement in after.statements if statement.explains):
        was, now = (tells_of(layout, *_explained(note), account) for layout in (before, after))
        if now is not None and now is not was and bool(standing(note, account)) is not now:
            place = _nearest(note, account) if now else None
            return _followed(before, with_statement(after, _standing_on(note, account, place)), account)
    return after


def _nearest(note: StatementLayout, account: str) -> Place:
    """Return where in a note an account that comes to it belongs: where its neighbours are, else where most are."""
    places = [place for place in places_of(note) if takes_whole_accounts(place)]
    if not places:
        raise refused(problems.NOTE_WITHOUT_PLACE, note, account=account, note=note.title)
    return max(reversed(places), key=lambda place: _belongs(place, account))


def _belongs(place: Place, account: str) -> tuple[int, bool, int]:
    """Return how well an account belongs at a place: by its neighbours, by having a row of its own, by company."""
    held = accounts_at(place)
    return held.nearness(account), isinstance(place, AccountLines), len(held.included)


def _explained(note: StatementLayout) -> tuple[str, str]:
    statement, _, line = note.explains.partition(":")
    return statement, line


def _mapped(nodes: tuple[Node, ...], change: Callable[[Node], tuple[Node, ...]]) -> tuple[Node, ...]:
    """Return the tree with each node replaced by what ``change`` makes of it, groups from the inside out."""
    opened = (replace(node, lines=_mapped(node.lines, change)) if isinstance(node, Group) else node for node in nodes)
    return tuple(made for node in opened for made in change(node))


def with_statement(layout: Layout, changed: StatementLayout) -> Layout:
    """Return the layout with a statement of its own changed."""
    return replace(layout, statements=tuple(changed if s.id == changed.id else s for s in layout.statements))


def _clear(statement: StatementLayout, label: str) -> str:
    """Return a label without space around it, if it is one line that somebody can read."""
    named = label.strip()
    if not named or len(named) > LONGEST_LABEL or not named.isprintable():
        raise refused(problems.UNCLEAR_LABEL, statement, longest=LONGEST_LABEL)
    return named


def _free_id(statement: StatementLayout, label: str) -> str:
    """Return an id that says what the line is called and that nothing in the statement has."""
    plain = label.lower().translate(str.maketrans("åäö", "aao"))
    stem = "_".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split()) or "rad"
    taken = {named for named, _ in _named(statement.lines)}
    return next(name for name in (stem, *(f"{stem}_{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def refused(kind: ProblemKind, statement: StatementLayout, /, **fields: object) -> Refused:
    """Return the refusal of something in a statement."""
    place = swedish("uppställningen, {statement}").format(statement=statement.title)
    return Refused([kind.at(place, **fields)])
