"""What does plus mean in a table, and where does another table print the same figure with the other sign?

Each association prints its own way, and a statement may print one way and a note or an overview another. Whoever
reads them together is told, beside the figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import Table
from samordna.domain.ledger.books import ObjectKey
from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.lay_out import Statements
from samordna.domain.statements.layout import FromAccounts, FromLine, Layout, Side, StatementKind, StatementLayout
from samordna.domain.statements.shown_in import MONEY
from samordna.domain.statements.standing import as_a_line
from samordna.domain.statements.tree import Printed, flatten
from samordna.domain.values.language import swedish

_NETTED: Final = {StatementKind.FOLLOW_UP, StatementKind.OPERATING, StatementKind.SUMMARY}
"""The statements in which costs, income and what comes of them stand below each other."""


def net_side(layout: Layout, dimension: str) -> Side:
    """Return the side that the layout's follow-up of cost centres shows as plus; that of costs when it has none."""
    lines = (
        item
        for one in layout.statements
        if one.kind is StatementKind.FOLLOW_UP
        for item in flatten(one, as_a_line)
        if isinstance(item, Printed)
    )
    return next((one.shows for one in lines if any(key[0] == dimension for key in _objects(one))), Side.DEBIT)


def net_words(side: Side) -> str:
    """Return what plus and minus mean where costs and income are netted."""
    if side is Side.DEBIT:
        return swedish("Nettokostnad visas med plus, överskott med minus.")
    return swedish("Nettokostnad visas med minus, överskott med plus.")


def cost_words(side: Side) -> str:
    """Return what plus and minus mean where costs and income stand account by account."""
    if side is Side.DEBIT:
        return swedish("Kostnader visas med plus, intäkter med minus.")
    return swedish("Kostnader visas med minus, intäkter med plus.")


def otherwise_in(statement: str) -> str:
    """Return the words for a figure that a statement prints with the other sign."""
    return swedish("I {statement} står beloppen med motsatt tecken.").format(statement=statement)


def with_signs_told(statements: Statements) -> Statements:
    """Return the statements with a remark below each table whose signs need one."""
    layout = statements.layout
    printed = {
        one.id: [item for item in flatten(one, as_a_line) if isinstance(item, Printed)] for one in layout.statements
    }
    sides = {(name, item.line.id): item.shows for name, items in printed.items() for item in items}
    return replace(
        statements, tables=tuple(_Telling(layout, printed, sides).told(table) for table in statements.tables)
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tells of the signs of a layout's tables: how each line is printed, and the side it shows by its names."""

    layout: Layout
    printed: Mapping[str, Sequence[Printed]]
    sides: Mapping[tuple[str, str], Side]

    def told(self, table: Table) -> Table:
        statement = self.layout.statement(table.id)
        remarks = (*self._of_follow_up(statement), *self._of_note(statement), *self._of_lines(statement, table))
        return replace(table, remarks=(*table.remarks, *remarks)) if remarks else table

    def _of_follow_up(self, statement: StatementLayout) -> Iterator[str]:
        if statement.kind not in _NETTED:
            return
        lines = self.printed[statement.id]
        netted = {one.shows for one in lines if _objects(one)}
        sides = netted or {one.shows for one in lines if not one.line.memo}
        if len(sides) == 1:
            yield net_words(sides.pop()) if netted else cost_words(sides.pop())
        elif sides:
            yield swedish("Kostnader, intäkter och överskott visas alla med plus.")

    def _of_note(self, statement: StatementLayout) -> Iterator[str]:
        name, _, line = statement.explains.partition(":")
        explained, lines = self.sides.get((name, line)), self.printed[statement.id]
        if explained and lines and lines[-1].shows is not explained:
            yield otherwise_in(self.layout.statement(name).title)

    def _of_lines(self, statement: StatementLayout, table: Table) -> Iterator[str]:
        """Yield which rows of a table repeat a line of another statement with the other sign."""
        shown, turned = {row.id for row in table.rows}, dict[str, list[str]]()
        for one in self.printed[statement.id]:
            source = one.line.source
            if not isinstance(source, FromLine) or one.line.id not in shown:
                continue
            there = self.sides.get((source.statement, source.line), one.shows)
            if there is not one.shows and (one.line.unit or statement.unit) in MONEY:
                turned.setdefault(self.layout.statement(source.statement).title, []).append(f"”{one.line.label}”")
        for title, labels in turned.items():
            told = swedish("{lines} står i {statement} med motsatt tecken.")
            yield told.format(lines=swedish(" och ").join(labels), statement=title)


def _objects(one: Printed) -> tuple[ObjectKey, ...]:
    """Return the objects that a line is limited to."""
    source = one.line.source
    if isinstance(source, FromCostCentre):
        return tuple(key for piece in source.pieces for key in piece.objects.keys)
    return source.objects.keys if isinstance(source, FromAccounts) else ()
