"""What did a person enter that no ledger holds?"""

from typing import ClassVar

from django.db import models
from django.db.models import PROTECT, ForeignKey

from samordna.access.models import User


class EnteredFigure(models.Model):
    """A figure a person entered by hand: budget, forecast, staff counts, years before the first ledger.

    ``exact`` is a whole number of the unit's least part; ``domain.ledger.entered`` says which. The latest
    for a key, scenario and period holds, unless it says that the figure is ``withdrawn`` (``source`` is then
    the reason); the older ones stay.
    """

    key = models.TextField()
    scenario = models.TextField()
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    exact = models.BigIntegerField()
    unit = models.TextField()
    withdrawn = models.BooleanField(default=False)
    source = models.TextField()
    entered_at = models.DateTimeField()
    entered_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    entered_by_name = models.TextField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["key", "scenario", "first_month", "last_month"], name="figure_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.scenario} {self.first_month}–{self.last_month}: {self.exact}"
