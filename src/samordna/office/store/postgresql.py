"""How does an association get a database of its own on a PostgreSQL server?

``DATABASE_URL`` names a server and who logs in on it; the database in it is only where to stand while
making and dropping others.
"""

import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg
from psycopg import sql

from samordna.domain.values.problem import Refused
from samordna.office.store import problems

_UNFIT = re.compile(r"[^a-z0-9]+")
_ASCII = str.maketrans("åäöé", "aaoe")


def new_name(folder: Path) -> str:
    """Return a database name that tells which folder it belongs to and is taken by nobody else."""
    slug = _UNFIT.sub("_", folder.resolve().name.lower().translate(_ASCII)).strip("_")[:40]
    return f"samordna_{slug or 'forbund'}_{secrets.token_hex(4)}"


def database_on(server: str, name: str) -> dict[str, Any]:
    """Return Django's settings for database ``name`` on ``server``. Raises ``Refused`` for no such address."""
    try:
        url = urlsplit(server)
        port = url.port or ""
    except ValueError:
        raise Refused([problems.SERVER_MISNAMED.at("DATABASE_URL")]) from None
    if url.scheme not in {"postgresql", "postgres"}:
        raise Refused([problems.SERVER_MISNAMED.at("DATABASE_URL")])
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": port,
        "OPTIONS": dict(parse_qsl(url.query)),
    }


def create_database(server: str, name: str) -> None:
    """Create database ``name`` on ``server``: UTF-8 whatever the server's own default is."""
    command = sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(name))
    _on_server(server, command)


def drop_database(server: str, name: str) -> None:
    """Drop database ``name``: only for one whose making failed, never for one that was in use."""
    _on_server(server, sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


def _on_server(server: str, command: sql.Composed) -> None:
    database_on(server, "")  # refuses what is no address before the driver guesses at it
    try:
        with psycopg.connect(server, autocommit=True, connect_timeout=10) as connection:
            connection.execute(command)
    except psycopg.Error as error:
        raise Refused([problems.SERVER_UNREACHABLE.at("DATABASE_URL", why=first_line(error))]) from None


def first_line(error: BaseException) -> str:
    """Return the first line of the driver's message: the rest repeats it for every address tried."""
    return str(error).strip().partition("\n")[0]
