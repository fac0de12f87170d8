"""How does a layout look when its money is shown in another unit?

Only money changes unit: ratios and persons are what they are, nil symbols and the way totals are rounded stay.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from samordna.domain.statements.cost_centre_lines import CostCentreLines
from samordna.domain.statements.layout import AccountLines, Group, Layout, Line, Node, StatementLayout
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, THOUSANDS, Unit

MONEY: Final = (KRONOR, THOUSANDS, KRONOR_ORE)
"""The units that money can be shown in, the usual one first."""


@lru_cache(maxsize=32)
def in_unit(layout: Layout, unit: Unit) -> Layout:
    """Return the layout with all money in ``unit``; raises ``ValueError`` for a unit that is not one of money.

    A label that ends with the unit it was written for (``Intäkter, tkr``) gets the new one.
    """
    if unit not in MONEY:
        raise ValueError(unit.code)
    return replace(layout, statements=tuple(_statement(statement, unit) for statement in layout.statements))


def _statement(statement: StatementLayout, unit: Unit) -> StatementLayout:
    lines = tuple(_node(node, statement.unit, unit) for node in statement.lines)
    return replace(statement, unit=_shown(statement.unit, unit), lines=lines)


def _node(node: Node, written: Unit, unit: Unit) -> Node:
    """Return a node of a statement that was ``written`` for one unit, in another."""
    if isinstance(node, Group):
        return replace(node, lines=tuple(_node(line, written, unit) for line in node.lines))
    if isinstance(node, AccountLines | CostCentreLines):
        return node
    return _line(node, written, unit)


def _line(line: Line, written: Unit, unit: Unit) -> Line:
    was = line.unit or written
    if was not in MONEY:
        return line
    ending = f", {was.suffix}"
    label = f"{line.label.removesuffix(ending)}, {unit.suffix}" if line.label.endswith(ending) else line.label
    return replace(line, unit=unit if line.unit else None, label=label)


def _shown(was: Unit, unit: Unit) -> Unit:
    return unit if was in MONEY else was
