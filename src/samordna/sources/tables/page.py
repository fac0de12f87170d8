"""What does a table say of itself above its head: which year, to which day, whose?

Programs write it in as many ways as there are programs. What is looked for is days and months, in pairs or
after a word that tells what they are; a day without such a word may be the day of printing, and is left.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.values.spelling import folded
from samordna.sources.sie.values import organisation_number
from samordna.sources.tables.cells import Grid, text_of
from samordna.sources.tables.fields import TableKind
from samordna.sources.tables.head_words import in_thousands
from samordna.sources.tables.mapping import NO_HEAD
from samordna.sources.tables.values import date_of, month_named

_LOOKED_AT: Final = 30
_LONGEST: Final = 2_000
_DAY: Final = r"(?:(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|(?:19|20)[0-9]{6}|[0-9]{2}[01][0-9][0-3][0-9])(?![0-9-])"
_MONTH: Final = r"(?:19|20)[0-9]{2}-?(?:0[1-9]|1[0-2])(?![0-9-])"
_TO: Final = r" ?(?:-|–|—|--|till|tom|t\.o\.m\.?| ) ?"
_DAYS: Final = re.compile(rf"(?<![0-9])({_DAY}){_TO}({_DAY})")
_MONTHS: Final = re.compile(rf"(?<![0-9])((?:19|20)[0-9]{{2}}-?(?:0[1-9]|1[0-2])){_TO}({_MONTH})")
_NAMED_MONTHS: Final = re.compile(r"\b([a-zåäö]{3,9})\.? ?[-–—] ?([a-zåäö]{3,9})\.? ?((?:19|20)[0-9]{2})\b")
_TOLD: Final = r"\b(?:per|tom|t\.o\.m\.?|till och med|saldo|ub|us|utg\w*[ .]*\w*|balansdag|period|avser|ack\w*)\b[ :.]*"
_TOLD_DAY: Final = re.compile(rf"{_TOLD}({_DAY})")
_TOLD_MONTH: Final = re.compile(rf"{_TOLD}({_MONTH})")
_TOLD_NAMED: Final = re.compile(rf"{_TOLD}([a-zåäö]{{3,9}})\.? ((?:19|20)[0-9]{{2}})\b")
_OF_YEAR: Final = re.compile(r"\b(?:(?:räkenskaps|bokförings|verksamhets)?år)(?:et)?\b")
_YEAR: Final = re.compile(r"[ :]*((?:19|20)[0-9]{2})(?![0-9-])")
_TITLE_YEAR: Final = re.compile(r"\w*(?:balans|lista|bok|rapport)\b[ ,:]*((?:19|20)[0-9]{2})(?![0-9-])")
_LONGEST_YEAR: Final = dt.timedelta(days=18 * 31)
_TITLES: Final = (
    (re.compile("huvudbok"), TableKind.LEDGER),
    (re.compile("verifikationslista|verifikationer|grundbok|dagbok|transaktionslista"), TableKind.VOUCHERS),
    (re.compile("saldolista|saldobalans|råbalans|balanslista|balansrapport|resultatrapport"), TableKind.BALANCES),
)
_ORGANISATION: Final = re.compile(r"\borg\w*[. -]*(?:nr|nummer)?\b[ .:]*([0-9]{6}-?[0-9]{4})(?![0-9])")


class Span(NamedTuple):
    """Days that a text speaks of; ``first`` is None where it tells only the last."""

    first: dt.date | None
    last: dt.date


@dataclass(frozen=True, slots=True)
class Page:
    """What is told of the table as a whole. None and empty where nothing is."""

    year: FiscalYear | None = None
    first: dt.date | None = None
    covered_to: dt.date | None = None
    organisation_number: str = ""
    kind: TableKind | None = None
    in_thousands: str = ""
    """The line that says that amounts are not in kronor."""


def page_of(grid: Grid, head_row: int, heads: Sequence[str]) -> Page:
    """Return what the rows above the head row, the heads themselves and the sheet's name tell."""
    above = 0 if head_row == NO_HEAD else min(head_row, _LOOKED_AT)
    texts = (" ".join(map(text_of, row))[:_LONGEST] for row in grid.rows[:above])
    lines = [" ".join(folded(text).split()) for text in (*texts, *heads, grid.sheet)]
    years, rests = zip(*map(_year_apart, lines), strict=True)
    first, last = max((span for rest in rests for span in _spans(rest)), key=_last_day, default=(None, None))
    titled = next((int(found[1]) for line in lines if (found := _TITLE_YEAR.search(line))), None)
    named = last.year if last else titled
    year = next(filter(None, years), None) or (calendar_year(named) if named else None)
    number = next((found[1] for line in lines if (found := _ORGANISATION.search(line))), "")
    kind = next((kind for words, kind in _TITLES for line in lines[:above] if words.search(line)), None)
    covered_to = last if year and last and last in year else None
    thousands = next((line for line in lines if in_thousands(line)), "")
    return Page(year, first, covered_to, organisation_number(number), kind, thousands)


def _last_day(span: Span) -> dt.date:
    return span.last


def _year_apart(line: str) -> tuple[FiscalYear | None, str]:
    """Return the fiscal year that a line tells, and the line without it."""
    found = _OF_YEAR.search(line)
    if not found:
        return None, line
    before, after = line[: found.start()], line[found.end() :]
    days = _DAYS.search(after)
    try:
        first, last = (date_of(days[1]), date_of(days[2])) if days else (dt.date.min, dt.date.min)
    except ValueError:
        return None, before
    if days and dt.timedelta() < last - first < _LONGEST_YEAR:
        return FiscalYear(first, last), before + after[days.end() :]
    number = _YEAR.match(after)
    return (calendar_year(int(number[1])), before + after[number.end() :]) if number else (None, line)


def calendar_year(year: int) -> FiscalYear:
    """Return the calendar year, which is what an association's fiscal year is (kommunal redovisning)."""
    return FiscalYear(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _spans(line: str) -> Iterator[Span]:
    """Yield the days that a line speaks of, those in pairs first."""
    try:
        if found := _DAYS.search(line):
            yield Span(date_of(found[1]), date_of(found[2]))
        elif found := _MONTHS.search(line):
            yield Span(_first(found[1]), _last(found[2]))
        elif found := _NAMED_MONTHS.search(line):
            first, last = (f"{found[3]}{month_named(found[number]):02d}" for number in (1, 2))
            yield Span(_first(first), _last(last))
        elif found := _TOLD_DAY.search(line):
            yield Span(None, date_of(found[1]))
        elif found := _TOLD_MONTH.search(line):
            yield Span(None, _last(found[1]))
        elif found := _TOLD_NAMED.search(line):
            yield Span(None, _last(f"{found[2]}{month_named(found[1]):02d}"))
    except ValueError:  # days that do not exist, words that are no months
        return


def _first(month: str) -> dt.date:
    return date_of(month.replace("-", "") + "01")


def _last(month: str) -> dt.date:
    first = _first(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
