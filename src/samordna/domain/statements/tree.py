"""In which order are a statement's lines printed, and what does each sum add up?"""

from collections.abc import Callable
from dataclasses import dataclass

from samordna.domain.statements.layout import AccountLines, Group, Line, Node, Side, StatementLayout, SumOf


@dataclass(frozen=True, slots=True)
class Printed:
    """A line where it stands: its depth, the side it shows, and the lines it adds up (when it is a sum)."""

    line: Line
    level: int
    shows: Side
    parts: tuple["Printed", ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a group where it stands."""

    id: str
    text: str
    level: int


def flatten(
    statement: StatementLayout, open_accounts: Callable[[AccountLines], tuple[Line, ...]]
) -> tuple[Printed | Heading, ...]:
    """Return the statement's lines in printed order; ``open_accounts`` makes the lines of an ``AccountLines``."""
    return tuple(_Walk(open_accounts).walk(statement.lines, 0, statement.shows)[0])


class _Walk:
    """One walk through a tree, remembering the detail lines it has passed."""

    def __init__(self, open_accounts: Callable[[AccountLines], tuple[Line, ...]]) -> None:
        self._open_accounts = open_accounts
        self._above: list[Printed] = []

    def walk(self, nodes: tuple[Node, ...], level: int, shows: Side) -> tuple[list[Printed | Heading], list[Printed]]:
        """Return the printed lines under ``nodes`` and, of them, the details that a sum of the group adds up."""
        printed: list[Printed | Heading] = []
        group: list[Printed] = []
        for node in nodes:
            if isinstance(node, Group):
                inner = level + 1 if node.heading else level
                if node.heading:
                    printed.append(Heading(node.id, node.heading, level))
                lines, details = self.walk(node.lines, inner, node.shows or shows)
                printed += lines
                group += details
            else:
                for line in self._open_accounts(node) if isinstance(node, AccountLines) else (node,):
                    placed = self._place(line, level, shows, group)
                    printed.append(placed)
                    if not line.memo and not line.is_sum:
                        group.append(placed)
        return printed, group

    def _place(self, line: Line, level: int, shows: Side, group: list[Printed]) -> Printed:
        parts: tuple[Printed, ...] = ()
        if line.is_sum:
            parts = tuple(group if line.source is SumOf.GROUP else self._above)
        placed = Printed(line, level, line.shows or shows, parts)
        if not line.memo and not line.is_sum:
            self._above.append(placed)
        return placed
