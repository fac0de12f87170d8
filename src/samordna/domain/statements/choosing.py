"""How does a layout look when somebody has chosen which columns of a statement to see, and in which order?"""

from collections.abc import Sequence
from dataclasses import replace

from samordna.domain.statements.layout import ColumnLayout, Layout, StatementLayout


def columns_of(layout: Layout, statement_id: str) -> tuple[ColumnLayout, ...]:
    """Return the columns that can be chosen among, in the layout's order; raises ``KeyError`` for no such statement."""
    return layout.statement(statement_id).columns


def with_columns(layout: Layout, statement_id: str, chosen: Sequence[str]) -> Layout:
    """Return the layout with the chosen columns of a statement first, in that order, and no others shown.

    Those that are not chosen stay, for chosen ones are computed from them. A chosen column that is optional is still
    left out while there is nothing to show in it. Raises ``KeyError`` for a statement or a column that is not there.
    """
    statement = layout.statement(statement_id)
    return _with(layout, replace(statement, columns=tuple(_ordered(statement, chosen))))


def with_column(layout: Layout, statement_id: str, column_id: str, *, always: bool = False) -> Layout:
    """Return the layout with one more column of a statement shown; ``always`` even with nothing to show in it.

    Raises ``KeyError`` for a statement or a column that is not there.
    """
    statement = layout.statement(statement_id)
    wanted = next((column for column in statement.columns if column.id == column_id), None)
    if wanted is None:
        raise KeyError(column_id)
    shown = replace(wanted, extra=False, optional=wanted.optional and not always)
    return _with(
        layout, replace(statement, columns=tuple(shown if one is wanted else one for one in statement.columns))
    )


def _with(layout: Layout, changed: StatementLayout) -> Layout:
    return replace(layout, statements=tuple(changed if s.id == changed.id else s for s in layout.statements))


def _ordered(statement: StatementLayout, chosen: Sequence[str]) -> list[ColumnLayout]:
    by_id = {column.id: column for column in statement.columns}
    shown = [replace(by_id[name], extra=False) for name in dict.fromkeys(chosen)]
    return shown + [replace(column, extra=True) for column in statement.columns if column.id not in chosen]
