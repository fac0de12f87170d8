"""What does a ledger file hold, and what is wrong with it, before anything is changed?"""

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from samordna.domain.ledger.balance_checks import check_against_last_year
from samordna.domain.ledger.books import Books, FiscalYear
from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.masking import identity_number_places, masked
from samordna.domain.ledger.preview import NOWHERE, Places
from samordna.domain.ledger.problems import POSSIBLE_IDENTITY_NUMBER, WRONG_FISCAL_YEAR
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions import problems
from samordna.office.questions.identity import association
from samordna.office.questions.ledgers import balances
from samordna.office.store import models
from samordna.office.store.ledger_rows import LedgerFileFacts
from samordna.sources.sie import Reading, read_sie

Progress: TypeAlias = Callable[[str, float], None]
"""Told what is being done, in words, and the share of it that is done, from 0 to 1."""

LONGEST_READING: Final = 60
"""Seconds that reading one file may take where people wait for it. A year of a large association takes four."""


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A file somebody handed in. A possible identity number in its name is hidden before anybody reads it."""

    name: str
    data: bytes

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", mask(self.name))


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that has been read and checked; ``books`` is None when it was refused, masked otherwise.

    ``identity_numbers`` are the places of what was masked.
    """

    facts: LedgerFileFacts
    books: Books | None
    problems: tuple[Problem, ...]
    identity_numbers: Places = NOWHERE


def read_and_check(
    file: LedgerFile, progress: Progress, *, expected_year: int | None = None, seconds: float | None = None
) -> Checked:
    """Read the file and say all that is wrong with it; what may be an identity number is masked in the books.

    ``seconds`` is how long that may take: a file that takes longer is refused.
    """
    watched = _watched(partial(progress, swedish("Läser {name}").format(name=file.name)), file.name, seconds)
    try:
        reading = read_sie(file.data, file.name, progress=watched)
        watched(1.0)
        return _checked(file, reading, expected_year)
    except Refused as refusal:  # the time was up
        sha256 = hashlib.sha256(file.data).hexdigest()
        return Checked(LedgerFileFacts(file.name, sha256, len(file.data), ""), None, refusal.problems)


def broken_chain(books: Books, name: str) -> tuple[Problem, ...]:
    """Tell when the year does not open where the one before it, as it has been read, closed."""
    day_before = books.year.start - dt.timedelta(days=1)
    before = models.LedgerImport.objects.filter(current=True, year_end=day_before).first()
    if not before:
        return ()
    [last] = balances(versions=[before.version], objects=()).years
    findings = Findings(name)
    check_against_last_year(books, last, findings)
    return findings.problems


def overlap(place: str, year: FiscalYear) -> tuple[Problem, ...]:
    """Tell of a fiscal year that shares days with another: a day would then be in two sets of balances."""
    others = models.LedgerImport.objects.filter(current=True).exclude(year_start=year.start)
    other = others.filter(year_start__lte=year.end, year_end__gte=year.start).first()
    if not other:
        return ()
    known = FiscalYear(other.year_start, other.year_end)
    return (problems.YEARS_OVERLAP.at(place, year=year.in_words, other=known.in_words, version=other.version),)


def _watched(progress: Callable[[float], None], name: str, seconds: float | None) -> Callable[[float], None]:
    """Return a ``progress`` that refuses the file when its time is up."""
    began = time.monotonic()

    def watch(share: float) -> None:
        if seconds is not None and time.monotonic() - began > seconds:
            raise Refused([problems.TOO_SLOW.at(name, seconds=round(seconds))])
        progress(share)

    return watch


def _checked(file: LedgerFile, reading: Reading, expected_year: int | None) -> Checked:
    facts = LedgerFileFacts(reading.name, reading.sha256, reading.size, reading.encoding)
    if reading.books is None:
        return Checked(facts, None, reading.problems)
    found = (*reading.problems, *check_books(reading.books, file.name), *_out_of_place(reading.books, file.name))
    if expected_year and expected_year not in {reading.books.year.start.year, reading.books.year.end.year}:
        year = reading.books.year.in_words
        found = (*found, WRONG_FISCAL_YEAR.at(file.name, found_year=year, asked=expected_year))
    told = any(problem.code == POSSIBLE_IDENTITY_NUMBER.code for problem in found)
    places = Places.of(identity_number_places(reading.books)) if told else NOWHERE
    return Checked(facts, masked(reading.books), found, places)


def _out_of_place(books: Books, place: str) -> Iterable[Problem]:
    """Tell when the books are another association's."""
    facts, theirs = association(), books.organisation_number
    ours = facts.organisation_number
    if ours and theirs:
        if _digits(ours) != _digits(theirs):
            yield problems.OTHER_ORGANISATION.at(place, theirs=mask(f"{books.company} ({theirs})"), ours=ours)
    elif books.company and not _same_name(books.company, facts.name):
        yield problems.OTHER_NAME.at(place, theirs=mask(books.company), ours=facts.name)


def _same_name(one: str, other: str) -> bool:
    """Tell whether two names are alike but for letter case and what stands between letters."""
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))


def _digits(organisation_number: str) -> str:
    return "".join(filter(str.isdigit, organisation_number))
