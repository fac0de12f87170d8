"""Is a goal reached, by its own rule, and is it about to be?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.goals import problems as kinds
from samordna.domain.goals.goal import Course, Goal, Target
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import Unit


class Attainment(Enum):
    """How far a goal is reached (måluppfyllelse)."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not met"
    NOT_MEASURED = "not measured"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _WORDS[self]


_WORDS: Final = {
    Attainment.MET: swedish("uppnås"),
    Attainment.PARTLY: swedish("uppnås delvis"),
    Attainment.NOT_MET: swedish("uppnås inte"),
    Attainment.NOT_MEASURED: swedish("kan inte mätas"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What an indicator shows, of all or of a unit. Without a value ``why`` says what is lacking, or not to be told."""

    label: str
    value: Fraction | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a goal's indicator shows over some months of a year: the whole, each unit, and what the year may become.

    ``source`` is where it comes from: import, packets, day.
    """

    year: Period
    period: Period
    whole: Told
    units: tuple[Told, ...] = ()
    forecast: Fraction | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far a goal is reached, with what it is held against, and what should be thought of.

    ``level`` is the year's, ``path`` where a straight path would be. ``failing`` are the units that do not reach it.
    ``why`` says what could not be measured.
    """

    goal: Goal
    attainment: Attainment
    reading: Reading | None = None
    level: Fraction | None = None
    path: Fraction | None = None
    failing: tuple[Told, ...] = ()
    why: str = ""
    warnings: tuple[Problem, ...] = ()


def judged(goal: Goal, reading: Reading) -> Verdict:
    """Return how far a goal is reached at the end of some months, by its own rule."""
    indicator, target = goal.indicator, goal.target
    if indicator is None or target is None:
        return _not_measured(goal, reading, swedish("Målet har ingen indikator eller ingen målnivå."))
    if indicator.ended and indicator.ended <= reading.period.end:
        told = {"day": swedish_date(indicator.ended), "why": indicator.why}
        ended = kinds.SOURCE_ENDED.at(goal.name, **told)
        return _not_measured(goal, reading, ended.found, ended)
    level = target.level(reading.year.last // 100)
    if level is None:
        return _not_measured(goal, reading, swedish("Målet har ingen målnivå för året."))
    lacking = [one for one in ((reading.whole,) if not target.of_each else reading.units) if one.value is None]
    if lacking or (target.of_each and not reading.units):
        return _not_measured(goal, reading, lacking[0].why if lacking else swedish("Ingen enhet har lämnat siffror."))
    return _measured(goal, target, reading, level)


def _measured(goal: Goal, target: Target, reading: Reading, level: Fraction) -> Verdict:
    held = reading.units if target.of_each else (reading.whole,)
    failing = tuple(one for one in held if one.value is not None and not target.sense.holds(one.value, level))
    attainment = (
        Attainment.MET if not failing else Attainment.PARTLY if len(failing) < len(held) else Attainment.NOT_MET
    )
    path = target.on_path(reading.year, reading.period)
    return Verdict(
        goal,
        attainment,
        reading,
        level,
        path,
        failing if target.of_each else (),
        warnings=tuple(_warnings(goal, target, reading, level, path)),
    )


def _warnings(
    goal: Goal, target: Target, reading: Reading, level: Fraction, path: Fraction | None
) -> Sequence[Problem]:
    """Return what gives reason to do something before the year is over."""
    found: list[Problem] = []
    value, forecast = reading.whole.value, reading.forecast
    if forecast is not None and not target.sense.holds(forecast, level):
        told = {"forecast": in_unit(forecast, target.unit), "level": in_unit(level, target.unit)}
        found.append(
            kinds.FORECAST_SHORT.at(goal.name, year=reading.year.last // 100, sense=target.sense.in_words, **told)
        )
    behind = target.course is Course.ADDS_UP and value is not None and path is not None
    if behind and value is not None and path is not None and not target.sense.holds(value, path):
        month = month_in_words(reading.period.last)
        told = {"value": in_unit(value, target.unit), "path": in_unit(path, target.unit)}
        found.append(kinds.BEHIND_PATH.at(goal.name, month=month, **told))
    return found


def _not_measured(goal: Goal, reading: Reading, why: str, *warnings: Problem) -> Verdict:
    return Verdict(goal, Attainment.NOT_MEASURED, reading, why=why, warnings=warnings)


def in_unit(value: Fraction, unit: Unit) -> str:
    """Return a value as a person reads it in running text: ``75 %``, ``2 000 tkr``."""
    return f"{swedish_number(unit.shown(value), unit.decimals)} {unit.suffix}".rstrip()
