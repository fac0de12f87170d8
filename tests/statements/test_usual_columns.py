"""The columns that somebody who writes forecasts sees at first, in each form that comes with the program."""

import pytest

from samordna.domain.statements.choosing import with_column
from samordna.domain.statements.layout import StatementKind, cost_centre_lines_of
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.usual_columns import forecast_column, ordered_columns, usual_columns

USUAL = ("actual", "unbooked", "total", "budget_period", "variance", "forecast", "budget", "remaining", "previous")


@pytest.mark.parametrize("name", layout_names())
def test_the_cost_centres_are_seen_alike_whatever_the_columns_are_called(name: str):
    statement = shipped_layout(name, 2024).statement("cost-centres")
    assert tuple({"deviation": "variance"}.get(one, one) for one in usual_columns(statement)) == USUAL
    assert forecast_column(statement).id == "forecast"


def test_every_column_can_be_chosen_and_the_usual_come_first():
    statement = shipped_layout("sjuharad", 2024).statement("cost-centres")
    ordered = [column.id for column in ordered_columns(statement)]
    assert ordered[-1] == "previous_budget"
    assert sorted(ordered) == sorted(column.id for column in statement.columns)


def test_projects_have_the_columns_that_they_have():
    statement = shipped_layout("sjuharad", 2024).statement("projects")
    assert usual_columns(statement) == ("actual", "forecast")
    assert forecast_column(shipped_layout("sjuharad", 2024).statement("income")) is None


def test_a_column_that_waits_is_shown_when_there_is_something_in_it():
    layout = with_column(shipped_layout("sjuharad", 2024), "cost-centres", "variance")
    shown = next(one for one in layout.statement("cost-centres").columns if one.id == "variance")
    assert (shown.extra, shown.optional) == (False, True)


def test_a_column_is_shown_whether_or_not_there_is_anything_in_it():
    layout = with_column(shipped_layout("sjuharad", 2024), "cost-centres", "variance", always=True)
    shown = next(one for one in layout.statement("cost-centres").columns if one.id == "variance")
    assert (shown.extra, shown.optional) == (False, False)
    with pytest.raises(KeyError):
        with_column(layout, "cost-centres", "finnsinte")
    assert all(
        usual_columns(one)
        for one in layout.statements
        if one.kind is StatementKind.FOLLOW_UP and any(True for _ in cost_centre_lines_of(one.lines))
    )
