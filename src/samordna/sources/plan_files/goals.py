"""Which goals do the files of a folder tell of, and what does the board say of them all?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.naming import id_of
from samordna.domain.goals.checks import goal_problems
from samordna.domain.goals.goal import Course, Goal, GoalKind, Indicator, Sense, Target
from samordna.domain.goals.levels import levels_of
from samordna.domain.goals.overall import OverallWords
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import Line, day_of, lines_of, one_of

GOAL_HEADINGS: Final = (
    "Beteckning", "Mål", "Hör till", "Slag", "Från år", "Till år", "Beslut", "Indikator", "Läses av", "Insats",
    "Så räknas den", "Ska vara", "Målnivå", "Växer under året", "Varje enhet", "Källan upphörde", "Varför",
)  # fmt: skip
OVERALL_HEADINGS: Final = ("Period", "Styrelsens ord", "Beslut")

GOALS: Final = "mal.csv"
OVERALL: Final = "god-ekonomisk-hushallning.csv"
GOAL_FILES: Final = re.compile(r"(mal|god-ekonomisk-hushallning)\.csv")
"""What the files are called."""

_KINDS: Final = {kind.in_words: kind for kind in GoalKind}
_SENSES: Final = {sense.in_words: sense for sense in Sense}
_YES: Final = {swedish("ja"): True, swedish("nej"): False}
_NO_YEAR: Final = 1900
_NO_MONTHS: Final = Period(190001, 190001)


@dataclass(frozen=True, slots=True)
class GoalsRead:
    """The goals that files tell of, the board's words by months, and everything that is wrong with any of it.

    ``places`` are where each goal is told (``mal.csv, rad 3``), in the same order.
    """

    goals: tuple[Goal, ...] = ()
    words: tuple[tuple[Period, OverallWords], ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[str, ...] = ()


def read_goals(files: Mapping[str, bytes], held: tuple[Goal, ...] = ()) -> GoalsRead:
    """Return the goals that some files tell of, by their names; other files are left to their own readers.

    ``held`` are those that are known already: a goal of a file may be under one of them. It never raises for content.
    """
    problems: list[Problem] = []
    lines = tuple(lines_of(GOALS, files[GOALS], GOAL_HEADINGS, problems)) if GOALS in files else ()
    goals = tuple(_goal(line) for line in lines)
    words = tuple(_words(files[OVERALL], problems)) if OVERALL in files else ()
    told = {goal.id for goal in goals}
    others = tuple(goal for goal in held if goal.id not in told)
    wrong = () if problems or not goals else goal_problems((*others, *goals))
    return GoalsRead(goals, words, (*problems, *wrong), tuple(line.place for line in lines))


def _goal(line: Line) -> Goal:
    name = line.needed("Mål")
    since = line.needed_as("Från år", _year, _NO_YEAR)
    return Goal(
        id=line.text("Beteckning") or id_of(name),
        name=name,
        kind=line.needed_as("Slag", one_of(_KINDS), GoalKind.OPERATIONAL),
        since=since,
        until=line.needed_as("Till år", _year, since),
        decision=line.needed("Beslut"),
        parent=line.text("Hör till"),
        indicator=_indicator(line),
        target=line.read("Målnivå", lambda text: _target(line, text), None),
    )


def _indicator(line: Line) -> Indicator | None:
    if not line.text("Indikator"):
        return None
    return Indicator(
        source=line.needed("Läses av"),
        name=line.text("Indikator"),
        definition=line.text("Så räknas den"),
        ended=line.read("Källan upphörde", day_of, None),
        why=line.text("Varför"),
        activity=id_of(line.text("Insats")) if line.text("Insats") else "",
    )


def _target(line: Line, text: str) -> Target:
    levels, unit = levels_of(text)
    grows = line.read("Växer under året", one_of(_YES), fallback=False)
    return Target(
        sense=line.needed_as("Ska vara", one_of(_SENSES), Sense.AT_LEAST),
        levels=levels,
        unit=unit,
        course=Course.ADDS_UP if grows else Course.STANDS,
        of_each=line.read("Varje enhet", one_of(_YES), fallback=False),
    )


def _words(data: bytes, problems: list[Problem]) -> list[tuple[Period, OverallWords]]:
    return [
        (
            line.needed_as("Period", Period.parse, _NO_MONTHS),
            OverallWords(line.needed("Styrelsens ord"), line.needed("Beslut")),
        )
        for line in lines_of(OVERALL, data, OVERALL_HEADINGS, problems)
    ]


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError(swedish("ett år skrivs med fyra siffror"))
    return int(text)
