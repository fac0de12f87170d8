"""What was said of a year's plan before, by whom and when, and what does each figure of it come from?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from samordna.domain.document import Number, Table
from samordna.domain.plan.activity_plan.changing import empty_plan
from samordna.domain.plan.activity_plan.differences import PlanDifference, plan_differences
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.values.period import Period
from samordna.office.questions.books.ledgers import imports
from samordna.office.questions.plan.activity_plan import PlanAsked
from samordna.office.questions.plan.plan import plan_held
from samordna.office.questions.plan.plan_years import this_year, year_after
from samordna.office.store.plan_rows import ACTIVITY_PLAN, PLAN_LIFE, PLAN_TEXT, Said, histories_of, history_of


@dataclass(frozen=True, slots=True)
class WrittenText:
    """What was written in a chapter by one person at one time: the line that says it, and the text, empty for none."""

    number: int
    text: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A change of a year's plan: who made it and when, and what it changed."""

    said: Said[ActivityPlan | None]
    changes: tuple[PlanDifference, ...]


@dataclass(frozen=True, slots=True)
class PlanFigure:
    """A figure of the plan: the table it stands in, what its row and column are called, and the cell."""

    table: Table
    row: str
    column: str
    cell: Number


def plan_changes(year: Period) -> tuple[PlanChange, ...]:
    """Return every change of the rows of a year's plan, the latest first."""
    told = history_of(ACTIVITY_PLAN, "", year)
    values = [one.value or empty_plan(year) for one in told]
    before = [*values[1:], empty_plan(year)]
    return tuple(
        PlanChange(said, plan_differences(old, new)) for said, new, old in zip(told, values, before, strict=False)
    )


def plan_seen(year: Period) -> int:
    """Return the line that says what the rows of a year's plan are, 0 when none does: what a form has seen."""
    return next((one.number for one in history_of(ACTIVITY_PLAN, "", year)), 0)


def texts_said(year: Period) -> Mapping[str, tuple[WrittenText, ...]]:
    """Return everything that was written in each chapter of a year's plan, the latest first."""
    return {
        chapter: tuple(WrittenText(one.number, one.value.text if one.value else "", one.by, one.at) for one in told)
        for chapter, told in histories_of(PLAN_TEXT, year).items()
    }


def life_seen(year: Period) -> int:
    """Return the line that says how far a year's plan has come, 0 when none does."""
    return next((one.number for one in history_of(PLAN_LIFE, "", year)), 0)


def plan_figure(asked: PlanAsked, table: str, row: str, column: str) -> PlanFigure | None:
    """Return a figure of the plan by the ids of its table, row and column; None when there is none."""
    for shown in asked.tables:
        if shown.id != table:
            continue
        try:
            cell = shown.cell(row, column)
        except KeyError:
            return None
        label = next(one.label for one in shown.columns if one.id == column)
        return PlanFigure(shown, shown.row(row).label, label, cell) if isinstance(cell, Number) else None
    return None


def latest_planned_year() -> Period:
    """Return the latest year that has an activity plan, else the year after the latest books or the one it is."""
    planned = [one.year for one in plan_held().activity_plans]
    if planned:
        return max(planned)
    booked = {one.year.period for one in imports() if one.current}
    return year_after(max(booked or {this_year()}))


def earlier_plan(year: Period) -> Period | None:
    """Return the latest earlier year that has an activity plan to begin from; None when none has."""
    return max((one.year for one in plan_held().activity_plans if one.year < year), default=None)
