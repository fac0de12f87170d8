"""What was agreed at a follow-up meeting: by a role, in the order it was told, late when it should have been done."""

import datetime as dt

import pytest
from tests.activities.some import codes

from samordna.domain.activities.meeting import AgreedAction, Responsible, action_problems, meetings_of

DAY, LATER = dt.date(2024, 9, 10), dt.date(2024, 10, 1)


def action(number: int = 1, **said: object) -> AgreedAction:
    told = {"unit": "enhet-norr", "day": DAY, "agreed": "Korta väntetiden", "who": Responsible.UNIT_MANAGER, **said}
    return AgreedAction(number=number, **told)  # type: ignore[arg-type]


def test_meetings_are_told_the_latest_first_each_with_its_actions_in_order():
    actions = (action(2), action(1), action(1, day=LATER), action(1, unit="enhet-soder"))
    told = meetings_of(actions, "enhet-norr")
    assert [(one.day, [each.number for each in one.actions]) for one in told] == [(LATER, [1]), (DAY, [1, 2])]
    assert meetings_of(actions, "ingen") == ()


def test_an_action_is_late_the_day_after_until_it_is_done():
    one = action(by_when=LATER)
    assert not one.is_late(LATER)
    assert one.is_late(LATER + dt.timedelta(1))
    assert not action(by_when=LATER, done=LATER).is_late(dt.date(2025, 1, 1))
    assert not action().is_late(dt.date(2025, 1, 1))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (action(agreed="  "), "nothing-agreed"),
        (action(unit="ingen"), "no-such-performer"),
        (action(by_when=DAY - dt.timedelta(1)), "before-the-meeting"),
        (action(done=DAY - dt.timedelta(1)), "before-the-meeting"),
    ],
)
def test_what_is_wrong_is_told(wrong: AgreedAction, code: str):
    assert codes(action_problems(wrong, ["enhet-norr"])) == [code]


def test_nothing_is_wrong_with_one_that_is_done_on_the_day():
    assert list(action_problems(action(by_when=DAY, done=DAY), ["enhet-norr"])) == []
