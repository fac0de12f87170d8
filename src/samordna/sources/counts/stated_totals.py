"""Which sums over all units has somebody stated, and where?"""

import csv
from dataclasses import dataclass
from typing import Final

from samordna.domain.participation import problems as kinds
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Place
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.participation.tables import TABLES
from samordna.domain.participation.typed import number_problem, typed_count
from samordna.domain.plan.file_problems import NOT_TEXT
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, refuses
from samordna.sources.counts.reading import masked
from samordna.sources.plan_files.cells import Line, lines_of, one_of

ACTIVITY, PERIOD, TABLE, GENDER, COUNT, SOURCE = (
    swedish("insats"), swedish("period"), swedish("tabell"), swedish("kön"), swedish("antal"), swedish("källa"),
)  # fmt: skip
HEADINGS: Final = (ACTIVITY, PERIOD, TABLE, GENDER, COUNT, SOURCE)
"""What the columns are called. A table is one that is divided by nothing but gender."""
_GENDERS: Final[dict[str, Gender | None]] = {
    swedish("kvinnor"): Gender.WOMEN,
    swedish("män"): Gender.MEN,
    swedish("okänt"): Gender.UNKNOWN,
    swedish("totalt"): None,
}


@dataclass(frozen=True, slots=True)
class StatedReading:
    """What a file said: the sums, none when any of the problems refuses."""

    totals: tuple[StatedTotal, ...]
    problems: tuple[Problem, ...]


def read_stated_totals(name: str, data: bytes) -> StatedReading:
    """Return the sums of a table of them; it never raises for content."""
    problems: list[Problem] = []
    try:
        found = [_total(line) for line in lines_of(name, data, HEADINGS, problems)]
    except csv.Error:
        found = []
        problems.append(NOT_TEXT.at(name))
    return StatedReading(() if refuses(problems) else tuple(one for one in found if one), masked(problems))


def _total(line: Line) -> StatedTotal | None:
    table = line.needed(TABLE)
    if table not in TABLES or TABLES[table].dimensions:
        line.problems.append(kinds.UNKNOWN_TABLE.at(line.place, table=table))
    gender = line.needed_as(GENDER, one_of(_GENDERS), None)
    period = line.needed_as(PERIOD, Period.parse, None)
    activity, source, written = line.needed(ACTIVITY), line.needed(SOURCE), line.needed(COUNT)
    try:
        count = typed_count(written)
    except ValueError:
        line.problems.append(number_problem(written, line.place))
        return None
    if count is None or period is None:
        return None
    return StatedTotal(activity, period, Place(table, (), gender), count, source)
