"""A plan reads as a document: chapters that somebody wrote, which money it rests on, and whether it is adopted."""

import datetime as dt
from dataclasses import replace

import pytest

from samordna.domain.document import (
    EnteredOrigin,
    Figure,
    Highlight,
    Number,
    Paragraph,
    Section,
    figures_of,
    sections_of,
    tables_of,
)
from samordna.domain.plan.activity_plan.adoption import NOT_YET, Adoption
from samordna.domain.plan.activity_plan.planned import (
    ActivityPlan,
    Direction,
    OverheadRow,
    PlannedActivity,
    PlannedPart,
)
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.reports.plan_document import PlanContent, plan_document
from samordna.domain.values.period import Period
from samordna.domain.values.unit import THOUSANDS

PART = PlannedPart("steget", "Steget", Direction.INDIVIDUAL)
PLAN = ActivityPlan(
    Period(202601, 202612),
    (PART, PlannedPart("tom", "Tom del", Direction.STRUCTURAL)),
    (PlannedActivity("steget", "Granby", "Granby", 20, 300_000_00),),
    (OverheadRow("Kansli", 100_000_00),),
    "Förslag",
)
CONTENT = PlanContent("Förbundet", "", PLAN, {}, (), None, None, NOT_YET, None)
ADOPTED = Adoption("Styrelsen § 56", dt.date(2025, 11, 18), AllotmentState.DECIDED, 3)


def titles(content: PlanContent) -> list[str]:
    return [f"{one.number} {one.title}" for _, one in sections_of(plan_document(content))]


def test_what_nobody_wrote_is_left_out_and_the_chapters_are_numbered():
    assert titles(CONTENT) == [
        "1 Sammanfattning", "2 Insatser", "2.1 Steget", "2.2 Utförare", "3 Styrning, ledning och administration",
        "4 Ekonomisk sammanställning", "5 Beslut",
    ]  # fmt: skip
    written = {"mal": "Ett mål.", "del:steget": "Vad steget är.", "uppfoljning": "Två gånger."}
    made = plan_document(replace(CONTENT, texts=written))
    assert [one.title for one in made.sections][:3] == ["Sammanfattning", "Inriktning och mål", "Insatser"]
    [steget] = [one for _, one in sections_of(made) if one.title == "Steget"]
    assert steget.blocks[0] == Paragraph(("Vad steget är.",))


def test_chapters_that_others_make_stand_after_the_budget():
    more = Section("equity", "Eget kapital", blocks=(Paragraph(("Golvet nås.",)),))
    told = titles(replace(CONTENT, more=(more,)))
    assert told.index("5 Eget kapital") == told.index("4 Ekonomisk sammanställning") + 1
    number = Number(2_000_000_00, THOUSANDS, EnteredOrigin("Balansräkningen", "equity", "budget", PLAN.year))
    last = Highlight("Eget kapital", Figure(number, "equity.closing"), Paragraph(("Vid årets slut.",)))
    made = plan_document(replace(CONTENT, figures=(last,)))
    assert list(figures_of(made))[-1].text == "2\xa0000\xa0tkr"


@pytest.mark.parametrize(
    ("life", "adopted", "status"),
    [
        (NOT_YET, None, "Utkast: inte antagen"),
        (NOT_YET.adopted(ADOPTED, ""), ADOPTED, ""),
        (
            NOT_YET.adopted(ADOPTED, "").revised("Lägre bidrag", ""),
            None,
            "Utkast till version 2: den som gäller antogs Styrelsen § 56, 18 november 2025",
        ),
    ],
)
def test_a_draft_says_that_it_is_one(life, adopted, status):
    made = plan_document(replace(CONTENT, life=life, adopted=adopted))
    assert made.status == status
    assert ("Antagen", "Styrelsen § 56, 18 november 2025" if adopted else "inte än") in made.facts


def test_a_plan_whose_money_is_not_known_says_so_and_shows_no_result():
    made = plan_document(CONTENT)
    text = [one.text for _, section in sections_of(made) for one in section.blocks if isinstance(one, Paragraph)]
    assert "Bidragen för året är inte kända än, så det framgår inte om de räcker." in text
    assert [figure.text for figure in figures_of(made)] == ["400\xa0tkr", "20"]
    assert "cases" not in {table.id for table in tables_of(made)}


def test_a_plan_without_a_project_has_one_column_of_costs():
    [summary] = [table for table in tables_of(plan_document(CONTENT)) if table.id == "economic-summary"]
    assert [column.label for column in summary.columns] == ["Förbundsmedel, tkr"]
    granted = replace(PLAN, overhead=(OverheadRow("Kansli", 100_000_00, 60_000_00),))
    [summary] = [
        table for table in tables_of(plan_document(replace(CONTENT, plan=granted))) if table.id == "economic-summary"
    ]
    assert [column.label for column in summary.columns] == ["Utan beviljat projekt", "Med beviljat projekt"]
