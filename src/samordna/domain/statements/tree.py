"""In which order are a statement's lines printed, and what does each sum add up?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.statements.cost_centre_lines import CostCentreLines
from samordna.domain.statements.layout import AccountLines, Group, Line, Node, Side, StatementLayout, SumOf

Opens: TypeAlias = Callable[[AccountLines | CostCentreLines], tuple[Node, ...]]
"""Makes the lines of a place whose lines are found and not written."""


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


def flatten(statement: StatementLayout, opens: Opens) -> tuple[Printed | Heading, ...]:
    """Return the statement's lines in printed order; ``opens`` makes the lines that are found and not written."""
    return tuple(_Walk(opens).walk(statement.lines, 0, statement.shows)[0])


class _Walk:
    """One walk through a tree, remembering the detail lines it has passed."""

    def __init__(self, opens: Opens) -> None:
        self._opens = opens
        self._above: list[Printed] = []

    def walk(self, nodes: tuple[Node, ...], level: int, shows: Side) -> tuple[list[Printed | Heading], list[Printed]]:
        """Return the printed lines under ``nodes`` and, of them, the details that a sum of the group adds up."""
        printed: list[Printed | Heading] = []
        group: list[Printed] = []
        for node in self._opened(nodes):
            if isinstance(node, Group):
                inner = level + 1 if node.heading else level
                if node.heading:
                    printed.append(Heading(node.id, node.heading, level))
                lines, details = self.walk(node.lines, inner, node.shows or shows)
                printed += lines
                group += details
            else:
                placed = self._place(node, level, shows, group)
                printed.append(placed)
                if not node.memo and not node.is_sum:
                    group.append(placed)
        return printed, group

    def _opened(self, nodes: tuple[Node, ...]) -> Iterator[Group | Line]:
        for node in nodes:
            if isinstance(node, AccountLines | CostCentreLines):
                yield from self._opened(self._opens(node))
            else:
                yield node

    def _place(self, line: Line, level: int, shows: Side, group: list[Printed]) -> Printed:
        parts: tuple[Printed, ...] = ()
        if line.is_sum:
            parts = tuple(group if line.source is SumOf.GROUP else self._above)
        placed = Printed(line, level, line.shows or shows, parts)
        if not line.memo and not line.is_sum:
            self._above.append(placed)
        return placed
