"""Which columns of a follow-up does somebody who writes forecasts in it see at first, and in which order?

What happened, what the books lack, how that stands against the months' budget, the forecast, and the year. Columns are
known by what they tell of: each association names its own.
"""

from collections.abc import Mapping
from typing import Final

from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.layout import ColumnLayout, StatementLayout

_TOTAL: Final = 2
_VARIANCE: Final = 4
_REMAINING: Final = 7
_PLAIN: Final[Mapping[tuple[Scenario, str], int]] = {
    (Scenario.ACTUAL, "period"): 0,
    (Scenario.UNBOOKED, "period"): 1,
    (Scenario.BUDGET, "period"): 3,
    (Scenario.FORECAST, "year"): 5,
    (Scenario.BUDGET, "year"): 6,
    (Scenario.ACTUAL, "compare"): 8,
}


def usual_columns(statement: StatementLayout) -> tuple[str, ...]:
    """Return the ids of the columns that are seen at first, in order."""
    return tuple(column.id for column in ordered_columns(statement) if _place(column, statement) is not None)


def ordered_columns(statement: StatementLayout) -> tuple[ColumnLayout, ...]:
    """Return every column: the usual ones first, in their order, then the others as the layout has them."""
    last = len(_PLAIN) + len((_TOTAL, _VARIANCE, _REMAINING))
    places = {column.id: _place(column, statement) for column in statement.columns}
    return tuple(sorted(statement.columns, key=lambda column: last if (at := places[column.id]) is None else at))


def forecast_column(statement: StatementLayout) -> ColumnLayout | None:
    """Return the column that holds the forecast of the year itself, None when the statement has none."""
    wanted = _PLAIN[Scenario.FORECAST, "year"]
    return next((column for column in statement.columns if _place(column, statement) == wanted), None)


def _place(column: ColumnLayout, statement: StatementLayout) -> int | None:
    if column.total:
        return _TOTAL
    if column.difference:
        parts = (one for one in statement.columns if one.id in column.made_of)
        spans = [one.span for one in parts if one.scenario is Scenario.BUDGET]
        return {"period": _VARIANCE, "year": _REMAINING}.get(spans[0]) if len(spans) == 1 else None
    return _PLAIN.get((column.scenario, column.span))
