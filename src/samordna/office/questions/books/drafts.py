"""Which ledger files have been handed in, and what is there to see in them?"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.control.problems import CHANGES_CLOSED_MONTHS, CLOSED_MONTHS_NOT_TOLD
from samordna.domain.ledger.difference_table import Side
from samordna.domain.ledger.dimensions import roles_of
from samordna.domain.ledger.preview import LedgerPreview, read_with
from samordna.domain.ledger.problems.files import AFTER_CHECKSUM, CHECKSUM_MISMATCH
from samordna.domain.ledger.problems.versions import SAME_FILE_AGAIN
from samordna.domain.ledger.vouchers_compared import MOST
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem, Severity
from samordna.office.questions.books.dimension_roles import chosen_roles
from samordna.office.questions.books.import_shown import Compared, compared, unanswered
from samordna.office.questions.books.ledgers import TakenImport, taken_import
from samordna.office.questions.identity import association
from samordna.office.questions.kept import Kept, database
from samordna.office.store import models
from samordna.office.store.draft_rows import LEFT, OPEN, TAKEN, preview_of

_OF_THE_SUM: Final = {AFTER_CHECKSUM.code, CHECKSUM_MISMATCH.code}

_COMPARED: Final = Kept[Compared](64)
"""A file that was handed in and an import are both never changed: what differs between them is found out once."""


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A file that was handed in: by whom and when, what looking at it told, and what became of it.

    ``compared`` is None when there was nothing of its year to compare with, or the file cannot be read; ``holds``
    is the version that holds for its year now. ``version`` is what it was taken as. ``unanswered`` is looked for when
    one file is asked for, and not for each of a list.
    """

    number: int
    file_name: str
    sha256: str
    size: int
    handed_in_at: dt.datetime
    handed_in_by: str
    preview: LedgerPreview
    compared: Compared | None
    holds: TakenImport | None
    unanswered: tuple[Problem, ...]
    taken: bool = False
    left: bool = False
    settled_at: dt.datetime | None = None
    settled_by: str = ""
    version: int | None = None
    read_with_now: str = ""
    kept: bool = False
    """Whether the file itself is kept still."""

    @property
    def open(self) -> bool:
        """Tell whether it waits to be taken or left."""
        return not (self.taken or self.left)

    @property
    def outdated(self) -> bool:
        """Tell whether another version holds now than the one it was looked at beside."""
        return self.preview.books is not None and self.preview.against != (self.holds.version if self.holds else None)

    @property
    def needs_mapping(self) -> bool:
        """Tell whether it is a table, and somebody must say what its columns mean before it can be read."""
        return self.preview.table is not None and not self.preview.table.agreed

    @property
    def read_otherwise(self) -> bool:
        """Tell whether it would be read with other choices now than when it was looked at."""
        return self.open and self.read_with_now != self.preview.read_with

    @property
    def warned(self) -> bool:
        """Tell whether something was found that one should know before taking it."""
        return any(problem.severity is Severity.WARN for problem in self.preview.problems)

    @property
    def needs_reason(self) -> bool:
        """Tell whether it is taken only with a reason: it changes what is closed."""
        closed = {CHANGES_CLOSED_MONTHS.code, CLOSED_MONTHS_NOT_TOLD.code}
        return any(problem.code in closed for problem in self.preview.problems)

    @property
    def known_already(self) -> bool:
        """Tell whether the very file is what holds for its year."""
        return any(problem.code == SAME_FILE_AGAIN.code for problem in self.preview.problems)

    @property
    def sum_differs(self) -> bool:
        """Tell whether the file's own checksum says that it was changed after it was written."""
        return any(problem.code in _OF_THE_SUM for problem in self.preview.problems)

    @property
    def why_no_vouchers(self) -> str:
        """Why its vouchers were not compared one by one with those of the version before."""
        if self.preview.books and self.preview.books.detail.balances_only:
            return self.preview.books.detail.balances_only
        if self.compared and self.compared.before.balances_only:
            return swedish("Inläsning {version} hade saldon, inga verifikationer att jämföra med.").format(
                version=self.compared.before.version
            )
        return swedish("Det är fler verifikationer än {most}: så många jämförs inte en och en.").format(
            most=swedish_number(MOST)
        )

    @property
    def may_be_taken(self) -> bool:
        """Tell whether it can be taken as it stands, with the difference that is shown."""
        waits = self.open and self.preview.may_be_taken and not self.known_already
        return waits and not (self.outdated or self.read_otherwise)


def open_drafts() -> tuple[DraftShown, ...]:
    """Return the files that wait, the oldest first."""
    rows = models.LedgerDraft.objects.filter(outcome=OPEN).defer("data").order_by("id")
    return tuple(_shown(row, in_full=False) for row in rows)


def draft(number: int) -> DraftShown | None:
    """Return a file that was handed in, also one that has been taken or left; None when there is no such number."""
    row = models.LedgerDraft.objects.filter(pk=number).defer("data").first()
    return _shown(row) if row else None


def _shown(row: models.LedgerDraft, *, in_full: bool = True) -> DraftShown:
    preview = preview_of(row)
    waits = row.outcome == OPEN
    return DraftShown(
        number=row.pk,
        file_name=row.file_name,
        sha256=row.sha256,
        size=row.size,
        handed_in_at=row.handed_in_at,
        handed_in_by=row.handed_in_by_name,
        preview=preview,
        compared=_compared(row, preview),
        holds=_holds(preview) if waits else None,
        unanswered=unanswered(preview.books.balances) if preview.books and waits and in_full else (),
        taken=row.outcome == TAKEN,
        left=row.outcome == LEFT,
        settled_at=row.settled_at,
        settled_by=row.found.get("settled_by", ""),
        version=row.found.get("version"),
        read_with_now=_read_with_now(preview),
        kept=in_full and models.LedgerDraft.objects.filter(pk=row.pk).exclude(data=b"").exists(),
    )


def _read_with_now(preview: LedgerPreview) -> str:
    """Return what the file would be read with now, as the preview tells what it was read with."""
    roles = roles_of([found.number for found in preview.dimensions], chosen_roles())
    return read_with((replace(found, role=roles[found.number]) for found in preview.dimensions), preview.table)


def _compared(row: models.LedgerDraft, preview: LedgerPreview) -> Compared | None:
    if preview.books is None or preview.against is None:
        return None
    before, totals = preview.against, preview.books.totals
    where = database(association())
    key = (where, row.pk, row.sha256, before, preview.read_with) if where else None
    return _COMPARED.of(key, lambda: compared(before, totals, Side(None, row.file_name, totals.covered)))


def _holds(preview: LedgerPreview) -> TakenImport | None:
    if preview.books is None:
        return None
    row = models.LedgerImport.objects.filter(current=True, year_start=preview.books.year.start).first()
    return taken_import(row) if row else None
