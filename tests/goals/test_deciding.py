"""What becomes of a goal whose source has ended, how levels are written, and what sub-goals say of the goal above."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.goals.changes import goal_differences
from samordna.domain.goals.deciding import Decision, decided, decision_problems
from samordna.domain.goals.goal import Goal, GoalKind, Indicator, Level, Sense, Target
from samordna.domain.goals.levels import levels_of, typed_levels
from samordna.domain.goals.sentences import decided_sentences, on_figures, verdict_sentence
from samordna.domain.goals.source import LineSource, MeasureSource, OutsideSource, ShareSource, source_of
from samordna.domain.goals.tree import branches, ended_at, goals_at
from samordna.domain.goals.verdict import Attainment, Reading, Told, judged
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, PERCENT, PERSONS, THOUSANDS

YEAR, PERIOD = Period(202401, 202412), Period(202401, 202408)
HALF = Fraction(1, 2)
ENDED = Indicator("utanför:SUS", "Registrerade i SUS", "Andel.", dt.date(2024, 5, 1), "Systemet är stängt.")
OTHER = Indicator("measure:progression_coverage", "Täckning", "Andel mätta.")
TARGET = Target(Sense.AT_LEAST, (Level(2024, HALF),), PERCENT)
GOAL = Goal("g", "Alla registreras", GoalKind.OPERATIONAL, 2024, 2024, "§ 1", indicator=ENDED, target=TARGET)
CHANGED = decided(GOAL, Decision(dt.date(2024, 6, 1), "Styrelsen § 9", OTHER, TARGET))
GONE = decided(GOAL, Decision(dt.date(2024, 6, 1), "Styrelsen § 9"))


def read(goal: Goal) -> Reading:
    return Reading(YEAR, PERIOD, Told("alla", {"a": Fraction(1), "b": Fraction(0)}.get(goal.id, HALF)))


def test_after_a_decision_the_goal_is_told_by_something_else_and_before_it_as_it_was():
    assert CHANGED.as_of(dt.date(2024, 8, 31)).indicator == OTHER
    assert CHANGED.as_of(dt.date(2024, 5, 31)) == GOAL
    assert list(decided_sentences(CHANGED)) == [
        (
            "Målet ”Alla registreras” läses från och med 1 juni 2024 av täckning i stället för registrerade i SUS "
            "(Styrelsen § 9). Systemet är stängt."
        )
    ]
    assert judged(CHANGED, read(CHANGED)).attainment is Attainment.MET
    assert judged(GOAL, read(GOAL)).attainment is Attainment.NOT_MEASURED


def test_a_goal_that_a_decision_ends_is_no_goal_from_its_day():
    assert goals_at([GONE], 2024, dt.date(2024, 5, 31)) == (GOAL,)
    assert goals_at([GONE], 2024, dt.date(2024, 8, 31)) == ()
    assert ended_at([GONE], 2024, dt.date(2024, 8, 31)) == (GONE,)
    assert goals_at([GONE], 2025, dt.date(2025, 8, 31)) == ended_at([GONE], 2025, dt.date(2025, 8, 31)) == ()
    assert next(decided_sentences(GONE)).startswith("Målet ”Alla registreras” har utgått från och med 1 juni 2024")


@pytest.mark.parametrize(
    ("goal", "said", "codes"),
    [
        (GOAL, Decision(dt.date(2024, 6, 1), "§ 9"), set()),
        (GOAL, Decision(dt.date(2024, 6, 1), " "), {"goal-decided-without-decision"}),
        (GOAL, Decision(dt.date(2024, 6, 1), "§ 9", OTHER), {"goal-decided-without-source"}),
        (CHANGED, Decision(dt.date(2024, 6, 1), "§ 10"), {"goal-still-told", "goal-decided-before"}),
        (replace(GOAL, indicator=OTHER), Decision(dt.date(2024, 6, 1), "§ 9"), {"goal-still-told"}),
    ],
)
def test_a_decision_needs_its_name_its_day_and_something_that_has_ended(goal, said, codes):
    assert {problem.code for problem in decision_problems(goal, said)} == codes


def test_a_measure_that_is_defined_anew_may_be_decided_of_too():
    said = Decision(dt.date(2024, 6, 1), "§ 9")
    assert not list(decision_problems(replace(GOAL, indicator=OTHER), said, has_changed=True))


def test_a_goal_without_an_indicator_is_judged_by_its_sub_goals():
    above = replace(GOAL, id="above", name="Ovan", indicator=None, target=None)
    under = [replace(GOAL, id=name, name=name, parent="above", indicator=OTHER) for name in ("a", "b")]
    told = branches([above, *under], read)
    assert [(one.level, one.verdict.attainment) for one in told] == [
        (0, Attainment.PARTLY), (1, Attainment.MET), (1, Attainment.NOT_MET),
    ]  # fmt: skip
    assert told[0].verdict.why == "Bedömt efter delmålen: uppnås 1, uppnås inte 1."
    assert [one.is_told_itself for one in told] == [False, True, True]
    assert [one.level for one in branches(under, read)] == [0, 0]


def test_a_verdict_is_said_with_its_figures_and_one_without_with_its_reason():
    met = judged(replace(GOAL, indicator=OTHER), read(GOAL))
    assert verdict_sentence(met).replace("\u00a0", " ") == (
        "Målet ”Alla registreras” uppnås: utfallet är 50 % mot målets minst 50 %."
    )
    assert verdict_sentence(judged(GOAL, read(GOAL))) == "Målet ”Alla registreras” kan inte mätas."
    lacking = judged(replace(GOAL, indicator=OTHER), Reading(YEAR, PERIOD, Told("alla", None, "Siffror saknas.")))
    assert on_figures(lacking) == "Siffror saknas."


def test_what_was_changed_is_told_in_words():
    assert goal_differences(None, GOAL) == ("Målet lades upp.",)
    assert goal_differences(GOAL, None) == ("Målet togs bort.",)
    told = goal_differences(GOAL, replace(GOAL, name="Hälften registreras", parent="above"))
    assert told == ("Mål: Hälften registreras, var Alla registreras.", "Hör till målet: above.")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("measure:starts", MeasureSource("starts")),
        ("balance:sum_ek", LineSource("balance", "sum_ek")),
        (
            "balance:sum_ek/goals:tilldelning",
            ShareSource(LineSource("balance", "sum_ek"), LineSource("goals", "tilldelning")),
        ),
        ("utanför: SUS", OutsideSource("SUS")),
    ],
)
def test_a_source_names_a_measure_a_line_a_share_or_something_outside(text, source):
    assert source_of(text) == source


@pytest.mark.parametrize("text", ["", "starts", "measure:", "utanför: ", "balance:", "a:b/c"])
def test_what_names_nothing_is_no_source(text):
    with pytest.raises(ValueError, match="varken ett mått eller en rad"):
        source_of(text)


@pytest.mark.parametrize(
    ("text", "levels", "unit"),
    [
        ("2024 50 %; 2026 80%", [(2024, HALF), (2026, Fraction(4, 5))], PERCENT),
        ("2024: 2 000 tkr\n", [(2024, Fraction(200_000_000))], THOUSANDS),
        ("2024 12,5 kr", [(2024, Fraction(1250))], KRONOR),
        ("2024 60|2025 -3", [(2024, Fraction(60)), (2025, Fraction(-3))], PERSONS),
    ],
)
def test_levels_are_written_with_year_number_and_unit(text, levels, unit):
    assert levels_of(text) == (tuple(Level(year, value) for year, value in levels), unit)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "minst ett år"), ("50 %", "är ingen nivå"), ("2024 hälften", "är ingen nivå"),
        ("2024 50 %; 2025 60 tkr", "samma enhet"), ("2024 50 % av alla", "är ingen nivå"),
    ],
)  # fmt: skip
def test_what_is_no_level_says_why(text, why):
    with pytest.raises(ValueError, match=why):
        levels_of(text)


@given(
    st.lists(st.tuples(st.integers(2000, 2099), st.integers(-(10**7), 10**7)), min_size=1, max_size=5),
    st.sampled_from([PERCENT, THOUSANDS, KRONOR, PERSONS]),
)
def test_what_is_written_of_levels_is_read_as_the_same(told, unit):
    levels = tuple(Level(year, Fraction(number, 100) * unit.holds) for year, number in told)
    assert levels_of(typed_levels(levels, unit)) == (levels, unit)
