"""The archive: nothing in it goes away because something else does, and the database itself sees to it."""

import datetime as dt

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, models
from django.utils import timezone
from tests.large_ledger import large_ledger

from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERSONS
from samordna.office.actions import TERMINAL, LedgerFile, enter_figures, take_ledgers
from samordna.office.store.models import (
    Attachment,
    AttachmentWithdrawal,
    DimensionRole,
    LayoutRevision,
    MadeReport,
    PlanEntry,
    PlanPaper,
    PlanPaperWithdrawal,
    RememberedTable,
)

OURS = [model for label in ("store", "access") for model in apps.get_app_config(label).get_models()]
NOT_ARCHIVE = {"Association", "CountsDraft", "Invitation", "LedgerDraft", "User"}
"""What is described anew when it changes: the trail holds what it was."""


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_no_foreign_key_cascades(model):
    for field in model._meta.get_fields(include_hidden=True):
        if isinstance(field, models.ForeignKey):
            assert field.remote_field.on_delete is models.PROTECT, f"{model.__name__}.{field.name}"


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_money_and_months_are_whole_numbers(model):
    inexact = (models.FloatField, models.DecimalField, models.DurationField)
    assert not [field.name for field in model._meta.get_fields() if isinstance(field, inexact)]


@pytest.fixture
def full_archive(association_folder):
    """Put at least one row in every table of the archive."""
    ledger = large_ledger(20).replace(b"#RES 0 3010", b"#PBUDGET 0 202401 4010 {} 100.00\r\n#RES 0 3010")
    take_ledgers([LedgerFile("a.se", ledger)], by=TERMINAL)
    take_ledgers([LedgerFile("b.se", ledger + b"\r\n")], by=TERMINAL)
    staff = EnteredFigure("keyfigures:anstallda", Scenario.ACTUAL, Period(202401, 202408), 4, PERSONS, "lista")
    enter_figures([staff], by=TERMINAL)
    _one_of_each_paper()
    return association_folder


def _one_of_each_paper():
    now = timezone.now()
    revision = LayoutRevision.objects.create(name="lkbr", from_year=2024, text="", change="a", made_at=now)
    asked = {"first_month": 202401, "last_month": 202408, "compare_first_month": 202301, "compare_last_month": 202308}
    MadeReport.objects.create(layout_revision=revision, imports=[1], figures_to=0, made_at=now, **asked)
    paper = Attachment.objects.create(year_start=dt.date(2024, 1, 1), size=1, data=b"%", attached_at=now)
    AttachmentWithdrawal.objects.create(attachment=paper, withdrawn_at=now)
    put = PlanPaper.objects.create(subject="agreement", key="1", size=1, data=b"%", attached_at=now)
    PlanPaperWithdrawal.objects.create(paper=put, withdrawn_at=now)
    DimensionRole.objects.create(number="20", role="project", said_at=now)
    RememberedTable.objects.create(signature="a", mapping={}, said_at=now)
    PlanEntry.objects.create(subject="forecast", key="3001", first_month=202401, last_month=202412, said_at=now)


def archive() -> list[type[models.Model]]:
    found = [model for model in OURS if model.__name__ not in NOT_ARCHIVE]
    assert len(found) >= 14
    assert all(model.objects.exists() for model in found), "a table has no rows: nothing was tried"
    return found


def columns(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.concrete_fields]


def refuses(statement: str) -> None:
    """Give a statement that the database itself refuses, whoever asks."""
    with pytest.raises(DatabaseError, match=r"append-only|only added to"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("full_archive")
def test_no_row_of_the_archive_can_be_deleted():
    for model in archive():
        refuses(f"DELETE FROM {model._meta.db_table}")
        if connection.vendor == "postgresql":
            refuses(f"TRUNCATE {model._meta.db_table} CASCADE")


@pytest.mark.usefixtures("full_archive")
def test_no_column_of_the_archive_can_be_changed():
    for model in archive():
        for column in columns(model):
            refuses(f"UPDATE {model._meta.db_table} SET {column} = {column}")


@pytest.mark.usefixtures("full_archive")
def test_no_row_of_the_archive_can_be_replaced_by_one_with_its_key():
    """SQLite's REPLACE deletes without asking the triggers of DELETE; PostgreSQL's way to it is an UPDATE."""
    for model in archive():
        table, names, key = model._meta.db_table, columns(model), model._meta.pk.column
        row = f"({', '.join(names)}) SELECT {', '.join(names)} FROM {table} WHERE true"
        refuses(f"INSERT INTO {table} {row} ON CONFLICT ({key}) DO UPDATE SET {key} = excluded.{key}")
        if connection.vendor == "sqlite":
            refuses(f"REPLACE INTO {table} {row}")
            refuses(f"INSERT OR REPLACE INTO {table} {row}")


@pytest.mark.usefixtures("full_archive")
def test_an_import_stops_being_current_once_and_for_all():
    refuses("UPDATE store_ledgerimport SET current = true WHERE version = 1")
    refuses("UPDATE store_ledgerimport SET current = false, file_name = 'annan.se' WHERE version = 2")
    if connection.vendor == "sqlite":  # the year's one place as current is a key too
        names = [name for name in columns(apps.get_model("store", "LedgerImport")) if name != "version"]
        newer = f"(version, {', '.join(names)}) SELECT 9, {', '.join(names)} FROM store_ledgerimport WHERE version = 2"
        refuses(f"REPLACE INTO store_ledgerimport {newer}")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE store_ledgerimport SET current = false WHERE version = 2")
    refuses("UPDATE store_ledgerimport SET current = true WHERE version = 2")


@pytest.mark.usefixtures("association_folder")
def test_the_migrations_are_those_of_the_models():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
