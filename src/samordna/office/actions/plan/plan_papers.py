"""How is a paper put to an agreement, and how is one that does not belong there taken away?"""

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.books import attachment_problems as problems
from samordna.office.actions.books import paper_facts
from samordna.office.actions.books.paper_kinds import ATTACHMENT_LIMITS, checked_kind, said_name
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems
from samordna.office.actions.plan.plan_things import agreement_of
from samordna.office.questions.books.attachments import AttachmentShown, attachment_shown
from samordna.office.questions.plan.plan import plan_held
from samordna.office.questions.plan.plan_papers import papers_of
from samordna.office.store import models
from samordna.office.store.plan_rows import AGREEMENT
from samordna.office.store.writing import alone


def attach_to_agreement(number: int, *, name: str, data: bytes, by: Actor) -> AttachmentShown:
    """Put a paper to an agreement. Raises ``Refused`` for what is no PDF, PNG or JPEG, too large, or there already."""
    subject = said_name(name)
    with doing(Deed.ATTACH_TO_AGREEMENT, by=by, subject=subject):
        kind = checked_kind(subject, data)
        facts = paper_facts.kept(name, kind, data, by)
        with alone():
            _refuse_more(number, subject, facts["sha256"])
            paper = models.PlanPaper.objects.create(
                subject=AGREEMENT.name, key=str(number), attached_at=timezone.now(), **facts
            )
            record(Deed.ATTACH_TO_AGREEMENT, by=by, subject=_named(paper), **paper_facts.told(paper))
    return attachment_shown(paper)


def withdraw_from_agreement(paper_id: int, *, reason: str, by: Actor) -> AttachmentShown:
    """Take a paper from its agreement and return it: it stays in the archive, and is shown and served no longer.

    Raises ``Refused`` without a reason, and for a paper that is not there.
    """
    place = swedish("fil {number}").format(number=paper_id)
    with doing(Deed.WITHDRAW_FROM_AGREEMENT, by=by, subject=place):
        paper_facts.refuse_without_reason(reason)
        with alone():
            rows = models.PlanPaper.objects.filter(pk=paper_id, withdrawal__isnull=True).defer("data")
            paper = rows.first()
            if paper is None:
                raise Refused([problems.NO_SUCH_PAPER.at(place)])
            models.PlanPaperWithdrawal.objects.create(paper=paper, **paper_facts.withdrawn(reason, by))
            old = {"attachment": paper.pk, "sha256": paper.sha256}
            record(Deed.WITHDRAW_FROM_AGREEMENT, by=by, subject=_named(paper), old=old, reason=reason.strip())
    return attachment_shown(paper)


def _refuse_more(number: int, place: str, digest: str) -> None:
    """Refuse a paper of an agreement that is not there, one that it has already, and one too many."""
    if not any(said.value.number == number for said in plan_held().agreements):
        raise Refused([plan_problems.NO_SUCH_AGREEMENT.at(agreement_of(number).name)])
    there = papers_of(number)
    twin = next((paper for paper in there if paper.sha256 == digest), None)
    if twin:
        raise Refused([problems.ALREADY_AT_AGREEMENT.at(place, name=twin.file_name)])
    if len(there) >= ATTACHMENT_LIMITS.of_a_voucher:
        raise Refused([problems.TOO_MANY_AT_AGREEMENT.at(place, most=ATTACHMENT_LIMITS.of_a_voucher)])


def _named(paper: models.PlanPaper) -> str:
    return swedish("{file} vid avtal {number}").format(file=paper.file_name, number=paper.key)
