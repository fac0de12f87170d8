"""The plan's document tells of equity and the balance requirement, with books or without, and keeps what it told."""

import pytest
from tests.questions.demo_books import planned_in, read_in
from tests.years.plans import input_files

from samordna.domain.document import Block, Paragraph, Section, Table
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.period import Period
from samordna.office.actions import TERMINAL, take_plan
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.questions.plan.plan_chapters import (
    equity_chapter,
    equity_highlight,
    projects_chapter,
    requirement_chapter,
)

pytestmark = pytest.mark.usefixtures("association_folder")

YEAR, STATE = Period(202501, 202512), AllotmentState.PRELIMINARY


def shown(found: Block, row: str, column: str) -> str:
    assert isinstance(found, Table)
    return getattr(found.cell(row, column), "text", "").replace("\xa0", " ")


def blocks(section: Section | None) -> tuple[Block, ...]:
    assert section is not None
    return section.blocks


def test_of_an_empty_association_what_is_unknown_is_said():
    held = PlanHeld()
    (said,) = blocks(equity_chapter(held, YEAR, STATE))
    assert isinstance(said, Paragraph)
    assert "inte känt" in said.text
    _, unknown = blocks(requirement_chapter(held, YEAR, STATE))
    assert unknown == Paragraph(("Årets resultat är inte känt: verksamheten är inte planerad.",))
    assert projects_chapter(held, YEAR, STATE) is None
    assert equity_highlight(held, YEAR, STATE) is None


def test_equity_leads_from_the_books_to_the_end_of_the_planned_year():
    planned_in("sjuharad")
    path, *_ = blocks(equity_chapter(plan_held(), YEAR, STATE))
    assert [shown(path, year, "equity") for year in ("2023", "2024", "2025")] == ["3 038", "2 075", "1 435"]
    highlight = equity_highlight(plan_held(), YEAR, STATE)
    assert highlight is not None
    assert highlight.figure.reference == "equity-path.2025.equity"


def test_the_path_says_which_projects_are_counted_and_which_are_only_applied_for():
    planned_in("sjuharad")
    path, *_ = blocks(equity_chapter(plan_held(), YEAR, STATE))
    told = {remark[:4]: remark for remark in path.remarks}
    assert "VILJA (beviljat) är med" in told["2024"]
    assert "VILJA (beviljat) är inte med: med det blir kostnaden 710 tkr lägre" in told["2025"]
    assert "Inkluderande arbetsliv (bara sökt) är inte med: med det blir kostnaden 600 tkr lägre" in told["2025"]
    assert "PRIA" not in str(path.remarks)


def test_the_planned_year_is_judged_beside_what_is_left_of_earlier_ones():
    planned_in("sjuharad")
    _, statement, restoration, *said = blocks(requirement_chapter(plan_held(), YEAR, STATE))
    assert shown(statement, "balance", "amount") == "−640 000"
    assert shown(statement, "earlier", "amount") == "−963 000"
    assert isinstance(restoration, Table)
    assert any(isinstance(one, Paragraph) and "inga synnerliga skäl" in one.text for one in said)


def test_a_project_that_is_applied_for_is_told_with_and_without():
    planned_in("sjuharad")
    (table,) = blocks(projects_chapter(plan_held(), YEAR, STATE))
    assert isinstance(table, Table)
    assert "Inkluderande arbetsliv" in table.title


def test_books_that_were_read_in_later_do_not_change_what_an_earlier_plan_told():
    take_plan(input_files("sjuharad"), by=TERMINAL)
    earlier = plan_held(to=plan_held().number - 1)
    assert [type(one) for one in blocks(equity_chapter(earlier, YEAR, STATE))] == [Paragraph]
    read_in("sjuharad")
    assert [type(one) for one in blocks(equity_chapter(earlier, YEAR, STATE))] == [Paragraph]
    assert isinstance(blocks(equity_chapter(plan_held(), YEAR, STATE))[0], Table)
