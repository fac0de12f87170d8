"""What is said of the plan is only added to, like the rest of the archive; a made report knows which plan it is of.

That column is added as SQL: Django would make SQLite build the table anew, which drops the triggers of the archive.
"""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "planentry"
ADD_TO_REPORTS = "ALTER TABLE store_madereport ADD COLUMN plan_to bigint NOT NULL DEFAULT 0"
REFUSE = "BEGIN SELECT RAISE(ABORT, 'the archive is only added to'); END"
POSTGRESQL = (
    f"CREATE TRIGGER archive_{TABLE} BEFORE UPDATE OR DELETE OR TRUNCATE ON store_{TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()",
)


def sqlite(table: str) -> tuple[str, ...]:
    there = f"EXISTS (SELECT 1 FROM store_{table} WHERE id = NEW.id)"
    return (
        f"CREATE TRIGGER archive_{table}_update BEFORE UPDATE ON store_{table} {REFUSE}",
        f"CREATE TRIGGER archive_{table}_delete BEFORE DELETE ON store_{table} {REFUSE}",
        f"CREATE TRIGGER archive_{table}_replace BEFORE INSERT ON store_{table} WHEN {there} {REFUSE}",
    )


def make_triggers(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on_server = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL if on_server else sqlite(TABLE):
        schema_editor.execute(statement)


def add_to_reports(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(ADD_TO_REPORTS)


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0009_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.TextField()),
                ("key", models.TextField()),
                ("first_month", models.IntegerField()),
                ("last_month", models.IntegerField()),
                ("content", models.JSONField(null=True)),
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
            options={
                "verbose_name_plural": "plan entries",
                "indexes": [
                    models.Index(fields=["subject", "key", "first_month", "last_month"], name="plan_by_subject")
                ],
            },
        ),
        migrations.RunPython(make_triggers),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(add_to_reports)],
            state_operations=[migrations.AddField("madereport", "plan_to", models.BigIntegerField(db_default=0))],
        ),
    ]
