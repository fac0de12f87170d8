"""Which ledger files were handed in and looked at, and what became of them?"""

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class LedgerDraft(models.Model):
    """A ledger file that somebody handed in, what was found in it, and whether it was ``taken`` or ``left``.

    Not of the archive: ``data`` is emptied when the draft is settled, but for a table that was taken and names nobody:
    what its columns mean was a judgement, which somebody may want to look at again. ``found`` is what looking at the
    file told and is told anew when somebody looks again.
    """

    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    data = models.BinaryField()
    found = models.JSONField()
    handed_in_at = models.DateTimeField()
    handed_in_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    handed_in_by_name = models.TextField()
    outcome = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.file_name
