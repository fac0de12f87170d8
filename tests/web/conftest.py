"""What does a test of the site ask for, besides the site, and on which engine does it run?

The site knows no database: it asks and acts through rooms whose own tests run on both engines, which the house test of
imports holds it to. A screen's tests run on SQLite; those that send everything to every address, and those where
something that a database may do in its own way shows on a page, run on both.
"""

import datetime as dt
import json
from fractions import Fraction

import pytest
from tests.large_ledger import large_ledger
from tests.table_ledger import balance_workbook
from tests.visiting import Site
from tests.web import counting

from samordna.access.models import Invitation, Role, TrailEntry, User
from samordna.demo.counting import tell_counts
from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.classification import Direction
from samordna.domain.association.key import AgreedWeight
from samordna.domain.association.members import Member, Party
from samordna.domain.association.population import PopulationCount
from samordna.domain.goals.goal import Goal, GoalKind, Indicator, Level, Sense, Target
from samordna.domain.ledger.books import FiscalYear
from samordna.domain.measures.disclosure import Audience
from samordna.domain.participation.asked import Named
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.plan.activity_plan.planned import OverheadRow
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.agreements.terms import AgreedPart, ServiceAgreement
from samordna.domain.plan.budget import BudgetNumber, Decision, Revision
from samordna.domain.plan.financing.allotment import AllotmentStep
from samordna.domain.plan.projects.claim import Claim, ClaimEntry, ClaimState
from samordna.domain.plan.projects.life import ProjectEntry, ProjectState, ProjectStep
from samordna.domain.plan.projects.project import ExternalProject, ProjectRole
from samordna.domain.plan.register import CostCentre, Group, Register
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT
from samordna.office import actions, questions
from samordna.sources.tables import TableMapping

VOUCHER = 100_000_000
ON_BOTH_ENGINES = {
    "test_counts_form", "test_goals", "test_hostile", "test_imports", "test_rights", "test_search", "test_serving",
    "test_statistics", "test_trail", "test_turns",
}  # fmt: skip


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let a screen's test run on one engine, if it does not say itself on which."""
    says = any("engine" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    module = metafunc.module.__name__.rpartition(".")[2]
    if "engine" in metafunc.fixturenames and not says and module not in ON_BOTH_ENGINES:
        metafunc.definition.add_marker(pytest.mark.parametrize("engine", ["sqlite"], indirect=True))


@pytest.fixture
def furnished(site: Site) -> dict[str, dict[str, object]]:
    """Put something at every address, and return what each address needs to be written."""
    by = site.actor(Role.ECONOMIST)
    ledger = large_ledger(30)
    actions.take_ledgers([actions.LedgerFile("ett.se", ledger)], by=by)
    actions.hand_in([actions.LedgerFile("två.se", ledger + b"\r\n")], by=by)
    _tables(by)
    _plan(by)
    actions.attach(VOUCHER, name="faktura.pdf", data=b"%PDF-1.4\n%%EOF", by=by)
    actions.make_report("interim", Asked.of(Period(202401, 202408)), by=by)
    _an_order(by)
    _activity(by)
    _goal(by)
    other = User.objects.create_user("annan@example.se", name="Annan", role=Role.BOARD, password="x")
    link = actions.invite_user("ny@example.se", name="Ny", role=Role.BOARD, by=site.actor(Role.ADMINISTRATOR))
    figure = {"statement": "income", "row": "resultat", "column": "actual"}
    _forecast(by)
    _agreed(by)
    _financing(by)
    year, row, one = {"year": 2024}, {"key": "3001"}, {"number": 1}
    activity, whose = {"activity": "steget"}, _counts(by)
    user, invited = {"user_id": other.pk}, Invitation.objects.get()
    return {
        "invitation": {"secret": link.secret},
        "user": user, "change_role": user, "new_password": user, "deactivate_user": user, "reactivate_user": user,
        "withdraw_invitation": {"invitation_id": invited.pk},
        "trail_entry": {"entry_id": TrailEntry.objects.first().pk},
        "import": {"version": 1}, "import_problems": {"version": 1}, "retire_import": {"version": 1},
        "draft": {"number": 1}, "leave_draft": {"number": 1}, "look_again": {"number": 1},
        "draft_dimensions": {"number": 1}, "map_table": {"number": 3}, "draft_file": {"number": 1},
        "import_file": {"version": 2},
        "draft_problems": {"number": 1},
        "statement": {"slag": "resultat"}, "statement_file": {"slag": "resultat", "ending": "csv"},
        "follow_up_file": {"ending": "csv"},
        "frozen_forecast": {"year": 2024, "number": 1}, "outlook_file": {"ending": "csv"},
        "bridge_file": {"ending": "csv"},
        "figure": figure, "figure_comment": figure,
        "account": {"number": "1930"}, "object": {"dimension": "1", "code": "3001"},
        "voucher": {"number": VOUCHER}, "attach": {"number": VOUCHER},
        "attachment": {"number": 1}, "withdraw_attachment": {"number": 1},
        "register_move": row, "register_remove": row, "register_row": row,
        "plan_year": year, "plan_adopt": year, "plan_document": {**year, "ending": "json"},
        "plan_figure": {**year, "table": "overhead", "row": "Kansli", "column": "without"},
        "plan_activities": year, "plan_change": year, "plan_texts": year, "plan_write": year,
        "budget": year, "budget_decision": year, "budget_roll": year, "budget_form_file": year, "budget_form": year,
        "budget_file": {**year, "ending": "csv"}, "budget_row": {**year, **row},
        **_a_project(by),
        "agreed_year": year, "agree_sum": year,
        "equity_figure": {"table": "equity-path", "row": "2024", "column": "equity"}, "equity_file": {"ending": "csv"},
        "balance_requirement_figure": {"table": "balance-requirement", "row": "result", "column": "amount"},
        "balance_requirement_file": {"ending": "csv"},
        "financing_year": year, "financing_allot": year, "financing_agree": year, "financing_frame": year,
        "financing_file": {**year, "ending": "csv"},
        "financing_figure": {**year, "table": "financing", "row": "group:staten", "column": "y2024"},
        "scenarios": year, "save_scenario": year, "scenarios_file": {**year, "ending": "csv"},
        "scenario_figure": {**year, "row": "group:staten", "column": "plan"}, "agreements_file": {"ending": "csv"},
        "agreement": one, "change_agreement": one, "agreement_step": one, "attach_to_agreement": one,
        "agreement_paper": one, "withdraw_agreement_paper": one,
        "contributions_year": year, "contributions_file": {**year, "ending": "csv"}, "contribution_rules": year,
        "enter_contribution": year, "requisitions": year, "request_contributions": year, "follow_requisitions": year,
        "requisition": one, "requisition_step": one, "requisition_file": {**one, "ending": "pdf"},
        "activities_file": {"ending": "csv"}, "activity": activity, "activity_figure": activity,
        "change_activity": activity,
        "remove_activity": activity, "agree_number": activity, "report_capacity": activity, "register_event": activity,
        "enter_survey": activity, "agreed_number": {**activity, **year, "counts": "starts", "unit": "enheten"},
        **_counts_form(by),
        "keying_file": {"ending": "xlsx"},
        "owner": {"member": "1490"}, "owner_figure": {"member": "1490"},
        "owner_file": {"member": "1490", "ending": "pdf"},
        "agree_action": {"unit": "enheten"},
        "performer": {"unit": "enheten"}, "performer_figure": {"unit": "enheten"},
        "performer_file": {"unit": "enheten", "ending": "csv"},
        "counts_of_unit": whose, "counts_line": whose, "withdraw_counts_line": whose, "counts_template": whose,
        "ask_about_counts": whose, "accept_counts": whose, "lock_counts": whose,
        "link_units": {"period": whose["period"]}, "withdraw_link": {"period": whose["period"]},
        "judge_overall": {"months": "2024-01..2024-08"}, "goals_file": {"ending": "csv"},
        "goals_figure": {"table": "goals-judged", "row": "malet", "column": "value"},
        "goal": {"goal": "malet"}, "change_goal": {"goal": "malet"}, "decide_source": {"goal": "malet"},
        "remove_goal": {"goal": "malet"}, "undo_goal": {"goal": "malet"},
        "goal_figure": {"goal": "malet", "table": "goal-malet-path", "row": "2024", "column": "level"},
        "report": {"number": 1}, "report_file": {"number": 1, "ending": "xlsx"},
        "booking_order": {"number": 1}, "send_order": {"number": 1}, "withdraw_order": {"number": 1},
        "booking_order_file": {"number": 1, "ending": "xlsx"}, "booking_order_import": {"number": 1},
        "closing": {"month": "2024-08"}, "closing_step": {"month": "2024-08"},
        "closing_notes": {"month": "2024-08"}, "closing_word": {"month": "2024-08"},
        "help_topic": {"name": "tangentbord"}, **_given_out(by),
    }  # fmt: skip


def _given_out(by: actions.Actor) -> dict[str, dict[str, object]]:
    """Let a unit tell its counts, give them out, and return what the addresses of that need."""
    tell_counts("insjoriket")
    view, period = questions.views()[0], Period(202401, 202408)
    actions.publish_statistics(view, period, Audience.PUBLIC, "Papper", by=by)
    given = questions.publications_held()[0]
    one = {"number": given.number}
    return {
        "statistics_file": {"ending": "csv"}, "publication": one, "publication_figure": one,
        "publication_file": {**one, "ending": "csv"},
    }  # fmt: skip


def _a_project(by: actions.Actor) -> dict[str, dict[str, object]]:
    """Tell of a project that is granted, and of a claim of it; return what its addresses need."""
    months, day = Period(202401, 202512), dt.date(2023, 12, 1)
    applied = ProjectEntry(ProjectState.APPLIED, 1_000_000_00, day, "Ansökan", Fraction(1, 2))
    project = ExternalProject("", "Steget", "Fonden", "", months, ProjectRole.OWNER, (applied,))
    told, _ = actions.apply_for_project(project, by=by)
    actions.take_project_step(told.id, ProjectStep.GRANT, applied, by=by)
    entry = ClaimEntry(ClaimState.CLAIMED, 100_000_00, day, "Ansökan 1")
    actions.claim_grant(Claim(told.id, 0, Period(202401, 202404), 200_000_00, 0, 0, (entry,)), by=by)
    name = {"name": told.id}
    return {
        "project": name, "project_step": name, "project_facts": name, "project_budget": name, "project_claim": name,
        "project_file": {**name, "ending": "csv"}, "project_claim_step": {**name, "number": 1},
        "project_figure": {**name, "table": "projects", "column": "grant", "row": told.id},
    }  # fmt: skip


def _an_order(by: actions.Actor) -> None:
    """Agree on more than the ledger has booked on a cost centre, and order the rest of it."""
    period, year = Period(202401, 202408), Period(202401, 202412)
    actions.agree_sum(AgreedSum("3001", year, 90_000_000_00, source="Avtal"), by=by)
    [waiting] = questions.owed_overview(Asked.of(period)).to_order
    accounts = actions.ChosenAccounts({waiting.key: "4010"}, {"agreement": "2990"})
    actions.order_booking(period, [waiting.key], accounts=accounts, by=by)


def _financing(by: actions.Actor) -> None:
    """Lay up who pays by the law, and what the State has decided for 2024."""
    since, year = dt.date(2024, 1, 1), Period(202401, 202412)
    actions.lay_up_lawful_groups(since, by=by)
    for code, group in (("14", "region"), ("1490", "kommuner")):
        actions.add_member(Member(code, f"Medlem {code}", Party.REGION, group), by=by)
    actions.agree_weight(AgreedWeight("14", 1, since, "Avtal"), by=by)
    actions.enter_population(PopulationCount("1490", 1_000, dt.date(2023, 6, 30), "SCB"), by=by)
    step = AllotmentStep.DECIDE
    actions.take_allotment_step(year, "staten", step, amount=2_000_000_00, day=since, source="Beslut", by=by)


def _agreed(by: actions.Actor) -> None:
    """Enter an agreement with a paper, and ask a party for a month of what it pays."""
    year = Period(202401, 202412)
    terms = ServiceAgreement(0, "Exempelkommun", "Steget", 202401, 202412, (AgreedPart("3001", year, 1_00),))
    actions.write_agreement(terms, by=by)
    actions.attach_to_agreement(1, name="avtal.pdf", data=b"%PDF-1.4\n%%EOF", by=by)
    actions.enter_contribution(Contribution("Staten", year, 1_200_00), by=by)
    actions.request_contributions(year, [("Staten", Period(202401, 202401))], day=dt.date(2024, 1, 2), by=by)


def _activity(by: actions.Actor) -> None:
    """Add an activity with a performer, and what is agreed for it."""
    performers = (Performer("Enheten", rows=("3001",)),)
    actions.add_activity(
        Activity("steget", "Steget", Direction.INDIVIDUAL, "mapping", 202401, "Plan", performers=performers), by=by
    )
    actions.agree_number(AgreedNumber("steget", "enheten", Period(202401, 202412), Counted.STARTS, 9, "Avtal"), by=by)


def _counts(by: actions.Actor) -> dict[str, object]:
    """Ask a unit for its counts, and return what its addresses need."""
    asked = CountsAsked(
        Named("enheten", "Enheten"),
        Named("steget", "Steget"),
        Period(202401, 202408),
        dt.date(2024, 9, 16),
        ("starts",),
    )
    actions.ask_counts([asked], by=by)
    return {"unit": asked.unit.key, "activity": asked.activity.key, "period": str(asked.period)}


def _counts_form(by: actions.Actor) -> dict[str, dict[str, object]]:
    """Ask a unit for its counts and make the link to its form; return what the form's addresses need."""
    line = counting.line()
    actions.ask_counts([line], by=by)
    link = {"secret": actions.link_unit(line.unit.key, line.period, by=by).secret}
    form = {**link, "activity": line.activity.key}
    return {
        "counts_form": link, "counts_form_help": link, "counts_form_file": link, "counts_form_tables": form,
        "counts_form_table": {**form, "table": "starts"}, "counts_form_summary": form, "counts_form_receipt": form,
        "counts_form_discard": form, "counts_form_template": form,
    }  # fmt: skip


def _goal(by: actions.Actor) -> None:
    """Add a goal whose source has ended: its page asks for a decision."""
    indicator = Indicator("utanför:SUS", "Registrerade", "Andel registrerade.", dt.date(2024, 1, 1), "Stängt.")
    target = Target(Sense.AT_LEAST, (Level(2024, Fraction(1, 2)),), PERCENT)
    goal = Goal("malet", "Målet", GoalKind.OPERATIONAL, 2024, 2024, "Styrelsen § 9", indicator=indicator, target=target)
    actions.say_goal(goal, by=by)


def _forecast(by: actions.Actor) -> None:
    """Freeze what a cost centre is expected to cost."""
    actions.enter_forecast(Period(202401, 202412), "3001", 100_000_00, comment="Gissat.", by=by)
    actions.freeze_forecast(Period(202401, 202412), "Styrelsen", by=by)


def _plan(by: actions.Actor) -> None:
    """Say that a cost centre is followed, and what it may cost in 2024."""
    row = CostCentre("3001", "Arbetssteget", "verksamhet")
    actions.set_register(Register((Group("verksamhet", "Verksamhet"),), (row,)), by=by)
    decision = Decision("Styrelsen § 40", "Årets budget")
    actions.revise_budget(Period(202401, 202412), Revision(decision, (BudgetNumber("3001", 600_000_00),)), by=by)
    actions.put_overhead(Period(202401, 202412), OverheadRow("Kansli", 1_000_000_00), by=by)


def _tables(by: actions.Actor) -> None:
    """Take one table as import 2, of a year long ago, and hand in another: drafts 2 and 3."""
    for name, seed in (("saldon.xlsx", 1), ("fler saldon.xlsx", 2)):
        [number] = actions.hand_in([actions.LedgerFile(name, balance_workbook(seed=seed, year=2019))], by=by)
        if seed == 1:
            suggested = TableMapping.from_json(json.loads(questions.draft(number).preview.table.mapping))
            year = FiscalYear(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
            actions.map_table(number, suggested.for_time(year, year.end), by=by)
            actions.take_draft(number, seen=actions.Seen(None), by=by)
