"""Which line of the journal was the last of each thing of a kind, also of what has been taken back since?"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from samordna.domain.values.period import Period
from samordna.office.store import models
from samordna.office.store.plan_rows import Subject


def last_lines(subject: Subject[Any], period: Period) -> Mapping[str, int]:
    """Return the number of the last line of each thing that something was said of for these months, by its key."""
    lines = models.PlanEntry.objects.filter(subject=subject.name, first_month=period.first, last_month=period.last)
    return dict(lines.order_by().values_list("key").annotate(last=Max("id")))
