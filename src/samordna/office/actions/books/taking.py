"""How do books that nothing stops become the next version of their fiscal year?

Inside the transaction of a deed that has read and checked them (``reading``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.ledger.balances import Balances, Sums, YearBalances, sum_postings
from samordna.domain.ledger.books import Books, FiscalYear
from samordna.domain.ledger.dimensions import usual_role
from samordna.domain.ledger.problems.versions import NEW_VERSION, SAME_FILE_AGAIN
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.books.reading import Checked, Progress, broken_chain, overlap
from samordna.office.actions.followed.closing import closed_months_problems
from samordna.office.actions.followed.recognising import recognise_bookings
from samordna.office.actions.plan.plan_saying import refuse_any
from samordna.office.questions.books.ledgers import TakenImport, taken_import
from samordna.office.store import models
from samordna.office.store.dimension_rows import write_file_dimensions
from samordna.office.store.ledger_rows import Taking, write_import, write_problems


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of handing in files: the imports that were made, and every problem that was told."""

    taken: tuple[TakenImport, ...]
    problems: tuple[Problem, ...]


def take_books(
    checked: Checked, books: Books, *, by: Actor, progress: Progress, besides: Mapping[str, object] | None = None
) -> Receipt:
    """Write the books of a file that was checked, unless their year already stands as this very file says.

    ``besides`` is what more the trail is told; its ``note`` is the reason that changes in closed months ask for. Raises
    ``Refused`` when the year overlaps another, and when it changes closed months without a reason. What was ordered to
    be booked is known again when it has come.
    """
    facts, found, year = checked.facts, checked.problems, books.year.in_words
    before = current_import(books)
    if before and before.sha256 == facts.sha256:
        return Receipt((), (*found, SAME_FILE_AGAIN.at(facts.name, version=before.version, year=year)))
    if overlapping := overlap(facts.name, books.year):
        raise Refused(overlapping)
    sums = sum_postings(books)
    if before:
        refuse_any(changed_closed_months(books, sums, str((besides or {}).get("note", ""))))
    found = (*found, *broken_chain(books, facts.name))
    writing = partial(progress, swedish("Skriver {name}").format(name=facts.name))
    row = write_import(facts, books, sums, taking=Taking(timezone.now(), by, writing))
    if before:
        found = (*found, NEW_VERSION.at(facts.name, year=year, version=row.version, previous=before.version))
    found = (*found, *recognise_bookings(books.year.period, by=by))
    write_problems(row.version, found)
    write_file_dimensions(row.version, checked.dimensions)
    _trace(row, by=by, before=before, besides={**_roles(checked), **(besides or {})})
    return Receipt((taken_import(row),), found)


def changed_closed_months(books: Books, sums: Sums, reason: str) -> tuple[Problem, ...]:
    """Return why books are not taken without a reason: they change months that are closed."""
    opening = books.opening.get(0, {})
    year = YearBalances(books.year, 0, books.covers_to_month, opening, sums, detail=books.detail)
    later = Balances(books.accounts, books.objects, (year,))
    return tuple(closed_months_problems(later, books.year.period, reason))


def _roles(checked: Checked) -> Mapping[str, object]:
    """Return the roles that are not as SIE has them, as the trail is told."""
    roles = {one.number: one.role.value for one in checked.dimensions if one.role is not usual_role(one.number)}
    return {"roles": roles} if roles else {}


def current_import(books: Books) -> models.LedgerImport | None:
    """Return the import that holds now for the year of the books, None when there is none."""
    return models.LedgerImport.objects.filter(current=True, year_start=books.year.start).first()


def _trace(
    row: models.LedgerImport, *, by: Actor, before: models.LedgerImport | None, besides: Mapping[str, object]
) -> None:
    record(
        Deed.TAKE_LEDGER,
        by=by,
        subject=f"{row.file_name}, {FiscalYear(row.year_start, row.year_end).in_words}",
        old={"version": before.version, "sha256": before.sha256} if before else None,
        version=row.version,
        sha256=row.sha256,
        vouchers=row.voucher_count,
        postings=row.posting_count,
        **besides,
    )
