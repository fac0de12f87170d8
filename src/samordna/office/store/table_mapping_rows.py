"""How does what a table means become a row, and a value again?"""

import datetime as dt

from samordna.access.actor import Actor
from samordna.office.store import models
from samordna.sources.tables import TableMapping


def remember_mapping(mapping: TableMapping, file_name: str, *, by: Actor, at: dt.datetime) -> None:
    """Keep what a table means for the next one with the same heads; nothing for one without heads."""
    if mapping.signature:
        models.RememberedTable.objects.create(
            signature=mapping.signature,
            mapping=mapping.for_time(None, None).as_json(),
            file_name=file_name,
            said_at=at,
            said_by_id=by.user_id,
            said_by_name=by.name,
        )


def read_mappings() -> tuple[TableMapping, ...]:
    """Return what was said last of each head row."""
    latest = {row.signature: row.mapping for row in models.RememberedTable.objects.order_by("id")}
    return tuple(map(TableMapping.from_json, latest.values()))
