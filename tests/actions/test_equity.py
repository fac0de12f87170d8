"""What equity should be and what the balance requirement is judged by is said, changed, taken back, and kept."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.actions.people import actor
from tests.questions.demo_books import planned_in, read_in
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.document import Missing, Number, Table
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan, RecoveryStep
from samordna.domain.plan.balance_requirement.said import NOTHING_SAID, Occasion
from samordna.domain.plan.equity.limits import NO_LIMITS, Limit, LimitKind, Limits
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import THOUSANDS
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.sources.plan_files import read_requirement

pytestmark = pytest.mark.usefixtures("association_folder")

YEAR, ASKED = Period(202401, 202412), Asked.of(Period(202401, 202408))
FLOOR = Limit(dt.date(2024, 1, 1), "Styrelsen § 2", amount=2_000_000_00)
CEILING = Limit(dt.date(2024, 1, 1), "Rådet", share=Fraction(1, 5))
GAIN = Adjustment(AdjustmentKind.GAINS, 50_000_00, "Not 2")
GROUNDS = Grounds("Stort eget kapital", "Styrelsen § 3")
RECOVERY = RecoveryPlan(2024, (RecoveryStep(2025, 100_00),), "Styrelsen § 4")
NUMBER = "19121212-1212"


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def test_a_limit_holds_from_when_it_is_said_until_it_is_taken_back():
    line = actions.set_limit(LimitKind.FLOOR, FLOOR, by=TERMINAL, seen=0)
    actions.set_limit(LimitKind.CEILING, CEILING, by=TERMINAL, seen=0)
    assert questions.plan_held().plan.limits == Limits((FLOOR,), (CEILING,))
    higher = replace(FLOOR, amount=3_000_000_00)
    with refused("plan-said-meanwhile"):
        actions.set_limit(LimitKind.FLOOR, higher, by=TERMINAL, seen=0)
    line = actions.set_limit(LimitKind.FLOOR, higher, by=TERMINAL, seen=line)
    then = questions.plan_held().number
    actions.withdraw_limit(LimitKind.FLOOR, FLOOR.since, by=TERMINAL, seen=line)
    assert questions.plan_held().plan.limits == Limits((), (CEILING,))
    assert questions.plan_held(to=then).plan.limits.floors == (higher,)
    thing = next(one for one in questions.limits_said() if one.key.startswith("floor"))
    assert [said.value and said.value.amount for said in thing.said] == [None, 3_000_000_00, 2_000_000_00]
    with refused("plan-nothing-to-withdraw"):
        actions.withdraw_limit(LimitKind.FLOOR, FLOOR.since, by=TERMINAL)


def test_what_the_balance_requirement_is_judged_by_is_said_and_taken_back():
    earlier = Period(202101, 202112)
    actions.adjust_result(YEAR, GAIN, by=TERMINAL)
    actions.cite_grounds(YEAR, Occasion.BUDGET, GROUNDS, by=TERMINAL)
    actions.enter_earlier_deficit(earlier, EarlierDeficit(2021, 1_00, "Bokslut"), by=TERMINAL)
    actions.plan_recovery(YEAR, RECOVERY, by=TERMINAL)
    said = questions.plan_held().requirement
    assert said.adjustments(YEAR) == (GAIN,)
    assert [one.grounds for one in said.cited] == [GROUNDS]
    assert (said.earlier[0].amount, said.plans) == (1_00, (RECOVERY,))
    assert TrailEntry.objects.filter(deed="cite-grounds").get().new["reference"] == "Styrelsen § 3"
    actions.withdraw_adjustment(YEAR, AdjustmentKind.GAINS, by=TERMINAL)
    actions.withdraw_grounds(YEAR, Occasion.BUDGET, by=TERMINAL)
    actions.withdraw_earlier_deficit(earlier, by=TERMINAL)
    actions.withdraw_recovery(YEAR, by=TERMINAL)
    assert questions.plan_held().requirement == NOTHING_SAID
    assert len(questions.requirement_said().grounds[0].said) == 2


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (lambda: actions.set_limit(LimitKind.FLOOR, replace(FLOOR, amount=None), by=TERMINAL), "without-level"),
        (lambda: actions.set_limit(LimitKind.FLOOR, replace(FLOOR, source=""), by=TERMINAL), "without-source"),
        (lambda: actions.adjust_result(YEAR, replace(GAIN, amount=-1), by=TERMINAL), "negative-adjustment"),
        (lambda: actions.cite_grounds(YEAR, Occasion.RESULT, Grounds("", ""), by=TERMINAL), "without-decision"),
        (lambda: actions.plan_recovery(YEAR, replace(RECOVERY, steps=()), by=TERMINAL), "without-steps"),
        (
            lambda: actions.enter_earlier_deficit(YEAR, EarlierDeficit(2024, 0, "Bokslut"), by=TERMINAL),
            "earlier-is-nothing",
        ),
    ],
)
def test_what_is_not_whole_is_refused_and_leaves_only_a_trace(deed, code):
    with pytest.raises(Refused) as refusal:
        deed()
    assert any(code in problem.code for problem in refusal.value.problems)
    assert questions.plan_held().plan.limits == NO_LIMITS
    assert TrailEntry.objects.last().refused


@pytest.mark.parametrize(
    "deed",
    [
        lambda by: actions.set_limit(LimitKind.FLOOR, replace(FLOOR, source=NUMBER), by=by),
        lambda by: actions.cite_grounds(YEAR, Occasion.RESULT, Grounds(NUMBER, "§ 1"), by=by),
        lambda by: actions.plan_recovery(YEAR, replace(RECOVERY, decision=NUMBER), by=by),
        lambda by: actions.adjust_result(YEAR, replace(GAIN, source=NUMBER), by=by),
    ],
)
def test_a_persons_number_is_refused_and_repeated_nowhere(deed):
    with refused("identity-number-typed") as refusal:
        deed(TERMINAL)
    assert NUMBER not in " ".join(map(str, refusal.value.problems))
    assert not any(NUMBER in str(entry.new) + entry.subject for entry in TrailEntry.objects.all())


def test_the_board_reads_and_says_nothing():
    with refused("not-allowed"):
        actions.set_limit(LimitKind.FLOOR, FLOOR, by=actor(Role.BOARD))


@pytest.mark.parametrize("association", ["sjuharad", "insjoriket"])
def test_what_came_in_files_comes_back_as_it_was_said(association):
    planned_in(association)
    said, read = questions.plan_held().requirement, read_requirement(input_files(association)).said
    assert set(said.adjusted) == set(read.adjusted)
    assert set(said.cited) == set(read.cited)
    assert (said.earlier, said.plans) == (read.earlier, read.plans)
    assert questions.plan_held().plan.limits != NO_LIMITS


def rows(table: Table | None) -> dict[str, list[int]]:
    assert table is not None
    return {row.id: [cell.shown for cell in row.cells if isinstance(cell, Number)] for row in table.rows}


def test_insjorikets_calculation_is_the_published_one_beside_the_forecast():
    planned_in("insjoriket")
    shown = questions.balance_requirement(ASKED)
    table = rows(shown.statement)
    assert table["result"] == table["balance"] == [1_310_175, 1_500_000]
    assert table["gains"] == table["reversed"] == [0, 0]
    assert shown.problems == ()
    assert rows(shown.years)["2024-budget"][-1] == -6_800_000


def test_sjuharads_deficits_are_told_with_grounds_and_plan():
    planned_in("sjuharad")
    shown = questions.balance_requirement(ASKED)
    assert rows(shown.statement)["left"] == [-963_000]
    assert rows(shown.restoration) == {"2024": [963_000, 963_000, 0, 963_000]}
    actions.withdraw_recovery(YEAR, by=TERMINAL)
    assert [one.code for one in questions.balance_requirement(ASKED).problems] == [
        "balance-requirement-deficit-without-plan"
    ]
    assert rows(questions.balance_requirement_of_year(2023).statement)["balance"] == [-804_994]
    with refused("year-not-judged"):
        questions.balance_requirement_of_year(2030)


def test_the_path_of_equity_is_the_books_the_forecast_and_the_limits():
    planned_in("sjuharad")
    table = rows(questions.equity_path(ASKED).table)
    assert (table["opening"], table["2023"][-2:], table["2024"][-2:]) == ([3_843], [3_038, 2_000], [2_075, 2_000])
    summary = questions.statements(ASKED)
    told = next(block for section in summary.sections for block in section.blocks if block.id == "summary")
    assert told.cell("utg_ek", "forecast").shown == 2_075


def test_what_was_entered_for_the_outlook_is_the_limit_while_nobody_has_said_one():
    read_in("sjuharad")
    figure = EnteredFigure(
        "keyfigures:mal_eget_kapital", Scenario.ACTUAL, ASKED.period, 1_500_000_00, THOUSANDS, "Äldre beslut"
    )
    actions.enter_figures([figure], by=TERMINAL)
    assert questions.equity_path(ASKED).limits.floors == (
        Limit(dt.date(2024, 1, 1), "Äldre beslut", amount=1_500_000_00),
    )
    actions.set_limit(LimitKind.FLOOR, FLOOR, by=TERMINAL)
    assert questions.equity_path(ASKED).limits.floors == (FLOOR,)


def test_a_report_asks_for_the_same_and_gets_it_as_known_then():
    planned_in("sjuharad")
    made = questions.equity_path(ASKED)
    blocks = questions.equity_blocks(made.made_from), questions.balance_requirement_blocks(made.made_from)
    actions.set_limit(LimitKind.FLOOR, replace(FLOOR, amount=9_000_000_00), by=TERMINAL)
    assert (questions.equity_blocks(made.made_from), questions.balance_requirement_blocks(made.made_from)) == blocks
    assert questions.equity_path(ASKED).problems[0].code == "equity-below-floor"


def test_without_contributions_nothing_is_promised():
    read_in("sjuharad")
    shown = questions.balance_requirement(ASKED)
    assert shown.statement is None
    assert shown.problems[0].code == "balance-requirement-result-unknown"
    assert not any(isinstance(cell, Missing) for row in shown.years.rows for cell in row.cells)
