"""Which papers belong to a voucher, and what is in one?

A paper of something else is told in the same values.
"""

import datetime as dt
from dataclasses import dataclass

from samordna.domain.ledger.books import voucher_name
from samordna.office.store import models


@dataclass(frozen=True, slots=True)
class AttachmentShown:
    """A paper of a voucher or an agreement, without its content."""

    id: int
    file_name: str
    media_type: str
    size: int
    sha256: str
    attached_at: dt.datetime
    attached_by: str


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    """A paper with its content, and the name of what it belongs to: its voucher, or its agreement."""

    shown: AttachmentShown
    voucher: str
    data: bytes


def attachments_of(year_start: dt.date, series: str, number: str) -> tuple[AttachmentShown, ...]:
    """Return the papers of a voucher in the order they were put there; those that were withdrawn are not among them."""
    rows = models.Attachment.objects.filter(
        year_start=year_start, series=series, number=number, withdrawal__isnull=True
    )
    return tuple(attachment_shown(row) for row in rows.defer("data").order_by("id"))


def attachment(attachment_id: int) -> AttachmentFile | None:
    """Return a paper with its content; None when there is none, or when it was withdrawn."""
    row = models.Attachment.objects.filter(pk=attachment_id, withdrawal__isnull=True).first()
    if row is None:
        return None
    return AttachmentFile(attachment_shown(row), voucher_name(row.series, row.number), bytes(row.data))


def attachment_shown(row: models.Attachment | models.PlanPaper) -> AttachmentShown:
    """Return the paper of a row as a value."""
    return AttachmentShown(
        id=row.pk,
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        attached_at=row.attached_at,
        attached_by=row.attached_by_name,
    )
