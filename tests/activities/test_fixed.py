"""Three choices stay once an activity is registered: it is asked before, and refused after; a mixed activity is two."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.activities.some import REGISTERED, STEP, codes

from samordna.domain.activities.checks import activity_problems
from samordna.domain.activities.classification import Direction, EsfFinancing, FollowUpMethod
from samordna.domain.activities.fixed import fixed_problems
from samordna.domain.activities.mixed import halves_of

KEPT = replace(STEP, registered=REGISTERED)


def test_registering_asks_first_with_the_three_choices_as_they_are():
    for before in (None, STEP):
        [asked] = fixed_problems(before, KEPT)
        assert asked.code == "activity-choices-become-fixed"
        assert "inriktning (individinriktad)" in asked.found
        assert "uppföljningsmetod (antal deltagare per kön)" in asked.found
        assert "ESF-finansiering (ingen)" in asked.found
        assert list(fixed_problems(before, KEPT, confirmed=True)) == []


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"direction": Direction.STRUCTURAL}, "Inriktning kan"),
        ({"follow_up": FollowUpMethod.HEADS}, "Uppföljningsmetod kan"),
        ({"esf": EsfFinancing.OWNER}, "ESF-finansiering kan"),
        ({"esf": EsfFinancing.OWNER, "direction": Direction.STRUCTURAL}, "Inriktning, ESF-finansiering kan"),
    ],
)
def test_a_choice_of_one_that_is_registered_stays_whoever_confirms(changed, named):
    [refused] = fixed_problems(KEPT, replace(KEPT, **changed), confirmed=True)
    assert refused.code == "activity-choice-is-fixed"
    assert refused.found.startswith(named)
    assert "1 februari 2023" in refused.found


def test_everything_else_may_change_and_so_may_a_wrong_day():
    assert list(fixed_problems(KEPT, replace(KEPT, name="Annat", category="mapping"))) == []
    assert list(fixed_problems(KEPT, replace(KEPT, registered=dt.date(2023, 3, 1)))) == []
    assert list(fixed_problems(KEPT, replace(STEP, direction=Direction.STRUCTURAL))) == []
    assert list(fixed_problems(STEP, replace(STEP, direction=Direction.STRUCTURAL))) == []


def test_what_was_registered_before_the_rule_held_is_asked_nothing():
    before = replace(STEP, registered=dt.date(2022, 12, 31))
    assert list(fixed_problems(None, before)) == []
    assert list(fixed_problems(before, replace(before, esf=EsfFinancing.OWNER))) == []


def test_a_mixed_activity_is_two_that_name_each_other_and_count_the_cost_once():
    individual, structural = halves_of(STEP, "education")
    assert (individual.id, structural.id) == ("steget-individinriktad", "steget-strukturovergripande")
    assert (individual.other_half, structural.other_half) == (structural.id, individual.id)
    assert (individual.category, structural.category) == ("preparatory", "education")
    assert individual.all_rows == STEP.all_rows
    assert structural.all_rows == ()
    assert structural.follow_up is FollowUpMethod.HEADS
    assert (structural.youngest, structural.longest) == (None, None)
    assert [codes(activity_problems(one)) for one in (individual, structural)] == [[], []]
