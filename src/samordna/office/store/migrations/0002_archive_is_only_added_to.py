"""What came with a ledger file, and what a person entered, is added to and never changed or deleted.

An import may stop being the current one; nothing else about it changes, and no import is deleted. A later
migration that makes SQLite rebuild one of these tables drops its triggers with it, and must make them again
(``tests/house/test_archives.py`` looks at a database with every migration applied).
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ARCHIVE = (
    "account budgetbalance dimension dimensionobject enteredfigure importproblem monthbalance objectbalance "
    "openingbalance pairbalance posting voucher"
).split()
IMPORTS = "ledgerimport"
MESSAGE = "the archive is only added to"


def sqlite() -> Iterator[str]:
    for table in (*ARCHIVE, IMPORTS):
        for deed in ("UPDATE", "DELETE"):
            of = " OF version, year_start, year_end, sha256, taken_at" if (table, deed) == (IMPORTS, "UPDATE") else ""
            yield (
                f"CREATE TRIGGER archive_{table}_{deed.lower()} BEFORE {deed}{of} ON store_{table} "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )


def postgresql() -> Iterator[str]:
    yield (
        "CREATE FUNCTION refuse_to_change_the_archive() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in (*ARCHIVE, IMPORTS):
        of = " OF version, year_start, year_end, sha256, taken_at" if table == IMPORTS else ""
        yield (
            f"CREATE TRIGGER archive_{table} BEFORE UPDATE{of} OR DELETE OR TRUNCATE ON store_{table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()"
        )


def make_triggers(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in postgresql() if schema_editor.connection.vendor == "postgresql" else sqlite():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]

    operations = [migrations.RunPython(make_triggers)]
