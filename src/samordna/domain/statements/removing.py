"""When can a line leave a statement, and what stops it?

It leaves when no account is on it, nothing reads it and nothing was entered on it. What stops it is told as problems,
before somebody tries as well as after.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from samordna.domain.statements import problems
from samordna.domain.statements.arranging import edited
from samordna.domain.statements.editing import label_of, refused, statement_of, with_statement
from samordna.domain.statements.layout import Group, Layout, Line, Node, StatementLayout, lines_of
from samordna.domain.statements.readers import readers_of
from samordna.domain.statements.standing import accounts_at, places_in, places_of, takes_whole_accounts
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, ProblemKind, Refused

_NAMED: Final = 3
"""So many accounts of a line are told by number and name, the rest by their count."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What needs lines from outside the layout.

    ``accounts`` are those of the ledgers, number → name; ``figures`` the lines (``income:kostnader``) that somebody
    entered one on; ``reports`` the lines that a report reads → in words which.
    """

    accounts: Mapping[str, str] = field(default_factory=dict)
    figures: Collection[str] = frozenset()
    reports: Mapping[str, str] = field(default_factory=dict)


def remove_line(layout: Layout, statement_id: str, line_id: str, needs: Needs) -> Layout:
    """Return the layout without a line. Raises ``Refused`` with everything that stops it."""
    statement = statement_of(layout, statement_id)
    if label_of(statement, line_id) is None:
        raise refused(problems.NO_SUCH_LINE, statement, line=line_id)
    stopped = hindrances(layout, statement, line_id, needs)
    if stopped:
        raise Refused(stopped)
    left = edited(statement.lines, line_id, lambda siblings, at: (*siblings[:at], *siblings[at + 1 :]))
    return with_statement(layout, replace(statement, lines=_without_empty(left)))


def hindrances(layout: Layout, statement: StatementLayout, line_id: str, needs: Needs) -> tuple[Problem, ...]:
    """Return what stops a line, or a heading, of the statement from being removed; nothing when it can be."""
    line = next((line for line in lines_of(statement.lines) if line.id == line_id), None)
    if line is None or line not in places_of(statement) or not takes_whole_accounts(line):
        return _told(problems.LINE_STAYS, statement, label=label_of(statement, line_id) or line_id)
    return tuple(_hindrances(layout, statement, line, needs))


def _hindrances(layout: Layout, statement: StatementLayout, line: Line, needs: Needs) -> Iterator[Problem]:
    key, label = f"{statement.id}:{line.id}", line.label
    held = accounts_at(line).among(needs.accounts)
    if held:
        yield from _told(problems.LINE_HOLDS_ACCOUNTS, statement, label=label, accounts=_named(held, needs.accounts))
    readers = [*readers_of(layout, statement.id, line.id), *([needs.reports[key]] if key in needs.reports else [])]
    if readers:
        yield from _told(problems.LINE_IS_READ, statement, label=label, readers=", ".join(readers))
    if key in needs.figures:
        yield from _told(problems.LINE_HAS_FIGURES, statement, label=label, key=key)
    heading, around = _under(statement, line)
    if [place for place in places_in(around) if takes_whole_accounts(place)] == [line]:
        yield from _told(problems.LINE_IS_ALONE, statement, label=label, heading=heading)


def _told(kind: ProblemKind, statement: StatementLayout, **fields: object) -> tuple[Problem, ...]:
    return refused(kind, statement, **fields).problems


def _named(numbers: tuple[str, ...], accounts: Mapping[str, str]) -> str:
    shown = ", ".join(f"{number} {accounts[number]}".strip() for number in numbers[:_NAMED])
    if len(numbers) == 1:
        return swedish("konto {account}").format(account=shown)
    if len(numbers) <= _NAMED:
        return swedish("kontona {accounts}").format(accounts=shown)
    return swedish("kontona {accounts} och {count} till").format(accounts=shown, count=len(numbers) - _NAMED)


def _under(statement: StatementLayout, line: Line) -> tuple[str, tuple[Node, ...]]:
    """Return the nearest heading above a line and what stands under it; the statement's when there is none."""
    heading, around = statement.title, statement.lines
    groups = [node for node in statement.lines if isinstance(node, Group)]
    while groups:
        group = groups.pop()
        if line in lines_of(group.lines):
            heading, around = (group.heading, group.lines) if group.heading else (heading, around)
            groups = [node for node in group.lines if isinstance(node, Group)]
    return heading, around


def _without_empty(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the tree without groups that nothing is left in."""
    opened = (replace(node, lines=_without_empty(node.lines)) if isinstance(node, Group) else node for node in nodes)
    return tuple(node for node in opened if not isinstance(node, Group) or node.lines)
