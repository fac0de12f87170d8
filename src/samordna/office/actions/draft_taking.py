"""How is a draft taken, so that what comes in is what somebody saw?

A draft is taken only while its difference, as it was seen, is to the version that still holds. Somebody else may
have taken a file for the same year in between: then nothing is taken, and the difference is made anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.ledger.books import Books
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions import draft_problems as problems
from samordna.office.actions.doing import doing
from samordna.office.actions.drafts import named, open_draft, preview_of_file
from samordna.office.actions.garbage import no_garbage_collection
from samordna.office.actions.ledgers import refuse_any, silent
from samordna.office.actions.reading import LONGEST_READING, Checked, LedgerFile, Progress, read_and_check
from samordna.office.actions.taking import Receipt, current_import, take_books
from samordna.office.actions.typed import typed_problems
from samordna.office.store import models
from samordna.office.store.draft_rows import TAKEN, file_of, look_anew, preview_of, settle
from samordna.office.store.writing import alone


@dataclass(frozen=True, slots=True)
class _Read:
    """A draft that has been read again; ``against`` is the version that its difference was seen to."""

    number: int
    checked: Checked
    books: Books
    against: int | None


def take_draft(
    number: int, *, against: int | None, note: str = "", by: Actor, progress: Progress | None = None
) -> Receipt:
    """Take an open draft as the next version of its fiscal year.

    ``against`` is the version that the difference was seen to, None when there was none. ``note`` is a word about why,
    mostly why in spite of warnings, and goes to the trail. Raises ``Refused`` when
    another holds now (the draft is then looked at anew), when somebody has settled the draft, or when its file
    cannot be taken.
    """
    return take_drafts({number: against}, note=note, by=by, progress=progress)


def take_drafts(
    seen: Mapping[int, int | None], *, note: str = "", by: Actor, progress: Progress | None = None
) -> Receipt:
    """Take several open drafts in the order of their years, all or none; ``seen`` is draft → ``against``."""
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
            if any(problem.code == problems.DIFFERENCE_OLD.code for problem in refusal.problems):
                _look_anew(read)
            raise
    return Receipt(
        taken=tuple(taken for receipt in receipts for taken in receipt.taken),
        problems=tuple(problem for receipt in receipts for problem in receipt.problems),
    )


def _subject(seen: Mapping[int, int | None]) -> str:
    names = dict(models.LedgerDraft.objects.filter(pk__in=list(seen)).values_list("pk", "file_name"))
    return ", ".join(names.get(number, named(number)) for number in seen)


def _read(number: int, against: int | None, progress: Progress) -> _Read:
    """Read a draft's file again. Raises ``Refused`` with all that is wrong when it cannot be taken."""
    row = open_draft(number)
    data = file_of(row)
    if not data:
        raise Refused(preview_of(row).problems)
    checked = read_and_check(LedgerFile(row.file_name, data), progress, seconds=LONGEST_READING)
    if checked.books is None:
        raise Refused(checked.problems)
    refuse_any(checked.problems)
    return _Read(number, checked, checked.books, against)


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
    settle(open_draft(one.number), TAKEN, by=by, at=timezone.now(), version=taken.version)
    return receipt


def _look_anew(read: list[_Read]) -> None:
    with alone():
        for one in read:
            look_anew(open_draft(one.number), preview_of_file(one.checked))
