"""Changes of the layout, reports that were made and papers put to vouchers are only added to, like the rest of the archive."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ARCHIVE = ("attachment", "attachmentwithdrawal", "layoutrevision", "madereport")
REFUSE = "BEGIN SELECT RAISE(ABORT, 'the archive is only added to'); END"


def make_triggers(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table in ARCHIVE:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER archive_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON store_{table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()"
            )
            continue
        there = f"EXISTS (SELECT 1 FROM store_{table} WHERE id = NEW.id)"
        schema_editor.execute(f"CREATE TRIGGER archive_{table}_update BEFORE UPDATE ON store_{table} {REFUSE}")
        schema_editor.execute(f"CREATE TRIGGER archive_{table}_delete BEFORE DELETE ON store_{table} {REFUSE}")
        schema_editor.execute(
            f"CREATE TRIGGER archive_{table}_replace BEFORE INSERT ON store_{table} WHEN {there} {REFUSE}"
        )


class Migration(migrations.Migration):
    dependencies = [("store", "0003_site")]

    operations = [migrations.RunPython(make_triggers)]
