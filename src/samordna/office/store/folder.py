"""What is an association's data folder, and how is one opened?

A data folder holds ``association.toml`` and, with SQLite, ``association.sqlite3``. With PostgreSQL the
folder names a database and the server is the one in ``DATABASE_URL``: no password is ever in the folder.
"""

import datetime as dt
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connections

from samordna.domain.values.problem import Refused
from samordna.office.store import migrate, postgresql, problems

FORMAT: Final = 1
"""The form of ``association.toml``; a folder with a higher one is newer than this program."""

SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"
CONFIGURATION: Final = "association.toml"
SQLITE_FILE: Final = "association.sqlite3"

WAIT_SECONDS: Final = 30
"""How long a writer waits for another before it is told that the database is busy."""

_PRAGMAS: Final = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A data folder and which database it points at; ``database`` is a file name or a name on the server."""

    path: Path
    engine: str
    database: str
    created: dt.datetime


def read_folder(path: Path) -> DataFolder:
    """Return what the data folder at ``path`` says of itself. Raises ``Refused`` when it is none."""
    place = str(path)
    if not path.is_dir():
        raise Refused([problems.FOLDER_MISSING.at(place)])
    try:
        written = tomllib.loads((path / CONFIGURATION).read_text("utf-8"))
    except FileNotFoundError:
        raise Refused([problems.NOT_A_DATA_FOLDER.at(place)]) from None
    except OSError as error:
        raise Refused([problems.FOLDER_UNREADABLE.at(place, why=error.strerror)]) from None
    except ValueError as error:
        raise Refused([problems.FOLDER_DAMAGED.at(place, why=error)]) from None
    return _understood(path, written)


def _understood(path: Path, written: dict[str, Any]) -> DataFolder:
    match written:
        case {"format": int(number)} if number > FORMAT:
            raise Refused([problems.FOLDER_NEWER.at(str(path))])
        case {"engine": "sqlite", "created": dt.datetime() as created}:
            return DataFolder(path, SQLITE, SQLITE_FILE, created)
        case {"engine": "postgresql", "database": str(name), "created": dt.datetime() as created}:
            return DataFolder(path, POSTGRESQL, name, created)
        case _:
            why = "format, engine, database eller created saknas"
            raise Refused([problems.FOLDER_DAMAGED.at(str(path), why=why)])


@contextmanager
def looked_at(path: Path) -> Iterator[tuple[DataFolder, bool]]:
    """Open the data folder at ``path`` as it stands, and yield it and whether it is older than the program.

    Nothing is migrated, and no folder is open afterwards. Raises ``Refused`` when it cannot be opened.
    """
    close_folder()
    folder = _there(path)
    connect(folder)
    try:
        yield folder, migrate.is_behind(str(path))
    finally:
        close_folder()


def open_folder(path: Path) -> DataFolder:
    """Make the data folder at ``path`` the one this process reads and writes; migrate it when it is older.

    Raises ``Refused`` when it cannot be opened; the process then has no folder open.
    """
    close_folder()
    folder = _there(path)
    connect(folder)
    try:
        migrate.bring_up_to_date(folder.path / CONFIGURATION)
    except BaseException:
        close_folder()
        raise
    return folder


def _there(path: Path) -> DataFolder:
    """Return what the data folder says of itself, its database being there. Raises ``Refused``."""
    folder = read_folder(path)
    if folder.engine == SQLITE and not (path / SQLITE_FILE).is_file():
        raise Refused([problems.DATABASE_MISSING.at(str(path), database=SQLITE_FILE)])
    return folder


def connect(folder: DataFolder, file: Path | None = None) -> None:
    """Point the default connection at the folder's database (or at ``file``, while it is being made)."""
    if folder.engine == SQLITE:
        _point_at(sqlite_database(file or folder.path / folder.database))
        return
    server = os.environ.get("DATABASE_URL")
    if not server:
        raise Refused([problems.SERVER_UNNAMED.at(str(folder.path), database=folder.database)])
    _point_at(postgresql.database_on(server, folder.database))


def close_folder() -> None:
    """Leave the open folder: until another is opened, nothing can be read or written."""
    _point_at({"ENGINE": "django.db.backends.dummy"})


def sqlite_database(file: Path) -> dict[str, Any]:
    """Return Django's settings for an SQLite file: many readers, one writer at a time, durable."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"timeout": WAIT_SECONDS, "transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS},
    }


def _point_at(database: dict[str, Any]) -> None:
    """Replace the default connection. Django knows one set of databases a process; the demo needs two in turn."""
    connections["default"].close()
    del connections["default"]
    kept_open = database | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}  # from one request to the next
    settings.DATABASES["default"] = kept_open
    connections.settings["default"] = connections.configure_settings({"default": kept_open})["default"]
