"""The trail can be added to and nothing else: the database itself refuses, on both engines.

SQLite's ``REPLACE`` deletes without asking the trigger of ``DELETE``: an entry whose key is taken is stopped
before it is put in.
A later migration that makes SQLite rebuild the table drops its triggers with it, and must make them again
(``tests/access`` looks at a database with every migration applied).
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "access_trailentry"
MESSAGE = "the trail is append-only"

SQLITE = [
    f"CREATE TRIGGER trail_is_append_only_{deed.lower()} BEFORE {deed} ON {TABLE} {when}"
    f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    for deed, when in (
        ("UPDATE", ""),
        ("DELETE", ""),
        ("INSERT", f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id) "),
    )
]

POSTGRESQL = [
    "CREATE FUNCTION refuse_to_change_the_trail() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    f"CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_trail()",
]


def make_triggers(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [migrations.RunPython(make_triggers)]
