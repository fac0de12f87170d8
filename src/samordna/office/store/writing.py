"""How does one deed write alone, and many rows at once?"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final

from django.db import DatabaseError, InternalError, OperationalError, connection, models, transaction

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.store import problems
from samordna.office.store.folder import WAIT_SECONDS
from samordna.office.store.postgresql import first_line

_WRITING: Final = 1_936_551_280
"""The key of PostgreSQL's advisory lock for deeds that must see each other's result."""

_BATCH: Final = 20_000
_DATABASE: Final = swedish("databasen")


@contextmanager
def alone() -> Iterator[None]:
    """Be in a transaction that no other writer of the association is in: the second waits for the first.

    Raises ``Refused`` when the wait is too long, the disk is full or the server gone: nothing was changed.
    SQLite has one writer at a time by nature; PostgreSQL is asked for the same.
    """
    try:
        with transaction.atomic(durable=True):
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITING])
            yield
    except OperationalError as error:
        raise trouble(error) or Refused([problems.WRITE_FAILED.at(_DATABASE, why=first_line(error))]) from error
    except InternalError as error:
        refusal = trouble(error)
        if refusal is None:
            raise
        raise refusal from error


_BUSY: Final = ("locked", "lock timeout")
_TROUBLES: Final = {
    "disk is full": swedish("disken är full"),
    "No space left": swedish("disken är full"),
    "readonly": swedish("den går bara att läsa"),
    "read-only": swedish("den går bara att läsa"),
    "unable to open database file": swedish("databasfilen går inte att öppna"),
    "disk I/O error": swedish("disken går inte att läsa eller skriva"),
    "connection": swedish("databasservern svarar inte"),
}
"""What the drivers say when the database is in trouble, and what a person is told: no address, no name of a server."""


def trouble(error: BaseException | None) -> Refused | None:
    """Return the refusal that an error of the database is; None for a fault of the program, and for any other error.

    Tells nothing that only the server's keeper should know: it may be shown to anybody.
    """
    if not isinstance(error, DatabaseError):
        return None
    why = str(error)
    if any(words in why for words in _BUSY):
        return Refused([problems.BUSY.at(_DATABASE)])
    told = next((plain for words, plain in _TROUBLES.items() if words in why), None)
    return Refused([problems.WRITE_FAILED.at(_DATABASE, why=told)]) if told else None


def take_stock(*tables: type[models.Model]) -> None:
    """Let PostgreSQL look over the tables now, in the open transaction, and not within a minute as it does by itself.

    Until it knows what many new rows are like it may read all of them to find a few. SQLite is asked so that it
    need not know.
    """
    if connection.vendor == "postgresql":
        names = ", ".join(table._meta.db_table for table in tables)  # noqa: SLF001 - the way to a table's name
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {names}")


def write_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write ``rows`` into the model's table, in the open transaction, without holding them all in memory.

    ``columns`` are the table's own names. PostgreSQL takes them as one ``COPY``, SQLite in batches: per row
    a tenth of what the models' own way costs.
    """
    table, names = model._meta.db_table, ", ".join(columns)  # noqa: SLF001 - Django's documented way to a table's name
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of our own models
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        connection.connection.executemany(insert, batch)
