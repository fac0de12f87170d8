"""How is a table with headings read so that everything wrong with it has a place?"""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeVar

from samordna.domain.plan.file_problems import EMPTY_CELL, NOT_TEXT, UNKNOWN_HEADING, WITHOUT_HEADING, WRONG_CELL
from samordna.domain.values import day as days
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.percent import part_of
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem

T = TypeVar("T")
U = TypeVar("U")

# Nine digits at most: no association has a thousand million of anything, and a person's number has ten or twelve.
_AMOUNT: Final = re.compile(r"([-+]?)([0-9]{1,9})(?:,([0-9]{1,2}))?")
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_SPACES: Final = {ord(sign): None for sign in " \u00a0\u2009\u202f"}


@dataclass(frozen=True)
class Line:
    """One line of a table: its cells by heading. What cannot be read is told in ``problems``."""

    place: str
    cells: Mapping[str, str]
    problems: list[Problem]

    def text(self, heading: str) -> str:
        """Return what stands in a cell."""
        return self.cells.get(heading, "").strip()

    def needed(self, heading: str) -> str:
        """Return what stands in a cell that must not be empty."""
        if not self.text(heading):
            self.problems.append(EMPTY_CELL.at(self._at(heading)))
        return self.text(heading)

    def read(self, heading: str, how: Callable[[str], T], fallback: U) -> T | U:
        """Return a cell as ``how`` reads it; ``fallback`` when it is empty, or wrong and told."""
        written = self.text(heading)
        if not written:
            return fallback
        try:
            return how(written)
        except ValueError as error:
            self.problems.append(WRONG_CELL.at(self._at(heading), written=written, reason=error))
            return fallback

    def amount(self, heading: str) -> Ore:
        """Return an amount in öre that must be there."""
        self.needed(heading)
        return self.read(heading, amount_of, 0)

    def needed_as(self, heading: str, how: Callable[[str], T], fallback: T) -> T:
        """Return a cell as ``how`` reads it; ``fallback`` when it is empty or wrong, which is told."""
        self.needed(heading)
        return self.read(heading, how, fallback)

    def _at(self, heading: str) -> str:
        return swedish("{place}, kolumnen {heading}").format(place=self.place, heading=heading)


def lines_of(
    name: str, data: bytes, headings: Sequence[str], problems: list[Problem], *, may_have: Sequence[str] = ()
) -> Iterator[Line]:
    """Yield the lines of a table; headings that are missing or not known are told, and then there are no lines.

    ``may_have`` are headings that can be left out.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(NOT_TEXT.at(name))
        return
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    told = [heading.strip() for heading in next(rows, [])]
    every = (*headings, *may_have)
    known = ", ".join(every)
    wrong = [WITHOUT_HEADING.at(name, heading=one, headings=known) for one in headings if one not in told]
    wrong += [UNKNOWN_HEADING.at(name, heading=one, headings=known) for one in told if one not in every]
    problems += wrong
    if wrong:
        return
    for row in rows:
        if any(cell.strip() for cell in row):
            place = swedish("{name}, rad {line}").format(name=name, line=rows.line_num)
            yield Line(place, dict(zip(told, row, strict=False)), problems)


def amount_of(text: str) -> Ore:
    """Return the öre of ``6 340 000``, ``−12,50`` or ``12 kr``; raises ``ValueError`` for anything else."""
    found = _AMOUNT.fullmatch(text.strip().removesuffix("kr").translate(_SPACES).replace("\u2212", "-"))
    if not found:
        raise ValueError(swedish("ett belopp skrivs i kronor, till exempel 6 340 000 eller 12,50"))
    sign, kronor, ore = found.groups()
    amount = int(kronor) * 100 + int((ore or "").ljust(2, "0"))
    return -amount if sign == "-" else amount


def whole_number(text: str) -> int:
    """Return the number of ``12 345``; raises ``ValueError`` for anything else."""
    found = _WHOLE.fullmatch(text.strip().translate(_SPACES).replace("\u2212", "-"))
    if not found:
        raise ValueError(swedish("ett heltal skrivs med siffror, till exempel 12 345"))
    return int(found[0])


def percent_of(text: str) -> Fraction:
    """Return the part that ``40``, ``33,3`` or ``12,5 %`` is of all; raises ``ValueError`` for anything else."""
    part = part_of(text)
    if part < 0:
        raise ValueError(swedish("en andel är inte mindre än noll"))
    return part


def month_of(text: str) -> Month:
    """Return the month of ``2024-08``; raises ``ValueError`` for anything else, and for a year that nobody means."""
    return days.likely_month(text)


def day_of(text: str) -> dt.date:
    """Return the day of ``2023-11-24``; raises ``ValueError`` for anything else, and for a year that nobody means."""
    return days.day_of(text)


def calendar_year(year: int) -> Period:
    """Return the months of a calendar year; raises ``ValueError`` for one that nobody can mean."""
    return Period.parse(f"{year:04d}-01..{year:04d}-12")


def told_year(year: int) -> Period:
    """Return the months of a calendar year that a cell says; raises ``ValueError`` for one that cannot be meant."""
    return calendar_year(days.likely_year(year))


def one_of(words: Mapping[str, T]) -> Callable[[str], T]:
    """Return a reader of a word for something; it raises ``ValueError`` with the words there are."""

    def read(text: str) -> T:
        if text.lower() not in words:
            raise ValueError(swedish("välj bland {known}").format(known=", ".join(words)))
        return words[text.lower()]

    return read
