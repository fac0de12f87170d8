"""What is said of activities holds from then on, nothing before it goes away, and what must not change does not."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.actions.people import actor, last_trace
from tests.activities.some import DAYS, NORTH, REGISTERED, STEP, YEAR, agreed
from tests.activities.test_reported import EVENT, MEAN, REPORTED, SHARES
from tests.questions.demo_books import laid_out_as
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.activities.agreed import Counted
from samordna.domain.activities.classification import Direction, EsfFinancing
from samordna.domain.association.association import Association
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.questions import activities_held
from samordna.office.store import plan_rows

pytestmark = pytest.mark.usefixtures("association_folder")


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def seen_of(activity_id: str) -> int:
    [said] = [one for one in activities_held().said if one.key == activity_id]
    return said.number


def test_an_activity_is_added_changed_and_what_it_was_is_known():
    by = actor(Role.DIRECTOR)
    assert actions.add_activity(STEP, by=by) == ()
    assert activities_held().activities == (STEP,)
    first = activities_held().number
    longer = replace(STEP, longest=30, performers=(NORTH,))
    actions.change_activity(longer, by=actor(Role.ECONOMIST), seen=seen_of("steget"))
    assert activities_held().activity("steget") == longer
    assert activities_held(to=first).activity("steget") == STEP
    shown = questions.activity_shown("steget", YEAR)
    assert [(one.by, one.told[0]) for one in shown.changes] == [
        ("ekonom", "Längd: 6–24 veckor → 6–30 veckor."),
        ("förbundschef", "Upplagd."),
    ]
    trace = last_trace()
    assert (trace.deed, trace.old["performers"]) == ("change-activity", ["Enhet Norr (1490)", "Enhet Söder (1463)"])
    assert trace.new["performers"] == ["Enhet Norr (1490)"]


def test_two_activities_never_have_one_name():
    actions.add_activity(STEP, by=TERMINAL)
    with refused("activity-name-taken"):
        actions.add_activity(replace(STEP, name="STEGET"), by=TERMINAL)
    assert activities_held().activities == (STEP,)


def test_what_somebody_else_changed_meanwhile_is_not_written_over():
    actions.add_activity(STEP, by=TERMINAL)
    seen = seen_of("steget")
    actions.change_activity(replace(STEP, longest=30), by=actor(Role.DIRECTOR), seen=seen)
    with refused("plan-said-meanwhile"):
        actions.change_activity(replace(STEP, longest=12), by=actor(Role.ECONOMIST), seen=seen)
    assert activities_held().activity("steget").longest == 30


def test_registering_asks_first_and_then_three_choices_stay():
    actions.add_activity(STEP, by=TERMINAL)
    kept = replace(STEP, registered=REGISTERED)
    with refused("activity-choices-become-fixed"):
        actions.change_activity(kept, by=TERMINAL)
    assert activities_held().activity("steget").registered is None
    actions.change_activity(kept, by=TERMINAL, confirmed=True)
    for changed in (replace(kept, esf=EsfFinancing.OWNER), replace(kept, direction=Direction.STRUCTURAL, category="")):
        with refused("activity-choice-is-fixed"):
            actions.change_activity(changed, by=TERMINAL, confirmed=True)
    assert activities_held().activity("steget") == kept
    actions.change_activity(replace(kept, registered=None, esf=EsfFinancing.OWNER), by=TERMINAL)
    assert activities_held().activity("steget").esf is EsfFinancing.OWNER


def test_a_mixed_activity_is_taken_as_two_or_not_at_all():
    with refused("activity-unknown-category"):
        actions.add_mixed_activity(STEP, "preparatory", by=TERMINAL)
    assert activities_held().activities == ()
    actions.add_mixed_activity(STEP, "education", by=TERMINAL)
    individual, structural = activities_held().activities
    assert (individual.other_half, structural.other_half) == (structural.id, individual.id)
    actions.remove_activity(structural.id, by=TERMINAL)
    assert [(one.id, one.other_half) for one in activities_held().activities] == [(individual.id, "")]


def test_only_one_that_nothing_is_said_of_can_be_removed():
    actions.add_activity(STEP, by=TERMINAL)
    actions.agree_number(agreed(), by=TERMINAL)
    with refused("activities-in-use"):
        actions.remove_activity("steget", by=TERMINAL)
    actions.withdraw_agreed_number(agreed(), by=TERMINAL)
    actions.remove_activity("steget", by=TERMINAL, seen=seen_of("steget"))
    assert activities_held().activities == ()
    with refused("plan-nothing-to-withdraw"):
        actions.remove_activity("steget", by=TERMINAL)
    actions.add_activity(STEP, by=TERMINAL)  # the name is free again
    assert len(plan_rows.history_of(plan_rows.ACTIVITY, "steget", plan_rows.ALWAYS)) == 3


def test_agreed_numbers_of_two_counts_stand_beside_each_other_and_what_they_were_is_known():
    actions.add_activity(STEP, by=TERMINAL)
    actions.agree_number(agreed(30), by=TERMINAL)
    actions.agree_number(agreed(90, counts=Counted.REFERRALS), by=TERMINAL)
    actions.agree_number(agreed(40), by=actor(Role.DIRECTOR))
    assert [(one.value.counts, one.value.number) for one in activities_held().agreed] == [
        (Counted.STARTS, 40),
        (Counted.REFERRALS, 90),
    ]
    shown = questions.agreed_number_shown("steget", "enhet-norr", YEAR, Counted.STARTS)
    assert [said.value.number for said in (shown.told.holds, *shown.told.before)] == [40, 30]
    with refused("plan-said-meanwhile"):
        actions.agree_number(agreed(50), by=TERMINAL, seen=0)
    with refused("activity-unknown"):
        actions.agree_number(replace(agreed(), activity="annat"), by=TERMINAL)
    told = actions.agree_number(agreed(5, counts=Counted.HEADS), by=TERMINAL)
    assert [one.code for one in told] == ["activity-counts-another-direction"]


def test_what_is_reported_comes_back_as_it_was_said_and_can_be_taken_back():
    for one in (STEP, DAYS):
        actions.add_activity(one, by=TERMINAL)
    actions.report_capacity(REPORTED, by=TERMINAL)
    actions.register_event(EVENT, by=TERMINAL)
    actions.enter_survey(MEAN, by=TERMINAL)
    shares = replace(SHARES, question="P2")
    actions.enter_survey(shares, by=TERMINAL)
    held = activities_held()
    assert [one.value for one in held.capacity] == [REPORTED]
    assert [one.value for one in held.events] == [EVENT]
    assert [one.value for one in held.surveys] == [MEAN, shares]
    assert held.surveys[0].value.mean == Fraction(41, 10)
    actions.withdraw_capacity(actions.PerformerMonth("steget", "enhet-norr", 202408), by=TERMINAL)
    actions.withdraw_event(EVENT.key, by=TERMINAL)
    actions.withdraw_survey(MEAN.key, MEAN.period, by=TERMINAL)
    held = activities_held()
    assert (held.capacity, held.events, [one.value for one in held.surveys]) == ((), (), [shares])
    [told] = questions.activity_shown("steget", YEAR).capacity
    assert (told.holds.value, told.before[0].value) == (None, REPORTED)
    with refused("plan-nothing-to-withdraw"):
        actions.withdraw_event(EVENT.key, by=TERMINAL)


def test_an_event_that_gets_another_day_or_name_is_still_one():
    actions.add_activity(DAYS, by=TERMINAL)
    actions.register_event(EVENT, by=TERMINAL)
    moved = replace(EVENT, first=dt.date(2024, 2, 12), heads=RawCount(50))
    actions.register_event(moved, instead_of=EVENT.key, by=TERMINAL)
    assert [one.value for one in activities_held().events] == [moved]
    actions.register_event(EVENT, by=TERMINAL)
    with refused("activities-event-exists"):
        actions.register_event(moved, instead_of=EVENT.key, by=TERMINAL)
    with refused("activities-event-exists"):
        actions.register_event(EVENT, by=TERMINAL)


@pytest.mark.parametrize(
    "say",
    [
        lambda text, by: actions.add_activity(replace(STEP, target_group=text), by=by),
        lambda text, by: actions.change_activity(replace(STEP, performers=(replace(NORTH, unit=text),)), by=by),
        lambda text, by: actions.agree_number(replace(agreed(), basis=text), by=by),
        lambda text, by: actions.report_capacity(replace(REPORTED, source=text), by=by),
        lambda text, by: actions.register_event(replace(EVENT, organisations=(text,)), by=by),
        lambda text, by: actions.enter_survey(replace(MEAN, instrument=text), by=by),
    ],
    ids=["target-group", "unit", "basis", "source", "organisation", "instrument"],
)
@pytest.mark.parametrize("number", ["19121212-1212", "191212121212", "121212-1212", "19121272-1219", "1212121212"])
def test_no_text_holds_a_persons_number(say, number):
    for one in (DAYS, replace(STEP, id="annat", name="Annat")):
        actions.add_activity(one, by=TERMINAL)
    before = activities_held().number
    with pytest.raises(Refused) as refusal:
        say(f"enligt {number} m.fl.", TERMINAL)
    assert any("personnummer" in problem.found for problem in refusal.value.problems)
    assert number not in str(refusal.value)
    assert activities_held().number == before
    assert not any(number in f"{one.subject}{one.old}{one.new}" for one in TrailEntry.objects.all())


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_has_not_the_right_changes_nothing(role):
    by = actor(role)
    for deed in (
        lambda: actions.add_activity(STEP, by=by),
        lambda: actions.agree_number(agreed(), by=by),
        lambda: actions.report_capacity(REPORTED, by=by),
        lambda: actions.register_event(EVENT, by=by),
        lambda: actions.enter_survey(MEAN, by=by),
    ):
        with refused("not-allowed"):
            deed()
    assert activities_held().number == 0


@pytest.mark.parametrize(("association", "known", "events"), [("sjuharad", 9, 2), ("insjoriket", 2, 4)])
def test_files_tell_of_activities_and_the_same_again_changes_nothing(association, known, events):
    laid_out_as(association)
    told = actions.take_plan(input_files(association), by=TERMINAL)
    assert not [one for one in told if one.code.startswith("activity-")], told
    held = activities_held()
    assert (len(held.activities), len(held.events)) == (known, events)
    said_of = {one.value.activity for one in (*held.agreed, *held.capacity, *held.events, *held.surveys)}
    assert said_of <= {one.id for one in held.activities}
    actions.take_plan(input_files(association), by=TERMINAL)
    assert activities_held().number == held.number


def test_a_file_cannot_change_a_choice_that_stays_and_then_nothing_of_it_is_taken():
    laid_out_as("insjoriket")
    files = input_files("insjoriket")
    actions.take_plan(files, by=TERMINAL)
    before = questions.plan_held().number
    text = (
        files["insatser.csv"].decode().replace(";volym, ett antal personer;ingen;", ";antal deltagare per kön;ingen;")
    )
    with refused("activity-choice-is-fixed"):
        actions.take_plan(
            {**files, "insatser.csv": text.encode(), "bidrag-2025.csv": files["bidrag-2024.csv"]}, by=TERMINAL
        )
    assert questions.plan_held().number == before


def test_members_that_come_in_the_same_files_are_those_who_may_perform():
    files = {name: data for name, data in input_files("sjuharad").items() if name != "utforare.csv"}
    stranger = "Insats;Enhet;Medlem;Kommun;Rader;Från;Till\nAktiv Kraft;Bolaget;Bolaget AB;;;;\n"
    of_performers = ("avtalade", "kapacitet", "enkater", "uppfoljningsmoten")
    kept = {name: data for name, data in files.items() if not name.startswith(of_performers)}
    told = actions.take_plan({**kept, "utforare.csv": stranger.encode()}, by=TERMINAL)
    assert "activity-not-a-member" in {one.code for one in told}


def test_a_year_shows_what_runs_what_has_ended_and_what_rows_cost():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    wanted = questions.ActivitiesWanted

    def ids(year, which):
        shown = questions.activities_shown(year, which)
        return [one.activity.id for listed in shown.listed.values() for one in listed]

    assert ids(YEAR, wanted.RUNNING) == [
        "aktiv-kraft",
        "grona-vagen-framat",
        "lokala-moten-utbildning-och-metodutveckling",
    ]
    assert set(ids(YEAR, wanted.ENDED)) == {
        "puls",
        "studiesteget",
        "moves",
        "man-i-halsa",
        "pria",
        "pr-halsa-i-hallbart-arbetsliv",
    }
    assert len(ids(YEAR, wanted.ALL)) == 9
    shown = questions.activities_shown(YEAR)
    [kraft, _] = shown.listed[Direction.INDIVIDUAL]
    assert kraft.funds.exact == 13_540_000_00
    assert [(counts, part.exact) for counts, part in kraft.agreed] == [(Counted.PARTICIPANTS, 625)]
    [planned, *_] = questions.activities_shown(Period(202201, 202212)).listed[Direction.INDIVIDUAL]
    assert planned.agreed[0][1].exact == 660
    assert planned.funds.exact == 13_855_000_00  # of the activity plan, which has the part of that name
    assert questions.activity_shown("grona-vagen-framat", Period(202201, 202212)).planned.exact == 2_000_000_00
    assert questions.activity_shown("moves", Period(202201, 202212)).planned is None  # somebody else pays
    assert questions.usual_activity_year() == YEAR
    unit = questions.unit_shown("aktiv-kraft-boras", YEAR)
    assert unit.unit.rows == ("3001",)
    assert questions.unit_shown("finns-inte", YEAR) is None


def test_the_association_knows_its_members_by_code():
    member = Member("1490", "Borås", Party.MUNICIPAL, "kommuner")
    association = Association((PayingGroup("kommuner", "Kommunerna"),), (member,))
    plan_rows.say(plan_rows.ASSOCIATION, "", plan_rows.ALWAYS, association, by=TERMINAL)
    told = actions.add_activity(STEP, by=TERMINAL)
    [found] = [problem.found for problem in told if problem.code == "activity-not-a-member"]
    assert found.startswith("Enhet Söder utför insatsen för ”1463”, som inte är medlem. Bara medlemmar utför insatser")
    assert questions.names_of_parties()["1490"] == "Borås"
