"""How does an older database become one that this program can read?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.core.files import locks
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.loader import MigrationLoader

from samordna.domain.values.problem import Refused
from samordna.office.store import problems
from samordna.office.store.postgresql import first_line

_MIGRATING: Final = 1_936_551_279
"""The key of PostgreSQL's advisory lock for migrating; any number nobody else uses will do."""


def bring_up_to_date(configuration: Path) -> None:
    """Migrate the open database when it is older than the program. Raises ``Refused`` when it is newer.

    ``configuration`` is the folder's own file: whoever holds its lock migrates, others wait and then find
    nothing left to do.
    """
    place = str(configuration.parent)
    with _told(place):
        if not _unapplied(place):
            return
        with _alone(configuration):
            if _unapplied(place):
                apply_migrations()


def is_behind(place: str) -> bool:
    """Tell whether the open database is older than the program, and change nothing. Raises ``Refused``."""
    with _told(place):
        return _unapplied(place)


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Turn what a database cannot do into words."""
    try:
        yield
    except OperationalError as error:
        kind = problems.SERVER_UNREACHABLE if connection.vendor == "postgresql" else problems.FOLDER_UNREADABLE
        raise Refused([kind.at(place, why=first_line(error))]) from None
    except DatabaseError as error:
        raise Refused([problems.DATABASE_DAMAGED.at(place, why=first_line(error))]) from None


def apply_migrations() -> None:
    """Apply every migration that the open database lacks."""
    call_command("migrate", verbosity=0, interactive=False)


def _unapplied(place: str) -> bool:
    """Tell whether the program has migrations that the database lacks; refuse when it is the other way."""
    loader = MigrationLoader(connection)
    ours = {label for label, _ in loader.disk_migrations}
    if any(key[0] in ours and key not in loader.disk_migrations for key in loader.applied_migrations):
        raise Refused([problems.FOLDER_NEWER.at(place)])
    return any(key not in loader.applied_migrations for key in loader.disk_migrations)


@contextmanager
def _alone(configuration: Path) -> Iterator[None]:
    """Hold the folder (this machine) and the database (every machine) against other migrators."""
    with configuration.open("rb") as held:
        locks.lock(held, locks.LOCK_EX)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATING])
        yield
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_MIGRATING])
