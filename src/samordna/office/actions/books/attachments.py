"""How is a paper put to a voucher, and how is one that does not belong there taken away?"""

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.ledger.books import voucher_name
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.books import attachment_problems as problems
from samordna.office.actions.books import paper_facts
from samordna.office.actions.books.paper_kinds import ATTACHMENT_LIMITS, checked_kind, said_name
from samordna.office.actions.doing import doing
from samordna.office.questions.books.attachments import AttachmentShown, attachment_shown, attachments_of
from samordna.office.store import models
from samordna.office.store.writing import alone


def attach(voucher: int, *, name: str, data: bytes, by: Actor) -> AttachmentShown:
    """Put a paper to the voucher with key ``voucher``: to its year, series and number, whichever import it is read in.

    Raises ``Refused`` for what is no PDF, PNG or JPEG, too large, or there already.
    """
    subject = said_name(name)
    with doing(Deed.ATTACH, by=by, subject=subject):
        kind = checked_kind(subject, data)
        facts = paper_facts.kept(name, kind, data, by)
        with alone():
            row = _voucher(voucher)
            _refuse_more(row, subject, facts["sha256"])
            paper = models.Attachment.objects.create(
                year_start=row.ledger_import.year_start,
                series=row.series,
                number=row.number,
                attached_at=timezone.now(),
                **facts,
            )
            record(Deed.ATTACH, by=by, subject=_named(paper), **paper_facts.told(paper))
    return attachment_shown(paper)


def withdraw_attachment(attachment: int, *, reason: str, by: Actor) -> AttachmentShown:
    """Take a paper from its voucher and return it: it stays in the archive, and is shown and served no longer.

    Raises ``Refused`` without a reason, and for a paper that is not there.
    """
    place = swedish("underlag {number}").format(number=attachment)
    with doing(Deed.WITHDRAW_ATTACHMENT, by=by, subject=place):
        paper_facts.refuse_without_reason(reason)
        with alone():
            rows = models.Attachment.objects.filter(pk=attachment, withdrawal__isnull=True).defer("data")
            paper = rows.first()
            if paper is None:
                raise Refused([problems.NO_SUCH_ATTACHMENT.at(place)])
            models.AttachmentWithdrawal.objects.create(attachment=paper, **paper_facts.withdrawn(reason, by))
            old = {"attachment": paper.pk, "sha256": paper.sha256}
            record(Deed.WITHDRAW_ATTACHMENT, by=by, subject=_named(paper), old=old, reason=reason.strip())
    return attachment_shown(paper)


def _voucher(voucher: int) -> models.Voucher:
    row = models.Voucher.objects.select_related("ledger_import").filter(pk=voucher).first()
    if row is None:
        raise Refused([problems.NO_SUCH_VOUCHER.at(swedish("verifikation {id}").format(id=voucher))])
    if not row.number:
        raise Refused([problems.VOUCHER_WITHOUT_NUMBER.at(voucher_name(row.series, row.number))])
    return row


def _refuse_more(row: models.Voucher, place: str, digest: str) -> None:
    """Refuse a paper that is there already, and one too many."""
    there = attachments_of(row.ledger_import.year_start, row.series, row.number)
    twin = next((paper for paper in there if paper.sha256 == digest), None)
    if twin:
        raise Refused([problems.ALREADY_THERE.at(place, name=twin.file_name)])
    if len(there) >= ATTACHMENT_LIMITS.of_a_voucher:
        raise Refused([problems.TOO_MANY.at(place, most=ATTACHMENT_LIMITS.of_a_voucher)])


def _named(paper: models.Attachment) -> str:
    name = voucher_name(paper.series, paper.number)
    return swedish("{file} vid verifikation {voucher}, räkenskapsår från {start}").format(
        file=paper.file_name, voucher=name, start=paper.year_start.isoformat()
    )
