"""Which rows does an association's database hold?

Money is a whole number of öre, a month is the integer ``YYYYMM`` it is summed by. Everything that came
with a ledger file belongs to an import and stays with it: every foreign key is ``PROTECT``, so nothing
here goes away because something else does. No column can hold a participant: the ledger's texts are the
ledger's own, possible identity numbers in them masked before they come here. Text has no longest length:
SQLite would not hold it, PostgreSQL would stumble on it.

What is of the archive is added and never changed or deleted: triggers see to that, and a house test names
the few tables that are not. Files are kept as rows: one database is one thing to back up.
"""

from typing import Final

from samordna.office.store.models.association import Association
from samordna.office.store.models.attachments import Attachment, AttachmentWithdrawal, PlanPaper, PlanPaperWithdrawal
from samordna.office.store.models.counts import CountsDraft
from samordna.office.store.models.dimensions import DimensionRole
from samordna.office.store.models.drafts import LedgerDraft
from samordna.office.store.models.figures import EnteredFigure
from samordna.office.store.models.layouts import LayoutRevision
from samordna.office.store.models.ledger import (
    ROW_NUMBERS,
    Account,
    BudgetBalance,
    Dimension,
    DimensionObject,
    FileDimension,
    ImportProblem,
    LedgerImport,
    MonthBalance,
    ObjectBalance,
    OfImport,
    OpeningBalance,
    PairBalance,
    Posting,
    Voucher,
)
from samordna.office.store.models.plan import PlanEntry
from samordna.office.store.models.reports import MadeReport
from samordna.office.store.models.table_mappings import RememberedTable

LARGEST_KEY: Final = 2**63 - 1
"""No row has a larger number; a database is not asked for one."""

__all__ = [
    "LARGEST_KEY",
    "ROW_NUMBERS",
    "Account",
    "Association",
    "Attachment",
    "AttachmentWithdrawal",
    "BudgetBalance",
    "CountsDraft",
    "Dimension",
    "DimensionObject",
    "DimensionRole",
    "EnteredFigure",
    "FileDimension",
    "ImportProblem",
    "LayoutRevision",
    "LedgerDraft",
    "LedgerImport",
    "MadeReport",
    "MonthBalance",
    "ObjectBalance",
    "OfImport",
    "OpeningBalance",
    "PairBalance",
    "PlanEntry",
    "PlanPaper",
    "PlanPaperWithdrawal",
    "Posting",
    "RememberedTable",
    "Voucher",
]
