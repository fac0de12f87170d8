"""How do the units of a demo association tell their counts, and the office take them?"""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from samordna.domain.participation.collecting.submission import CellQuestion, SubmissionState
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import CountsReport, Place
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.sources.counts import read_calendar, read_counts_table, read_stated_totals

_COUNTS: Final = files("samordna.demo") / "counts"
_CALENDAR: Final = "kalender-"
_COUNTED: Final = "siffror-"
_STATED: Final = "angivna-summor.csv"
_CAME: Final = "inlamnade.csv"


@dataclass(frozen=True, slots=True)
class _Came:
    """When a unit's counts came, how far they have come since, and what is asked of the women of a table."""

    day: dt.date
    state: SubmissionState
    table: str
    question: str


def tell_counts(association: str) -> None:
    """Ask the units for their counts, take those that are there, and enter what was stated elsewhere."""
    folder = _COUNTS / association
    for file in _named(folder, _CALENDAR):
        reading = read_calendar(file.name, file.read_bytes())
        if reading.problems:
            raise Refused(reading.problems)
        actions.ask_counts(reading.lines, by=actions.TERMINAL)
    came = dict(_came((folder / _CAME).read_text("utf-8")))
    for file in _named(folder, _COUNTED):
        _take(file, came)
    for file in _named(folder, _STATED):
        for stated in read_stated_totals(file.name, file.read_bytes()).totals:
            actions.state_total(stated, by=actions.TERMINAL)


def _take(file: Traversable, came: dict[tuple[str, Period], _Came]) -> None:
    """Hand in what each unit counted, as of the day it came, and take it as far as it has come."""
    held = questions.counts_held()
    for reading in read_counts_table(file.name, file.read_bytes(), held.asked):
        if reading.report is None:
            raise Refused(reading.problems)
        report = reading.report
        line = held.line(report.unit, report.activity, report.period)
        if line:
            _take_on(report, came[line.asked.unit.name, report.period])


def _take_on(report: CountsReport, came: _Came) -> None:
    actions.hand_in_counts(report, by=actions.TERMINAL, arrived=came.day)
    line = questions.counts_held().line(report.unit, report.activity, report.period)
    if line is None or came.state is SubmissionState.SENT_IN:
        return
    if came.state is SubmissionState.SENT_BACK:
        asks = CellQuestion(came.question, Place(came.table, (), Gender.WOMEN))
        actions.send_back_counts(line.asked, [asks], by=actions.TERMINAL)
        return
    actions.accept_counts(line.asked, by=actions.TERMINAL)
    actions.lock_counts(line.asked, by=actions.TERMINAL)


def _came(text: str) -> Iterator[tuple[tuple[str, Period], _Came]]:
    states = {state.in_words: state for state in SubmissionState}
    for row in csv.DictReader(text.splitlines(), delimiter=";"):
        told = _Came(dt.date.fromisoformat(row["kom"]), states[row["läge"]], row["ruta"], row["fråga"])
        yield (row["enhet"], Period.parse(row["period"])), told


def _named(folder: Traversable, begins: str) -> list[Traversable]:
    return sorted((one for one in folder.iterdir() if one.name.startswith(begins)), key=lambda one: one.name)
