"""The archive: nothing in it goes away because something else does, and the database itself sees to it."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, models
from tests.large_ledger import large_ledger

from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERSONS
from samordna.office.actions import TERMINAL, LedgerFile, enter_figures, take_ledgers

OURS = [model for label in ("store", "access") for model in apps.get_app_config(label).get_models()]
NOT_ARCHIVE = {"Association", "User"}
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
    return association_folder


@pytest.mark.usefixtures("full_archive")
def test_no_row_of_the_archive_can_be_changed_or_deleted():
    archive = [model for model in OURS if model.__name__ not in NOT_ARCHIVE]
    assert len(archive) >= 14
    for model in archive:
        table, column = model._meta.db_table, model._meta.pk.column
        statements = [f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"]
        if connection.vendor == "postgresql":
            statements.append(f"TRUNCATE {table} CASCADE")
        for statement in statements:
            assert model.objects.exists(), f"{table} has no rows: nothing was tried"
            with pytest.raises(DatabaseError, match=r"append-only|only added to"), connection.cursor() as cursor:
                cursor.execute(statement)


@pytest.mark.usefixtures("association_folder")
def test_the_migrations_are_those_of_the_models():

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
