"""An import says how much its file told of what moved; those that were taken before told every voucher.

The column is added as SQL: Django would make SQLite build the table anew, which drops the triggers of the archive.
"""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "store_ledgerimport"
ADD = f"ALTER TABLE {TABLE} ADD COLUMN detail text NOT NULL DEFAULT 'vouchers'"
POSTGRESQL = (
    f"CREATE TRIGGER archive_ledgerimport_detail BEFORE UPDATE OF detail ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()"
)
SQLITE = (
    f"CREATE TRIGGER archive_ledgerimport_detail BEFORE UPDATE OF detail ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the archive is only added to'); END"
)


def add_detail(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(ADD)
    schema_editor.execute(POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


class Migration(migrations.Migration):
    dependencies = [("store", "0006_postings_in_their_account")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(add_detail)],
            state_operations=[
                migrations.AddField("ledgerimport", "detail", models.TextField(db_default="vouchers")),
            ],
        )
    ]
