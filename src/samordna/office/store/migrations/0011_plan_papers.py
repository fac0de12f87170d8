"""Papers put to agreements, and what was said when one was taken away, are only added to like the rest of the archive."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ARCHIVE = ("planpaper", "planpaperwithdrawal")
REFUSE = "BEGIN SELECT RAISE(ABORT, 'the archive is only added to'); END"


def make_triggers(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on_server = schema_editor.connection.vendor == "postgresql"
    for table in ARCHIVE:
        for statement in postgresql(table) if on_server else sqlite(table):
            schema_editor.execute(statement)


def postgresql(table: str) -> tuple[str, ...]:
    return (
        f"CREATE TRIGGER archive_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON store_{table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()",
    )


def sqlite(table: str) -> tuple[str, ...]:
    kept = ["id = NEW.id"] if table == "planpaper" else ["id = NEW.id", "paper_id = NEW.paper_id"]
    there = f"EXISTS (SELECT 1 FROM store_{table} WHERE {' OR '.join(kept)})"
    return (
        f"CREATE TRIGGER archive_{table}_update BEFORE UPDATE ON store_{table} {REFUSE}",
        f"CREATE TRIGGER archive_{table}_delete BEFORE DELETE ON store_{table} {REFUSE}",
        f"CREATE TRIGGER archive_{table}_replace BEFORE INSERT ON store_{table} WHEN {there} {REFUSE}",
    )


USER = models.ForeignKey(
    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
)


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0010_plan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.TextField()),
                ("media_type", models.TextField()),
                ("size", models.BigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("data", models.BinaryField()),
                ("attached_at", models.DateTimeField()),
                ("attached_by_name", models.TextField()),
                ("subject", models.TextField()),
                ("key", models.TextField()),
                ("attached_by", USER),
            ],
            options={"indexes": [models.Index(fields=["subject", "key"], name="plan_paper_by_subject")]},
        ),
        migrations.CreateModel(
            name="PlanPaperWithdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("withdrawn_at", models.DateTimeField()),
                ("withdrawn_by_name", models.TextField()),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="store.planpaper"
                    ),
                ),
                ("withdrawn_by", USER),
            ],
        ),
        migrations.RunPython(make_triggers),
    ]
