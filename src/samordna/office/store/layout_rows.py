"""How do an association's own versions of its layout become rows, and rows versions?

A version holds from a fiscal year on. Each change of it is a row with the whole text after the change; a row
without text says that the association has no such version of its own any more.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from samordna.access.actor import Actor
from samordna.office.store import models


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of a layout after a change; ``undoes`` is the number of the change it takes back.

    ``taken_back`` tells that a later one took this change back.
    """

    number: int
    from_year: int
    text: str
    change: str
    undoes: int | None
    at: dt.datetime
    by: str
    taken_back: bool = False


def holding_revision(name: str, year: int) -> Revision | None:
    """Return the association's own revision that holds for a fiscal year, if it has one."""
    began = _of(name).filter(from_year__lte=year)
    row = _latest(began).exclude(text="").order_by("-from_year").first()
    return _revision(row, row.text) if row else None


def revision(number: int) -> Revision | None:
    """Return a revision by its number; None for one that no row can have."""
    row = models.LayoutRevision.objects.filter(pk=number).first() if number <= models.LARGEST_KEY else None
    return _revision(row, row.text) if row else None


def latest_number(name: str, from_year: int) -> int:
    """Return the number of a version's latest revision, 0 when it has none: what an edit says it was made from."""
    number = _of(name).filter(from_year=from_year).aggregate(latest=Max("id"))["latest"]
    return number or 0


def own_years(name: str) -> tuple[int, ...]:
    """Return the years that the association's own versions hold from."""
    rows = _latest(_of(name)).exclude(text="").order_by("from_year")
    return tuple(rows.values_list("from_year", flat=True))


def history_of(name: str, from_year: int | None = None) -> tuple[Revision, ...]:
    """Return every revision of a layout, or of one of its versions, latest first, without their texts."""
    rows = _of(name) if from_year is None else _of(name).filter(from_year=from_year)
    told = list(rows.order_by("-id").defer("text"))
    gone = {row.undoes_id for row in told}
    return tuple(_revision(row, "", taken_back=row.pk in gone) for row in told)


def write_revision(name: str, written: Revision, *, by: Actor) -> Revision:
    """Add a revision; its number is given here."""
    row = models.LayoutRevision.objects.create(
        name=name,
        from_year=written.from_year,
        text=written.text,
        change=written.change,
        undoes_id=written.undoes,
        made_at=written.at,
        made_by_id=by.user_id,
        made_by_name=by.name,
    )
    return _revision(row, row.text)


def _of(name: str) -> QuerySet[models.LayoutRevision]:
    return models.LayoutRevision.objects.filter(name=name)


def _latest(rows: QuerySet[models.LayoutRevision]) -> QuerySet[models.LayoutRevision]:
    """Return the latest row of each version among ``rows``."""
    numbers = rows.order_by().values("from_year").annotate(latest=Max("id")).values("latest")
    return models.LayoutRevision.objects.filter(id__in=numbers)


def _revision(row: models.LayoutRevision, text: str, *, taken_back: bool = False) -> Revision:
    return Revision(
        number=row.pk,
        from_year=row.from_year,
        text=text,
        change=row.change,
        undoes=row.undoes_id,
        at=row.made_at,
        by=row.made_by_name,
        taken_back=taken_back,
    )
