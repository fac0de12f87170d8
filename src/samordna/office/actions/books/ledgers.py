"""How does a ledger file come in: read whole, checked whole, and taken whole or not at all?"""

from collections.abc import Iterable, Sequence

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.ledger.books import FiscalYear
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused, refuses
from samordna.office.actions import problems
from samordna.office.actions.books.reading import LedgerFile, Manner, Progress, read_and_check
from samordna.office.actions.books.taking import Receipt, take_books
from samordna.office.actions.doing import doing
from samordna.office.actions.typed import typed_problems
from samordna.office.questions.books.ledgers import TakenImport, taken_import
from samordna.office.store import models
from samordna.office.store.writing import alone
from samordna.sources.garbage import no_garbage_collection


def take_ledgers(
    files: Sequence[LedgerFile],
    *,
    by: Actor,
    expected_year: int | None = None,
    reason: str = "",
    progress: Progress | None = None,
) -> Receipt:
    """Take the files, each as the next version of its fiscal year, in the order given: all or nothing.

    The same file as the current version of its year is told and left. ``expected_year`` is a calendar year that every
    fiscal year must begin or end in, ``reason`` why months that are closed change. Raises ``Refused`` with every
    problem of every file when one of them refuses; then nothing is changed but the trail, which tells of the refusal.
    """
    told = progress or silent
    handed_in = ", ".join(file.name for file in files)
    with doing(Deed.TAKE_LEDGER, by=by, subject=handed_in), no_garbage_collection():
        receipts = _take_all(files, expected_year, reason=reason, by=by, progress=told)
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
        refuse_any(typed_problems(place, reason))
        with alone():
            row = models.LedgerImport.objects.filter(version=version, current=True).first()
            if row is None:
                raise Refused([problems.NO_SUCH_IMPORT.at(place)])
            models.LedgerImport.objects.filter(version=version).update(current=False)
            subject = f"{place}, {row.file_name}, {FiscalYear(row.year_start, row.year_end).in_words}"
            was = {"version": version, "current": True}
            record(Deed.RETIRE_IMPORT, by=by, subject=subject, old=was, current=False, reason=reason)
        row.refresh_from_db()
        return taken_import(row)


def refuse_any(found: Iterable[Problem]) -> None:
    """Refuse everything when one problem of one file refuses."""
    told = tuple(found)
    if refuses(told):
        raise Refused(told)


def silent(_what: str, _share: float) -> None:
    """Tell nobody."""


def _take_all(
    files: Sequence[LedgerFile], expected_year: int | None, *, reason: str, by: Actor, progress: Progress
) -> list[Receipt]:
    """Read and check every file, and when nothing refuses write them in one transaction."""
    checked = [read_and_check(file, progress, Manner(expected_year=expected_year)) for file in files]
    refuse_any(problem for one in checked for problem in one.problems)
    with alone():
        note = {"note": reason.strip()} if reason.strip() else None
        return [take_books(one, one.books, by=by, progress=progress, besides=note) for one in checked if one.books]
