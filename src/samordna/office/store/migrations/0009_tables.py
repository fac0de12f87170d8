"""What the association says the columns of its tables mean is only added to, like the rest of the archive."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "rememberedtable"
REFUSE = "BEGIN SELECT RAISE(ABORT, 'the archive is only added to'); END"
POSTGRESQL = (
    f"CREATE TRIGGER archive_{TABLE} BEFORE UPDATE OR DELETE OR TRUNCATE ON store_{TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()",
)
SQLITE = (
    f"CREATE TRIGGER archive_{TABLE}_update BEFORE UPDATE ON store_{TABLE} {REFUSE}",
    f"CREATE TRIGGER archive_{TABLE}_delete BEFORE DELETE ON store_{TABLE} {REFUSE}",
    f"CREATE TRIGGER archive_{TABLE}_replace BEFORE INSERT ON store_{TABLE} "
    f"WHEN EXISTS (SELECT 1 FROM store_{TABLE} WHERE id = NEW.id) {REFUSE}",
)


def make_triggers(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0008_dimensions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RememberedTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("signature", models.CharField(max_length=64)),
                ("mapping", models.JSONField()),
                ("file_name", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("said_by_name", models.TextField()),
                (
                    "said_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["signature"], name="table_by_its_heads")]},
        ),
        migrations.RunPython(make_triggers),
    ]
