"""What is said of the plan: it holds from then on, nothing before it goes away, and nobody's word is lost."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.actions.people import actor
from tests.plan.rows import BOARD, REGISTER, YEAR
from tests.questions.demo_books import laid_out_as, read_in
from tests.web import plan_books
from tests.years.plans import input_files, plan_read

from samordna.access.models import Role, TrailEntry
from samordna.domain.document import Comment
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.budget import BudgetNumber, Decision, PeriodNumber, Revision
from samordna.domain.plan.budget_sheet import BudgetProfile
from samordna.domain.plan.by_month import Refinement
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.shares import shares_of
from samordna.domain.plan.forecast import Ground
from samordna.domain.plan.profile import Profile, Shape
from samordna.domain.plan.register import NO_REGISTER, BudgetLine, CostCentre, Group
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.store import plan_rows
from samordna.office.store.plan_rows import history_of
from samordna.renderers.xlsx import render_form
from samordna.sources.plan_files import read_activity_plans, read_financing

pytestmark = pytest.mark.usefixtures("association_folder")

ASKED = Asked.of(Period(202401, 202408))


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def decided(kronor: dict[str, int], *, reference: str = "Styrelsen § 41") -> Revision:
    numbers = tuple(BudgetNumber(row, amount * 100) for row, amount in kronor.items())
    return Revision(Decision(reference, "Årsbudget", dt.date(2023, 11, 24)), numbers)


def test_a_plan_that_was_said_comes_back_as_it_was_said():
    plan = plan_read("sjuharad").plan
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    held = questions.plan_held().plan
    assert held.register == plan.register
    assert {one.year: one for one in held.budgets} == {one.year: one for one in plan.budgets}
    assert [one.numbers for one in held.forecasts] == [one.numbers for one in plan.forecasts]
    years = {one.year for one in plan.contributions}
    entered = tuple(one for one in held.contributions if one.year in years)
    assert (held.agreed, entered) == (plan.agreed, plan.contributions)


def test_members_financing_and_activities_come_back_as_they_were_said():
    files = input_files("sjuharad")
    actions.take_plan(files, by=TERMINAL)
    held, financing, plans = questions.plan_held(), read_financing(files), read_activity_plans(files).plans
    activities = plans[0]
    assert (held.association, held.financing, held.activity_plans) == (
        financing.association,
        financing.years,
        plans,
    )
    assert held.financing_of(activities.year) == financing.year(2022)
    assert held.activity_plan_of(activities.year) == activities
    assert shares_of(held.association, financing.year(2022), AllotmentState.DECIDED).total == 19_032_000_00


def test_a_file_that_comes_alone_is_held_against_the_members_there_are():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    before = questions.plan_held()
    header = "År;Grupp;Läge;Belopp;Dag;Källa\n"
    with refused("financing-allotment-of-unknown"):
        actions.take_plan({"tilldelning.csv": f"{header}2026;okand;äskad;1;;K\n".encode()}, by=TERMINAL)
    actions.take_plan({"tilldelning.csv": f"{header}2026;staten;äskad;9 500 000;;Äskande\n".encode()}, by=TERMINAL)
    after = questions.plan_held()
    assert after.association == before.association
    assert [one.year.start.year for one in after.financing] == [2021, 2022, 2023, 2024, 2025, 2026]


def test_the_same_files_again_say_nothing_new():
    laid_out_as("insjoriket")
    actions.take_plan(input_files("insjoriket"), by=TERMINAL)
    number, traces = questions.plan_held().number, TrailEntry.objects.count()
    actions.take_plan(input_files("insjoriket"), by=TERMINAL)
    assert (questions.plan_held().number, TrailEntry.objects.count()) == (number, traces)


def test_files_with_one_fault_are_not_taken_at_all():
    files = input_files("sjuharad")
    files["budget-2024.csv"] = files["budget-2024.csv"].replace(b"3011;", b"3999;")
    with refused("plan-number-of-unknown-row") as refusal:
        actions.take_plan(files, by=TERMINAL)
    assert any("3999" in problem.place or "3999" in problem.found for problem in refusal.value.problems)
    assert questions.plan_held().plan.register == NO_REGISTER
    assert TrailEntry.objects.last().refused


def test_what_held_then_can_be_asked_for_again():
    actions.set_register(REGISTER, by=TERMINAL)
    then = questions.plan_held().number
    actions.put_row(CostCentre("3050", "Nyby", "verksamhet"), by=TERMINAL)
    assert questions.plan_held().plan.register.row("3050")
    assert questions.plan_held(to=then).plan.register == REGISTER
    assert questions.plan_held(to=0).plan.register == NO_REGISTER


def test_a_row_is_added_changed_moved_and_taken_out():
    actions.set_register(REGISTER, by=TERMINAL)
    actions.put_row(CostCentre("3050", "Nyby", "verksamhet"), by=TERMINAL)
    actions.put_row(CostCentre("3051", "Nyby", "verksamhet"), instead_of="3050", by=TERMINAL)
    actions.move_row("3051", up=True, by=TERMINAL)
    keys = [row.key for row in questions.plan_held().plan.register.in_group("verksamhet")]
    assert keys == ["1010", "1010:10", "3001", "3011", "3051", "investeringar"]
    actions.remove_row("3051", by=TERMINAL)
    register = questions.plan_held().plan.register
    assert register.in_group("verksamhet") == REGISTER.in_group("verksamhet")


def test_a_row_that_is_merged_is_told_of_by_its_new_key_and_stands_alone_when_the_other_is_gone():
    actions.set_register(REGISTER, by=TERMINAL)
    actions.put_row(CostCentre("1011", "Kansli", "verksamhet"), instead_of="1010", by=TERMINAL)
    assert questions.plan_held().plan.register.merges[0].rows == ("1011", "1010:10")
    actions.remove_row("1011", by=TERMINAL)
    assert questions.plan_held().plan.register.merges == ()


def test_the_last_in_a_group_stays_last_and_a_group_gets_another_name():
    actions.set_register(REGISTER, by=TERMINAL)
    number = actions.move_row("investeringar", up=False, by=TERMINAL)
    assert number == questions.plan_held().number == actions.set_register(REGISTER, by=TERMINAL)
    actions.put_group(Group("verksamhet", "Verksamheten"), by=TERMINAL)
    actions.put_group(Group("ny", "Nytt"), by=TERMINAL)
    assert [one.name for one in questions.plan_held().plan.register.groups] == ["Verksamheten", "Projekt", "Nytt"]


def test_what_somebody_else_changed_meanwhile_stops_a_change_and_says_who():
    seen = actions.set_register(REGISTER, by=TERMINAL)
    chef = actor(Role.DIRECTOR)
    actions.put_group(Group("ny", "Nytt"), by=chef, seen=seen)
    with refused("plan-said-meanwhile") as refusal:
        actions.remove_row("3011", by=TERMINAL, seen=seen)
    assert chef.name in refusal.value.problems[0].found
    assert questions.plan_held().plan.register.row("3011")


def test_a_budget_is_revised_and_both_what_was_adopted_and_what_holds_are_kept():
    actions.set_register(REGISTER, by=TERMINAL)
    actions.revise_budget(YEAR, decided({"1010": 100, "3001": 200}), by=TERMINAL)
    spring = Revision(BOARD, (BudgetNumber("3001", 150_00),), (PeriodNumber("3001", Period(202401, 202404), 90_00),))
    actions.revise_budget(YEAR, spring, by=TERMINAL)
    budget = questions.plan_held().plan.budget_of(YEAR)
    assert budget is not None
    assert (budget.first_adopted["3001"].amount, budget.latest["3001"].amount) == (200_00, 150_00)
    over = [budget.over("3001", period) for period in (YEAR, Period(202401, 202404), Period(202401, 202406))]
    assert [decided.amount for decided in over if decided] == [150_00, 90_00, 75_00]
    assert TrailEntry.objects.last().new["amounts"]["3001"] == "150,00\u00a0kr".replace("\u00a0", " ")


def test_two_decisions_at_once_do_not_overtake_each_other():
    actions.set_register(REGISTER, by=TERMINAL)
    actions.revise_budget(YEAR, decided({"1010": 100}), by=TERMINAL, seen=0)
    with refused("plan-said-meanwhile"):
        actions.revise_budget(YEAR, decided({"1010": 120}), by=TERMINAL, seen=0)
    budget = questions.plan_held().plan.budget_of(YEAR)
    assert budget is not None
    assert budget.latest["1010"].amount == 100_00


@pytest.mark.parametrize(
    ("revision", "code"),
    [
        (Revision(Decision("", ""), (BudgetNumber("1010", 1),)), "plan-no-decision"),
        (Revision(BOARD), "plan-nothing-to-budget"),
        (decided({"9999": 1}), "plan-number-of-unknown-row"),
        (decided({"1010": 1}, reference="Anna 19121212-1212"), "identity-number-typed"),
        (decided({"1010": 1}, reference="§" * 1001), "plan-text-too-long"),
    ],
)
def test_a_decision_that_cannot_stand_is_refused_with_what_is_wrong(revision, code):
    actions.set_register(REGISTER, by=TERMINAL)
    with refused(code):
        actions.revise_budget(YEAR, revision, by=TERMINAL)
    assert questions.plan_held().plan.budgets == ()


def test_next_year_begins_where_this_one_is():
    actions.set_register(REGISTER, by=TERMINAL)
    actions.revise_budget(YEAR, decided({"1010": 100, "4001": 10}), by=TERMINAL)
    after = Period(202501, 202512)
    actions.roll_budget(YEAR, after, BOARD, by=TERMINAL)
    budget = questions.plan_held().plan.budget_of(after)
    assert budget is not None
    assert {row: number.amount for row, number in budget.latest.items()} == {"1010": 100_00}, "4001 ended in 2023"
    with refused("plan-budget-exists"):
        actions.roll_budget(YEAR, after, BOARD, by=TERMINAL)
    with refused("plan-no-budget-to-roll"):
        actions.roll_budget(Period(203001, 203012), Period(203101, 203112), BOARD, by=TERMINAL)


def test_a_profile_like_last_year_gets_its_weights_from_the_books():
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    number = BudgetNumber("3001", 6_340_000_00, Profile(Shape.LAST_YEAR))
    actions.revise_budget(YEAR, Revision(BOARD, (number,)), by=TERMINAL)
    budget = questions.plan_held().plan.budget_of(YEAR)
    assert budget is not None
    assert len(set(budget.latest["3001"].profile.weights)) > 1


def test_a_forecast_is_proposed_until_somebody_says_otherwise():
    read_in("sjuharad")
    files = {name: data for name, data in input_files("sjuharad").items() if not name.startswith("prognos")}
    actions.take_plan(files, by=TERMINAL)
    proposal = questions.forecast_now(YEAR).of("3011")
    assert proposal is not None
    assert (proposal.amount, proposal.is_own) == (610_000_00, False)
    number = actions.enter_forecast(YEAR, "3011", 500_000_00, comment="Startar sent", by=TERMINAL, seen=0)
    own = questions.forecast_now(YEAR).of("3011")
    assert own is not None
    assert (own.amount, own.how, own.is_own, own.proposal) == (500_000_00, "Startar sent", True, proposal.proposal)
    table = questions.statements_shown(ASKED, StatementKind.FOLLOW_UP).tables[0]
    assert table.cell("3011", "forecast").decimal == "-500"
    actions.enter_forecast(YEAR, "3011", None, by=TERMINAL, seen=number)
    assert questions.forecast_now(YEAR).of("3011") == proposal
    assert [said.value and said.value.amount for said in history_of(plan_rows.FORECAST, "3011", YEAR)] == [
        None, 500_000_00,
    ]  # fmt: skip


def test_a_number_that_differs_is_explained_before_the_forecast_is_frozen():
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    number = actions.enter_forecast(YEAR, "3011", 500_000_00, by=TERMINAL)
    with refused("plan-unexplained") as refusal:
        actions.freeze_forecast(YEAR, "Styrelsen i september", by=TERMINAL)
    assert "3011" in refusal.value.problems[0].found
    actions.enter_forecast(YEAR, "3011", 500_000_00, comment="Startar sent", by=TERMINAL, seen=number)
    frozen = actions.freeze_forecast(YEAR, "Styrelsen i september", by=TERMINAL)
    actions.enter_forecast(YEAR, "3011", 400_000_00, comment="Ännu senare", by=TERMINAL)
    [kept] = questions.plan_held().frozen
    assert kept.value == frozen
    of_row = kept.value.forecast.of("3011")
    assert of_row is not None
    assert of_row.amount == 500_000_00
    assert questions.accuracy_of(kept.value) == (), "the year is not over"


def test_a_forecast_needs_an_occasion_and_something_to_freeze():
    with refused("plan-nothing-to-freeze"):
        actions.freeze_forecast(YEAR, "Styrelsen", by=TERMINAL)
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    with refused("plan-without-occasion"):
        actions.freeze_forecast(YEAR, "  ", by=TERMINAL)


def test_a_frozen_forecast_of_a_year_that_is_over_is_held_against_its_outcome():
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    frozen = actions.freeze_forecast(Period(202301, 202312), "Bokslutet", by=TERMINAL)
    rows = {one.row: one for one in questions.accuracy_of(frozen)}
    assert rows["3001"].off == 0, "a year that has been read to its end is proposed as it became"
    by_books = [number.row for number in frozen.forecast.numbers if number.proposal.ground is Ground.RUN_RATE]
    assert {rows[row].off for row in by_books} == {0}, "to the öre"


def test_a_line_of_the_budget_becomes_nothing_when_the_year_is_over_and_leaves_the_sum_known():
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    before, group = Period(202301, 202312), questions.plan_held().plan.register.groups[0].id
    actions.put_row(BudgetLine("ovrigt", "Övrigt", group), by=TERMINAL)
    actions.enter_forecast(before, "ovrigt", 5_00, comment="Oväntat", by=TERMINAL)
    frozen = actions.freeze_forecast(before, "Bokslutet", by=TERMINAL)
    told = questions.accuracy_of(frozen)
    assert {one.row for one in told} == {one.row for one in frozen.forecast.numbers}
    assert next(one.off for one in told if one.row == "ovrigt") == -5_00


def test_a_comment_stands_below_the_table_over_just_those_months():
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    number = actions.comment_figure(
        "cost-centres", "3011", "actual", ASKED.period, " Inget  fakturerat än ", by=TERMINAL
    )
    notes = questions.follow_up(ASKED).sections[0].blocks[0].footnotes
    assert ("3011", "actual", "Inget fakturerat än") in [(note.row, note.column, note.text) for note in notes]
    july = Asked.of(Period(202401, 202407))
    assert "Inget fakturerat än" not in {
        note.text for note in questions.follow_up(july).sections[0].blocks[0].footnotes
    }
    actions.comment_figure("cost-centres", "3011", "actual", ASKED.period, "", by=TERMINAL, seen=number)
    assert questions.plan_held().comments == ()


def test_what_is_agreed_and_contributed_is_entered_changed_and_taken_back():
    actions.set_register(REGISTER, by=TERMINAL)
    agreed = AgreedSum("3011", YEAR, 610_000_00, performer="Almby kommun", source="Avtal 2024")
    seen = actions.agree_sum(agreed, by=TERMINAL)
    actions.agree_sum(replace(agreed, amount=600_000_00), by=TERMINAL, seen=seen)
    one = Contribution("Almby  kommun", YEAR, 100_000_00, "Beslut")
    actions.enter_contribution(one, by=TERMINAL)
    plan = questions.plan_held().plan
    assert [one.amount for one in plan.agreed] == [600_000_00]
    assert plan.contributions == (replace(one, party="Almby kommun"),)
    actions.withdraw_agreed(YEAR, "3011", by=TERMINAL)
    actions.withdraw_contribution(YEAR, "Almby kommun", by=TERMINAL)
    assert (questions.plan_held().plan.agreed, questions.plan_held().plan.contributions) == ((), ())
    with refused("plan-number-of-unknown-row"):
        actions.agree_sum(replace(agreed, row="9999"), by=TERMINAL)
    with refused("plan-contribution-without-party"):
        actions.enter_contribution(replace(one, party=" "), by=TERMINAL)


def test_the_form_of_a_budget_goes_out_and_comes_back_with_what_was_changed():
    laid_out_as("insjoriket")
    actions.take_plan(input_files("insjoriket"), by=TERMINAL)
    form = questions.budget_form_of(YEAR)
    with refused("plan-nothing-to-budget"):
        actions.take_budget_form(render_form(form), "b.xlsx", YEAR, BOARD, by=TERMINAL)
    amount = next(i for i, column in enumerate(form.columns) if column.sum_of)
    rows = [list(row) for row in form.rows]
    changed = next(row for row in rows if row[0] == "201")
    changed[amount] = 2_800_000_00
    changed[amount + 1] = BudgetProfile.EVEN.value
    back = render_form(replace(form, rows=tuple(map(tuple, rows))))
    actions.take_budget_form(back, "b.xlsx", YEAR, BOARD, by=TERMINAL)
    budget = questions.plan_held().plan.budget_of(YEAR)
    assert budget is not None
    assert [number.row for number in budget.revisions[-1].numbers] == ["201"]
    assert budget.latest["201"].amount == 2_800_000_00


def test_the_form_of_a_forecast_touches_only_what_was_changed():
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    form = questions.forecast_form_of(YEAR)
    before = questions.plan_held().number
    actions.take_forecast_form(render_form(form), "p.xlsx", YEAR, by=TERMINAL)
    assert questions.plan_held().number == before
    rows = [list(row) for row in form.rows]
    bollebygd = next(row for row in rows if row[0] == "3011")
    bollebygd[-2:] = [580_000_00, "Ett halvt år"]
    back = render_form(replace(form, rows=tuple(map(tuple, rows))))
    actions.take_forecast_form(back, "p.xlsx", YEAR, by=TERMINAL)
    own = questions.forecast_now(YEAR).of("3011")
    assert own is not None
    assert (own.amount, own.comment) == (580_000_00, "Ett halvt år")
    assert questions.plan_held().number == before + 1


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_may_not_say_anything_of_the_plan_is_refused(role):
    by = actor(role)
    for deed in (
        lambda: actions.set_register(REGISTER, by=by),
        lambda: actions.revise_budget(YEAR, decided({"1010": 1}), by=by),
        lambda: actions.enter_forecast(YEAR, "1010", 1, by=by),
        lambda: actions.freeze_forecast(YEAR, "Styrelsen", by=by),
        lambda: actions.comment_figure("cost-centres", "1010", "actual", YEAR, "Hej", by=by),
        lambda: actions.agree_sum(AgreedSum("1010", YEAR, 1), by=by),
        lambda: actions.enter_contribution(Contribution("Staten", YEAR, 1), by=by),
        lambda: actions.take_plan({}, by=by),
    ):
        with refused("not-allowed"):
            deed()
    assert questions.plan_held().number == 0


def test_a_comment_keeps_its_place_whatever_its_ids_hold():
    key = plan_rows.comment_key("a:b%", "1010:10", "actual")
    assert plan_rows.statement_of(key) == "a:b%"
    assert Comment("1010:10", "actual", "x").row == "1010:10"


NUMBER = "19121212-1212"


def said_of_the_plan(text: str):
    """Return deeds that say a text, each in another kind of thing."""
    revision = decided({"1010": 100})
    (number,) = revision.numbers
    refined = (Refinement(100, text),)
    return [
        lambda: actions.revise_budget(YEAR, replace(revision, numbers=(replace(number, note=text),)), by=TERMINAL),
        lambda: actions.revise_budget(
            YEAR, replace(revision, numbers=(replace(number, refined=refined),)), by=TERMINAL
        ),
        lambda: actions.revise_budget(YEAR, decided({"1010": 100}, reference=text), by=TERMINAL),
        lambda: actions.agree_sum(AgreedSum("1010", YEAR, 100_00, performer=text), by=TERMINAL),
        lambda: actions.withdraw_agreed(YEAR, text, by=TERMINAL),
        lambda: actions.withdraw_contribution(YEAR, text, by=TERMINAL),
        lambda: actions.enter_contribution(Contribution("Staten", YEAR, 100_00, text), by=TERMINAL),
        lambda: actions.comment_figure("enheter", text, "actual", YEAR, "Sagt", by=TERMINAL),
        lambda: actions.comment_figure("enheter", "1010", "actual", YEAR, text, by=TERMINAL),
        lambda: actions.enter_forecast(YEAR, "1010", 100_00, comment=text, by=TERMINAL),
        lambda: actions.put_group(Group("ny", text), by=TERMINAL),
        lambda: actions.add_merge(replace(REGISTER.merges[0], year=2022, remark=text), by=TERMINAL),
        lambda: actions.put_row(CostCentre("3050", "Nyby", "verksamhet", performer=text), by=TERMINAL),
        lambda: actions.enter_claim("4001", YEAR, 100_00, text, by=TERMINAL),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [(NUMBER, "identity-number-typed"), ("noll \0 tecken", "hidden-characters"), ("\x1b[2J", "hidden-characters")],
)
def test_no_text_of_the_plan_points_at_a_person_or_holds_what_cannot_be_kept(text: str, code: str):
    actions.set_register(REGISTER, by=TERMINAL)
    number = questions.plan_held().number
    for deed in said_of_the_plan(text):
        with refused(code) as refusal:
            deed()
        assert "1212-1212" not in str(refusal.value)
        assert TrailEntry.objects.last().refused
        assert "1212-1212" not in str(TrailEntry.objects.last().new) + TrailEntry.objects.last().subject
    assert questions.plan_held().number == number


def test_an_account_of_the_ledger_that_looks_like_a_persons_number_can_be_budgeted():
    """About one long number of ten passes the check by chance; codes and names were masked when they were read."""
    account = NUMBER.replace("-", "")[2:]
    revision = decided({"1010": 100})
    refined = replace(revision, numbers=(replace(revision.numbers[0], refined=(Refinement(100, account),)),))
    actions.set_register(REGISTER, by=TERMINAL)
    with refused("identity-number-typed"):
        actions.revise_budget(YEAR, refined, by=TERMINAL)
    plan_books.read_in(account)
    actions.revise_budget(YEAR, refined, by=TERMINAL)
    assert questions.plan_held().plan.budget_of(YEAR).revisions == (refined,)
