"""What the terminal gives out of counts is in the register of publications, and it says so."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from tests.demo import ASSOCIATIONS, PERIOD
from tests.terminal import samordna

from samordna.domain.goals.goal import Course, Goal, GoalKind, Indicator, Level, Sense, Target
from samordna.domain.values.unit import PERSONS
from samordna.office import actions, questions
from samordna.office.questions import Said
from samordna.office.store.folder import close_folder

TOLD = "Uppskrivet som utlämnat offentligt: Mål, januari–augusti 2024"


@pytest.fixture
def ours(demo, tmp_path, monkeypatch) -> Path:
    """Stand beside copies of the demo folders, and return one of them."""
    for name in ASSOCIATIONS:
        shutil.copytree(demo / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "insjoriket"


def register(folder: Path) -> tuple[Said, ...]:
    """Return what is in the register of an association."""
    actions.open_association(folder)
    try:
        return questions.publications_held()
    finally:
        close_folder()


def another_goal(folder: Path) -> None:
    """Lay out a goal of which the reports of the demo have told nothing."""
    target = Target(Sense.AT_LEAST, (Level(2024, Fraction(100)),), PERSONS, Course.ADDS_UP)
    indicator = Indicator("measure:exits", "Avslut", "De som har avslutat.")
    goal = Goal(
        "avslut", "Hundra avslutar", GoalKind.OPERATIONAL, 2024, 2024, "§ 1", indicator=indicator, target=target
    )
    actions.open_association(folder)
    try:
        actions.say_goal(goal, by=actions.TERMINAL, seen=0)
    finally:
        close_folder()


@pytest.mark.parametrize("name", ASSOCIATIONS)
def test_the_reports_of_the_demo_are_in_its_register_and_no_more_for_being_built_again(ours, name):
    folder = ours.with_name(name)
    of_reports = [said for said in register(folder) if said.value.how == "delarsrapport-2024-08"]
    assert len(of_reports) == 1
    before = register(folder)
    assert samordna("demo", "--data", ours.parent, "--no-serve").code == 0
    assert register(folder) == before


def test_goals_for_others_are_written_down_once_and_not_by_whoever_only_looks(ours):
    inside = ("goals", "--data", ours, "--period", PERIOD)
    public = (*inside, "--audience", "public")
    another_goal(ours)
    before = register(ours)
    for silent in (inside, (*public, "--look")):
        answer = samordna(*silent)
        assert (answer.code, TOLD in answer.err) == (0, False)
    assert register(ours) == before
    assert TOLD in samordna(*public, "--format", "html", "-o", "mål.html").err
    assert TOLD not in samordna(*public).err
    [said] = (one for one in register(ours) if one not in before)
    assert (said.value.how, said.by) == ("mål.html", "terminalen")
    assert before[0].number < said.value.counts < said.number


def test_a_report_is_written_down_once_with_what_its_goals_tell_and_says_so(ours):
    before = register(ours)
    same = samordna("report", "interim", "--data", ours, "--period", PERIOD, "--format", "text")
    assert (same.code, "Uppskrivet" in same.err) == (0, False), "the demo has given it out"
    other = ("report", "interim", "--data", ours, "--period", "2024-02..2024-08", "--format", "json")
    assert TOLD not in samordna(*other, "--look").err
    assert register(ours) == before
    assert TOLD in samordna(*other, "-o", "delår.json").err, "goals are of the year so far"
    assert TOLD not in samordna(*other).err
    [said] = (one for one in register(ours) if one not in before)
    [report] = (one for one in before if one.by == "terminalen")
    assert said.value.by_key.items() <= report.value.by_key.items(), "what was read stays as it was read"


def test_statistics_for_the_owners_say_that_they_are_written_down(ours):
    asked = ("statistics", "--data", ours, "--period", PERIOD, "--view", "inflow", "--audience", "owners")
    assert "Uppskrivet som utlämnat till ägarna: Inflöde" in samordna(*asked).err
    assert "Uppskrivet" not in samordna(*asked).err
