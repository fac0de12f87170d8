"""Whether the demo associations' goals get the published verdicts with figures, for those who are to read them."""

from dataclasses import replace
from importlib.resources import files

import pytest
from tests.questions.demo_books import laid_out_as, planned_in

from samordna.demo.counting import tell_counts
from samordna.domain.document import Number, Paragraph, Table
from samordna.domain.goals.verdict import Attainment
from samordna.domain.measures.disclosure import Audience
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, take_plan
from samordna.office.questions.basis import basis
from samordna.office.questions.goals.goals import GoalsShown, goal_blocks
from samordna.office.questions.goals.goals_held import source_choices

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
    assert shown_of(shown.table, "inflode") == {"level": "75", "value": "51", "path": "50"}
    assert shown_of(shown.table, "eget-kapital") == {"level": "20", "value": "57", "forecast": "58"}
    assert shown.overall.attainment is Attainment.NOT_MET
    assert shown.overall.sentence == "Av 3 mål: uppnås 1, uppnås inte 2."
    assert "Ett av de tre målen nås i augusti." in shown.overall_sentences[1]


def test_every_unit_stands_beside_the_level_and_those_forecast_not_to_reach_it_are_named():
    shown = goals_in("insjoriket", Audience.PUBLIC)
    [units] = shown.unit_tables
    told = [(row.label, shown_of(units, row.id)) for row in units.rows]
    assert [(label, one["value"], one["forecast"]) for label, one in told] == [
        ("ACTivera Alingsås", "48", "71"),
        ("ACTivera Härryda", "57", "86"),
        ("ACTivera Lerum", "50", "75"),
        ("ACTivera Mölndal", "51", "77"),
        ("ACTivera Partille", "47", "71"),
        ("Tillsammans", "51", "76"),
    ]
    assert next(row.note for row in shown.table.rows if row.id == "inflode") == "uppnås inte, 3 av 5 väntas nå"
    short = "ACTivera Alingsås 71\u00a0% och ACTivera Partille 71\u00a0%."
    assert any(told.endswith(short) for told in shown.warnings)
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


@pytest.mark.parametrize("layout", ["lkbr", "insjoriket"])
def test_goals_that_read_a_standard_line_are_read_in_every_layout_and_with_the_same_sign(layout):
    planned_in("sjuharad")
    laid_out_as(layout)
    shown = questions.goals_shown(EIGHT_MONTHS)
    assert shown_of(shown.table, "eget-kapital")["value"] == "3 150"


def test_a_file_of_goals_that_reads_a_line_of_another_layout_is_told_where_and_what_may_be_meant():
    [goals] = [
        one.read_bytes()
        for one in (files("samordna.demo") / "inputs" / "insjoriket").iterdir()
        if one.name == "mal.csv"
    ]
    with pytest.raises(Refused) as refused:
        take_plan({"mal.csv": goals}, by=TERMINAL)
    [problem] = refused.value.problems
    assert problem.code == "goal-line-unknown"
    assert problem.place == ("mal.csv, rad 4, Det egna kapitalet är högst den nivå som Nationella rådet rekommenderar")
    assert problem.found == (
        "Indikatorn läses ur raden goals:andel, som uppställningen ”Grundform enligt LKBR” inte har."
    )
    assert "till exempel years:eget_kapital (Eget kapital i Fem år i sammandrag)" in problem.remedy
    assert questions.plan_held().goals == ()


def test_a_form_offers_first_the_key_figures_that_every_layout_has():
    lines = [one for one in source_choices(2024) if not one.source.startswith("measure:")]
    assert lines[0].group == "Nyckeltal som alla uppställningar har"
    assert {"years:eget_kapital", "years:resultat", "years:nettokostnad"} <= {
        one.source for one in lines if one.group == lines[0].group
    }
    assert len({one.source for one in lines}) == len(lines)


def test_a_source_that_has_ended_asks_for_a_decision_and_nobody_meets_the_goal():
    shown = goals_in("sjuharad")
    assert attained(shown)["sus"] is Attainment.NOT_MEASURED
    [told] = [one for one in shown.warnings if "SUS" in one]
    assert "Källan upphörde 1 januari 2023" in told
    assert "Besluta om en annan indikator, eller att målet utgår" in told
    assert shown.overall.attainment is Attainment.PARTLY


def test_what_the_office_should_do_is_told_inside_and_what_nobody_has_decided_to_everybody():
    shown = goals_in("sjuharad", audience=Audience.PUBLIC)
    [told] = [one for one in shown.warnings if "SUS" in one]
    assert "Källan upphörde 1 januari 2023" in told
    assert told.endswith("tar emot antal. Det är inte beslutat vad målet ska läsas av i stället, eller om det utgår.")
    assert not any("Besluta om" in one for one in shown.warnings)


def test_months_that_cannot_be_measured_say_what_is_lacking():
    shown = goals_in("insjoriket", asked=Asked.of(Period(202401, 202404)))
    whys = {one.goal.id: one.verdict.why for one in shown.branches}
    lacks = "räkna ut för perioden: Årets tilldelning från medlemmarna, tkr är inte inlagt för januari–april 2024."
    assert whys["eget-kapital"].endswith(lacks)
    apart = "Enheterna har lämnat siffror för en längre tid än januari–april 2024, och de går inte att dela upp."
    assert (whys["progression"], whys["inflode"]) == (apart, apart)


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


def test_what_the_board_said_before_the_goals_were_changed_is_marked():
    shown = goals_in("insjoriket")
    goal = shown.goals[0]
    before = shown.overall_sentences
    assert len(before) == 2
    actions.say_goal(replace(goal, name=f"{goal.name} 2024"), by=TERMINAL, seen=shown.said.goals[0].number)
    after = questions.goals_shown(EIGHT_MONTHS)
    assert after.overall_sentences == (*before, "Målen har ändrats sedan styrelsen bedömde dem.")
