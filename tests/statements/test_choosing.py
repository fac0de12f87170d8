"""The columns that somebody wants to see, in the order they want them; the rest waits, and is computed with."""

import pytest
from tests.statements.follow_up import LEDGER, PLAN, form
from tests.statements.ledger import layout, printed
from tests.statements.test_follow_up import OWED, owing

from samordna.domain.statements.choosing import columns_of, with_columns
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.reading import Place, Reading
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period

FORM = layout(form(OWED))
ASKED = Asked.of(Period(202401, 202404))


def test_what_was_chosen_is_shown_in_that_order():
    chosen = with_columns(FORM, "enheter", ["left", "actual"])
    table = lay_out(chosen, LEDGER, ASKED, plan=owing()).table("enheter")
    assert printed(table).splitlines()[0] == "Kvar | jan–apr 2024"
    assert printed(table).splitlines()[4] == "30 Almby: -800 | 0"


def test_a_chosen_figure_can_be_asked_where_it_comes_from():
    statements = lay_out(with_columns(FORM, "enheter", ["left"]), LEDGER, ASKED, plan=owing())
    known = Reading(statements, LEDGER, (), owing())
    assert known.spot(Place("enheter", "30", "left")).column.id == "left"
    assert not known.has(Place("enheter", "30", "actual"))


def test_a_chosen_column_without_anything_to_show_is_left_out():
    table = lay_out(with_columns(FORM, "enheter", ["actual", "unbooked"]), LEDGER, ASKED, plan=PLAN).table("enheter")
    assert [column.id for column in table.columns] == ["actual"]


def test_every_column_can_be_chosen():
    assert [column.id for column in columns_of(FORM, "enheter")] == ["actual", "unbooked", "whole", "budget", "left"]


@pytest.mark.parametrize(("statement", "column"), [("enheter", "vinst"), ("enhet", "actual")])
def test_what_is_not_there_cannot_be_chosen(statement, column):
    with pytest.raises(KeyError):
        with_columns(FORM, statement, [column])
