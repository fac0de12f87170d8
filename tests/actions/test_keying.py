"""What was keyed is noted as it stood; a later change is told with both figures, and registering asks first."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone
from tests.actions.people import actor, last_trace
from tests.actions.telling import report, tell
from tests.activities.some import DAYS, REGISTERED, STEP, YEAR

from samordna.access.models import Role
from samordna.domain.measures.keying.sheet import KeyingPlace
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL

STARTS, FACTS = KeyingPlace(YEAR, "steget", "starts"), KeyingPlace(YEAR, "steget", "facts")


@pytest.fixture(autouse=True)
def asked(association_folder: Path) -> CountsAsked:  # noqa: ARG001 - it must be there
    actions.add_activity(STEP, by=TERMINAL)
    actions.add_activity(replace(DAYS, registered=REGISTERED), by=TERMINAL, confirmed=True)
    tell("Enhet Söder", {"starts": (2, 1)})
    return tell("Enhet Norr", {"starts": (7, 5)})


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def group(at: KeyingPlace):
    shown = questions.keying_shown(at.year)
    [section] = [one for one in shown.sections if one.section.id == at.activity]
    return next(one for one in section.groups if one.group.key == at.group)


def test_what_is_keyed_is_noted_with_who_and_when_and_a_trail():
    actions.note_keyed(STARTS, by=actor(Role.DIRECTOR))
    shown = group(STARTS)
    assert [field.value for field in shown.group.fields] == ["9", "6", "0", "15"]
    assert shown.keyed.by == "förbundschef"
    assert shown.changed == ()
    assert last_trace().new == {
        "figures": {
            "Startade, kvinnor": "9",
            "Startade, män": "6",
            "Startade, okänt kön": "0",
            "Startade, totalt": "15",
        }
    }


def test_a_later_change_says_both_figures_until_it_is_keyed_again(asked: CountsAsked):
    actions.note_keyed(STARTS, by=TERMINAL)
    actions.hand_in_counts(report(asked, {"starts": (8, 5)}), by=TERMINAL, reason="En till")
    assert group(STARTS).changed == (), "not accepted yet"
    actions.accept_counts(asked, by=TERMINAL)
    assert [(one.label, one.then, one.now) for one in group(STARTS).changed] == [
        ("Startade, kvinnor", "9", "10"), ("Startade, totalt", "15", "16"),
    ]  # fmt: skip
    actions.note_keyed(STARTS, by=TERMINAL)
    assert group(STARTS).changed == ()
    assert len(group(STARTS).said) == 2


def test_a_note_is_taken_back_and_nobody_writes_over_another():
    actions.note_keyed(STARTS, by=TERMINAL, seen=0)
    seen = group(STARTS).seen
    actions.withdraw_keyed(STARTS, by=TERMINAL, seen=seen)
    assert group(STARTS).keyed is None
    with refused("plan-nothing-to-withdraw"):
        actions.withdraw_keyed(STARTS, by=TERMINAL)
    actions.note_keyed(STARTS, by=actor(Role.DIRECTOR))
    with refused("plan-said-meanwhile"):
        actions.withdraw_keyed(STARTS, by=TERMINAL, seen=seen)


def test_keying_the_facts_registers_the_activity_and_asks_first():
    with refused("activity-choices-become-fixed"):
        actions.note_keyed(FACTS, by=TERMINAL)
    assert questions.activities_held().activity("steget").registered is None
    assert actions.note_keyed(FACTS, by=TERMINAL, confirmed=True)
    assert questions.activities_held().activity("steget").registered == timezone.localdate()
    assert group(FACTS).changed == (), "the day of registration is keyed too"
    assert not actions.note_keyed(KeyingPlace(YEAR, "dagar", "facts"), by=TERMINAL)


def test_what_the_form_does_not_have_and_what_nobody_knows_is_not_keyed():
    with refused("keyed-no-such-group"):
        actions.note_keyed(replace(STARTS, group="nothing"), by=TERMINAL)
    with refused("keyed-no-such-group"):
        actions.note_keyed(replace(STARTS, activity="ingen"), by=TERMINAL)
    with refused("keyed-nothing-to-key"):
        actions.note_keyed(replace(STARTS, group="referrals"), by=TERMINAL)


def test_only_those_inside_note_it():
    for role in (Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR):
        with refused("not-allowed"):
            actions.note_keyed(STARTS, by=actor(role))


def test_an_activity_that_changes_after_it_was_keyed_is_told():
    actions.note_keyed(FACTS, by=TERMINAL, confirmed=True)
    held = questions.activities_held().activity("steget")
    actions.change_activity(replace(held, target_group="Alla"), by=TERMINAL)
    [change] = group(FACTS).changed
    assert (change.label, change.then, change.now) == ("Målgrupp", "Behov av stöd", "Alla")
