"""Which imports have held, until when, and what held beside them?

The trail tells in which order files were taken and taken out of use: an import by itself does not know when it
ceased to hold.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from samordna.access.deeds import Deed
from samordna.access.models import TrailEntry
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused, Severity
from samordna.office.questions.books.ledgers import TakenImport, imports
from samordna.office.questions.problems import UNKNOWN_IMPORT
from samordna.office.store import models


@dataclass(frozen=True, slots=True)
class Retirement:
    """When and by whom an import was taken out of use without another in its place, and why."""

    at: dt.datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import and its time: what it ``replaced``, what it was ``replaced_by`` or how it was ``retired``.

    ``known_then`` are the versions that held last while it did, itself among them: statements of these are the
    books as they were known then. ``warnings`` counts the warnings that were told when it was taken.
    """

    taken: TakenImport
    replaced: int | None
    replaced_by: int | None
    retired: Retirement | None
    known_then: tuple[int, ...]
    warnings: int


def import_history() -> tuple[PastImport, ...]:
    """Return every import ever taken with its time, the latest first."""
    warned = models.ImportProblem.objects.filter(severity=Severity.WARN.value).values("ledger_import")
    warnings = {row["ledger_import"]: row["count"] for row in warned.annotate(count=Count("id")).order_by()}
    return tuple(_with_time(imports(), warnings))[::-1]


def past_import(version: int) -> PastImport:
    """Return one import with its time. Raises ``Refused`` when there is none with that number."""
    found = next((past for past in import_history() if past.taken.version == version), None)
    if found is None:
        raise Refused([UNKNOWN_IMPORT.at(swedish("inläsning {number}").format(number=version))])
    return found


def as_known_then(version: int) -> tuple[int, ...]:
    """Return the versions that held when ``version`` last did: it for its year, and one for each other year.

    As long as it holds those are all that hold now. Later they are what held the moment before it was replaced
    or taken out of use: by then the years beside it had come in, and what came in afterwards was not known.
    """
    return past_import(version).known_then


def _with_time(taken: tuple[TakenImport, ...], warnings: dict[int, int]) -> Iterator[PastImport]:
    year_of = {one.version: one.year.start for one in taken}
    holds: dict[dt.date, int] = {}
    replaced: dict[int, int] = {}
    retired: dict[int, Retirement] = {}
    known: dict[int, tuple[int, ...]] = {}
    for entry, version in _changes():
        year = year_of[version]
        if entry.deed == Deed.RETIRE_IMPORT:
            retired[version] = Retirement(entry.at, entry.by_name, entry.new.get("reason", ""))
            holds.pop(year, None)
        else:
            if year in holds:
                replaced[version] = holds[year]
            holds[year] = version
        known.update(dict.fromkeys(holds.values(), tuple(sorted(holds.values()))))
    replaced_by = {before: after for after, before in replaced.items()}
    for one in taken:
        number = one.version
        beside = known.get(number, (number,))
        ends = (replaced.get(number), replaced_by.get(number), retired.get(number))
        yield PastImport(one, *ends, known_then=beside, warnings=warnings.get(number, 0))


def _changes() -> Iterator[tuple[TrailEntry, int]]:
    """Yield each time a version was taken or taken out of use, in order, and which."""
    deeds = (Deed.TAKE_LEDGER.value, Deed.RETIRE_IMPORT.value)
    for entry in TrailEntry.objects.filter(deed__in=deeds, refused=False).order_by("id"):
        told = entry.old if entry.deed == Deed.RETIRE_IMPORT else entry.new
        yield entry, told["version"]
