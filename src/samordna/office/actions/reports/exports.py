"""How is it remembered that somebody took a file home?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.books import draft_problems as problems
from samordna.office.actions.books.drafts import named
from samordna.office.actions.books.reading import LedgerFile
from samordna.office.actions.doing import doing
from samordna.office.store import models
from samordna.office.store.draft_rows import OPEN, TAKEN, file_of
from samordna.office.store.writing import alone


def take_out(subject: str, *, by: Actor, **what: object) -> None:
    """Write in the trail that ``by`` takes out a file; ``subject`` names it as a person would, ``what`` is told of it.

    Call it when the file is written and before it is handed over: none leaves without a trace. Raises ``Refused``
    when the role may not, or when the trail cannot be written.
    """
    with doing(Deed.EXPORT, by=by, subject=subject), alone():
        record(Deed.EXPORT, by=by, subject=subject, old=None, **what)


def take_out_draft(number: int, *, by: Actor) -> LedgerFile:
    """Return a file that waits just as it was handed in, and write in the trail that ``by`` takes it out.

    It may name people, since nothing in it is hidden yet: only who hands in files takes it out. Raises ``Refused`` when
    the role may not, and when the file is not kept.
    """
    row = models.LedgerDraft.objects.filter(pk=number, outcome=OPEN).first()
    subject = row.file_name if row else named(number)
    with doing(Deed.HAND_IN_LEDGER, by=by, subject=subject):
        return _taken_out(row, subject, by=by, draft=number)


def take_out_original(version: int, *, by: Actor) -> LedgerFile:
    """Return the file of an import just as it was handed in, and write in the trail that ``by`` takes it out.

    Raises ``Refused`` when the role may not read vouchers, and when the file is not kept.
    """
    row = models.LedgerDraft.objects.filter(outcome=TAKEN, found__version=version).first()
    subject = row.file_name if row else swedish("inläsning {version}").format(version=version)
    with doing(Deed.READ_VOUCHERS, by=by, subject=subject):
        return _taken_out(row, subject, by=by, version=version)


def _taken_out(row: models.LedgerDraft | None, subject: str, *, by: Actor, **what: object) -> LedgerFile:
    if row is None or not row.data:
        raise Refused([problems.FILE_NOT_KEPT.at(subject)])
    take_out(subject, by=by, sha256=row.sha256, **what)
    return LedgerFile(row.file_name, file_of(row))
