"""Where the figures of the bridge and the outlook stand in the statements, and what is said of those that do not."""

from tests.statements.follow_up import reading

from samordna.domain.document import Number
from samordna.domain.statements.bridge import bridge
from samordna.domain.statements.outlook import outlook
from samordna.domain.statements.walk_places import bridge_places, explained, outlook_places
from samordna.domain.values.unit import KRONOR


def test_a_figure_leads_to_the_line_that_it_is_and_not_to_one_that_shows_something_else():
    known = reading()
    table = bridge(known, KRONOR).table
    places = bridge_places(known, table)
    assert {row: (place.statement, place.row) for (row, _), place in places.items()} == {
        "net_cost": ("income", "netto"),
        "contributions": ("income", "bidrag"),
        "financial": ("income", "ranta"),
        "result": ("income", "resultat"),
        "closing_equity": ("balance", "sum_ek"),
    }  # the follow-up's own total has a cost centre that nobody placed, and nothing shows equity when the year began
    for (row, column), place in places.items():
        walked, told = table.cell(row, column), known.cell(place)
        assert isinstance(walked, Number)
        assert isinstance(told, Number)
        assert abs(walked.exact) == abs(told.exact)


def test_what_has_no_place_says_how_it_was_found():
    known = reading()
    table = outlook(known, KRONOR).table
    places = outlook_places(known, table)
    told = {(one.row, one.column): one for one in explained(table, places)}
    numbers = [cell for row in table.rows for cell in row.cells if isinstance(cell, Number)]
    assert len(told) + len(places) == len(numbers)
    result = next(one for (row, _), one in told.items() if row == "Årets resultat")
    assert result.cell.origin.rule == "Eget kapital vid årets slut minus det vid årets början."
    assert result.parts.startswith("vid årets slut ")
