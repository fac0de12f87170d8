"""A report asks the plan by name; what nobody has planned is said in a sentence, and what is not known is refused."""

from dataclasses import replace
from importlib.resources import files

import pytest
from tests.questions.demo_books import planned_in, read_in

from samordna.domain.document import Block, BulletList, Chart, Document, Missing, Paragraph, Table, figures_of
from samordna.domain.reports.assemble import Sources, assemble
from samordna.domain.reports.template import ChapterSpec, PlanSpec, ReportTemplate
from samordna.domain.statements.outlook import outlook
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL, take_plan
from samordna.office.questions.basis import Then, basis
from samordna.office.questions.reports.plan_blocks import PLAN_BLOCKS, plan_blocks

pytestmark = pytest.mark.usefixtures("association_folder")

EIGHT_MONTHS = Asked.of(Period(202401, 202408))
LAST_YEAR = Asked.of(Period(202301, 202312))


def blocks(name: str, asked: Asked = EIGHT_MONTHS) -> tuple[Block, ...]:
    return plan_blocks(basis(asked))(name)


def report(spec: PlanSpec, asked: Asked = EIGHT_MONTHS) -> Document:
    made_from = basis(asked)
    template = ReportTemplate("interim", "Delårsrapport", (ChapterSpec("plan", "Planen", "", (spec,)),))
    return assemble(
        template, made_from.subject, Sources(made_from.statements, made_from.months, plan_blocks(made_from))
    )


def table(*found: Block) -> Table:
    return next(block for block in found if isinstance(block, Table))


def shown(found: Table, row: str, column: str) -> str:
    cell = found.cell(row, column)
    return getattr(cell, "text", repr(cell)).replace("\xa0", " ")


def test_who_pays_stands_against_the_key_once_it_is_decided():
    planned_in("sjuharad")
    found = table(*blocks("contributions", LAST_YEAR))
    assert found.id == "against-key"
    assert shown(found, ":total", "amount") == "19 011 000"
    assert shown(found, "group:staten", "off") == "−494 000"
    assert shown(found, "1490", "amount") == "2 504 000"


def test_where_contributions_are_asked_for_what_was_asked_and_booked_is_told():
    planned_in("sjuharad")
    asked, booked = blocks("contributions")
    assert [one.id for one in (asked, booked)] == ["contributions", "contributions-booked"]
    assert shown(asked, ":total", "requested") == "12 014 667"


def test_agreements_and_projects_have_their_tables():
    planned_in("sjuharad")
    assert {one.id for one in blocks("agreements") if isinstance(one, Table)} >= {"agreements"}
    assert table(*blocks("projects")).id == "projects"


def test_without_a_key_each_party_has_a_row():
    planned_in("insjoriket")
    made_from = basis(EIGHT_MONTHS)
    said = replace(made_from.said, association=type(made_from.said.association)(), rules=(), requisitions=())
    alone = replace(made_from, said=said)
    found = table(*plan_blocks(alone)("contributions"))
    assert [column.label for column in found.columns] == ["Bidrag 2024"]
    assert shown(found, "Lerums kommun", "amount") == "660 000"
    assert shown(found, ":total", "amount") == "14 278 000"


def test_the_financing_plan_is_of_the_year_and_those_around_it_that_are_known():
    planned_in("sjuharad")
    assert [column.id for column in table(*blocks("financing", LAST_YEAR)).columns] == [
        "share",
        "y2022",
        "y2023",
        "y2024",
    ]
    assert [column.id for column in table(*blocks("financing")).columns][:3] == ["share", "y2023", "y2024"]


def test_where_the_year_is_heading_is_a_table_a_picture_and_what_follows():
    planned_in("sjuharad")
    walk, chart, said = blocks("outlook")
    assert isinstance(walk, Table)
    assert isinstance(chart, Chart)
    assert chart.table_above
    assert isinstance(said, BulletList)
    assert shown(walk, "closing_equity", "forecast") == "2 075"
    assert [item.text.replace("\xa0", " ") for item in said.items][
        -1
    ] == "Prognosen ger ett underskott för året: −963 tkr."


def test_the_bridge_leads_to_the_equity():
    read_in("sjuharad")
    walk, chart = blocks("bridge", LAST_YEAR)
    assert isinstance(walk, Table)
    assert isinstance(chart, Chart)
    assert shown(walk, "closing_equity", "actual") == "3 038"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("contributions", "Parternas bidrag för 2024 är inte inlagda."),
        ("financing", "För 2024 och åren omkring finns ingen finansieringsplan."),
        ("outlook", "Vart 2024 är på väg går inte att säga: budget, prognos eller bidrag är inte inlagda."),
    ],
)
def test_what_nobody_has_planned_is_said_in_a_sentence_and_is_no_draft(name, sentence):
    read_in("sjuharad")
    assert blocks(name) == (Paragraph((sentence,)),)
    assert report(PlanSpec(name)).status == ""


def test_what_is_needed_and_not_planned_makes_a_draft_that_says_why():
    read_in("sjuharad")
    document = report(PlanSpec("financing", needed=True))
    assert document.status == "Utkast: uppgifter som saknas: 1"
    [figure] = figures_of(document)
    assert figure.number == Missing("För 2024 och åren omkring finns ingen finansieringsplan")


def test_what_is_needed_and_planned_is_no_draft():
    planned_in("sjuharad")
    assert report(PlanSpec("financing", needed=True)).status == ""


def test_a_name_that_nothing_answers_to_is_told_as_a_template_that_does_not_fit():
    read_in("sjuharad")
    with pytest.raises(Refused) as refused:
        report(PlanSpec("finnsinte"))
    [problem] = refused.value.problems
    assert problem.code == "template-does-not-fit"
    assert "plan.finnsinte" in problem.found


def test_every_name_answers_as_it_was_then():
    read_in("sjuharad")
    before = basis(EIGHT_MONTHS)
    told = {name: plan_blocks(before)(name) for name in PLAN_BLOCKS}
    folder = files("samordna.demo") / "inputs" / "sjuharad"
    take_plan({file.name: file.read_bytes() for file in folder.iterdir()}, by=TERMINAL)
    then = basis(EIGHT_MONTHS, then=Then(before.layout_revision, before.figures_to, before.plan_to))
    now = basis(EIGHT_MONTHS)
    for name, blocks_then in told.items():
        assert plan_blocks(then)(name) == blocks_then
        assert name == "bridge" or plan_blocks(now)(name) != blocks_then


def test_a_deficit_that_was_decided_on_grounds_asks_for_nothing_more():
    planned_in("sjuharad")
    made_from = basis(EIGHT_MONTHS)
    told = outlook(made_from.reading)
    assert told is not None
    deficits = [one.found for one in told.findings if one.code == "outlook-deficit"]
    assert len(deficits) == 1  # the budget's was decided on grounds
    assert deficits[0].startswith("Prognosen")
