"""Which papers have been put to a voucher, or to an agreement?"""

from typing import ClassVar

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class KeptFile(models.Model):
    """A file as it came: PDF or picture, ``data`` its bytes, and who put it there."""

    file_name = models.TextField()
    media_type = models.TextField()
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    attached_at = models.DateTimeField()
    attached_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    attached_by_name = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.file_name


class Attachment(KeptFile):
    """A paper, mostly an invoice, put to a voucher.

    It belongs to the voucher's year, series and number and not to an import: a new version of the year has the
    same voucher under another key.
    """

    year_start = models.DateField()
    series = models.TextField()
    number = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["year_start", "series", "number"], name="attachment_by_voucher")]


class AttachmentWithdrawal(models.Model):
    """That a paper no longer belongs to its voucher, and why. The paper itself stays."""

    attachment = models.OneToOneField(Attachment, PROTECT, related_name="withdrawal")
    reason = models.TextField()
    withdrawn_at = models.DateTimeField()
    withdrawn_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    withdrawn_by_name = models.TextField()

    def __str__(self) -> str:
        return self.reason


class PlanPaper(KeptFile):
    """A paper put to something that people say of the plan: ``subject`` and ``key`` are its place in the journal."""

    subject = models.TextField()
    key = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["subject", "key"], name="plan_paper_by_subject")]


class PlanPaperWithdrawal(models.Model):
    """That a paper no longer belongs where it was put, and why. The paper itself stays."""

    paper = models.OneToOneField(PlanPaper, PROTECT, related_name="withdrawal")
    reason = models.TextField()
    withdrawn_at = models.DateTimeField()
    withdrawn_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    withdrawn_by_name = models.TextField()

    def __str__(self) -> str:
        return self.reason
