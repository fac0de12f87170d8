"""Whose database is it?"""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Association(models.Model):
    """The association (samordningsförbund) the database belongs to: one row."""

    name = models.TextField()
    organisation_number = models.TextField(blank=True)
    layout = models.TextField()
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=Q(id=1), name="one_association_per_database")]

    def __str__(self) -> str:
        return self.name
