"""What is said of members, key and financing: it holds, what it was stays, and two persons lose nothing."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.actions.people import actor, last_trace
from tests.association.members import ASSOCIATION, COUNTS, KEY, MEMBERS, YEAR
from tests.scb_answers import COUNTS as BY_SCB
from tests.scb_answers import TABLES, nowhere, px_web
from tests.years.plans import input_files

from samordna.access.deeds import Deed
from samordna.access.models import Role
from samordna.domain.association.association import NO_ASSOCIATION
from samordna.domain.association.key import AgreedWeight
from samordna.domain.association.members import Member, Party
from samordna.domain.association.population import PopulationCount
from samordna.domain.plan.financing.allotment import AllotmentState, AllotmentStep
from samordna.domain.plan.financing.scenario import (
    AllotmentChange,
    Joining,
    Leaving,
    NewKey,
    Others,
    SavedScenario,
    Scenario,
)
from samordna.domain.plan.financing.year import AgreedAmount, Frame
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.actions.plan.plan_saying import say_of
from samordna.office.actions.plan.plan_things import the_association

pytestmark = pytest.mark.usefixtures("association_folder")

DECIDED, REQUESTED = AllotmentState.DECIDED, AllotmentState.REQUESTED
DAY = dt.date(2023, 11, 15)
KEY_ENTERED = (
    "Fördelningsnyckeln från 1 januari 2025 lades in: Staten 2 (avtalade vikter), Regioner 1 (avtalade vikter), "
    "Kommuner 1 (folkmängd)."
)
NEW = Member("x", "Ny", Party.REGION, "towns")
WEIGHT = AgreedWeight("r1", 1, DAY, "Avtal")
NO_WEIGHTS = tuple(replace(one, weight=0) for one in KEY.parts)
AGREED = AgreedAmount("t1", 1, "Avtal")
LAWFUL = dt.date(2024, 1, 1)


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def held():
    return questions.plan_held()


def seen() -> int:
    return questions.members_shown().seen


def with_association(association=ASSOCIATION) -> None:
    say_of(the_association(), association, Deed.CHANGE_MEMBERS, by=TERMINAL)


def allot(group: str, step: AllotmentStep, kronor: int, *, by=TERMINAL, seen=None, day=DAY) -> int:
    return actions.take_allotment_step(
        YEAR, group, step, amount=kronor * 100, day=day, source="Beslut", by=by, seen=seen
    )


def test_an_association_is_laid_up_from_nothing_by_the_law_and_its_members():
    actions.lay_up_lawful_groups(LAWFUL, by=TERMINAL)
    region = Member("14", "Regionen", Party.REGION, "region")
    actions.add_member(region, AgreedWeight("14", 1, LAWFUL, "Förbundsordningen"), by=TERMINAL)
    for code, name, count in (("1490", "Borås", 3_000), ("1463", "Mark", 1_000)):
        actions.add_member(Member(code, name, Party.MUNICIPAL, "kommuner"), by=TERMINAL)
        actions.enter_population(PopulationCount(code, count, dt.date(2023, 6, 30), "SCB"), by=TERMINAL)
    allot("staten", AllotmentStep.DECIDE, 2_000_000)
    shares = questions.shares_held(held(), YEAR, DECIDED)
    assert {code: amount // 100 for code, amount in shares.amounts.items()} == {
        "fk": 2_000_000, "af": 0, "14": 1_000_000, "1490": 750_000, "1463": 250_000,
    }  # fmt: skip
    assert shares.findings == ()
    with refused("financing-lawful-groups-there"):
        actions.lay_up_lawful_groups(LAWFUL, by=TERMINAL)


def test_each_change_says_what_it_changed_and_can_be_taken_back():
    with_association()
    actions.add_paying_group("Övriga", by=TERMINAL)
    actions.rename_paying_group("ovriga", "Andra", by=TERMINAL)
    actions.remove_paying_group("ovriga", by=TERMINAL)
    actions.change_member(replace(MEMBERS[3], name="Storby"), by=TERMINAL)
    actions.end_member("t3", dt.date(2024, 6, 30), by=TERMINAL)
    actions.remove_member("t2", by=TERMINAL)
    actions.set_key(replace(KEY, since=dt.date(2025, 1, 1)), by=TERMINAL)
    actions.remove_key(dt.date(2025, 1, 1), by=TERMINAL)
    actions.agree_weight(AgreedWeight("r1", 3, dt.date(2024, 1, 1), "Avtal"), by=TERMINAL)
    actions.remove_weight("r1", dt.date(2024, 1, 1), by=TERMINAL)
    actions.enter_population(replace(COUNTS[0], count=550), by=TERMINAL)
    actions.remove_population("t1", COUNTS[0].reference_date, by=TERMINAL)
    told = [" ".join(one.told) for one in reversed(questions.members_shown().changes)]
    assert told[1:] == [
        "Gruppen Övriga lades till.",
        "Gruppen Övriga heter nu Andra.",
        "Gruppen Andra togs bort.",
        "Storby: hette Granby.",
        "Ekby: medlem till och med 30 juni 2024.",
        "Furuby togs bort. Furuby: folkmängden 30 juni 2023 togs bort.",
        KEY_ENTERED,
        "Fördelningsnyckeln från 1 januari 2025 togs bort.",
        "Norra regionen: vikt 3 från 1 januari 2024.",
        "Norra regionen: vikten från 1 januari 2024 togs bort.",
        "Storby: 550 invånare 30 juni 2023, tidigare 500.",
        "Storby: folkmängden 30 juni 2023 togs bort.",
    ]
    before = held().association
    actions.remove_member("t3", by=TERMINAL)
    actions.undo_members(by=TERMINAL)
    assert held().association == before
    actions.undo_members(by=TERMINAL)
    assert held().association.member("t3") is None


def test_what_the_first_change_undone_leaves_is_nothing():
    with refused("financing-never-changed"):
        actions.undo_members(by=TERMINAL)
    actions.lay_up_lawful_groups(LAWFUL, by=TERMINAL)
    actions.undo_members(by=TERMINAL)
    assert held().association == NO_ASSOCIATION


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: actions.add_member(MEMBERS[0], by=TERMINAL), "financing-member-there"),
        (
            lambda: actions.add_member(replace(NEW, group="ingen"), by=TERMINAL),
            "association-member-of-unknown-group",
        ),
        (lambda: actions.add_member(replace(NEW, code=""), by=TERMINAL), "association-member-without-name"),
        (lambda: actions.change_member(NEW, by=TERMINAL), "financing-no-such-member"),
        (lambda: actions.end_member("x", DAY, by=TERMINAL), "financing-no-such-member"),
        (
            lambda: actions.change_member(replace(MEMBERS[0], joined=DAY, left=dt.date(2020, 1, 1)), by=TERMINAL),
            "association-left-before-joined",
        ),
        (lambda: actions.remove_paying_group("towns", by=TERMINAL), "financing-group-in-use"),
        (lambda: actions.remove_paying_group("x", by=TERMINAL), "financing-no-such-group"),
        (lambda: actions.add_paying_group("  ", by=TERMINAL), "financing-group-without-name"),
        (
            lambda: actions.set_key(replace(KEY, parts=NO_WEIGHTS), by=TERMINAL),
            "association-weights-all-zero",
        ),
        (lambda: actions.set_key(replace(KEY, source=" "), by=TERMINAL), "financing-without-source"),
        (lambda: actions.remove_key(DAY, by=TERMINAL), "financing-no-such-key"),
        (lambda: actions.agree_weight(replace(WEIGHT, weight=-1), by=TERMINAL), "association-negative-weight"),
        (lambda: actions.agree_weight(replace(WEIGHT, member="x"), by=TERMINAL), "association-weight-of-unknown"),
        (lambda: actions.remove_weight("r1", DAY, by=TERMINAL), "financing-not-entered"),
        (lambda: actions.remove_population("t1", DAY, by=TERMINAL), "financing-not-entered"),
        (
            lambda: actions.enter_population(PopulationCount("t1", 1, DAY, "Se 19121212-1212"), by=TERMINAL),
            "identity-number-typed",
        ),
        (lambda: allot("state", AllotmentStep.CHANGE, 1), "financing-not-a-first-step"),
        (lambda: allot("x", AllotmentStep.DECIDE, 1), "financing-no-such-group"),
        (lambda: allot("state", AllotmentStep.DECIDE, -1), "financing-negative-amount"),
        (lambda: allot("state", AllotmentStep.DECIDE, 10**14), "plan-number-too-large"),
        (lambda: actions.undo_allotment(YEAR, "state", by=TERMINAL), "financing-never-changed"),
        (lambda: actions.agree_amount(YEAR, replace(AGREED, member="x"), by=TERMINAL), "financing-agreed-with-unknown"),
        (lambda: actions.agree_amount(YEAR, replace(AGREED, source=""), by=TERMINAL), "financing-without-source"),
        (lambda: actions.withdraw_agreed_amount(YEAR, "t1", by=TERMINAL), "financing-not-entered"),
        (lambda: actions.set_frame(YEAR, Frame(-1, "Beslut"), by=TERMINAL), "financing-negative-amount"),
        (lambda: actions.withdraw_frame(YEAR, by=TERMINAL), "financing-not-entered"),
        (lambda: actions.remove_scenario(YEAR, "x", by=TERMINAL), "financing-no-such-scenario"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_a_trace_and_nothing_changes(change, code):
    with_association()
    before = held().number
    with refused(code):
        change()
    assert held().number == before
    assert last_trace().refused


def test_a_member_that_leaves_with_something_agreed_is_refused():
    with_association()
    actions.agree_amount(YEAR, AgreedAmount("t1", 500_000_00, "Avtal"), by=TERMINAL)
    for deed in (
        lambda: actions.end_member("t1", dt.date(2023, 12, 31), by=TERMINAL),
        lambda: actions.remove_member("t1", by=TERMINAL),
    ):
        with refused("financing-agreed-with-unknown"):
            deed()
    actions.withdraw_agreed_amount(YEAR, "t1", by=TERMINAL)
    actions.end_member("t1", dt.date(2023, 12, 31), by=TERMINAL)


def test_a_member_that_has_been_asked_for_contributions_is_ended_and_not_taken_away():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    asked = {said.value.payer for said in questions.plan_held().requisitions}
    member = next(one for one in held().association.members if one.code in asked)
    with refused("financing-member-asked") as refusal:
        actions.remove_member(member.code, by=TERMINAL)
    [told] = refusal.value.problems
    assert told.found == f"{member.name} har rekvisitioner för 2024: de hade stått utan betalare."
    assert held().association.member(member.code) == member


def test_an_allotment_is_asked_for_announced_decided_and_changed_and_every_step_can_be_undone():
    with_association()
    for step, kronor in (
        (AllotmentStep.REQUEST_ANEW, 2_200_000), (AllotmentStep.ANNOUNCE, 2_100_000), (AllotmentStep.DECIDE, 2_000_000),
        (AllotmentStep.CHANGE, 1_900_000),
    ):  # fmt: skip
        allot("state", step, kronor)
    [allotment] = held().financing_of(YEAR).allotments
    assert [one.amount // 100_00 for one in allotment.history] == [22_000, 21_000, 20_000, 19_000]
    with refused("financing-allotment-not-in-that-state"):
        allot("state", AllotmentStep.WITHDRAW, 1)
    actions.undo_allotment(YEAR, "state", by=TERMINAL)
    assert held().financing_of(YEAR).allotments[0].history[-1].amount == 2_000_000_00
    with refused("financing-allotment-out-of-order"):
        allot("state", AllotmentStep.CHANGE, 1, day=dt.date(2023, 1, 1))


def test_an_allotment_that_was_withdrawn_can_begin_anew():
    with_association()
    allot("state", AllotmentStep.REQUEST_ANEW, 2_200_000)
    actions.take_allotment_step(YEAR, "state", AllotmentStep.WITHDRAW, source="Brev", by=TERMINAL)
    [allotment] = held().financing_of(YEAR).allotments
    assert (allotment.state, allotment.history[-1].amount) == (AllotmentState.WITHDRAWN, 2_200_000_00)
    allot("state", AllotmentStep.DECIDE, 2_000_000)
    assert [one.state for one in held().financing_of(YEAR).allotments[0].history] == [DECIDED]


def test_a_frame_and_agreed_amounts_are_entered_and_taken_back():
    with_association()
    actions.set_frame(YEAR, Frame(4_000_000_00, "Samråd"), by=TERMINAL)
    actions.agree_amount(YEAR, AgreedAmount("t1", 400_000_00, "Avtal"), by=TERMINAL)
    shown = questions.financing_shown(YEAR)
    assert shown.shares is not None
    assert shown.shares.amounts["t1"] == 400_000_00
    assert [one.code for one in shown.problems] == ["financing-not-by-key"]
    actions.withdraw_agreed_amount(YEAR, "t1", by=TERMINAL)
    actions.withdraw_frame(YEAR, by=TERMINAL)
    assert [one.code for one in questions.financing_shown(YEAR).problems] == ["financing-nothing-to-share"]


def test_two_persons_do_not_change_the_same_thing_over_each_other():
    with_association()
    one, other, before = actor(Role.ECONOMIST), actor(Role.DIRECTOR), seen()
    actions.add_paying_group("Nya", by=one, seen=before)
    with refused("plan-said-meanwhile"):
        actions.agree_weight(AgreedWeight("r1", 2, DAY, "Avtal"), by=other, seen=before)
    first = allot("state", AllotmentStep.REQUEST_ANEW, 1, by=one, seen=0)
    with refused("plan-said-meanwhile"):
        allot("state", AllotmentStep.DECIDE, 2, by=other, seen=0)
    allot("state", AllotmentStep.DECIDE, 2, by=other, seen=first)


def test_who_may_not_is_refused():
    for deed in (
        lambda by: actions.lay_up_lawful_groups(LAWFUL, by=by),
        lambda by: allot("state", AllotmentStep.DECIDE, 1, by=by),
        lambda by: actions.fetch_population(YEAR, by=by),
        lambda by: actions.set_frame(YEAR, Frame(1, "x"), by=by),
    ):
        with refused("not-allowed"):
            deed(actor(Role.BOARD))


def test_populations_come_from_scb_and_its_answer_is_kept_for_when_there_is_no_network():
    actions.take_plan(_towns(), by=TERMINAL)
    with px_web() as served:
        taken = actions.fetch_population(YEAR, by=TERMINAL, address=served.address)
        assert (taken.day, taken.members) == (dt.date(2023, 6, 30), 2)
        assert [problem.code for problem in taken.told] == ["population-municipality-missing"]
    assert {one.member: one.count for one in held().association.populations} == {
        code: BY_SCB[code] for code in ("1490", "1463")
    }
    actions.enter_population(PopulationCount("1490", 1, dt.date(2023, 6, 30), "Fel"), by=TERMINAL)
    again = actions.fetch_population(YEAR, by=TERMINAL, address=nowhere())
    assert [problem.code for problem in again.told] == [
        "population-no-answer", "population-kept-answer", "population-municipality-missing",
    ]  # fmt: skip
    assert not any(problem.severity.value == "refuse" for problem in again.told)
    assert {one.count for one in held().association.populations} == {BY_SCB["1490"], BY_SCB["1463"]}
    kept = actions.fetch_population(YEAR, by=TERMINAL, kept=True)
    assert kept.source == again.source


def test_without_network_and_without_a_kept_answer_nothing_is_taken():
    actions.take_plan(_towns(), by=TERMINAL)
    before = held().number
    with refused("population-no-answer"):
        actions.fetch_population(YEAR, by=TERMINAL, address=nowhere())
    with px_web({"TAB5169": {}}) as served, refused("population-another-shape"):
        actions.fetch_population(YEAR, by=TERMINAL, address=served.address)
    assert held().number == before


def test_an_answer_without_any_of_the_municipalities_is_not_taken():
    files = _towns()
    files["medlemmar.csv"] = b"Kod;Namn;Part;Grupp;Fr\xc3\xa5n;Till\n9999;Ingenstans;kommun;kommuner;;\n"
    actions.take_plan(files, by=TERMINAL)
    before = held().number
    with px_web() as served, refused("population-municipality-missing"):
        actions.fetch_population(YEAR, by=TERMINAL, address=served.address)
    assert held().number == before


def test_who_has_no_municipality_by_population_is_told():
    with_association()
    with px_web(TABLES) as served, refused("population-no-municipalities"):
        actions.fetch_population(YEAR, by=TERMINAL, address=served.address)
    assert served.asked == []


def test_populations_come_from_a_file_beside_those_of_other_days():
    with_association()
    content = b"Medlem;Folkm\xc3\xa4ngd;Dag;K\xc3\xa4lla\nt1;510;2024-06-30;SCB\nt2;300;2023-06-30;SCB igen\n"
    taken = actions.take_population_file(content, by=TERMINAL)
    assert (taken.members, taken.day) == (2, dt.date(2024, 6, 30))
    assert len(held().association.populations) == len(COUNTS) + 1
    with refused("association-weight-of-unknown"):
        actions.take_population_file(content.replace(b"t1;", b"x;"), by=TERMINAL)
    with refused("population-nothing-taken"):
        actions.take_population_file(content.splitlines()[0], by=TERMINAL)


def test_a_scenario_of_every_kind_is_kept_with_the_state_it_rests_on_and_comes_back_as_it_was():
    with_association()
    allot("state", AllotmentStep.DECIDE, 2_000_000)
    changes = (
        AllotmentChange("state", Fraction(-1, 10), Others.FOLLOW),
        Joining(Member("t9", "Nyby", Party.MUNICIPAL, "towns", LAWFUL), PopulationCount("t9", 100, DAY, "SCB")),
        Joining(Member("r9", "Nyreg", Party.REGION, "regions", LAWFUL), AgreedWeight("r9", 1, LAWFUL, "Prov")),
        Leaving("t3", dt.date(2024, 6, 30)),
        NewKey(replace(KEY, since=LAWFUL)),
    )
    saved = SavedScenario(Scenario("Allt på en gång", changes), DECIDED)
    with refused("association-population-missing"):
        actions.save_scenario(YEAR, saved, by=TERMINAL)
    known = replace(changes[1], weight=PopulationCount("t9", 100, dt.date(2023, 6, 30), "SCB"))
    saved = replace(saved, scenario=replace(saved.scenario, changes=(changes[0], known, *changes[2:])))
    actions.save_scenario(YEAR, saved, by=TERMINAL)
    [kept] = held().scenarios
    assert (kept.value, kept.period) == (saved, YEAR)
    with refused("financing-scenario-is-the-plan"):
        actions.save_scenario(YEAR, replace(saved, scenario=Scenario("Tomt")), by=TERMINAL)
    with refused("financing-scenario-without-name"):
        actions.save_scenario(YEAR, replace(saved, scenario=Scenario(" ", changes)), by=TERMINAL)
    actions.remove_scenario(YEAR, "Allt på en gång", by=TERMINAL)
    assert held().scenarios == ()


def test_scenarios_stand_beside_the_plan_and_one_that_leads_nowhere_says_why():
    with_association()
    assert questions.scenarios_shown(YEAR, ()).problems[0].code == "financing-nothing-to-share"
    allot("state", AllotmentStep.DECIDE, 2_000_000)
    same, gone = Scenario("Samma"), Scenario("Borta", (Leaving("x", DAY),))
    shown = questions.scenarios_shown(YEAR, (same, gone))
    assert shown.table is not None
    for row in shown.table.rows:
        plan, scenario, changed = row.cells
        assert (plan.exact, changed.exact) == (scenario.exact, 0), row.label
    [(refused_one, why)] = shown.refused
    assert (refused_one, why[0].code) == (gone, "financing-scenario-of-unknown")
    assert "noll" in " ".join(shown.table.remarks)


def _towns() -> dict[str, bytes]:
    """Return the files of an association whose municipalities are of Sjuhärad, and one that is nowhere."""
    files = {
        "betalargrupper.csv": "Grupp;Namn\nkommuner;Kommunerna\n",
        "medlemmar.csv": "Kod;Namn;Part;Grupp;Från;Till\n1490;Borås;kommun;kommuner;;\n1463;Mark;kommun;kommuner;;\n"
        "9999;Ingenstans;kommun;kommuner;;\n",
        "fordelningsnyckel.csv": "Gäller från;Grupp;Andel;Fördelas efter;Folkmängd per;Enhet;Källa\n"
        "2023-01-01;kommuner;1;folkmängd;06-30;kr;Förbundsordningen\n",
    }
    return {name: text.encode() for name, text in files.items()}
