"""Is a goal reached, by its own rule, and is it about to be?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.document import Origin
from samordna.domain.goals import problems as kinds
from samordna.domain.goals.goal import Course, Goal, Indicator, Target
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP, swedish_number
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
    """What an indicator shows, of all or of a unit, and where it comes from.

    Without a value ``why`` says what is lacking. With a ``sign`` besides (``<5``) the figure is there and may not be
    told to those who read. ``forecast`` is what a unit may come to by the end of the year, None where nobody can say.
    """

    label: str
    value: Fraction | None
    why: str = ""
    origin: Origin | None = None
    sign: str = ""
    forecast: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a goal's indicator shows over some months of a year: the whole, each unit, and what the year may become.

    ``forecast_by`` says how the forecast was made.
    """

    year: Period
    period: Period
    whole: Told
    units: tuple[Told, ...] = ()
    forecast: Fraction | None = None
    forecast_by: Origin | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far a goal is reached, with what it is held against, and what should be thought of.

    ``level`` is the year's, ``path`` where a straight path would be. ``failing`` are the units that do not reach it.
    ``why`` says what could not be measured.

    With ``of_each`` the forecast of all together says nothing of the rule: ``expected`` says what is forecast of each.
    """

    goal: Goal
    attainment: Attainment
    reading: Reading | None = None
    level: Fraction | None = None
    path: Fraction | None = None
    failing: tuple[Told, ...] = ()
    why: str = ""
    warnings: tuple[Problem, ...] = ()

    @property
    def expected(self) -> int | None:
        """How many units are forecast to reach the level of the year; None where that is not known of every one."""
        target, reading = self.goal.target, self.reading
        if target is None or reading is None or self.level is None or not _is_forecast(target, reading):
            return None
        return len(reading.units) - len(_short(target, reading, self.level))


def judged(goal: Goal, reading: Reading) -> Verdict:
    """Return how far a goal is reached at the end of some months, by its own rule."""
    indicator, target = goal.indicator, goal.target
    if indicator is None or target is None:
        return _not_measured(goal, reading, swedish("Målet har ingen indikator eller ingen målnivå."))
    if has_ended(indicator, reading.period):
        ended = _ended(goal, indicator)
        return _not_measured(goal, reading, ended.found, ended)
    level = target.level(reading.year.last // 100)
    if level is None:
        return _not_measured(goal, reading, swedish("Målet har ingen målnivå för året."))
    lacking = [one for one in ((reading.whole,) if not target.of_each else reading.units) if one.value is None]
    if lacking or (target.of_each and not reading.units):
        nobody = reading.whole.why or swedish("Ingen enhet har lämnat siffror.")
        return _not_measured(goal, reading, lacking[0].why if lacking else nobody)
    return _measured(goal, target, reading, level)


def has_ended(indicator: Indicator, period: Period) -> bool:
    """Tell whether the source of an indicator tells nothing of the end of some months."""
    return indicator.ended is not None and indicator.ended <= period.end


def _ended(goal: Goal, indicator: Indicator) -> Problem:
    day = swedish_date(indicator.ended) if indicator.ended else ""
    return kinds.SOURCE_ENDED.at(goal.name, day=day, why=indicator.why.strip().rstrip("."))


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
    """Return what gives reason to do something before the year is over; when it is, there is nothing to warn of."""
    found: list[Problem] = []
    if reading.period.last >= reading.year.last:
        return found
    if target.of_each:
        return (*_units_short(goal, target, reading, level), *_units_behind(goal, target, reading, path))
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


def _is_forecast(target: Target, reading: Reading) -> bool:
    return target.of_each and bool(reading.units) and all(one.forecast is not None for one in reading.units)


def _short(target: Target, reading: Reading, level: Fraction) -> tuple[Told, ...]:
    """Return the units that are forecast not to reach the level of the year."""
    return tuple(
        one for one in reading.units if one.forecast is not None and not target.sense.holds(one.forecast, level)
    )


def _units_short(goal: Goal, target: Target, reading: Reading, level: Fraction) -> Sequence[Problem]:
    short = _short(target, reading, level)
    if not short or not _is_forecast(target, reading):
        return ()
    told = [f"{one.label} {in_unit(one.forecast, target.unit)}" for one in short if one.forecast is not None]
    held = held_to(target, level)
    return (kinds.UNITS_SHORT.at(goal.name, year=reading.year.last // 100, units=_listed(told), held=held),)


def _units_behind(goal: Goal, target: Target, reading: Reading, path: Fraction | None) -> Sequence[Problem]:
    """Return who is behind a straight path; where a forecast tells the same of each, that is enough."""
    if path is None or target.course is not Course.ADDS_UP or _is_forecast(target, reading):
        return ()
    behind = [one.label for one in reading.units if one.value is not None and not target.sense.holds(one.value, path)]
    if not behind:
        return ()
    month, where = month_in_words(reading.period.last), in_unit(path, target.unit)
    return (kinds.UNITS_BEHIND.at(goal.name, units=_listed(behind), path=where, month=month),)


def _listed(names: Sequence[str]) -> str:
    """Return names in a sentence: ``a, b och c``."""
    return swedish(" och ").join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _not_measured(goal: Goal, reading: Reading, why: str, *warnings: Problem) -> Verdict:
    return Verdict(goal, Attainment.NOT_MEASURED, reading, why=why, warnings=warnings)


def held_to(target: Target, level: Fraction) -> str:
    """Return what a goal is held to, as it stands in a sentence: ``minst 75 % i varje enhet``, ``minst 0,01 steg``."""
    each = swedish(" i varje enhet") if target.of_each else ""
    named = "" if target.unit.suffix else f"{GROUP}{target.unit.name}"
    return f"{target.sense.in_words} {in_unit(level, target.unit)}{named}{each}"


def in_unit(value: Fraction, unit: Unit) -> str:
    """Return a value as a person reads it in running text: ``75 %``, ``2 000 tkr``."""
    return f"{swedish_number(unit.shown(value), unit.decimals)}{GROUP}{unit.suffix}".rstrip()
