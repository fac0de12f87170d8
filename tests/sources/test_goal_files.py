"""Goals that somebody keeps in a file: read as they stand, and what is wrong told with its line."""

from fractions import Fraction
from importlib.resources import files

import pytest

from samordna.domain.goals.goal import Course, Level, Sense
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT
from samordna.sources.plan_files import read_goals

DEMO = files("samordna.demo") / "inputs"


def demo(name: str) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (DEMO / name).iterdir()}


def test_the_goals_of_both_demo_associations_are_read_whole():
    for name, count in (("insjoriket", 3), ("sjuharad", 4)):
        read = read_goals(demo(name))
        assert read.problems == ()
        assert len(read.goals) == count
    [(period, said)] = read_goals(demo("insjoriket")).words
    assert period == Period(202401, 202408)
    assert said.decision == "Delårsredovisning januari–augusti 2024"


def test_a_target_is_read_with_its_levels_sense_course_and_units():
    target = next(goal.target for goal in read_goals(demo("insjoriket")).goals if goal.id == "inflode")
    assert target is not None
    assert target.levels == (Level(2024, Fraction(3, 4)), Level(2026, Fraction(1)))
    assert (target.sense, target.unit, target.course, target.of_each) == (
        Sense.AT_LEAST, PERCENT, Course.ADDS_UP, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("verksamhetsmål;2024;2026", "drömmål;2024;2026", "plan-file-wrong-cell"),
        (";2024;2026;", ";i år;2026;", "plan-file-wrong-cell"),
        ("minst;2024 50 %", "minst;hälften", "plan-file-wrong-cell"),
        ("minst;2024 50 %", "kanske;2024 50 %", "plan-file-wrong-cell"),
        ("measure:progression_coverage", "något annat", "goal-source-unknown"),
        ("inflode;", "progression;", "goal-twice"),
        ("Beteckning;", "Id;", "plan-file-unknown-heading"),
        (
            ";;verksamhetsmål;2024;2026;Styrelsen i november 2023;Täckning",
            ";x;verksamhetsmål;2024;2026;S;Täckning",
            "goal-unknown-parent",
        ),
    ],
)
def test_what_is_wrong_in_the_file_is_told(old, new, code):
    text = demo("insjoriket")["mal.csv"].decode()
    assert old in text
    read = read_goals({"mal.csv": text.replace(old, new, 1).encode()})
    assert code in {problem.code for problem in read.problems}
