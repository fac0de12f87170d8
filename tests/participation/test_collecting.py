"""How counts come in: the life of an answer as its table says, the calendar, rates, and who is reminded when."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.participation.sample import ACTIVITY, INTERIM, UNIT, asked, report

from samordna.domain.participation.asked import Named
from samordna.domain.participation.collecting import submission as life
from samordna.domain.participation.collecting.calendar import CountsAsked, calendar_problems
from samordna.domain.participation.collecting.rates import Awaited, rates_of, tally_of
from samordna.domain.participation.collecting.reminders import ReminderDays, reminder_letter, to_remind
from samordna.domain.participation.collecting.submission import (
    TRANSITIONS,
    CellQuestion,
    Submission,
    SubmissionEntry,
    SubmissionState,
    SubmissionStep,
)
from samordna.domain.participation.collecting.unit_key import UnitKey, key_problems
from samordna.domain.participation.counts_report import Place
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused

DUE = dt.date(2024, 9, 16)
LINE = CountsAsked(UNIT, ACTIVITY, INTERIM, DUE, ("referrals", "starts"), contact="enheten@example.se")
FIRST = report()
OTHER = report({("starts",): (8, 5, 0)})


def entry(step: SubmissionStep, day: dt.date = DUE, told: str = "skäl", arrived: dt.date | None = None):
    return SubmissionEntry(step, day, "Någon", told, arrived)


def taken(before: Submission | None, step: SubmissionStep) -> Submission:
    """Take a step as the deeds do."""
    if step in {SubmissionStep.SEND_IN, SubmissionStep.CORRECT}:
        return life.sent_in(before, OTHER if before else FIRST, entry(step), "enheten")
    assert before is not None
    if step is SubmissionStep.SEND_BACK:
        return life.sent_back(before, (CellQuestion("Stämmer det?"),), entry(step), asked())
    return {SubmissionStep.ACCEPT: life.accepted, SubmissionStep.LOCK: life.locked}[step](
        before, entry(step), "enheten"
    )


@given(st.lists(st.sampled_from(SubmissionStep), max_size=12))
def test_an_answer_lives_as_the_table_says_and_no_other_way(steps: list[SubmissionStep]):
    one: Submission | None = None
    for step in steps:
        state = one.state if one else SubmissionState.ASKED
        leads_to = TRANSITIONS[state].get(step)
        if leads_to is None:
            if one is not None or step in {SubmissionStep.SEND_IN, SubmissionStep.CORRECT}:
                with pytest.raises(Refused):
                    taken(one, step)
            continue
        before, one = one, taken(one, step)
        assert one.state is leads_to
        assert len(one.history) == (len(before.history) if before else 0) + 1
        assert one.history[-1].step is step
        assert bool(one.questions) == (one.state is SubmissionState.SENT_BACK)
        if step is SubmissionStep.ACCEPT:
            assert one.standing == one.report
        elif before:
            assert one.standing == before.standing, "what statistics are made of changes only when it is accepted"


def test_every_state_can_be_reached_and_every_step_is_used():
    reached = {SubmissionState.ASKED, *itertools.chain.from_iterable(to.values() for to in TRANSITIONS.values())}
    assert reached == set(SubmissionState) == set(TRANSITIONS)
    assert set(itertools.chain.from_iterable(TRANSITIONS.values())) == set(SubmissionStep)


def test_a_correction_says_why():
    accepted = taken(taken(None, SubmissionStep.SEND_IN), SubmissionStep.ACCEPT)
    with pytest.raises(Refused, match="skäl"):
        life.sent_in(accepted, OTHER, entry(SubmissionStep.CORRECT, told="  "), "enheten")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (CellQuestion("Varför?", Place("exits_by_age", ("age_16_19",))), "collecting-question-nowhere"),
        (CellQuestion("Varför?", Place("starts_by_age", ("age_0",))), "collecting-question-nowhere"),
        (CellQuestion("x" * 501), "collecting-text-too-long"),
        (CellQuestion("Gäller det 19121212-1212?"), "counts-identity-number"),
    ],
)
def test_a_question_is_asked_at_a_cell_that_there_is_and_of_nobody(question: CellQuestion, code: str):
    sent = taken(None, SubmissionStep.SEND_IN)
    with pytest.raises(Refused, check=lambda refusal: [one.code for one in refusal.problems] == [code]):
        life.sent_back(sent, (question,), entry(SubmissionStep.SEND_BACK), asked())


def test_nothing_is_sent_back_without_a_question():
    with pytest.raises(Refused, match="se över"):
        life.sent_back(taken(None, SubmissionStep.SEND_IN), (), entry(SubmissionStep.SEND_BACK), asked())


@pytest.mark.parametrize(
    ("arrived", "code"),
    [
        (dt.date(2024, 9, 17), "collecting-arrived-ahead"),
        (dt.date(2024, 8, 30), "collecting-arrived-too-early"),
        (dt.date(2024, 8, 31), None),
        (DUE, None),
        (None, None),
    ],
)
def test_what_came_came_after_the_months_and_not_after_today(arrived: dt.date | None, code: str | None):
    one = entry(SubmissionStep.SEND_IN, arrived=arrived)
    assert [problem.code for problem in life.arrival_problems(one, INTERIM, "enheten")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("due", "tables", "codes"),
    [
        (dt.date(2024, 8, 31), ("starts",), ["collecting-due-too-early"]),
        (dt.date(2024, 9, 1), ("starts",), []),
        (dt.date(2026, 9, 16), ("starts",), ["collecting-due-too-late"]),
        (DUE, (), ["collecting-nothing-asked"]),
        (DUE, ("names",), ["collecting-no-such-table"]),
    ],
)
def test_a_line_of_the_calendar_can_be_answered(due: dt.date, tables: tuple[str, ...], codes: list[str]):
    found = calendar_problems(CountsAsked(UNIT, ACTIVITY, INTERIM, due, tables))
    assert [problem.code for problem in found] == codes


def answered(step_day: dt.date, arrived: dt.date | None = None) -> Awaited:
    return Awaited(LINE, life.sent_in(None, FIRST, entry(SubmissionStep.SEND_IN, step_day, arrived=arrived), "enheten"))


def test_in_time_is_judged_by_the_day_it_came_and_rates_are_shares_of_those_who_were_asked():
    late, by_mail, missing = answered(dt.date(2024, 9, 20)), answered(dt.date(2024, 9, 20), DUE), Awaited(LINE)
    told = rates_of([late, by_mail, missing, missing])
    assert (told.asked, told.received, told.in_time) == (4, 2, 1)
    assert (told.received_share, told.in_time_share) == (0.5, 0.25)
    assert rates_of([]).received_share is None
    tally = tally_of([late, by_mail, missing], dt.date(2024, 9, 17))
    assert (tally.missing, tally.late, tally.to_read, tally.questions) == (1, 1, 2, 0)
    assert tally_of([missing], DUE).late == 0


def test_a_unit_is_reminded_once_before_and_once_after_and_never_twice_a_day():
    days, reminded, found = ReminderDays(before=7, after=3), {}, []
    for day in (DUE + dt.timedelta(n) for n in range(-20, 20)):
        [one] = to_remind([Awaited(LINE)], reminded)
        if one.is_due(day, days):
            found.append((day - DUE).days)
            reminded[UNIT.key, INTERIM] = day
    assert found == [-7, 3]
    [one] = to_remind([Awaited(LINE)], {})
    assert one.is_due(DUE + dt.timedelta(30), days), "a day that nobody ran anything on is made up for"


def test_only_what_waits_for_the_unit_is_reminded_of_and_a_unit_gets_one_letter_for_some_months():
    other = CountsAsked(UNIT, Named("annan", "Annan insats"), INTERIM, dt.date(2024, 9, 10), ("starts",))
    back = Awaited(LINE, taken(taken(None, SubmissionStep.SEND_IN), SubmissionStep.SEND_BACK))
    [one] = to_remind([back, Awaited(other), answered(DUE)], {})
    assert (one.due, one.activities, one.is_back) == (other.due, ("Arbetssteget", "Annan insats"), True)
    assert one.contact == "enheten@example.se"
    letter = reminder_letter(one, "Förbundet", link="https://x/lamna/abc/", until=DUE, today=DUE)
    for told in ("- Arbetssteget", "- Annan insats", "https://x/lamna/abc/", "tillbakaskickat med frågor", "var 10"):
        assert told in letter.text
    assert letter.subject == "Siffror från Arbetssteget Granby för januari–augusti 2024"
    assert to_remind([answered(DUE)], {}) == ()


@pytest.mark.parametrize(("name", "size", "found"), [("granby", 31, 1), ("", 32, 1), ("granby", 32, 0)])
def test_what_is_no_key_is_no_key(name: str, size: int, found: int):
    assert len(list(key_problems(UnitKey(name, "granby", bytes(size))))) == found


def test_periods_are_those_that_were_asked():
    assert LINE.in_words == "Arbetssteget Granby, Arbetssteget, januari–augusti 2024"
    assert Period.parse(str(LINE.period)) == LINE.period
