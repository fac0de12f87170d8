"""What did several units report in one plain table?

The columns are those of the form, with unit, activity and period before them: what is easily written by hand or by
another system. A row that is not there was not answered.
"""

import csv
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from samordna.domain.participation import count_form
from samordna.domain.participation.asked import Asked
from samordna.domain.plan.file_problems import NOT_TEXT
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.sources.counts.reading import CountsReading, Head, asked_by, masked
from samordna.sources.counts.rows import COLUMNS, Rows
from samordna.sources.plan_files.cells import Line, lines_of

UNIT, ACTIVITY, PERIOD, ROW, TEXT = (
    swedish("enhet"), swedish("insats"), swedish("period"), swedish("rad"), swedish("text"),
)  # fmt: skip
_NUMBERS: Final = {heading.lower(): heading for heading in COLUMNS}
HEADINGS: Final = (UNIT, ACTIVITY, PERIOD, ROW, *_NUMBERS, TEXT)
"""What the columns are called."""


def read_counts_table(name: str, data: bytes, asked: Collection[Asked]) -> tuple[CountsReading, ...]:
    """Return what each unit reported for each period, in the order they are met; it never raises for content.

    What is wrong with the file as a whole is a reading of its own, without a report.
    """
    told: list[Problem] = []
    reports: dict[tuple[str, str, str], Rows | Problem] = {}
    for line in _lines(name, data, told):
        whose = (line.text(UNIT), line.text(ACTIVITY), line.text(PERIOD))
        if whose not in reports:
            which = asked_by(Head(*whose, line.place), asked)
            reports[whose] = which if isinstance(which, Problem) else Rows(which, f"{name}, {which.unit.name}")
        rows = reports[whose]
        if isinstance(rows, Rows):
            rows.take(line.text(ROW), _cells(line), _places(line).__getitem__)
    read = tuple(
        CountsReading(None, masked((one,))) if isinstance(one, Problem) else one.reading() for one in reports.values()
    )
    return (*((CountsReading(None, masked(told)),) if told else ()), *read)


def _lines(name: str, data: bytes, told: list[Problem]) -> Iterator[Line]:
    try:
        yield from lines_of(name, data, HEADINGS, told)
    except csv.Error:
        told.append(NOT_TEXT.at(name))


def _cells(line: Line) -> Mapping[str, str]:
    numbers = {heading: line.text(written) for written, heading in _NUMBERS.items()}
    return {**numbers, count_form.TEXT: line.text(TEXT)}


def _places(line: Line) -> Mapping[str, str]:
    told = swedish("{place}, kolumnen {heading}")
    headings = {**{heading: written for written, heading in _NUMBERS.items()}, count_form.TEXT: TEXT}
    headings[count_form.TABLE] = ROW
    return {heading: told.format(place=line.place, heading=written) for heading, written in headings.items()}
