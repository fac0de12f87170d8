"""How does a ledger file come in: read whole, checked whole, and taken whole or not at all?"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.ledger.balance_checks import check_against_last_year
from samordna.domain.ledger.balances import sum_postings
from samordna.domain.ledger.books import Books, FiscalYear
from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.masking import masked
from samordna.domain.ledger.problems import NEW_VERSION, SAME_FILE_AGAIN, WRONG_FISCAL_YEAR
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused, refuses
from samordna.office.actions import problems
from samordna.office.actions.doing import doing
from samordna.office.actions.garbage import no_garbage_collection
from samordna.office.actions.typed import typed_problems
from samordna.office.questions.identity import association
from samordna.office.questions.ledgers import TakenImport, balances, taken_import
from samordna.office.store import models
from samordna.office.store.ledger_rows import LedgerFileFacts, Taking, write_import, write_problems
from samordna.office.store.writing import alone
from samordna.sources.sie import read_sie

Progress: TypeAlias = Callable[[str, float], None]
"""Told what is being done, in words, and the share of it that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A file somebody handed in. A possible identity number in its name is hidden before anybody reads it."""

    name: str
    data: bytes

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", mask(self.name))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of handing in files: the imports that were made, and every problem that was told."""

    taken: tuple[TakenImport, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Checked:
    """A file that has been read and checked; ``books`` is None when it was refused."""

    facts: LedgerFileFacts
    books: Books | None
    problems: tuple[Problem, ...]


def take_ledgers(
    files: Sequence[LedgerFile], *, by: Actor, expected_year: int | None = None, progress: Progress | None = None
) -> Receipt:
    """Take the files, each as the next version of its fiscal year, in the order given: all or nothing.

    The same file as the current version of its year is told and left. ``expected_year`` is a calendar
    year that every fiscal year must begin or end in. Raises ``Refused`` with every problem of every file
    when one of them refuses; then nothing is changed but the trail, which tells of the refusal.
    """
    told = progress or _silent
    handed_in = ", ".join(file.name for file in files)
    with doing(Deed.TAKE_LEDGER, by=by, subject=handed_in), no_garbage_collection():
        receipts = _take_all(files, expected_year, by=by, progress=told)
    return Receipt(
        taken=tuple(taken for receipt in receipts for taken in receipt.taken),
        problems=tuple(problem for receipt in receipts for problem in receipt.problems),
    )


def retire_import(version: int, *, reason: str, by: Actor) -> TakenImport:
    """Take an import out of use without another in its place, and return it: its year is then free again.

    Its rows stay, so that a report can be made again as known then. Raises ``Refused`` for one that is not in use.
    """
    place = swedish("version {version}").format(version=version)
    with doing(Deed.RETIRE_IMPORT, by=by, subject=place):
        _refuse_any(typed_problems(place, reason))
        with alone():
            row = models.LedgerImport.objects.filter(version=version, current=True).first()
            if row is None:
                raise Refused([problems.NO_SUCH_IMPORT.at(place)])
            models.LedgerImport.objects.filter(version=version).update(current=False)
            subject = f"{place}, {row.file_name}, {FiscalYear(row.year_start, row.year_end).in_words}"
            record(Deed.RETIRE_IMPORT, by=by, subject=subject, old={"current": True}, current=False, reason=reason)
        row.refresh_from_db()
        return taken_import(row)


def _take_all(
    files: Sequence[LedgerFile], expected_year: int | None, *, by: Actor, progress: Progress
) -> list[Receipt]:
    """Read and check every file, and when nothing refuses write them in one transaction."""
    checked = [_read_and_check(file, expected_year, progress) for file in files]
    _refuse_any(problem for one in checked for problem in one.problems)
    with alone():
        return [_take(one.facts, one.books, one.problems, by=by, progress=progress) for one in checked if one.books]


def _refuse_any(found: Iterable[Problem]) -> None:
    """Refuse everything when one problem of one file refuses."""
    told = tuple(found)
    if refuses(told):
        raise Refused(told)


def _read_and_check(file: LedgerFile, expected_year: int | None, progress: Progress) -> _Checked:
    """Read the file and say all that is wrong with it; what may be an identity number is masked in the books."""
    reading = read_sie(file.data, file.name, progress=partial(progress, swedish("Läser {name}").format(name=file.name)))
    facts = LedgerFileFacts(reading.name, reading.sha256, reading.size, reading.encoding)
    if reading.books is None:
        return _Checked(facts, None, reading.problems)
    found = (*reading.problems, *check_books(reading.books, file.name), *_out_of_place(reading.books, file.name))
    if expected_year and expected_year not in {reading.books.year.start.year, reading.books.year.end.year}:
        year = reading.books.year.in_words
        found = (*found, WRONG_FISCAL_YEAR.at(file.name, found_year=year, asked=expected_year))
    return _Checked(facts, masked(reading.books), found)


def _out_of_place(books: Books, place: str) -> Iterable[Problem]:
    """Tell when the books are another association's."""
    facts, theirs = association(), books.organisation_number
    ours = facts.organisation_number
    if ours and theirs:
        if _digits(ours) != _digits(theirs):
            yield problems.OTHER_ORGANISATION.at(place, theirs=mask(f"{books.company} ({theirs})"), ours=ours)
    elif books.company and not _same_name(books.company, facts.name):
        yield problems.OTHER_NAME.at(place, theirs=mask(books.company), ours=facts.name)


def _take(
    facts: LedgerFileFacts, books: Books, found: tuple[Problem, ...], *, by: Actor, progress: Progress
) -> Receipt:
    """Write books that nothing stops, unless their year already stands as this very file says."""
    year = books.year.in_words
    before = models.LedgerImport.objects.filter(current=True, year_start=books.year.start).first()
    if before and before.sha256 == facts.sha256:
        return Receipt((), (*found, SAME_FILE_AGAIN.at(facts.name, version=before.version, year=year)))
    _refuse_overlap(facts.name, books.year)
    found = (*found, *_broken_chain(books, facts.name))
    writing = partial(progress, swedish("Skriver {name}").format(name=facts.name))
    row = write_import(facts, books, sum_postings(books), taking=Taking(timezone.now(), by, writing))
    if before:
        found = (*found, NEW_VERSION.at(facts.name, year=year, version=row.version, previous=before.version))
    write_problems(row.version, found)
    record(
        Deed.TAKE_LEDGER,
        by=by,
        subject=f"{facts.name}, {year}",
        old={"version": before.version, "sha256": before.sha256} if before else None,
        version=row.version,
        sha256=row.sha256,
        vouchers=row.voucher_count,
        postings=row.posting_count,
    )
    return Receipt((taken_import(row),), found)


def _broken_chain(books: Books, name: str) -> Iterable[Problem]:
    """Tell when the year does not open where the one before it, as it has been read, closed."""
    day_before = books.year.start - dt.timedelta(days=1)
    before = models.LedgerImport.objects.filter(current=True, year_end=day_before).first()
    if not before:
        return ()
    [last] = balances(versions=[before.version], objects=()).years
    findings = Findings(name)
    check_against_last_year(books, last, findings)
    return findings.problems


def _refuse_overlap(place: str, year: FiscalYear) -> None:
    """Refuse a fiscal year that shares days with another: a day would then be in two sets of balances."""
    others = models.LedgerImport.objects.filter(current=True).exclude(year_start=year.start)
    other = others.filter(year_start__lte=year.end, year_end__gte=year.start).first()
    if other:
        known = FiscalYear(other.year_start, other.year_end)
        overlap = problems.YEARS_OVERLAP.at(place, year=year.in_words, other=known.in_words, version=other.version)
        raise Refused([overlap])


def _same_name(one: str, other: str) -> bool:
    """Tell whether two names are alike but for letter case and what stands between letters."""
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))


def _digits(organisation_number: str) -> str:
    return "".join(filter(str.isdigit, organisation_number))


def _silent(_what: str, _share: float) -> None:
    """Tell nobody."""
