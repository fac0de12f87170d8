"""How did the association change its own layout?"""

from typing import ClassVar

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class LayoutRevision(models.Model):
    """The whole layout after a change, in the words of ``docs/layouts.md``; ``change`` says what was done to it.

    The latest revision of a layout's ``name`` and ``from_year`` is the one that holds from that fiscal year on,
    before the one that comes with the program. ``undoes`` points at the revision whose change it takes back.
    """

    name = models.TextField()
    from_year = models.IntegerField()
    text = models.TextField()
    change = models.TextField()
    undoes = ForeignKey("self", PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    made_by_name = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["name", "from_year"], name="revision_by_layout")]

    def __str__(self) -> str:
        return f"{self.name} {self.from_year}: {self.change}"
