"""Vouchers are found by their words; those that were read in before get theirs now.

SQLite lets no trigger watch a full-text table. One without content and sizes has nothing to find a row by, and so
lets itself be added to and searched, and no row of it be changed or deleted.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samordna.office.store.word_rows import write_words_of

SQLITE = (
    "CREATE VIRTUAL TABLE store_voucherwords USING fts5"
    "(words, content='', columnsize=0, detail=none, tokenize='ascii')",
)
POSTGRESQL = (
    "CREATE TABLE store_voucherwords (voucher_id bigint NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX voucher_by_words ON store_voucherwords USING gin (words)",
    "CREATE TRIGGER archive_voucherwords BEFORE UPDATE OR DELETE OR TRUNCATE ON store_voucherwords "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_archive()",
)


def make_index(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def fill_index(apps: Any, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    for taken in apps.get_model("store", "LedgerImport").objects.order_by("version"):
        write_words_of(taken.version, taken.voucher_count)


class Migration(migrations.Migration):
    dependencies = [("store", "0004_more_of_the_archive")]

    operations = [migrations.RunPython(make_index), migrations.RunPython(fill_index)]
