"""How is a draft taken, so that what comes in is what somebody saw?

A draft is taken only while its difference, as it was seen, is to the version that still holds. Somebody else may
have taken a file for the same year in between: then nothing is taken, and the difference is made anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.ledger.books import Books
from samordna.domain.ledger.preview import read_with
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.books import draft_problems as problems
from samordna.office.actions.books.drafts import file_of_draft, manner_of, named, open_draft, preview_of_file
from samordna.office.actions.books.ledgers import refuse_any, silent
from samordna.office.actions.books.reading import Checked, Progress, read_and_check
from samordna.office.actions.books.reading_any import names_somebody
from samordna.office.actions.books.taking import Receipt, current_import, take_books
from samordna.office.actions.doing import doing
from samordna.office.actions.typed import typed_problems
from samordna.office.store import models
from samordna.office.store.draft_rows import look_anew, preview_of, settle_taken
from samordna.office.store.writing import alone
from samordna.sources.garbage import no_garbage_collection


@dataclass(frozen=True, slots=True)
class _Read:
    """A draft that has been read again.

    ``against`` is the version that its difference was seen to, ``read_with`` what it had been read with then. ``keep``:
    the file itself is kept.
    """

    number: int
    checked: Checked
    books: Books
    against: int | None
    read_with: frozenset[str]
    keep: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw of a draft before taking it.

    ``against`` is the version that the difference was seen to, None when there was none. ``read_with`` is what the
    file had been read with (``LedgerPreview.read_with``), empty for whoever takes it however it is read.
    """

    against: int | None
    read_with: str = ""


def take_draft(number: int, *, seen: Seen, note: str = "", by: Actor, progress: Progress | None = None) -> Receipt:
    """Take an open draft as the next version of its fiscal year.

    ``note`` is a word about why, mostly why in spite of warnings, and goes to the trail. Raises ``Refused`` when
    another version holds now than was seen, or the file would be read otherwise (the draft is then looked at anew),
    when somebody has settled the draft, or when its file cannot be taken.
    """
    return take_drafts({number: seen}, note=note, by=by, progress=progress)


def take_drafts(seen: Mapping[int, Seen], *, note: str = "", by: Actor, progress: Progress | None = None) -> Receipt:
    """Take several open drafts in the order of their years, all or none."""
    told = progress or silent
    with doing(Deed.TAKE_LEDGER, by=by, subject=_subject(seen)), no_garbage_collection():
        if note.strip():
            refuse_any(typed_problems(_subject(seen), note))
        read = sorted((_read(number, seen[number], told) for number in seen), key=lambda one: one.books.year.start)
        _refuse_same_year(read)
        try:
            with alone():
                refuse_any(problem for one in read for problem in _outdated(one))
                receipts = [_take(one, note.strip(), by=by, progress=told) for one in read]
        except Refused as refusal:
            if any(problem.code in _LOOK_ANEW for problem in refusal.problems):
                _look_anew(read)
            raise
    return Receipt(
        taken=tuple(taken for receipt in receipts for taken in receipt.taken),
        problems=tuple(problem for receipt in receipts for problem in receipt.problems),
    )


_LOOK_ANEW: Final = {problems.DIFFERENCE_OLD.code, problems.READ_ANEW.code}


def _subject(seen: Mapping[int, Seen]) -> str:
    names = dict(models.LedgerDraft.objects.filter(pk__in=list(seen)).values_list("pk", "file_name"))
    return ", ".join(names.get(number, named(number)) for number in seen)


def _read(number: int, seen: Seen, progress: Progress) -> _Read:
    """Read a draft's file again. Raises ``Refused`` with all that is wrong when it cannot be taken."""
    row = open_draft(number)
    file = file_of_draft(row)
    checked = read_and_check(file, progress, manner_of(row))
    if checked.books is None:
        raise Refused(checked.problems)
    refuse_any(checked.problems)
    seen_with = frozenset({preview_of(row).read_with, seen.read_with} - {""})
    keep = checked.table is not None and not names_somebody(file.data, file.name)
    return _Read(number, checked, checked.books, seen.against, seen_with, keep)


def _refuse_same_year(read: list[_Read]) -> None:
    for one, other in pairwise(read):
        if one.books.year.start == other.books.year.start:
            names = f"{one.checked.facts.name}, {other.checked.facts.name}"
            year = one.books.year.in_words
            raise Refused([problems.SAME_YEAR_TWICE.at(swedish("filer"), year=year, names=names)])


def _outdated(one: _Read) -> tuple[Problem, ...]:
    """Tell when the difference that was seen is not the one there would be now; ask inside the transaction."""
    open_draft(one.number)
    name, year, holds = one.checked.facts.name, one.books.year.in_words, current_import(one.books)
    if holds and holds.sha256 == one.checked.facts.sha256:
        return (problems.SAME_AS_CURRENT.at(name, year=year, version=holds.version),)
    if one.read_with != {read_with(one.checked.dimensions, one.checked.table)}:
        return (problems.READ_ANEW.at(name),)
    if one.against == (holds.version if holds else None):
        return ()
    return (problems.DIFFERENCE_OLD.at(name, year=year, what=_what_happened(one.against, holds)),)


def _what_happened(against: int | None, holds: models.LedgerImport | None) -> str:
    if holds is None:
        return swedish("version {version} är tagen ur bruk.").format(version=against)
    at = timezone.localtime(holds.taken_at)
    told = swedish("{name} läste in {file} {at}, som version {version}.")
    return told.format(name=holds.taken_by_name, file=holds.file_name, at=f"{at:%Y-%m-%d %H:%M}", version=holds.version)


def _take(one: _Read, note: str, *, by: Actor, progress: Progress) -> Receipt:
    besides = {"draft": one.number, **({"note": note} if note else {})}
    receipt = take_books(one.checked, one.books, by=by, progress=progress, besides=besides)
    [taken] = receipt.taken  # the same file again was refused before
    settle_taken(open_draft(one.number), taken.version, by=by, at=timezone.now(), keep=one.keep)
    return receipt


def _look_anew(read: list[_Read]) -> None:
    previews = {one.number: preview_of_file(one.checked) for one in read}
    with alone():
        for number, preview in previews.items():
            look_anew(open_draft(number), preview)
