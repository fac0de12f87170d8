"""Which reports were made, and from what?"""

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User
from samordna.office.store.models.layouts import LayoutRevision


class MadeReport(models.Model):
    """A report that was made: what was asked and everything it was answered from, so that it can be made again.

    ``imports`` are version numbers, ``layout_revision`` is None for the layout of the program, ``figures_to`` the
    latest entered figure that there was (0 for none), ``plan_to`` the latest line of the plan's journal. ``digest`` is
    of the document's own values: made again, the report is the same as long as it is.
    """

    template = models.TextField()
    title = models.TextField()
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    compare_first_month = models.IntegerField()
    compare_last_month = models.IntegerField()
    imports = models.JSONField()
    layout_name = models.TextField()
    layout_revision = ForeignKey(LayoutRevision, PROTECT, null=True, related_name="+")
    figures_to = models.BigIntegerField()
    plan_to = models.BigIntegerField(db_default=0)
    status = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    program_version = models.TextField()
    made_at = models.DateTimeField()
    made_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    made_by_name = models.TextField()

    def __str__(self) -> str:
        return f"{self.title} {self.first_month}–{self.last_month}"
