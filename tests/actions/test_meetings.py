"""What is agreed with a performer is said, ticked off, undone and taken back, and nothing of it is lost or personal."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from tests.actions.people import actor, last_trace
from tests.activities.some import STEP
from tests.activities.test_meeting import DAY, LATER, action

from samordna.access.models import Role
from samordna.domain.values.problem import Refused
from samordna.office import actions
from samordna.office.actions import TERMINAL
from samordna.office.questions import activities_held


@pytest.fixture(autouse=True)
def _performers(association_folder: Path) -> None:  # noqa: ARG001 - it must be there
    actions.add_activity(STEP, by=TERMINAL)


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def held():
    return {one.key: (one.number, one.value) for one in activities_held().meetings}


def test_new_ones_get_the_next_number_of_their_meeting_and_none_is_given_twice():
    first = actions.agree_action(action(0), by=actor(Role.DIRECTOR))
    second = actions.agree_action(action(0, agreed="Fler mätningar"), by=TERMINAL)
    other = actions.agree_action(action(0, day=LATER), by=TERMINAL)
    assert [one.number for one in (first, second, other)] == [1, 2, 1]
    actions.withdraw_action(second.key, by=TERMINAL)
    assert actions.agree_action(action(0, agreed="En till"), by=TERMINAL).number == 3


def test_it_is_ticked_off_and_undone_with_a_trail():
    one = actions.agree_action(action(0, by_when=LATER), by=TERMINAL)
    actions.tick_off_action(one.key, LATER, by=actor(Role.ECONOMIST), seen=held()[one.key][0])
    assert held()[one.key][1].done == LATER
    assert (last_trace().deed, last_trace().new["done"]) == ("agree-action", "2024-10-01")
    actions.tick_off_action(one.key, None, by=TERMINAL)
    assert held()[one.key][1] == one


def test_what_is_taken_back_can_be_said_again():
    one = actions.agree_action(action(0), by=TERMINAL)
    actions.withdraw_action(one.key, by=TERMINAL)
    assert held() == {}
    with refused("plan-nothing-to-withdraw"):
        actions.withdraw_action(one.key, by=TERMINAL)
    assert actions.restore_action(one.key, by=TERMINAL) == one
    with refused("plan-nothing-to-withdraw"):
        actions.restore_action(one.key, by=TERMINAL)


def test_what_somebody_else_has_said_meanwhile_is_not_written_over():
    one = actions.agree_action(action(0), by=TERMINAL)
    seen = held()[one.key][0]
    actions.agree_action(replace(one, agreed="Något annat"), by=TERMINAL, seen=seen)
    with refused("plan-said-meanwhile"):
        actions.tick_off_action(one.key, LATER, by=TERMINAL, seen=seen)


@pytest.mark.parametrize("number", ["19640823-3234", "196408233234", "640823-3234", "640883-3231"])
def test_a_personal_identity_number_is_refused_and_not_repeated(number: str):
    with pytest.raises(Refused) as refusal:
        actions.agree_action(action(0, agreed=f"Ring {number}"), by=TERMINAL)
    assert "identity-number-typed" in {problem.code for problem in refusal.value.problems}
    assert number not in str(refusal.value.problems)
    assert held() == {}


def test_the_board_and_the_auditor_agree_nothing():
    for role in (Role.BOARD, Role.AUDITOR):
        with refused("not-allowed"):
            actions.agree_action(action(0), by=actor(role))


def test_meetings_come_in_with_the_files_of_a_plan_once():
    head = "Enhet;Mötesdag;Bestämt;Vem;Klart senast;Klart\n"
    text = head + "Enhet Norr;2024-09-10;Korta väntetiden;enhetschefen;2024-10-01;\n"
    file = {"uppfoljningsmoten-2024.csv": text.encode()}
    for _ in range(2):
        actions.take_plan(file, by=TERMINAL)
    [(_, told)] = held().values()
    assert told == action(by_when=LATER)


def test_what_is_wrong_in_a_file_has_its_place_and_nothing_is_taken():
    head = "Enhet;Mötesdag;Bestämt;Vem;Klart senast;Klart\n"
    lines = "Enhet Norr;2023-09-10;Korta;enhetschefen;;\nEnhet Norr;2024-09-10;Korta;Anna;snart;\n"
    with pytest.raises(Refused) as refusal:
        actions.take_plan({"uppfoljningsmoten-2024.csv": (head + lines).encode()}, by=TERMINAL)
    told = [str(one) for one in refusal.value.problems]
    assert [word for word in ("Mötesdag", "Vem", "Klart senast") if not any(word in one for one in told)] == []
    assert held() == {}


def test_a_day_no_longer_before_the_meeting_is_asked_for():
    one = actions.agree_action(action(0), by=TERMINAL)
    with refused("activity-before-the-meeting"):
        actions.tick_off_action(one.key, DAY - dt.timedelta(1), by=TERMINAL)
