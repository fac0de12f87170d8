"""What the association says its dimensions are, and which an import had, are only added to like the rest of the archive."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ARCHIVE = ("dimensionrole", "filedimension")
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
    dependencies = [
        ("store", "0007_detail_of_imports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DimensionRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.TextField()),
                ("name", models.TextField()),
                ("role", models.TextField()),
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
        ),
        migrations.CreateModel(
            name="FileDimension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.TextField()),
                ("name", models.TextField()),
                ("role", models.TextField()),
                ("object_count", models.IntegerField()),
                (
                    "ledger_import",
                    models.ForeignKey(
                        db_column="import_id",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.ledgerimport",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.RunPython(make_triggers),
    ]
