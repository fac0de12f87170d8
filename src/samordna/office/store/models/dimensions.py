"""What has the association said that the dimensions of its ledgers are?"""

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class DimensionRole(models.Model):
    """A dimension by its number in a program, and what somebody said it is: the latest word of a number holds.

    ``name`` is what a file or the association called it then.
    """

    number = models.TextField()
    name = models.TextField()
    role = models.TextField()
    said_at = models.DateTimeField()
    said_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    said_by_name = models.TextField()

    def __str__(self) -> str:
        return f"{self.number}: {self.role}"
