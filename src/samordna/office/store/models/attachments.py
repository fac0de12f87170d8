"""Which papers have been put to a voucher?"""

from typing import ClassVar

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class Attachment(models.Model):
    """A paper, mostly an invoice, put to a voucher: PDF or picture, ``data`` its bytes.

    It belongs to the voucher's year, series and number and not to an import: a new version of the year has the
    same voucher under another key.
    """

    year_start = models.DateField()
    series = models.TextField()
    number = models.TextField()
    file_name = models.TextField()
    media_type = models.TextField()
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    attached_at = models.DateTimeField()
    attached_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    attached_by_name = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["year_start", "series", "number"], name="attachment_by_voucher")]

    def __str__(self) -> str:
        return self.file_name


class AttachmentWithdrawal(models.Model):
    """That a paper no longer belongs to its voucher, and why. The paper itself stays."""

    attachment = models.OneToOneField(Attachment, PROTECT, related_name="withdrawal")
    reason = models.TextField()
    withdrawn_at = models.DateTimeField()
    withdrawn_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    withdrawn_by_name = models.TextField()

    def __str__(self) -> str:
        return self.reason
