"""What does a form that comes back change of what stood in it when it went out?

A form may lie for weeks while others decide: what it was given and nobody wrote anything else over is no wish.
"""

from collections.abc import Iterator

from samordna.domain.plan.budget_sheet import (
    COMMENT,
    FORECAST,
    FULL_YEAR,
    MONTH_HEADINGS,
    NOTE,
    PROFILE,
    BudgetRow,
    ForecastRow,
)


def budget_changes(row: BudgetRow, given: BudgetRow | None) -> tuple[str, ...]:
    """Return the headings of the cells that say something else than ``given``, which is None for a row that was not."""
    return tuple(_budget(row, given or BudgetRow(row.code, row.project, row.name)))


def forecast_changes(row: ForecastRow, given: ForecastRow | None) -> tuple[str, ...]:
    """Return the headings of the cells that say something else than they were given, as ``budget_changes`` does."""
    before = given or ForecastRow(row.code, row.project, row.name)
    amount = (FORECAST,) if row.year_ore is not None and row.year_ore != before.year_ore else ()
    return (*amount, *((COMMENT,) if _rewritten(row.comment, before.comment) else ()))


def _budget(row: BudgetRow, given: BudgetRow) -> Iterator[str]:
    if row.year_ore is not None and row.year_ore != given.year_ore:
        yield FULL_YEAR
    if row.profile is not None and row.profile is not given.profile:
        yield PROFILE
    before = given.months or (None,) * len(row.months)
    yield from (heading for heading, ore, was in zip(MONTH_HEADINGS, row.months, before, strict=False) if ore != was)
    if _rewritten(row.note, given.note):
        yield NOTE


def _rewritten(text: str, before: str) -> bool:
    return bool(text) and text.split() != before.split()
