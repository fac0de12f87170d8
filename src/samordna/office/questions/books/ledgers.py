"""What do the ledgers that were read say, and which were they?"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from samordna.domain.ledger.balances import Balances, covered_of
from samordna.domain.ledger.books import Account, AccountKind, Detail, FiscalYear, ObjectKey
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem, Severity
from samordna.office.store import models
from samordna.office.store.balance_rows import read_balances


@dataclass(frozen=True, slots=True)
class TakenImport:
    """A ledger file that was taken, as the history of imports shows it. ``current`` is False for an older version."""

    version: int
    current: bool
    year: FiscalYear
    covered_to: dt.date | None
    covers_to_month: Month
    file_name: str
    sha256: str
    size: int
    encoding: str
    file_type: str
    program: str
    generated: dt.date | None
    company: str
    organisation_number: str
    vouchers: int
    postings: int
    taken_at: dt.datetime
    taken_by: str
    detail: Detail = Detail.VOUCHERS

    @property
    def covered(self) -> Period:
        """The months of its year that it covers."""
        return covered_of(self.year, self.covers_to_month)

    @property
    def balances_only(self) -> str:
        """The sentence that says that the file had balances and no vouchers; empty for one that had them."""
        return self.detail.balances_only

    def tells(self, period: Period) -> bool:
        """Tell whether what happened over ``period`` can be told apart from the rest of the year."""
        return self.detail is not Detail.PERIOD or period.covers(self.covered)


def imports() -> tuple[TakenImport, ...]:
    """Return every import ever taken, oldest first."""
    return tuple(taken_import(row) for row in models.LedgerImport.objects.order_by("version"))


def balances(
    *periods: Period, versions: Collection[int] | None = None, objects: Collection[ObjectKey] | None = None
) -> Balances:
    """Return the balances of the fiscal years that ``periods`` touch; of every year when none is given.

    Years are whole, so that a closing balance can be computed in any month of them. The current import
    of each year is read, or, as known then, those among ``versions``. ``objects`` limits the sums over
    objects to those that somebody will ask for; all are read when none are named.
    """
    rows: QuerySet[models.LedgerImport] = models.LedgerImport.objects.all()
    rows = rows.filter(current=True) if versions is None else rows.filter(version__in=versions)
    touched = (row for row in rows if not periods or any(_touches(row, period) for period in periods))
    return read_balances(touched, objects=objects)


def account_in_use(number: str) -> Account | None:
    """Return an account of the current imports, as the latest of them names it; None when none of them has it."""
    rows = models.Account.objects.filter(number=number, ledger_import__current=True)
    row = rows.order_by("-ledger_import__year_start").first()
    return Account(row.number, row.name, AccountKind(row.kind)) if row else None


def problems_of(version: int) -> tuple[Problem, ...]:
    """Return the problems that were told when the import ``version`` was taken, in that order."""
    rows = models.ImportProblem.objects.filter(ledger_import=version).order_by("id")
    return tuple(Problem(row.code, Severity(row.severity), row.place, row.found, row.remedy) for row in rows)


def taken_import(row: models.LedgerImport) -> TakenImport:
    """Return the import of a row as a value."""
    return TakenImport(
        version=row.version,
        current=row.current,
        year=FiscalYear(row.year_start, row.year_end),
        covered_to=row.covered_to,
        covers_to_month=row.covers_to_month,
        file_name=row.file_name,
        sha256=row.sha256,
        size=row.size,
        encoding=row.encoding,
        file_type=row.file_type,
        program=row.program,
        generated=row.generated,
        company=row.company,
        organisation_number=row.organisation_number,
        vouchers=row.voucher_count,
        postings=row.posting_count,
        taken_at=row.taken_at,
        taken_by=row.taken_by_name,
        detail=Detail(row.detail),
    )


def _touches(row: models.LedgerImport, period: Period) -> bool:
    return row.year_start <= period.end and period.start <= row.year_end
