"""An allotment is asked for, announced and decided; every step stays in its history."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.plan.financing.years import DECIDED, PRELIMINARY, REQUESTED, allotment, entry

from samordna.domain.plan.financing import problems
from samordna.domain.plan.financing.allotment import TRANSITIONS, AllotmentState, AllotmentStep, after, history_problems
from samordna.domain.values.problem import ProblemKind, Refused

KINDS = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]
ASKED = allotment("state", entry(REQUESTED, 10_000, dt.date(2023, 8, 15)))
STEPS = [(state, step) for state in AllotmentState for step in AllotmentStep]


def test_each_step_adds_a_line_and_changes_none():
    announced = after(ASKED, AllotmentStep.ANNOUNCE, 9_500_00, dt.date(2023, 10, 1), "Besked")
    decided = after(announced, AllotmentStep.DECIDE, 9_032_00, dt.date(2023, 11, 15), "Beslut")
    changed = after(decided, AllotmentStep.CHANGE, 8_129_00, dt.date(2024, 4, 2), "Ändrat anslag")
    assert changed.history[:3] == decided.history
    assert decided.history[:1] == ASKED.history
    assert [(one.state, one.amount // 100) for one in changed.history] == [
        (REQUESTED, 10_000), (PRELIMINARY, 9_500), (DECIDED, 9_032), (DECIDED, 8_129),
    ]  # fmt: skip
    assert [entry.amount // 100 for state in (REQUESTED, PRELIMINARY, DECIDED) if (entry := changed.at(state))] == [
        10_000, 9_500, 8_129,
    ]  # fmt: skip


@pytest.mark.parametrize(("state", "step"), STEPS)
def test_only_the_steps_of_the_table_can_be_taken(state, step):
    held = replace(ASKED, history=(replace(ASKED.history[0], state=state),))
    leads_to = TRANSITIONS[state].get(step)
    if leads_to:
        assert after(held, step, 1_00, dt.date(2024, 1, 1), "Källa").state is leads_to
        return
    with pytest.raises(Refused) as refused:
        after(held, step, 1_00, dt.date(2024, 1, 1), "Källa")
    assert [problem.code for problem in refused.value.problems] == ["financing-allotment-not-in-that-state"]


def test_a_refused_step_says_what_can_be_done():
    decided = allotment("state", entry(DECIDED, 9_032))
    with pytest.raises(Refused, match="tilldelningen 2024, state: Tilldelningen är beslutad och kan inte tas tillbaka"):
        after(decided, AllotmentStep.WITHDRAW, 0, dt.date(2024, 1, 1), "")
    with pytest.raises(Refused, match="Det som går att göra nu: ändras"):
        after(decided, AllotmentStep.ANNOUNCE, 0, dt.date(2024, 1, 1), "")


@pytest.mark.parametrize(
    ("amount", "day", "code"),
    [
        (1_00, dt.date(2023, 8, 14), "financing-allotment-out-of-order"),
        (-1_00, dt.date(2023, 9, 1), "financing-negative-amount"),
    ],
)
def test_a_step_before_the_one_before_or_below_zero_is_refused(amount, day, code):
    with pytest.raises(Refused) as refused:
        after(ASKED, AllotmentStep.DECIDE, amount, day, "Beslut")
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_history_in_another_order_is_told():
    upside_down = allotment("state", entry(DECIDED, 9_032), entry(REQUESTED, 10_000))
    [problem] = history_problems(upside_down)
    assert str(problem) == (
        "tilldelningen 2024, state: Tilldelningen är äskad 15 november 2023, efter att ha varit beslutad "
        "15 november 2023. Rätta läget eller dagen: en tilldelning är äskad, sedan preliminär, sedan beslutad."
    )


def test_every_kind_has_a_code_of_its_own_and_says_what_to_do():
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 10
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in KINDS)
