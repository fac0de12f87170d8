"""Whose answers are not among those of a mean: which units and months, or how many of the units?

Those inside are told which; others how many, since who has not answered is no matter of theirs.
"""

from collections.abc import Iterator
from typing import NamedTuple

from samordna.domain.measures.tables.reader import Reader
from samordna.domain.participation.combining import Series
from samordna.domain.participation.count_table import Holds
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many
from samordna.domain.values.period import Month, Period, month_in_words


class Absent(NamedTuple):
    """A unit of whose answers some are missing: those of how many questions, and of which months."""

    whose: Series
    questions: int
    months: tuple[Month, ...]


def absent_in_words(table: str, reader: Reader) -> Iterator[str]:
    """Yield who is missing among the answers of a table: nothing when nobody is, or when it holds no answers."""
    if TABLES[table].holds is not Holds.SUMS:
        return
    rows = reader.ground.rows(table, reader.lists)
    absent = absent_from(table, reader)
    if not absent:
        return
    if not reader.rule.least:
        whole = len(rows)
        told = "; ".join(f"{reader.names.unit(one.whose.unit)} ({_what(one, whole, reader.period)})" for one in absent)
        yield swedish("Svar saknas från {told}.").format(told=told)
        return
    missing, units = {one.whose.unit for one in absent}, {one.unit for one in asked_of(table, reader)}
    of = how_many(len(units), swedish("den enda enhet som frågas"), swedish("{count} enheter"))
    some = swedish("{missing} av {of}").format(missing=len(missing), of=of) if len(units) > 1 else of
    yield swedish("Svar saknas helt eller delvis från {some}.").format(some=some)


def absent_from(table: str, reader: Reader) -> tuple[Absent, ...]:
    """Return the units that are asked a table of answers, and have not told all of it for the whole period."""
    counted = reader.ground.counted
    rows = reader.ground.rows(table, reader.lists)
    lacking = [counted.sums_not_told(table, codes) for codes in rows]
    found = []
    for whose in asked_of(table, reader):
        silent = whose not in counted.asked(table)
        questions = len(rows) if silent else sum(whose in units for units in lacking)
        months = counted.period.months if whose not in counted.series else counted.missing.get(whose, ())
        if questions or months:
            found.append(Absent(whose, questions, months))
    return tuple(found)


def asked_of(table: str, reader: Reader) -> tuple[Series, ...]:
    """Return the units that are asked a table in the period, whether they have told anything yet or not."""
    ground = reader.ground
    waited = (one for one in ground.waited if table in one.tables and reader.period.covers(one.period))
    return tuple(dict.fromkeys((*ground.series(table), *(one.whose for one in waited if ground.means(one.whose)))))


def _what(one: Absent, questions: int, period: Period) -> str:
    """Return what is missing of a unit's: all, some questions, some months, or both."""
    if len(one.months) == len(period.months) or (one.questions and one.questions == questions):
        return swedish("hela perioden")
    asked = swedish("{missing} av {all} frågor").format(missing=one.questions, all=questions) if one.questions else ""
    return ", ".join(part for part in (asked, _months(one.months)) if part)


def _months(months: tuple[Month, ...]) -> str:
    if not months:
        return ""
    whole = Period(months[0], months[-1])
    return whole.in_words if whole.months == months else ", ".join(map(month_in_words, months))
