"""What has a unit typed into its form and not handed in yet?"""

from django.db import models


class CountsDraft(models.Model):
    """What a unit has saved of its form for an activity and some months: counts and short explanations, and no more.

    Not of the archive: it is written anew as the unit goes on and goes away when the form is handed in. ``content`` is
    a ``CountsReport``: what is no count, or a text that points at a person, is never saved. ``turn`` counts how often
    it was saved, so that two who fill in the same form lose nothing.
    """

    unit = models.TextField()
    activity = models.TextField()
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    content = models.JSONField()
    turn = models.IntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["unit", "activity", "first_month", "last_month"], name="one_counts_draft_of_each"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.activity} {self.first_month}–{self.last_month}"
