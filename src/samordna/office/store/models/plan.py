"""What did people say of the plan: rows to follow, what was decided, expected, agreed, owed and noted?"""

from typing import ClassVar

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class PlanEntry(models.Model):
    """One thing that somebody said of the plan: one line of its journal.

    ``subject`` says what kind of thing ``content`` is (``store.plan_rows`` has the list), ``key`` which of its kind,
    and the months what time it is for. The latest line of a subject, key and months holds; one without content says
    that what stood there no longer does. A line's number is the version of the whole plan after it.
    """

    subject = models.TextField()
    key = models.TextField()
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    content = models.JSONField(null=True)
    said_at = models.DateTimeField()
    said_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    said_by_name = models.TextField()

    class Meta:
        verbose_name_plural = "plan entries"
        indexes: ClassVar = [
            models.Index(fields=["subject", "key", "first_month", "last_month"], name="plan_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.key} {self.first_month}–{self.last_month}"
