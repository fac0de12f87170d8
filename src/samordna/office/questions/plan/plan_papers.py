"""Which papers belong to an agreement, and what is in one?"""

from samordna.domain.values.language import swedish
from samordna.office.questions.books.attachments import AttachmentFile, AttachmentShown, attachment_shown
from samordna.office.store import models
from samordna.office.store.plan_rows import AGREEMENT


def papers_of(agreement: int) -> tuple[AttachmentShown, ...]:
    """Return the papers of an agreement in the order they were put there, without those that were withdrawn."""
    rows = models.PlanPaper.objects.filter(subject=AGREEMENT.name, key=str(agreement), withdrawal__isnull=True)
    return tuple(attachment_shown(row) for row in rows.defer("data").order_by("id"))


def agreement_paper(paper_id: int) -> AttachmentFile | None:
    """Return a paper with its content, and what it belongs to; None when there is none, or when it was withdrawn."""
    row = models.PlanPaper.objects.filter(pk=paper_id, withdrawal__isnull=True).first()
    if row is None:
        return None
    belongs = swedish("avtal {number}").format(number=row.key)
    return AttachmentFile(attachment_shown(row), belongs, bytes(row.data))
