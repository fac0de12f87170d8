"""Which unit is asked for which counts, by when, as a plain table?"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.naming import id_of
from samordna.domain.participation.asked import Named
from samordna.domain.participation.code_lists import Code
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.tables import FOR_INDIVIDUALS, INDIVIDUAL, STRUCTURAL
from samordna.domain.plan.file_problems import NOT_TEXT
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, refuses
from samordna.sources.counts.reading import masked
from samordna.sources.plan_files.cells import Line, day_of, lines_of, one_of

UNIT, ACTIVITY, PERIOD, DUE, KIND, WITHOUT, OCCASIONS, CONTACT = (
    swedish("enhet"), swedish("insats"), swedish("period"), swedish("sista dag"), swedish("slag"),
    swedish("utan tabeller"), swedish("tillfällen"), swedish("kontakt"),
)  # fmt: skip
HEADINGS: Final = (UNIT, ACTIVITY, PERIOD, DUE, KIND, WITHOUT, OCCASIONS, CONTACT)
"""What the columns are called. ``tillfällen`` are ``key=name``; several stand with commas between them."""
ALSO: Final = swedish("också tabeller")
"""A column that can be left out: tables that are asked only when somebody chooses them."""
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    swedish("individinriktad"): INDIVIDUAL,
    swedish("strukturövergripande"): STRUCTURAL,
}
_COMMA: Final = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What a file said: the lines of the calendar, none when any of the problems refuses."""

    lines: tuple[CountsAsked, ...]
    problems: tuple[Problem, ...]


def read_calendar(name: str, data: bytes) -> CalendarReading:
    """Return the lines of a calendar; it never raises for content."""
    told: list[Problem] = []
    lines: list[CountsAsked | None] = []
    try:
        lines += [_line(line) for line in lines_of(name, data, HEADINGS, told, may_have=(ALSO,))]
    except csv.Error:
        told.append(NOT_TEXT.at(name))
    taken = () if refuses(told) else tuple(one for one in lines if one)
    return CalendarReading(taken, masked(told))


def _line(line: Line) -> CountsAsked | None:
    unit, activity = line.needed(UNIT), line.needed(ACTIVITY)
    line.needed(PERIOD)
    line.needed(DUE)
    period, due = line.read(PERIOD, Period.parse, None), line.read(DUE, day_of, None)
    line.needed(KIND)
    tables: tuple[str, ...] = line.read(KIND, one_of(_KINDS), ())
    if period is None or due is None:
        return None
    left_out = _COMMA.split(line.text(WITHOUT))
    also = line.read(ALSO, _chosen, ())
    return CountsAsked(
        Named(id_of(unit), unit),
        Named(id_of(activity), activity),
        period,
        due,
        (*(one for one in tables if one not in left_out), *(one for one in also if one not in tables)),
        line.read(OCCASIONS, _occasions, ()),
        line.text(CONTACT),
    )


def _chosen(text: str) -> tuple[str, ...]:
    """Return the keys of tables with commas between them; raises ``ValueError`` for what is not there."""
    found = tuple(_COMMA.split(text))
    for one in found:
        if one not in FOR_INDIVIDUALS:
            raise ValueError(swedish("tabellen {table} finns inte").format(table=one))
    return found


def _occasions(text: str) -> tuple[Code, ...]:
    """Return occasions written ``act=ACT, bip=BIP``; raises ``ValueError`` for anything else."""
    found = []
    for one in _COMMA.split(text):
        key, equals, name = one.partition("=")
        if not (key and equals and name):
            raise ValueError(one)
        found.append(Code(key.strip(), name.strip()))
    return tuple(found)
