"""How do dimensions, and what the association says they are, become rows and values again?"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samordna.access.actor import Actor
from samordna.domain.ledger.dimensions import DimensionFound, Role
from samordna.office.store import models


@dataclass(frozen=True, slots=True)
class SaidRole:
    """What a dimension is, as somebody said it: its number in the files, its name then, who said so and when."""

    number: str
    name: str
    role: Role
    at: dt.datetime
    by: str


def write_roles(roles: Mapping[str, Role], names: Mapping[str, str], *, by: Actor, at: dt.datetime) -> None:
    """Add what dimensions are from now on."""
    models.DimensionRole.objects.bulk_create(
        models.DimensionRole(
            number=number,
            name=names.get(number, ""),
            role=role.value,
            said_at=at,
            said_by_id=by.user_id,
            said_by_name=by.name,
        )
        for number, role in roles.items()
    )


def read_roles() -> dict[str, SaidRole]:
    """Return what was said last of each dimension, in the order of their numbers."""
    latest = {row.number: row for row in models.DimensionRole.objects.order_by("id")}
    return {number: _said(latest[number]) for number in sorted(latest, key=int)}


def _said(row: models.DimensionRole) -> SaidRole:
    return SaidRole(row.number, row.name, Role(row.role), row.said_at, row.said_by_name)


def write_file_dimensions(version: int, dimensions: Iterable[DimensionFound]) -> None:
    """Keep which dimensions the file of an import had, and the roles they were taken with."""
    models.FileDimension.objects.bulk_create(
        models.FileDimension(
            ledger_import_id=version,
            number=found.number,
            name=found.name,
            role=found.role.value,
            object_count=found.objects,
        )
        for found in dimensions
    )


def read_file_dimensions(version: int) -> tuple[DimensionFound, ...]:
    """Return the dimensions of an import's file, in the order they were kept; none for an import of before."""
    rows = models.FileDimension.objects.filter(ledger_import=version).order_by("id")
    return tuple(DimensionFound(row.number, row.name, Role(row.role), True, row.object_count) for row in rows)
