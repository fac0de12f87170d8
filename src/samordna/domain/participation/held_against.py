"""Does what a unit reported agree with what was known before: the last report, the agreement, the first answer?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.participation import problems as kinds
from samordna.domain.participation import tables as t
from samordna.domain.participation.asked import Asked
from samordna.domain.participation.counts_report import CountsReport, Place, Sums, Value
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import month_in_words, months_later
from samordna.domain.values.problem import Problem

BEHIND: Final = (3, 4)
"""Less than three quarters of where an even pace would be is told: less than that is a summer or a late start."""
_TOLD: Final = 5
"""How many differences are told one by one."""


@dataclass(frozen=True, slots=True)
class AgreedCount:
    """What was agreed for a year (avtalat antal): how many, and the table that counts them."""

    table: str
    number: int
    year: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that two reports answer differently; None is blank or not answered."""

    place: Place
    before: Value
    after: Value


def agreed_problems(report: CountsReport, agreed: AgreedCount, asked: Asked) -> tuple[Problem, ...]:
    """Return whether a report that begins with the year is above what was agreed for it, or far behind an even pace."""
    counted = report.figure(agreed.table).exact
    january = agreed.year * 100 + 1
    if counted is None or report.period.first != january or report.period.last // 100 != agreed.year:
        return ()
    months = len(report.period.months)
    told: dict[str, object] = {
        "told": swedish_number(counted.count), "month": month_in_words(report.period.last),
        "agreed": swedish_number(agreed.number), "year": agreed.year,
    }  # fmt: skip
    place = f"{asked.unit.name}, {t.TABLES[agreed.table].name}"
    part, of = BEHIND
    if counted.count > agreed.number:
        return (kinds.ABOVE_AGREED.at(place, **told),)
    if counted.count * 12 * of < agreed.number * months * part:
        straight = swedish_number(agreed.number * months // 12)
        return (kinds.BEHIND_AGREED.at(place, **told, straight=straight),)
    return ()


def earlier_problems(report: CountsReport, earlier: CountsReport, asked: Asked) -> tuple[Problem, ...]:
    """Return where a period does not begin as the one just before it ended; of other periods nothing is said."""
    if months_later(earlier.period.last, 1) != report.period.first:
        return ()
    return tuple(_not_carried_on(report, earlier, asked))


def _not_carried_on(report: CountsReport, earlier: CountsReport, asked: Asked) -> Iterator[Problem]:
    for begins, ended in ((t.CARRIED_OVER, t.WAITING), (t.ONGOING_AT_START, t.ONGOING)):
        now, before = report.figure(begins.key).exact, earlier.figure(ended.key).exact
        if now is not None and before is not None and now != before:
            told = {"told": swedish_number(now.count), "before": swedish_number(before.count)}
            yield kinds.OTHER_THAN_BEFORE.at(asked.called(Place(begins.key)), **told)


def differences(before: CountsReport, after: CountsReport) -> tuple[Difference, ...]:
    """Return every cell that two reports answer differently, in the order of the tables."""
    places = dict.fromkeys((*(cell.place for cell in before.cells), *(cell.place for cell in after.cells)))
    found = (Difference(one, before.by_place.get(one), after.by_place.get(one)) for one in places)
    return tuple(one for one in found if one.before != one.after)


def second_report_problems(
    report: CountsReport, already: CountsReport, asked: Asked, reason: str = ""
) -> tuple[Problem, ...]:
    """Return what a second report of the same unit and period meets: two people may have filled in one form each.

    What is the same is only told; what differs needs a reason, and is then a correction of the first.
    """
    differing = differences(already, report)
    place = f"{asked.unit.name}, {report.period.in_words}"
    if not differing and already.explanations == report.explanations:
        return (kinds.SAME_ANSWER.at(place, period=report.period.in_words),)
    if reason.strip():
        return ()
    first = [in_words(one, asked) for one in differing[:_TOLD]]
    more = len(differing) - len(first)
    first += [swedish("och {count} till").format(count=swedish_number(more))] if more else []
    told = {"period": report.period.in_words, "count": swedish_number(len(differing))}
    return (kinds.TWO_ANSWERS.at(place, **told, differences="; ".join(first) or swedish("bara texterna")),)


def in_words(difference: Difference, asked: Asked) -> str:
    """Return a difference as it is read: ``Startade, kvinnor: 9 i stället för 10``."""
    told = swedish("{place}: {after} i stället för {before}")
    before, after = (value_in_words(value) for value in (difference.before, difference.after))
    return told.format(place=asked.called(difference.place), before=before, after=after)


def value_in_words(value: Value) -> str:
    """Return what stands in a cell, as it is read; ``tomt`` for nothing."""
    match value:
        case None:
            return swedish("tomt")
        case RawCount(count):
            return swedish_number(count)
        case Sums(n, total, squares):
            told = swedish("{n} svar med summa {total} och kvadratsumma {squares}")
            return told.format(n=swedish_number(n.count), total=swedish_number(total), squares=swedish_number(squares))
