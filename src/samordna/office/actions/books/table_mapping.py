"""How does the association say what the columns of a table mean, for one that was handed in and those to come?"""

from dataclasses import replace

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.ledger.preview import LedgerPreview
from samordna.domain.ledger.problems.tables import MAPPING_INCOMPLETE
from samordna.domain.values.problem import Refused
from samordna.office.actions.books import draft_problems as problems
from samordna.office.actions.books.drafts import (
    file_of_draft,
    manner_of,
    mapping_of,
    named,
    open_draft,
    preview_of_file,
)
from samordna.office.actions.books.ledgers import silent
from samordna.office.actions.books.reading import read_and_check
from samordna.office.actions.doing import doing
from samordna.office.store.draft_rows import look_anew, preview_of
from samordna.office.store.table_mapping_rows import remember_mapping
from samordna.office.store.writing import alone
from samordna.sources.garbage import no_garbage_collection
from samordna.sources.tables import TableMapping, missing
from samordna.sources.tables.cells import address
from samordna.sources.tables.fields import IN_WORDS, SIDES_IN_WORDS, SIGNS_IN_WORDS


def map_table(number: int, mapping: TableMapping, *, by: Actor) -> LedgerPreview:
    """Say what the columns of an open draft mean, and look at it with that; remembered for the next with its heads.

    Raises ``Refused`` for what is no table, and with every question that the mapping leaves open.
    """
    with doing(Deed.MAP_TABLE, by=by, subject=named(number)), no_garbage_collection():
        row = open_draft(number)
        if preview_of(row).table is None:
            raise Refused([problems.NO_TABLE_THERE.at(row.file_name)])
        if questions := missing(mapping):
            raise Refused(MAPPING_INCOMPLETE.at(row.file_name, what=question.text) for question in questions)
        preview = preview_of_file(read_and_check(file_of_draft(row), silent, replace(manner_of(row), mapping=mapping)))
        said = mapping_of(preview) or mapping
        with alone():
            look_anew(open_draft(number), preview)
            remember_mapping(said, row.file_name, by=by, at=timezone.now())
            record(Deed.MAP_TABLE, by=by, subject=row.file_name, old=None, draft=number, **_told(said))
    return preview


def _told(mapping: TableMapping) -> dict[str, object]:
    """Return what a table was said to be, as the trail is told: no words of the file but the sheet's name."""
    columns = {
        address(0, one.place)[:-1]: f"{IN_WORDS[one.field]} {SIDES_IN_WORDS[one.side]}".strip()
        for one in mapping.columns
    }
    return {"kind": mapping.kind.value, "columns": columns, "signs": SIGNS_IN_WORDS[mapping.signs]}
