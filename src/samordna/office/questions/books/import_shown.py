"""What is an import beside the one it replaced?

Answered from stored sums alone: it costs the same with a thousand postings or a million.
"""

from dataclasses import dataclass

from samordna.domain.document import Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.difference_table import Side, difference_table
from samordna.domain.ledger.differences import LedgerDifference, LedgerTotals, differences
from samordna.domain.ledger.dimensions import DimensionFound
from samordna.domain.statements.coverage import coverage_problems
from samordna.domain.statements.problems import ACCOUNT_WITHOUT_LINE
from samordna.domain.values.problem import Problem, Refused
from samordna.office.questions.books.dimension_roles import dimensions_of
from samordna.office.questions.books.import_history import PastImport, past_import
from samordna.office.questions.books.ledgers import TakenImport, balances, problems_of, taken_import
from samordna.office.questions.statements.layouts import layout_for
from samordna.office.store import models
from samordna.office.store.draft_rows import TAKEN


@dataclass(frozen=True, slots=True)
class Compared:
    """A file beside the version that held before it; ``table`` shows the ``difference``."""

    before: TakenImport
    difference: LedgerDifference
    table: Table


@dataclass(frozen=True, slots=True)
class ImportShown:
    """An import, the problems that were told when it was taken, and what it changed.

    ``compared`` is None when it replaced none. ``unanswered`` are the accounts that the association's layout, as it
    is now, has no line for. ``dimensions`` are the file's, with the roles that they were taken with.
    """

    past: PastImport
    problems: tuple[Problem, ...]
    compared: Compared | None
    unanswered: tuple[Problem, ...]
    dimensions: tuple[DimensionFound, ...] = ()
    kept: bool = False
    """Whether the file itself is kept still."""


def import_shown(version: int) -> ImportShown:
    """Return an import as its page shows it. Raises ``Refused`` when there is none with that number."""
    past = past_import(version)
    held = balances(versions=[version])
    side = Side(version, past.taken.file_name, LedgerTotals.of(held).covered)
    return ImportShown(
        past=past,
        problems=problems_of(version),
        compared=compared(past.replaced, LedgerTotals.of(held), side) if past.replaced else None,
        unanswered=unanswered(held),
        dimensions=dimensions_of(version),
        kept=_kept(version),
    )


def _kept(version: int) -> bool:
    drafts = models.LedgerDraft.objects.filter(outcome=TAKEN, found__version=version)
    return drafts.exclude(data=b"").exists()


def compared(before: int, totals: LedgerTotals, now: Side) -> Compared:
    """Return what ``totals`` are beside those of the version ``before``."""
    taken = taken_import(models.LedgerImport.objects.get(version=before))
    then = LedgerTotals.of(balances(versions=[before]))
    difference = differences(then, totals)
    return Compared(taken, difference, difference_table(difference, Side(before, taken.file_name, then.covered), now))


def unanswered(held: Balances) -> tuple[Problem, ...]:
    """Return the accounts with amounts that no line of the layout for the year answers for."""
    [year] = held.years
    try:
        layout = layout_for(year.year.period.last // 100)
    except Refused as refusal:  # no layout holds so early: that is what there is to say
        return refusal.problems
    return tuple(p for p in coverage_problems(layout, held) if p.code == ACCOUNT_WITHOUT_LINE.code)
