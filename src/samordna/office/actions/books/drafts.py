"""How is a ledger file handed in to be looked at, and then taken or left?

What is looked at is a draft: nothing of it is in the books before somebody takes it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.ledger.balances import sum_postings
from samordna.domain.ledger.books import Books
from samordna.domain.ledger.preview import BooksFacts, LedgerPreview
from samordna.domain.ledger.problems.versions import SAME_FILE_AGAIN
from samordna.domain.ledger.vouchers_compared import MOST, VouchersCompared, vouchers_compared
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused, Severity
from samordna.office.actions.books import draft_problems as problems
from samordna.office.actions.books.ledgers import silent
from samordna.office.actions.books.reading import (
    LONGEST_READING,
    Checked,
    LedgerFile,
    Manner,
    Progress,
    broken_chain,
    overlap,
    read_and_check,
)
from samordna.office.actions.books.taking import changed_closed_months, current_import
from samordna.office.actions.doing import doing
from samordna.office.store import models
from samordna.office.store.draft_rows import LEFT, OPEN, file_of, look_anew, preview_of, settle, write_draft
from samordna.office.store.voucher_rows import read_vouchers
from samordna.office.store.writing import alone
from samordna.sources.garbage import no_garbage_collection
from samordna.sources.tables import TableMapping


@dataclass(frozen=True, slots=True)
class HandInLimits:
    """How much may be handed in at once. A year of the largest associations is a fifth of the largest file."""

    megabytes: int = 200
    files: int = 20

    @property
    def largest_file(self) -> int:
        """The most bytes that one file may have."""
        return self.megabytes * 1024 * 1024


HAND_IN_LIMITS: Final = HandInLimits()


def hand_in(files: Sequence[LedgerFile], *, by: Actor, progress: Progress | None = None) -> tuple[int, ...]:
    """Read and check each file once and keep it as a draft; return the drafts' numbers, in the order given.

    A file that cannot be taken is a draft too, which says why. A file that waits already is that same draft, looked
    at anew. Raises ``Refused`` for none, for too many and for too large files.
    """
    subject = ", ".join(file.name for file in files)
    with doing(Deed.HAND_IN_LEDGER, by=by, subject=subject), no_garbage_collection():
        _refuse_amount(files)
        return tuple(_hand_in(file, by=by, progress=progress or silent) for file in files)


def look_again(number: int, *, by: Actor) -> LedgerPreview:
    """Hold an open draft against the books as they stand now, and return what that told."""
    with doing(Deed.HAND_IN_LEDGER, by=by, subject=named(number)), no_garbage_collection():
        row = open_draft(number)
        preview = preview_of_file(read_and_check(file_of_draft(row), silent, manner_of(row)))
        with alone():
            look_anew(open_draft(number), preview)
            record(Deed.HAND_IN_LEDGER, by=by, subject=row.file_name, draft=number, against=preview.against)
    return preview


def leave_draft(number: int, *, by: Actor) -> None:
    """Leave an open draft untaken. What it held is forgotten; that it was there stays in the trail."""
    with doing(Deed.LEAVE_LEDGER, by=by, subject=named(number)), alone():
        row = open_draft(number)
        settle(row, LEFT, by=by, at=timezone.now())
        record(Deed.LEAVE_LEDGER, by=by, subject=row.file_name, draft=number, sha256=row.sha256)


def preview_of_file(checked: Checked) -> LedgerPreview:
    """Return what a file that has been read looks like beside the books as they stand now."""
    books = checked.books
    if books is None:
        return LedgerPreview(checked.form, checked.problems, dimensions=checked.dimensions, table=checked.table)
    before = current_import(books)
    found = (*checked.problems, *overlap(checked.facts.name, books.year), *broken_chain(books, checked.facts.name))
    if before and before.sha256 == checked.facts.sha256:
        year = books.year.in_words
        found = (*found, SAME_FILE_AGAIN.at(checked.facts.name, year=year, version=before.version))
    sums = sum_postings(books)
    if before:  # asked for when the file is taken: here it is told, so that whoever takes it can say why
        wanted = changed_closed_months(books, sums, "")
        found = (*found, *(replace(problem, severity=Severity.WARN) for problem in wanted))
    return LedgerPreview(
        form=checked.form,
        problems=found,
        books=BooksFacts.of(books, sums, checked.identity_numbers),
        against=before.version if before else None,
        dimensions=checked.dimensions,
        vouchers=_compared(before, books) if before else None,
        table=checked.table,
    )


def _compared(before: models.LedgerImport, books: Books) -> VouchersCompared | None:
    """Return what differs by voucher from the import before; None where one of the two has too few or too many."""
    if not 0 < before.voucher_count <= MOST:
        return None
    return vouchers_compared(read_vouchers(before.version), books)


def open_draft(number: int) -> models.LedgerDraft:
    """Return a draft that waits. Raises ``Refused`` when there is none, or says who settled it, when and how."""
    row = models.LedgerDraft.objects.filter(pk=number).first()
    place = named(number)
    if row is None:
        raise Refused([problems.NO_SUCH_DRAFT.at(place)])
    if row.outcome == OPEN:
        return row
    at = timezone.localtime(row.settled_at)
    who: Mapping[str, object] = {"name": row.found["settled_by"], "at": f"{at:%Y-%m-%d %H:%M}"}
    if row.outcome == LEFT:
        raise Refused([problems.DRAFT_LEFT.at(row.file_name, **who)])
    raise Refused([problems.DRAFT_TAKEN.at(row.file_name, version=row.found["version"], **who)])


def file_of_draft(row: models.LedgerDraft) -> LedgerFile:
    """Return the file that was handed in. Raises ``Refused`` with what is wrong when it could not be read."""
    data = file_of(row)
    if not data:
        raise Refused(preview_of(row).problems)
    return LedgerFile(row.file_name, data)


def manner_of(row: models.LedgerDraft) -> Manner:
    """Return how a draft is read: a table as somebody has said of just this one."""
    return Manner(mapping=mapping_of(preview_of(row)), seconds=LONGEST_READING)


def mapping_of(preview: LedgerPreview) -> TableMapping | None:
    """Return what somebody has said that the columns of a table mean; None when nobody has."""
    table = preview.table
    return TableMapping.from_json(json.loads(table.mapping)) if table and table.agreed else None


def named(number: int) -> str:
    """Return what a draft is called where its file's name is not known."""
    return swedish("inlämnad fil {number}").format(number=number)


def _refuse_amount(files: Sequence[LedgerFile]) -> None:
    if not files:
        raise Refused([problems.NO_FILES.at(swedish("filer"))])
    if len(files) > HAND_IN_LIMITS.files:
        raise Refused([problems.TOO_MANY_FILES.at(swedish("filer"), count=len(files), most=HAND_IN_LIMITS.files)])
    large = [file.name for file in files if len(file.data) > HAND_IN_LIMITS.largest_file]
    if large:
        raise Refused(problems.FILE_TOO_LARGE.at(name, most=HAND_IN_LIMITS.megabytes) for name in large)


def _hand_in(file: LedgerFile, *, by: Actor, progress: Progress) -> int:
    known = {"sha256": hashlib.sha256(file.data).hexdigest(), "file_name": file.name, "outcome": OPEN}
    waiting = models.LedgerDraft.objects.filter(**known).first()
    checked = read_and_check(file, progress, manner_of(waiting) if waiting else Manner(seconds=LONGEST_READING))
    preview, facts = preview_of_file(checked), checked.facts
    with alone():
        row = models.LedgerDraft.objects.filter(**known).first()
        if row:
            look_anew(row, preview)
        else:
            row = write_draft(facts, file.data, preview, by=by, at=timezone.now())
        record(
            Deed.HAND_IN_LEDGER,
            by=by,
            subject=facts.name,
            draft=row.pk,
            sha256=facts.sha256,
            size=facts.size,
            may_be_taken=preview.may_be_taken,
        )
    return int(row.pk)
