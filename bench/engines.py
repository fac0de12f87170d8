"""On which databases is it measured, and what are they and everything else called?"""

import datetime as dt
import os
import platform
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import psycopg
from psycopg import sql
from tests import postgres

from samordna.office.store.folder import POSTGRESQL, read_folder


@contextmanager
def engines() -> Iterator[tuple[Mapping[str, str | None], tuple[str, ...]]]:
    """Yield each engine's name with its server (None for SQLite), and what is missing and why.

    PostgreSQL is the throw-away cluster of the tests.
    """
    try:
        with postgres.server() as url:
            yield {"SQLite": None, "PostgreSQL": url}, ()
    except postgres.Unavailable as reason:
        yield {"SQLite": None}, (f"PostgreSQL: {reason}.",)


def forget(folders: Path, server: str) -> None:
    """Drop the databases that the data folders in ``folders`` point at: the server may be somebody's own."""
    made = [read_folder(path.parent) for path in folders.glob("*/association.toml")]
    with psycopg.connect(server, autocommit=True) as connection:
        for folder in made:
            if folder.engine == POSTGRESQL:
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(folder.database)))


def machine(server: str | None) -> dict[str, str]:
    """Return what the figures depend on: never where the machine is or what it is called."""
    facts = {
        "Date": dt.datetime.now(dt.UTC).date().isoformat(),
        "Processors": str(os.cpu_count()),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }
    if server:
        with psycopg.connect(server) as connection:
            number = connection.info.server_version
        facts["PostgreSQL"] = f"{number // 10000}.{number % 10000}"
    return facts | {"Typst": version("typst"), "WeasyPrint": version("weasyprint")}
