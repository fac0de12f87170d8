"""What do the files of a folder tell of activities: agreed numbers, room and queue, what was held, surveys?"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, TypeVar

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.meeting import AgreedAction, action_problems
from samordna.domain.activities.naming import id_of
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.reported_checks import (
    agreed_problems,
    capacity_problems,
    event_problems,
    survey_problems,
)
from samordna.domain.activities.structural import CountingRule, StructuralEvent
from samordna.domain.activities.survey import AnswerShare, AskedGroup, SurveyResult
from samordna.domain.activities.units import units_of
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.activities import parts_of
from samordna.sources.plan_files.cells import Line, calendar_year, day_of, lines_of, month_of, one_of, whole_number
from samordna.sources.plan_files.meetings import read_actions

T = TypeVar("T")

AGREED_HEADINGS: Final = ("Insats", "Enhet", "Räknar", "Antal", "Budgeterat", "Grund")
CAPACITY_HEADINGS: Final = ("Insats", "Enhet", "Platser", "Kö", "Väntetid, veckor", "Källa")
EVENT_HEADINGS: Final = (
    "Insats", "Tillfälle", "Första dag", "Sista dag", "Organisationer", "Antal", "Räknas", "Källa",
)  # fmt: skip
SURVEY_HEADINGS: Final = (
    "Tillfrågade", "Enkät", "Fråga", "Från", "Till", "Fick frågan", "Svarade", "Medelvärde", "Skala", "Andelar",
    "Insats", "Enhet", "Källa",
)  # fmt: skip

_YEAR: Final = r"((?:19|20|21)[0-9]{2})"
ACTIVITY_FILES: Final = re.compile(
    rf"insatser\.csv|utforare\.csv|(avtalade-antal|strukturinsatser|enkater|uppfoljningsmoten)-{_YEAR}\.csv"
    rf"|kapacitet-({_YEAR}-(?:0[1-9]|1[0-2]))\.csv"
)
"""What files about activities are called: two for all time, one of each kind a year, and one a month of capacity."""

_COUNTED: Final = {one.in_words: one for one in Counted}
_RULES: Final = {one.in_words: one for one in CountingRule}
_GROUPS: Final = {one.in_words: one for one in AskedGroup}
_DECIMAL: Final = re.compile(r"[0-9]{1,9}(?:[,.][0-9]{1,4})?")
_NO_ONE: Final = RawCount(0)


@dataclass
class ActivityReportsRead:
    """What the files tell of activities besides what they are, and everything that is wrong with it."""

    agreed: list[AgreedNumber] = field(default_factory=list)
    capacity: list[CapacityReported] = field(default_factory=list)
    events: list[StructuralEvent] = field(default_factory=list)
    surveys: list[SurveyResult] = field(default_factory=list)
    meetings: list[AgreedAction] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_activity_reports(files: Mapping[str, bytes], activities: tuple[Activity, ...]) -> ActivityReportsRead:
    """Return what some files tell of activities, those that there are; other files are left to their own readers.

    It never raises for content.
    """
    read = ActivityReportsRead()
    for name in sorted(files):
        found = ACTIVITY_FILES.fullmatch(name)
        if found and found[1]:
            _READERS[found[1]](read, name, files[name], calendar_year(int(found[2])))
        elif found and found[3]:
            _capacity(read, name, files[name], month_of(found[3]))
    if not read.problems:
        _check(read, {one.id: one for one in activities})
    return read


def _check(read: ActivityReportsRead, known: Mapping[str, Activity]) -> None:
    for agreed in read.agreed:
        read.problems += agreed_problems(agreed, known.get(agreed.activity))
    for reported in read.capacity:
        read.problems += capacity_problems(reported, known.get(reported.activity))
    for event in read.events:
        read.problems += event_problems(event, known.get(event.activity))
    for result in read.surveys:
        read.problems += survey_problems(result, known.get(result.activity))
    units = [one.id for one in units_of(known.values())]
    for action in read.meetings:
        read.problems += action_problems(action, units)


def _agreed(read: ActivityReportsRead, name: str, data: bytes, year: Period) -> None:
    for line in lines_of(name, data, AGREED_HEADINGS, read.problems):
        read.agreed.append(
            AgreedNumber(
                activity=id_of(line.needed("Insats")),
                unit=id_of(line.text("Enhet")),
                year=year,
                counts=line.needed_as("Räknar", one_of(_COUNTED), Counted.PARTICIPANTS),
                number=line.needed_as("Antal", whole_number, 0),
                basis=line.needed("Grund"),
                budgeted=line.read("Budgeterat", whole_number, None),
            )
        )


def _capacity(read: ActivityReportsRead, name: str, data: bytes, month: Month) -> None:
    for line in lines_of(name, data, CAPACITY_HEADINGS, read.problems):
        read.capacity.append(
            CapacityReported(
                activity=id_of(line.needed("Insats")),
                unit=id_of(line.needed("Enhet")),
                month=month,
                places=line.read("Platser", whole_number, None),
                queue=line.read("Kö", _count, None),
                waiting_weeks=line.read("Väntetid, veckor", whole_number, None),
                source=line.needed("Källa"),
            )
        )


def _events(read: ActivityReportsRead, name: str, data: bytes, year: Period) -> None:
    for line in lines_of(name, data, EVENT_HEADINGS, read.problems):
        first = line.needed_as("Första dag", _day_in(year), year.start)
        read.events.append(
            StructuralEvent(
                activity=id_of(line.needed("Insats")),
                name=line.needed("Tillfälle"),
                first=first,
                last=line.read("Sista dag", day_of, first),
                organisations=parts_of(line.text("Organisationer")),
                heads=line.read("Antal", _count, None),
                rule=line.needed_as("Räknas", one_of(_RULES), CountingRule.EACH_PERSON),
                source=line.needed("Källa"),
            )
        )


def _surveys(read: ActivityReportsRead, name: str, data: bytes, year: Period) -> None:
    for line in lines_of(name, data, SURVEY_HEADINGS, read.problems):
        low, high = line.read("Skala", _scale, (None, None))
        read.surveys.append(
            SurveyResult(
                asked_group=line.needed_as("Tillfrågade", one_of(_GROUPS), AskedGroup.STAFF),
                instrument=line.needed("Enkät"),
                question=line.needed("Fråga"),
                period=_months(line, year),
                asked=line.needed_as("Fick frågan", _count, _NO_ONE),
                answered=line.needed_as("Svarade", _count, _NO_ONE),
                source=line.needed("Källa"),
                mean=line.read("Medelvärde", decimal_of, None),
                low=low, high=high,
                shares=line.read("Andelar", shares_of, ()),
                activity=id_of(line.text("Insats")),
                unit=id_of(line.text("Enhet")),
            )
        )  # fmt: skip


def _meetings(read: ActivityReportsRead, name: str, data: bytes, year: Period) -> None:
    read.meetings += read_actions(name, data, read.problems, _day_in(year), year.start)


_READERS: Final[Mapping[str, Callable[[ActivityReportsRead, str, bytes, Period], None]]] = {
    "avtalade-antal": _agreed,
    "strukturinsatser": _events,
    "enkater": _surveys,
    "uppfoljningsmoten": _meetings,
}


def _months(line: Line, year: Period) -> Period:
    first, last = line.read("Från", month_of, year.first), line.read("Till", month_of, year.last)
    return line.read("Till", lambda _: Period(first, last), Period(first, max(first, last)))


def _day_in(year: Period) -> Callable[[str], dt.date]:
    def read(text: str) -> dt.date:
        day = day_of(text)
        if not year.start <= day <= year.end:
            raise ValueError(swedish("filen är för {year}").format(year=year.in_words))
        return day

    return read


def _count(text: str) -> RawCount:
    number = whole_number(text)
    if number < 0:
        raise ValueError(swedish("ett antal är noll eller mer"))
    return RawCount(number)


def decimal_of(text: str) -> Fraction:
    """Return the number of ``3,4`` or ``3.4``; raises ``ValueError`` for anything else."""
    if not _DECIMAL.fullmatch(text.strip()):
        raise ValueError(swedish("ett tal skrivs med siffror och komma, till exempel 3,4"))
    return Fraction(text.strip().replace(",", "."))


def shares_of(text: str) -> tuple[AnswerShare, ...]:
    """Return the shares of ``ja 62,5; nej 37,5``, parted by ``;``, ``/`` or comma; raises ``ValueError`` otherwise."""
    found = []
    for part in re.split(r"[;/]|,\s+(?=\D)", text):
        answer, _, percent = part.strip().removesuffix("%").strip().rpartition(" ")
        answer = answer.strip().removesuffix(":").strip()
        if not answer:
            raise ValueError(swedish("andelar skrivs ”ja 62,5 / nej 37,5”"))
        found.append(AnswerShare(answer, decimal_of(percent)))
    return tuple(found)


def _scale(text: str) -> tuple[int | None, int | None]:
    found = re.fullmatch(r"([0-9]{1,3})\s*[-–]\s*([0-9]{1,3})", text.strip())
    if not found:
        raise ValueError(swedish("en skala skrivs 1–5"))
    return int(found[1]), int(found[2])
