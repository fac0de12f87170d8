"""What does a ledger file hold, and what is wrong with it, before anything is changed?"""

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from samordna.domain.ledger.balance_checks import check_against_last_year
from samordna.domain.ledger.books import Books, FiscalYear
from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.dimensions import DimensionFound, Role, is_reserved, roles_of
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.masking import identity_number_places, masked
from samordna.domain.ledger.preview import NOWHERE, UNKNOWN_FORM, FileForm, Places, TableFacts
from samordna.domain.ledger.problems.files import WRONG_FISCAL_YEAR
from samordna.domain.ledger.problems.people import POSSIBLE_IDENTITY_NUMBER
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions import problems
from samordna.office.actions.books.reading_any import Read, read_any
from samordna.office.questions.books.dimension_roles import chosen_roles
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.identity import association
from samordna.office.store import models
from samordna.office.store.ledger_rows import LedgerFileFacts
from samordna.sources.sie import Reading, Usable, books_of, check_sie
from samordna.sources.tables import TableMapping

Progress: TypeAlias = Callable[[str, float], None]
"""Told what is being done, in words, and the share of it that is done, from 0 to 1."""

LONGEST_READING: Final = 60
"""Seconds that reading one file may take where people wait for it. A year of a large association takes four."""


_CODES_SHOWN: Final = 5
"""Objects of a dimension that are named, so that one can see which dimension it is."""


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

    ``identity_numbers`` are the places of what was masked, ``dimensions`` those of the file with the roles that they
    were given.
    """

    facts: LedgerFileFacts
    books: Books | None
    problems: tuple[Problem, ...]
    identity_numbers: Places = NOWHERE
    form: FileForm = UNKNOWN_FORM
    dimensions: tuple[DimensionFound, ...] = ()
    table: TableFacts | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is read and checked.

    ``roles`` say what its dimensions are, ``mapping`` what the columns of a table mean; both as the association has
    said when they are None. ``expected_year`` is a calendar year that its fiscal year must begin or end in, ``seconds``
    how long reading may take: a file that takes longer is refused.
    """

    roles: Mapping[str, Role] | None = None
    mapping: TableMapping | None = None
    expected_year: int | None = None
    seconds: float | None = None


def read_and_check(file: LedgerFile, progress: Progress, manner: Manner) -> Checked:
    """Read the file and say all that is wrong with it; what may be an identity number is masked in the books."""
    watched = _watched(partial(progress, swedish("Läser {name}").format(name=file.name)), file.name, manner.seconds)
    try:
        read = read_any(file.data, file.name, manner.mapping, progress=watched)
        watched(1.0)
        return _checked(file, read, manner)
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


def _checked(file: LedgerFile, read: Read, manner: Manner) -> Checked:
    reading = read.reading
    facts = LedgerFileFacts(reading.name, reading.sha256, reading.size, reading.encoding)
    roles = chosen_roles() if manner.roles is None else manner.roles
    usable, form, expected_year = books_of(reading, roles), _form(reading), manner.expected_year
    found, books = (*reading.problems, *usable.problems, *_inside(reading)), usable.books
    dimensions = tuple(_dimensions(usable, roles))
    if books is None:
        return Checked(facts, None, found, form=form, dimensions=dimensions, table=read.table)
    found = (*found, *check_books(books, file.name), *_out_of_place(books, file.name))
    if expected_year and expected_year not in {books.year.start.year, books.year.end.year}:
        found = (*found, WRONG_FISCAL_YEAR.at(file.name, found_year=books.year.in_words, asked=expected_year))
    told = any(problem.code == POSSIBLE_IDENTITY_NUMBER.code for problem in found)
    places = Places.of(identity_number_places(books)) if told else NOWHERE
    return Checked(facts, masked(books), found, places, form, dimensions, read.table)


def _dimensions(usable: Usable, roles: Mapping[str, Role]) -> Iterator[DimensionFound]:
    """Yield the dimensions of a file with their roles; what may be an identity number is hidden."""
    for number, role in roles_of(usable.dimensions, roles).items():
        codes = usable.objects.get(number, ())
        name, shown = mask(usable.dimensions[number]), tuple(mask(code) for code in codes[:_CODES_SHOWN])
        yield DimensionFound(number, name, role, number in roles or is_reserved(number), len(codes), shown)


def _inside(reading: Reading) -> tuple[Problem, ...]:
    """Return what is wrong inside the file, unless its lines have stopped it already."""
    if reading.file is None or reading.refused:
        return ()
    return check_sie(reading.file, reading.name, file_type=reading.file_type, counts=reading.counts)


def _form(reading: Reading) -> FileForm:
    return FileForm(reading.file_type, reading.encoding, reading.signed, reading.history)


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
