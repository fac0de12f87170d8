"""Projects: entered, decided, claimed; what is earned and not booked can be ordered without being typed twice."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.actions.people import actor
from tests.questions.demo_books import read_in
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.owed import OwedKind, OwedState
from samordna.domain.plan.projects.claim import Claim, ClaimEntry, ClaimState, ClaimStep
from samordna.domain.plan.projects.life import ProjectEntry, ProjectState, ProjectStep
from samordna.domain.plan.projects.project import ExternalProject, ProjectRole
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, ChosenAccounts

PERIOD = Period(202401, 202408)
AUTUMN = Period(202409, 202410)
ASKED = Asked.of(PERIOD)

pytestmark = pytest.mark.usefixtures("sjuharad")


@pytest.fixture
def sjuharad(association_folder):
    """Return the folder of an association with Sjuhärad's books and plan in it."""
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    return association_folder


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def new(**changed: object) -> ExternalProject:
    entry = ProjectEntry(ProjectState.APPLIED, 100_000_00, dt.date(2024, 2, 1), "Ansökan", Fraction(1, 2))
    project = ExternalProject(
        "", "Män på väg", "Fonden", "", Period(202409, 202512), ProjectRole.OWNER, (entry,)
    )  # fmt: skip
    return replace(project, **changed)  # type: ignore[arg-type]


def held(name: str) -> ExternalProject:
    found = questions.plan_held().projects_held.project(name)
    assert found is not None
    return found


def claims_of(name: str) -> list[Claim]:
    return [one for one in questions.plan_held().projects_held.claims if one.project == name]


def unbooked() -> list[tuple[str, int]]:
    """Return what is found to lack of projects at the end of August: its key and amount."""
    found = questions.owed_overview(ASKED).open
    return [(one.key, one.owed.amount) for one in found if one.owed.kind is OwedKind.CLAIM]


def a_claim(amount: int, months: Period = AUTUMN) -> Claim:
    entry = ClaimEntry(ClaimState.CLAIMED, amount, dt.date(2024, 11, 4), "Ansökan 3")
    return Claim("vilja", 0, months, amount * 2, 0, 0, (entry,))


def test_the_demos_projects_come_back_as_their_files_say_and_nothing_is_lacking():
    there = questions.plan_held().projects_held
    assert [one.id for one in there.projects] == ["pria", "vilja", "inkluderande-arbetsliv"]
    assert [(one.project, one.number, one.state.value) for one in there.claims] == [
        ("pria", 1, "paid"), ("pria", 2, "paid"), ("vilja", 1, "paid"), ("vilja", 2, "claimed"),
    ]  # fmt: skip
    assert unbooked() == []  # what is earned is what is booked
    number, traces = questions.plan_held().number, TrailEntry.objects.count()
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    assert (questions.plan_held().number, TrailEntry.objects.count()) == (number, traces)


def test_a_project_is_applied_for_under_a_name_of_its_own_and_leaves_a_trace():
    project, told = actions.apply_for_project(new(), by=TERMINAL)
    assert (project.id, told) == ("man-pa-vag", ())
    assert held("man-pa-vag").state is ProjectState.APPLIED
    entry = TrailEntry.objects.order_by("-id").first()
    assert (entry.deed, entry.subject) == ("plan-project", "projektet Män på väg")
    with refused("project-exists"):
        actions.apply_for_project(new(name="MÄN, på väg"), by=TERMINAL)
    assert actions.apply_for_project(new(name="Ny"), by=TERMINAL)[0].id == "projekt-ny"


def test_a_decision_is_a_step_and_a_grant_below_what_is_claimed_is_refused():
    actions.apply_for_project(new(), by=TERMINAL)
    entry = ProjectEntry(ProjectState.APPLIED, 90_000_00, dt.date(2024, 6, 1), "Beslut")
    taken = actions.take_project_step("man-pa-vag", ProjectStep.GRANT, entry, by=TERMINAL)
    assert (taken.state, taken.granted) == (ProjectState.GRANTED, 90_000_00)
    with refused("project-not-in-that-state"):
        actions.take_project_step("man-pa-vag", ProjectStep.GRANT, entry, by=TERMINAL)
    with refused("project-grant-below-claims"):
        less = replace(entry, grant=1_000_000_00)
        actions.take_project_step("vilja", ProjectStep.CHANGE, less, by=TERMINAL)
    with refused("no-source"):
        actions.take_project_step("vilja", ProjectStep.CLOSE, replace(entry, source=" "), by=TERMINAL)
    with refused("plan-no-such-project"):
        actions.take_project_step("finnsinte", ProjectStep.CLOSE, entry, by=TERMINAL)


def test_two_persons_do_not_overwrite_each_other_and_a_change_keeps_the_history():
    shown = questions.project_shown("vilja")
    assert shown is not None
    actions.put_project(replace(held("vilja"), reference="A", history=()), by=TERMINAL, seen=shown.seen)
    assert (held("vilja").reference, len(held("vilja").history)) == ("A", 2)
    with refused("plan-said-meanwhile"):
        actions.put_project(replace(held("vilja"), reference="B"), by=TERMINAL, seen=shown.seen)
    assert [said.value.reference for said in questions.project_shown("vilja").said] == ["A", "Förbundets dnr 2023-07"]


def test_a_text_that_points_at_a_person_is_refused_wherever_it_stands():
    with refused("identity-number-typed"):
        actions.apply_for_project(new(funder="19121212-1212"), by=TERMINAL)
    with refused("identity-number-typed"):
        one = a_claim(1_000_00)
        source = replace(one.history[0], source="Ansökan av 19121212-1212")
        actions.claim_grant(replace(one, history=(source,)), by=TERMINAL)


def test_a_claim_is_numbered_approved_and_paid():
    claimed, told = actions.claim_grant(a_claim(100_000_00), by=TERMINAL)
    assert (claimed.number, told) == (3, ())
    day = dt.date(2024, 12, 1)
    actions.take_claim_step("vilja", 3, ClaimStep.APPROVE, amount=90_000_00, day=day, source="Besked", by=TERMINAL)
    paid = actions.take_claim_step("vilja", 3, ClaimStep.PAY, amount=90_000_00, day=day, source="Konto", by=TERMINAL)
    assert (paid.state, paid.worth, claims_of("vilja")[-1]) == (ClaimState.PAID, 90_000_00, paid)
    with refused("claim-not-in-that-state"):
        actions.take_claim_step("vilja", 3, ClaimStep.REJECT, amount=0, day=day, source="", by=TERMINAL)
    with refused("plan-no-such-claim"):
        actions.take_claim_step("vilja", 9, ClaimStep.PAY, amount=0, day=day, source="", by=TERMINAL)


@pytest.mark.parametrize(
    ("code", "claim"),
    [
        ("claim-above-grant", a_claim(5_000_000_00)),
        ("claim-overlaps", a_claim(1_000_00, Period(202408, 202410))),
        ("project-outside-its-months", a_claim(1_000_00, Period(202409, 202601))),
        ("claim-of-nothing", a_claim(0)),
        ("claim-before-grant", replace(a_claim(1_000_00, Period(202501, 202502)), project="inkluderande-arbetsliv")),
    ],
)
def test_a_claim_that_cannot_be_is_refused_and_changes_nothing(code, claim):
    before = questions.plan_held().number
    with refused(code):
        actions.claim_grant(claim, by=TERMINAL)
    assert questions.plan_held().number == before


def test_what_is_earned_and_not_booked_is_ordered_and_found_again_when_the_order_is_taken_back():
    day, more = dt.date(2024, 10, 1), 50_000_00
    wider = a_claim(claims_of("vilja")[1].claimed + more, Period(202405, 202408))
    actions.take_claim_step("vilja", 2, ClaimStep.WITHDRAW, amount=0, day=day, source="", by=TERMINAL)
    actions.claim_grant(wider, by=TERMINAL)
    assert unbooked() == [("claim-found:0:3049", -more)]
    accounts = ChosenAccounts({"claim-found:0:3049": "3543"}, {"claim": "1511"})
    order = actions.order_booking(PERIOD, ["claim-found:0:3049"], accounts=accounts, by=TERMINAL)
    assert unbooked() == [("claim:1:3049", -more)]  # it waits in the order, and is not found besides
    assert questions.booking_order(order.number).entries[0].owed.state is OwedState.PROPOSED
    actions.withdraw_order(order.number, reason="Fel konto", by=TERMINAL)
    assert unbooked() == [("claim-found:0:3049", -more)]


def test_a_claim_that_was_entered_on_the_row_is_not_found_once_more():
    actions.enter_claim("3049", PERIOD, 20_000_00, "Slutredovisning", by=TERMINAL)
    assert unbooked() == [("claim:0:3049", -20_000_00)]
    actions.take_claim_step("vilja", 2, ClaimStep.WITHDRAW, amount=0, day=dt.date(2024, 10, 1), source="", by=TERMINAL)
    wider = a_claim(972_839_52, Period(202405, 202408))
    actions.claim_grant(wider, by=TERMINAL)
    assert sorted(unbooked()) == [("claim-found:0:3049", -30_000_00), ("claim:0:3049", -20_000_00)]
    actions.withdraw_owed(PERIOD, "claim:0:3049", reason="Dubbel", by=TERMINAL)
    assert unbooked() == [("claim-found:0:3049", -50_000_00)]


def test_what_was_found_and_is_said_not_to_be_lacking_stays_away_until_it_is_another_amount():
    day = dt.date(2024, 10, 1)
    actions.take_claim_step("vilja", 2, ClaimStep.WITHDRAW, amount=0, day=day, source="", by=TERMINAL)
    actions.claim_grant(a_claim(972_839_52, Period(202405, 202408)), by=TERMINAL)
    actions.withdraw_owed(PERIOD, "claim-found:0:3049", reason="Förskott", by=TERMINAL)
    assert unbooked() == []


def test_only_those_who_may_tell_of_projects():
    for role in (Role.BOARD, Role.AUDITOR):
        with refused("not-allowed"):
            actions.apply_for_project(new(), by=actor(role))
        with refused("not-allowed"):
            actions.claim_grant(a_claim(1_000_00), by=actor(role))
    actions.claim_grant(a_claim(1_000_00), by=actor(Role.DIRECTOR))


def test_files_with_something_wrong_change_nothing():
    files = input_files("sjuharad")
    before = questions.plan_held().number
    files["projektansokningar.csv"] = files["projektansokningar.csv"].replace(b"2024-05;2024-08", b"2024-04;2024-08")
    with refused("claim-overlaps"):
        actions.take_plan(files, by=TERMINAL)
    assert questions.plan_held().number == before
