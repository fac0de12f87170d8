"""What came with a ledger file, and what a person entered, is added to and never changed, replaced or deleted.

An import may stop being the current one, once and for all; nothing else about it changes, and no import is
deleted. SQLite's ``REPLACE`` deletes without asking the triggers of ``DELETE``, so a row whose key is taken is
stopped before it is put in; PostgreSQL has no such way round. A later migration that makes SQLite rebuild one of
these tables drops its triggers with it, and must make them again (``tests/house/test_archives.py`` looks at a
database with every migration applied).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ARCHIVE = (
    "account budgetbalance dimension dimensionobject enteredfigure importproblem monthbalance objectbalance "
    "openingbalance pairbalance posting voucher"
).split()
IMPORTS = "ledgerimport"
MESSAGE = "the archive is only added to"
REFUSE = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
RETIRED = "OLD.current AND NOT NEW.current"


def sqlite(fixed: Sequence[str]) -> Iterator[str]:
    for table in ARCHIVE:
        yield f"CREATE TRIGGER archive_{table}_update BEFORE UPDATE ON store_{table} {REFUSE}"
    for table in (*ARCHIVE, IMPORTS):
        yield f"CREATE TRIGGER archive_{table}_delete BEFORE DELETE ON store_{table} {REFUSE}"
        taken = "version = NEW.version OR (NEW.current AND current AND year_start = NEW.year_start)"
        there = f"EXISTS (SELECT 1 FROM store_{table} WHERE {taken if table == IMPORTS else 'id = NEW.id'})"
        yield f"CREATE TRIGGER archive_{table}_replace BEFORE INSERT ON store_{table} WHEN {there} {REFUSE}"
    yield f"CREATE TRIGGER archive_{IMPORTS}_update BEFORE UPDATE OF {', '.join(fixed)} ON store_{IMPORTS} {REFUSE}"
    yield (
        f"CREATE TRIGGER archive_{IMPORTS}_current BEFORE UPDATE OF current ON store_{IMPORTS} "
        f"WHEN NOT ({RETIRED}) {REFUSE}"
    )


def postgresql(fixed: Sequence[str]) -> Iterator[str]:
    yield (
        "CREATE FUNCTION refuse_to_change_the_archive() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in (*ARCHIVE, IMPORTS):
        of = f" OF {', '.join(fixed)}" if table == IMPORTS else ""
        yield (
            f"CREATE TRIGGER archive_{table} BEFORE UPDATE{of} OR DELETE OR TRUNCATE ON store_{table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()"
        )
    yield (
        f"CREATE TRIGGER archive_{IMPORTS}_current BEFORE UPDATE OF current ON store_{IMPORTS} "
        f"FOR EACH ROW WHEN (NOT ({RETIRED})) EXECUTE FUNCTION refuse_to_change_the_archive()"
    )


def make_triggers(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    fields = apps.get_model("store", "LedgerImport")._meta.concrete_fields
    fixed = [field.column for field in fields if field.column != "current"]
    for statement in (postgresql if schema_editor.connection.vendor == "postgresql" else sqlite)(fixed):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]

    operations = [migrations.RunPython(make_triggers)]
