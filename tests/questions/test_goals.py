"""Whether the demo associations' goals get the published verdicts with figures, for those who are to read them."""

from importlib.resources import files

import pytest
from tests.questions.demo_books import planned_in

from samordna.demo.counting import tell_counts
from samordna.domain.document import Number, Paragraph, Table
from samordna.domain.goals.verdict import Attainment
from samordna.domain.measures.disclosure import Audience
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import questions
from samordna.office.actions import TERMINAL, take_plan
from samordna.office.questions.basis import basis
from samordna.office.questions.goals import GoalsShown, goal_blocks

pytestmark = pytest.mark.usefixtures("association_folder")

EIGHT_MONTHS = Asked.of(Period(202401, 202408))
LAST_YEAR = Asked.of(Period(202301, 202312))


def goals_in(name: str, audience: Audience = Audience.INSIDE, asked: Asked = EIGHT_MONTHS) -> GoalsShown:
    planned_in(name)
    tell_counts(name)
    return questions.goals_shown(asked, audience=audience)


def attained(shown: GoalsShown) -> dict[str, Attainment]:
    return {one.goal.id: one.verdict.attainment for one in shown.branches}


def shown_of(table: Table, row: str) -> dict[str, str]:
    cells = {column.id: table.cell(row, column.id) for column in table.columns}
    return {name: cell.text.replace("\xa0", " ") for name, cell in cells.items() if isinstance(cell, Number)}


@pytest.mark.parametrize("audience", list(Audience))
def test_the_published_goals_get_the_published_verdicts_with_figures(audience):
    shown = goals_in("insjoriket", audience)
    assert attained(shown) == {
        "progression": Attainment.MET,
        "inflode": Attainment.NOT_MET,
        "eget-kapital": Attainment.NOT_MET,
    }
    assert shown_of(shown.table, "progression") == {"level": "50", "value": "51"}
    assert shown_of(shown.table, "inflode") == {"level": "75", "value": "51", "path": "50", "forecast": "76"}
    assert shown_of(shown.table, "eget-kapital") == {"level": "20", "value": "57", "forecast": "58"}
    assert shown.overall.attainment is Attainment.NOT_MET
    assert shown.overall.sentence == "Av 3 mål: uppnås 1, uppnås inte 2."
    assert "Ett av de tre målen nås i augusti." in shown.overall_sentences[1]


def test_every_unit_stands_beside_the_level_and_those_behind_a_straight_path_are_named():
    shown = goals_in("insjoriket", Audience.PUBLIC)
    [units] = shown.unit_tables
    assert [(row.label, shown_of(units, row.id)["value"]) for row in units.rows] == [
        ("ACTivera Alingsås", "48"),
        ("ACTivera Härryda", "57"),
        ("ACTivera Lerum", "50"),
        ("ACTivera Mölndal", "51"),
        ("ACTivera Partille", "47"),
        ("Tillsammans", "51"),
    ]
    assert any("ACTivera Alingsås och ACTivera Partille ligger efter" in told for told in shown.warnings)
    assert any("Prognosen för 2024 är 58\u00a0%; målet är högst 20\u00a0%." in told for told in shown.warnings)


def test_a_line_of_a_statement_is_read_as_it_is_printed_with_the_plans_forecast():
    shown = goals_in("sjuharad")
    assert shown_of(shown.table, "eget-kapital") == {"level": "2 000", "value": "3 150", "forecast": "2 075"}
    assert shown.made_from is not None
    printed = shown.made_from.statements.table("balance").cell("sum_eget_kapital", "closing")
    read = shown.table.cell("eget-kapital", "value")
    assert isinstance(read, Number)
    assert isinstance(printed, Number)
    assert (read.exact, read.origin) == (printed.exact, printed.origin)
    assert attained(shown)["eget-kapital"] is Attainment.MET


def test_a_source_that_has_ended_asks_for_a_decision_and_nobody_meets_the_goal():
    shown = goals_in("sjuharad")
    assert attained(shown)["sus"] is Attainment.NOT_MEASURED
    [told] = [one for one in shown.warnings if "SUS" in one]
    assert "Källan upphörde 1 januari 2023" in told
    assert "Besluta om en annan indikator, eller att målet utgår" in told
    assert shown.overall.attainment is Attainment.PARTLY


def test_goals_of_another_year_are_not_judged_and_the_report_says_so_in_a_sentence():
    shown = goals_in("insjoriket", asked=LAST_YEAR)
    assert shown.branches == ()
    assert goal_blocks(basis(LAST_YEAR)) == ()


def test_a_year_without_counts_says_so_and_the_money_is_told_all_the_same():
    shown = goals_in("sjuharad", asked=LAST_YEAR)
    assert attained(shown)["mojligheter"] is Attainment.NOT_MEASURED
    assert attained(shown)["eget-kapital"] in {Attainment.MET, Attainment.NOT_MET}
    assert next(one.verdict.why for one in shown.branches) == "Ingen enhet har lämnat siffror för perioden."


def test_without_books_goals_are_told_by_counts_alone():
    lines = (files("samordna.demo") / "inputs" / "insjoriket" / "mal.csv").read_bytes().splitlines(keepends=True)
    take_plan({"mal.csv": b"".join(lines[:2])}, by=TERMINAL)
    tell_counts("insjoriket")
    shown = questions.goals_shown(EIGHT_MONTHS)
    assert shown.made_from is None
    assert attained(shown) == {"progression": Attainment.MET}


def test_the_report_says_the_same_when_it_is_made_again_from_what_was_known():
    goals_in("insjoriket")
    blocks = goal_blocks(basis(EIGHT_MONTHS))
    assert isinstance(blocks[0], Table)
    assert any(isinstance(one, Paragraph) and one.text.startswith("God ekonomisk hushållning") for one in blocks)
    assert goal_blocks(basis(EIGHT_MONTHS)) == blocks
