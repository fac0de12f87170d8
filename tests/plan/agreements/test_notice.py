"""What happens when nobody gives notice, and which days want somebody's attention."""

import datetime as dt

import pytest
from tests.plan.agreements.agreed import agreement

from samordna.domain.plan.agreements.life import AgreementState
from samordna.domain.plan.agreements.notice import Reach, Standing, notice_problems, notices, reach, standing
from samordna.domain.plan.agreements.terms import Notice

SEPTEMBER = dt.date(2024, 9, 30)
RUNS_ON = agreement(notice=Notice(SEPTEMBER, 12))
ENDS = agreement(number=2, notice=Notice(SEPTEMBER))


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        (dt.date(2024, 9, 30), Reach(202412, SEPTEMBER, ran_on=False)),
        (dt.date(2024, 10, 1), Reach(202512, dt.date(2025, 9, 30), ran_on=True)),
        (dt.date(2026, 1, 1), Reach(202612, dt.date(2026, 9, 30), ran_on=True)),
    ],
)
def test_an_agreement_runs_on_each_time_a_day_of_notice_passes(day: dt.date, reached: Reach):
    assert reach(RUNS_ON, day) == reached


def test_the_end_of_a_month_stays_the_end_of_a_month_when_it_moves():
    one = agreement(notice=Notice(dt.date(2024, 2, 29), 1))
    assert reach(one, dt.date(2024, 3, 1)).notice == dt.date(2024, 3, 31)


def test_one_that_was_given_notice_does_not_run_on():
    noticed = agreement(notice=Notice(SEPTEMBER, 12), state=AgreementState.NOTICED)
    assert reach(noticed, dt.date(2026, 1, 1)) == Reach(202412, None, ran_on=False)


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (dt.date(2023, 12, 31), Standing.COMING),
        (dt.date(2024, 1, 1), Standing.RUNNING),
        (dt.date(2024, 10, 1), Standing.ENDING),
        (dt.date(2025, 1, 1), Standing.OVER),
    ],
)
def test_an_agreement_stands_somewhere_each_day(day: dt.date, stands: Standing):
    assert standing(ENDS, day) is stands


def test_states_that_say_it_themselves_stand_as_they_are():
    day = dt.date(2024, 5, 1)
    assert standing(agreement(state=AgreementState.DRAFT), day) is Standing.DRAFT
    assert standing(agreement(state=AgreementState.WITHDRAWN), day) is Standing.WITHDRAWN
    assert standing(agreement(state=AgreementState.ENDED), day) is Standing.OVER
    assert standing(RUNS_ON, dt.date(2025, 2, 1)) is Standing.RUNS_ON


def test_the_next_days_of_notice_stand_the_nearest_first():
    sooner = agreement(number=3, notice=Notice(dt.date(2024, 6, 30)))
    told = notices([RUNS_ON, sooner, ENDS], dt.date(2024, 5, 1))
    assert [(day, one.number) for day, one in told] == [(dt.date(2024, 6, 30), 3), (SEPTEMBER, 1), (SEPTEMBER, 2)]
    assert [one.number for _, one in notices([sooner], dt.date(2024, 7, 1))] == []


def test_a_day_of_notice_is_told_a_quarter_ahead_and_so_is_one_that_passed():
    assert not [*notice_problems([RUNS_ON, ENDS], dt.date(2024, 6, 29))]
    near = [*notice_problems([RUNS_ON, ENDS], dt.date(2024, 9, 20))]
    assert [problem.code for problem in near] == ["agreement-notice-soon"] * 2
    assert "om 10 dagar. Annars löper det vidare 12 månader." in near[0].found
    assert "Annars slutar det i december 2024." in near[1].found
    on_the_last = [*notice_problems([RUNS_ON], SEPTEMBER - dt.timedelta(days=1))]
    assert ", om en dag. " in on_the_last[0].found
    [passed] = notice_problems([RUNS_ON, ENDS], dt.date(2024, 12, 1))
    assert (passed.code, "till och med december 2025" in passed.found) == ("agreement-notice-passed", True)
