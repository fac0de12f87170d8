"""Which activities do the files of a folder tell of, and who performs them?"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.classification import CATEGORY_LISTS, MARKS, Direction, EsfFinancing, FollowUpMethod
from samordna.domain.activities.naming import id_of
from samordna.domain.activities.problems import NAME_TAKEN, UNKNOWN_ACTIVITY
from samordna.domain.association.members import Party
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import Line, day_of, lines_of, month_of, one_of

ACTIVITY_HEADINGS: Final = (
    "Insats", "Inriktning", "Kategori", "Märkning", "Parter", "Målgrupp", "Ålder", "Veckor", "Metoder", "Uppföljning",
    "ESF", "Från", "Till", "Rader", "Registrerad", "Källa",
)  # fmt: skip
PERFORMER_HEADINGS: Final = ("Insats", "Enhet", "Medlem", "Kommun", "Rader", "Från", "Till")
ONLY_FROM: Final = "Bara från"
"""A heading that can be left out: no unit then receives from one municipality only."""

ACTIVITIES: Final = "insatser.csv"
PERFORMERS: Final = "utforare.csv"

_DIRECTIONS: Final = {direction.in_words: direction for direction in Direction}
_METHODS: Final = {method.in_words: method for method in FollowUpMethod}
_ESF: Final = {esf.in_words: esf for esf in EsfFinancing}
_CATEGORIES: Final = {words: key for one in CATEGORY_LISTS for key, words in one.categories.items()}
_MARKS: Final = {words.lower(): key for key, words in MARKS.items()}
_PARTIES: Final = {party.in_words.lower(): party.value for party in Party}
_RANGE: Final = re.compile(r"([0-9]{1,3})?(?:\s*([-–])\s*([0-9]{1,3})?)?")

Range = tuple[int | None, int | None]
_NO_RANGE: Final[Range] = (None, None)


@dataclass(frozen=True, slots=True)
class ActivitiesRead:
    """The activities that the files tell of, and everything that is wrong with how it is written."""

    activities: tuple[Activity, ...]
    problems: tuple[Problem, ...]


def read_activities(files: Mapping[str, bytes], held: tuple[Activity, ...] = ()) -> ActivitiesRead:
    """Return the activities that some files tell of, by their names; other files are left to their own readers.

    ``held`` are those that are known already: a file of performers may tell of them. It never raises for content.
    """
    problems: list[Problem] = []
    told = _activities(files[ACTIVITIES], problems) if ACTIVITIES in files else {}
    performers = _performers(files[PERFORMERS], problems) if PERFORMERS in files else {}
    known = {**{one.id: one for one in held}, **told}
    for activity_id, (name, place, _) in performers.items():
        if activity_id not in known:
            problems.append(UNKNOWN_ACTIVITY.at(place, activity=name))
    kept = {one.id: one.performers for one in held}
    changed = [key for key in known if key in told or key in performers]
    return ActivitiesRead(tuple(_with_performers(known[key], performers, kept) for key in changed), tuple(problems))


_Told = Mapping[str, tuple[str, str, list[Performer]]]
"""By the activity's id: its name, where it stands first, and its performers."""


def _with_performers(one: Activity, told: _Told, kept: Mapping[str, tuple[Performer, ...]]) -> Activity:
    """Return an activity with the performers that a file tells of, else with those that it had."""
    performers = tuple(told[one.id][2]) if one.id in told else kept.get(one.id, one.performers)
    return replace(one, performers=performers)


def _activities(data: bytes, problems: list[Problem]) -> dict[str, Activity]:
    found: dict[str, Activity] = {}
    for line in lines_of(ACTIVITIES, data, ACTIVITY_HEADINGS, problems):
        one = _activity(line)
        if one.id in found:
            problems.append(NAME_TAKEN.at(line.place, name=one.name))
        found[one.id] = one
    return found


def _activity(line: Line) -> Activity:
    youngest, oldest = line.read("Ålder", _range, _NO_RANGE)
    shortest, longest = line.read("Veckor", _range, _NO_RANGE)
    name = line.needed("Insats")
    return Activity(
        id=id_of(name),
        name=name,
        direction=line.needed_as("Inriktning", one_of(_DIRECTIONS), Direction.INDIVIDUAL),
        category=line.read("Kategori", one_of(_CATEGORIES), ""),
        first=line.needed_as("Från", month_of, 190001),
        last=line.read("Till", month_of, None),
        source=line.needed("Källa"),
        marks=line.read("Märkning", _each(_MARKS), ()),
        parties=line.read("Parter", _each(_PARTIES), ()),
        target_group=line.text("Målgrupp"),
        youngest=youngest, oldest=oldest, shortest=shortest, longest=longest,
        methods=parts_of(line.text("Metoder")),
        follow_up=line.read("Uppföljning", one_of(_METHODS), FollowUpMethod.BY_GENDER),
        esf=line.read("ESF", one_of(_ESF), EsfFinancing.NONE),
        rows=tuple(line.text("Rader").split()),
        registered=line.read("Registrerad", day_of, None),
    )  # fmt: skip


def _performers(data: bytes, problems: list[Problem]) -> _Told:
    found: dict[str, tuple[str, str, list[Performer]]] = {}
    lines: dict[str, list[Performer]] = defaultdict(list)
    for line in lines_of(PERFORMERS, data, PERFORMER_HEADINGS, problems, may_have=(ONLY_FROM,)):
        name = line.needed("Insats")
        lines[id_of(name)].append(_performer(line))
        found.setdefault(id_of(name), (name, line.place, lines[id_of(name)]))
    return found


def _performer(line: Line) -> Performer:
    return Performer(
        unit=line.needed("Enhet"),
        member=line.text("Medlem"),
        municipality=line.text("Kommun"),
        since=line.read("Från", month_of, None),
        until=line.read("Till", month_of, None),
        rows=tuple(line.text("Rader").split()),
        only_from=line.text(ONLY_FROM),
    )


def parts_of(text: str) -> tuple[str, ...]:
    """Return what stands between the commas of a cell."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _each(words: Mapping[str, str]) -> Callable[[str], tuple[str, ...]]:
    one = one_of(words)
    return lambda text: tuple(one(part) for part in parts_of(text))


def _range(text: str) -> Range:
    """Return the ends of ``16–64``, ``–24`` or ``20``; raises ``ValueError`` for anything else."""
    found = _RANGE.fullmatch(text.strip())
    if not found or not any(found.groups()[::2]):
        raise ValueError(swedish("ett spann skrivs 16–64, högst 24 skrivs –24"))
    low, dash, high = found.groups()
    first = int(low) if low else None
    return first, (int(high) if high else None) if dash else first
