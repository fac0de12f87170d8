"""What has the association said that the columns of its tables mean?"""

from typing import ClassVar

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class RememberedTable(models.Model):
    """What somebody said a table is, by the words of its head row: the latest word of a signature holds.

    ``mapping`` is what the reader of tables needs, without the year and the day that each file has for itself.
    """

    signature = models.CharField(max_length=64)
    mapping = models.JSONField()
    file_name = models.TextField()
    said_at = models.DateTimeField()
    said_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    said_by_name = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["signature"], name="table_by_its_heads")]

    def __str__(self) -> str:
        return self.file_name
