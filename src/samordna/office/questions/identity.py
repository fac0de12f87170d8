"""Whose data folder is open?"""

import datetime as dt
from dataclasses import dataclass

from samordna.office.store import models


@dataclass(frozen=True, slots=True)
class AssociationFacts:
    """The association (samordningsförbund) itself; ``layout`` names the form its statements are laid out in."""

    name: str
    organisation_number: str
    layout: str
    created_at: dt.datetime


def association() -> AssociationFacts:
    """Return the association whose data folder is open."""
    row = models.Association.objects.get()
    return AssociationFacts(row.name, row.organisation_number, row.layout, row.created_at)
