"""How does a line change places with its neighbour, and what stops it?

A line, or a heading with all that is under it, moves one step inside its group; never past a sum that adds it up,
since the sum would then add up something else, or stand above what it adds up.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import TypeAlias

from samordna.domain.statements import problems
from samordna.domain.statements.editing import refused, statement_of, with_statement
from samordna.domain.statements.layout import AccountLines, Group, Layout, Node, StatementLayout
from samordna.domain.statements.standing import as_a_line
from samordna.domain.statements.tree import Printed, flatten
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind

_Siblings: TypeAlias = tuple[Node, ...]


class Step(Enum):
    """One step inside a group."""

    UP = "up"
    DOWN = "down"

    @property
    def places(self) -> int:
        """How many places further down it leads."""
        return -1 if self is Step.UP else 1


def move_line(layout: Layout, statement_id: str, line_id: str, step: Step) -> Layout:
    """Return the layout with a line or a heading one step up or down inside its group.

    Raises ``Refused`` when it stands first or last already, and when a sum adds up what it would pass, or it.
    """
    statement = statement_of(layout, statement_id)
    stopped = _stopped(statement, line_id, step)
    if stopped:
        kind, fields = stopped
        raise refused(kind, statement, **fields)
    return with_statement(layout, _moved(statement, line_id, step))


def steps_of(statement: StatementLayout, line_id: str) -> frozenset[Step]:
    """Return the steps that a line or a heading can take."""
    return frozenset(step for step in Step if not _stopped(statement, line_id, step))


def neighbour(statement: StatementLayout, line_id: str, step: Step) -> str:
    """Return what that is called which stands one step away from a line; empty when nothing does."""
    siblings, at = _found(statement.lines, line_id) or ((), 0)
    there = at + step.places
    return _name(siblings[there]) if 0 <= there < len(siblings) else ""


def edited(nodes: _Siblings, line_id: str, edit: Callable[[_Siblings, int], _Siblings]) -> _Siblings:
    """Return the tree with the group that a line or a heading stands in edited; ``edit`` learns where it stands."""
    at = _place(nodes, line_id)
    if at is not None:
        return edit(nodes, at)
    return tuple(
        replace(node, lines=edited(node.lines, line_id, edit)) if isinstance(node, Group) else node for node in nodes
    )


def _moved(statement: StatementLayout, line_id: str, step: Step) -> StatementLayout:
    def swapped(siblings: _Siblings, at: int) -> _Siblings:
        order = list(siblings)
        order[at], order[at + step.places] = order[at + step.places], order[at]
        return tuple(order)

    return replace(statement, lines=edited(statement.lines, line_id, swapped))


def _stopped(statement: StatementLayout, line_id: str, step: Step) -> tuple[ProblemKind, dict[str, str]] | None:
    """Return what stops a step, with what it tells; None when nothing does."""
    found = _found(statement.lines, line_id)
    if found is None:
        return problems.NO_SUCH_LINE, {"line": line_id}
    siblings, at = found
    label = _name(siblings[at])
    if not 0 <= at + step.places < len(siblings):
        return problems.LINE_STANDS_FIRST if step is Step.UP else problems.LINE_STANDS_LAST, {"label": label}
    other = siblings[at + step.places]
    if any(_adds_up(form, siblings[at], other) for form in (statement, _moved(statement, line_id, step))):
        return problems.LINE_PASSES_SUM, {"label": label, "other": _name(other)}
    return None


def _adds_up(statement: StatementLayout, one: Node, other: Node) -> bool:
    """Tell whether a sum in one of two nodes adds up a line of the other."""
    first, second = ({item.line for item in _printed(statement, (node,))} for node in (one, other))
    return any(
        (placed.line in first and part.line in second) or (placed.line in second and part.line in first)
        for placed in _printed(statement, statement.lines)
        for part in placed.parts
    )


def _printed(statement: StatementLayout, nodes: _Siblings) -> list[Printed]:
    return [item for item in flatten(replace(statement, lines=nodes), as_a_line) if isinstance(item, Printed)]


def _found(nodes: _Siblings, line_id: str) -> tuple[_Siblings, int] | None:
    """Return the group that a line or a heading stands in, and where in it."""
    at = _place(nodes, line_id)
    if at is not None:
        return nodes, at
    below = (_found(node.lines, line_id) for node in nodes if isinstance(node, Group))
    return next((found for found in below if found), None)


def _place(nodes: _Siblings, line_id: str) -> int | None:
    ids = [None if isinstance(node, AccountLines) else node.id for node in nodes]
    return ids.index(line_id) if line_id in ids else None


def _name(node: Node) -> str:
    """Return what a person calls a node: a group without a heading by the first that is in it."""
    if isinstance(node, AccountLines):
        return swedish("en rad för varje konto")
    if isinstance(node, Group):
        return node.heading or (_name(node.lines[0]) if node.lines else "")
    return node.label
