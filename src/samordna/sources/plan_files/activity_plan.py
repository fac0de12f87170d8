"""Which activity plans do the files of a folder tell of?"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.plan.activity_plan.chapters import Chapter, PlanText, part_chapter
from samordna.domain.plan.activity_plan.checks import activity_plan_problems
from samordna.domain.plan.activity_plan.planned import (
    ActivityPlan,
    Direction,
    OverheadRow,
    PlannedActivity,
    PlannedPart,
)
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import Line, amount_of, calendar_year, lines_of, one_of, whole_number

ACTIVITY_HEADINGS: Final = (
    "Del", "Rubrik", "Inriktning", "Rad", "Utförare", "Antal deltagare", "Medel", "Betalas av", "Källa",
)  # fmt: skip
OVERHEAD_HEADINGS: Final = ("Rad", "Belopp", "Med projekt", "Källa")

ACTIVITY_PLAN_FILES: Final = re.compile(r"(verksamhetsplan|overhead|plantexter)-((?:19|20|21)[0-9]{2})\.csv")
"""What the files are called: one of each kind a year."""

TEXT_HEADINGS: Final = ("Kapitel", "Text")
_TEXTS: Final = "plantexter"
_DIRECTIONS: Final = {direction.in_words.lower(): direction for direction in Direction}


@dataclass(frozen=True, slots=True)
class ActivityPlansRead:
    """The activity plans that the files make, by year, what is written of them, and everything that is wrong."""

    plans: tuple[ActivityPlan, ...]
    problems: tuple[Problem, ...]
    texts: tuple[tuple[Period, PlanText], ...] = ()


@dataclass(frozen=True, slots=True)
class _Activities:
    """What one file of activities holds, with the sources that its lines name."""

    parts: tuple[PlannedPart, ...] = ()
    rows: tuple[PlannedActivity, ...] = ()
    sources: tuple[str, ...] = ()


def read_activity_plans(files: Mapping[str, bytes]) -> ActivityPlansRead:
    """Return the activity plans of some files, by their names; other files are left to their own readers.

    It never raises for content.
    """
    problems: list[Problem] = []
    named = [(found[1], int(found[2])) for name in files if (found := ACTIVITY_PLAN_FILES.fullmatch(name))]
    years = sorted({year for kind, year in named if kind != _TEXTS})
    plans = tuple(_plan(files, year, problems) for year in years)
    texts = tuple(
        (calendar_year(year), text)
        for kind, year in sorted(named)
        if kind == _TEXTS
        for text in _texts(f"{kind}-{year:04d}.csv", files[f"{kind}-{year:04d}.csv"], problems)
    )
    if not problems:
        problems += [problem for plan in plans for problem in activity_plan_problems(plan)]
    return ActivityPlansRead(plans, tuple(problems), texts)


def _plan(files: Mapping[str, bytes], year: int, problems: list[Problem]) -> ActivityPlan:
    name = f"verksamhetsplan-{year:04d}.csv"
    held = _activities(name, files[name], problems) if name in files else _Activities()
    name = f"overhead-{year:04d}.csv"
    overhead, sources = _overhead(name, files[name], problems) if name in files else ((), ())
    source = "; ".join(dict.fromkeys((*held.sources, *sources)))
    return ActivityPlan(calendar_year(year), held.parts, held.rows, overhead, source)


def _activities(name: str, data: bytes, problems: list[Problem]) -> _Activities:
    parts: dict[PlannedPart, None] = {}
    rows, sources = [], []
    for line in lines_of(name, data, ACTIVITY_HEADINGS, problems):
        direction = line.needed_as("Inriktning", one_of(_DIRECTIONS), Direction.INDIVIDUAL)
        parts[PlannedPart(line.needed("Del"), line.needed("Rubrik"), direction)] = None
        rows.append(_row(line))
        sources.append(line.needed("Källa"))
    return _Activities(tuple(parts), tuple(rows), tuple(sources))


def _row(line: Line) -> PlannedActivity:
    return PlannedActivity(
        part=line.text("Del"),
        label=line.needed("Rad"),
        performer=line.text("Utförare"),
        participants=line.read("Antal deltagare", whole_number, None),
        funds=line.read("Medel", amount_of, None),
        paid_by=line.text("Betalas av"),
    )


def _texts(name: str, data: bytes, problems: list[Problem]) -> Iterator[PlanText]:
    """Yield what is written in each chapter: a line of the file is a paragraph, or a point that begins with a dash."""
    chapters: dict[str, str] = {}
    known = {chapter.title.lower(): chapter.value for chapter in Chapter}
    for line in lines_of(name, data, TEXT_HEADINGS, problems):
        chapter, text = line.needed_as("Kapitel", _chapter(known), ""), line.needed("Text")
        apart = "\n" if text.startswith("- ") and chapter in chapters else "\n\n"
        chapters[chapter] = f"{chapters[chapter]}{apart}{text}" if chapter in chapters else text
    yield from (PlanText(chapter, text) for chapter, text in chapters.items())


def _chapter(known: Mapping[str, str]) -> Callable[[str], str]:
    """Return what reads a chapter by its title, or a part by its id: ``del: aktiv-kraft``."""

    def read(text: str) -> str:
        kind, _, part = text.partition(":")
        if kind.strip().lower() == "del" and part.strip():
            return part_chapter(part.strip())
        return one_of(known)(text)

    return read


def _overhead(name: str, data: bytes, problems: list[Problem]) -> tuple[tuple[OverheadRow, ...], tuple[str, ...]]:
    rows, sources = [], []
    for line in lines_of(name, data, OVERHEAD_HEADINGS, problems):
        rows.append(OverheadRow(line.needed("Rad"), line.amount("Belopp"), line.read("Med projekt", amount_of, None)))
        sources.append(line.needed("Källa"))
    return tuple(rows), tuple(sources)
