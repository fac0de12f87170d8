"""What came with a ledger file, and stays with its import?

Rows of an import are added and never changed or deleted: triggers see to that (migration 0002). Vouchers
and postings lean on it: PostgreSQL would look up each of their keys once more at commit, which doubles the
time of an import, so they have no constraints of their own. One function writes them, and its keys are computed.
"""

from typing import ClassVar

from django.db import models
from django.db.models import PROTECT, F, ForeignKey, Q

from samordna.access.models import User

ROW_NUMBERS = 100_000_000
"""Room for the vouchers (and the postings) of one import: import 3 numbers its own from 300 000 000.

Numbers that are computed need no round trip, so postings can point at their voucher while both are being
copied. They are ordinary automatic keys otherwise: in SQLite that makes them the row's own number.
"""


class LedgerImport(models.Model):
    """A ledger file that was taken: its number is the version statements name as their source.

    The latest taken for a fiscal year is ``current``; the older ones stay whole, so that a report can be
    made again as known then. ``detail`` is how much the file told of what moved, as ``books.Detail`` names it.
    """

    version = models.PositiveIntegerField(primary_key=True)
    current = models.BooleanField()
    year_start = models.DateField()
    year_end = models.DateField()
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    encoding = models.TextField()
    file_type = models.TextField()
    program = models.TextField(blank=True)
    generated = models.DateField(null=True)
    company = models.TextField(blank=True)
    organisation_number = models.TextField(blank=True)
    covered_to = models.DateField(null=True)
    covers_to_month = models.IntegerField()
    voucher_count = models.IntegerField()
    posting_count = models.IntegerField()
    detail = models.TextField(db_default="vouchers")
    taken_at = models.DateTimeField()
    taken_by = ForeignKey(User, PROTECT, null=True, related_name="+")
    taken_by_name = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year_start"], condition=Q(current=True), name="one_current_import_a_year"),
            models.CheckConstraint(
                condition=Q(year_end__gt=F("year_start")), name="a_fiscal_year_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.file_name}"


class OfImport(models.Model):
    """What every row that came with a ledger file has."""

    ledger_import = ForeignKey(LedgerImport, PROTECT, db_column="import_id", related_name="+")

    class Meta:
        abstract = True


class ImportProblem(OfImport):
    """A problem that was found in the file and told when it was taken, in the order it was told."""

    code = models.TextField()
    severity = models.TextField()
    place = models.TextField()
    found = models.TextField()
    remedy = models.TextField()


class Account(OfImport):
    """An account (konto) as the file declared it; ``kind`` as SIE writes it: T, S, K or I."""

    number = models.TextField()
    name = models.TextField()
    kind = models.TextField()


class Dimension(OfImport):
    """A dimension's number in the books and its name: 1 Kostnadsställe, 6 Projekt."""

    number = models.TextField()
    name = models.TextField()


class FileDimension(OfImport):
    """A dimension by its number in the file, the role it was taken with, and how many objects of it occurred."""

    number = models.TextField()
    name = models.TextField()
    role = models.TextField()
    object_count = models.IntegerField()


class DimensionObject(OfImport):
    """An object of a dimension: a cost centre, a project."""

    dimension = models.TextField()
    code = models.TextField()
    name = models.TextField()


class OpeningBalance(OfImport):
    """An account's opening balance (ingående balans) of the import's fiscal year."""

    account = models.TextField()
    ore = models.BigIntegerField()


class MonthBalance(OfImport):
    """What an account moved in a month."""

    account = models.TextField()
    month = models.IntegerField()
    ore = models.BigIntegerField()


class ObjectBalance(OfImport):
    """What an account moved in a month on one object."""

    account = models.TextField()
    dimension = models.TextField()
    object = models.TextField()
    month = models.IntegerField()
    ore = models.BigIntegerField()


class PairBalance(OfImport):
    """What an account moved in a month on a declared pair of objects: a cost centre split by project."""

    account = models.TextField()
    dimension = models.TextField()
    object = models.TextField()
    second_dimension = models.TextField()
    second_object = models.TextField()
    month = models.IntegerField()
    ore = models.BigIntegerField()


class BudgetBalance(OfImport):
    """The budget the file carried for an account and month."""

    account = models.TextField()
    month = models.IntegerField()
    ore = models.BigIntegerField()


class Voucher(OfImport):
    """A voucher (verifikation); its key is ``version * ROW_NUMBERS`` + its place in the file."""

    series = models.TextField()
    number = models.TextField()
    date = models.DateField()
    month = models.IntegerField()
    text = models.TextField()
    ledger_import = ForeignKey(
        LedgerImport, PROTECT, db_column="import_id", related_name="+", db_index=False, db_constraint=False
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["ledger_import", "number", "series"], name="voucher_by_number"),
        ]


class Posting(OfImport):
    """A row of a voucher. ``objects`` is canonical text, ``|1=3001|6=P1|``: part of it finds an object."""

    voucher = ForeignKey(Voucher, PROTECT, related_name="postings", db_constraint=False)
    account = models.TextField()
    month = models.IntegerField()
    ore = models.BigIntegerField()
    objects_text = models.TextField()
    text = models.TextField()
    ledger_import = ForeignKey(
        LedgerImport, PROTECT, db_column="import_id", related_name="+", db_index=False, db_constraint=False
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["ledger_import", "account", "month", "id"], name="posting_in_its_account"),
            models.Index(fields=["ore"], name="posting_by_amount"),
        ]
