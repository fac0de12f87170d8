"""What does a test ask for when it needs an association in a data folder?

``association_folder`` is a real folder, made as a user makes one and opened; a test that asks for it runs
once on each engine. Making one takes a while, so one is made a run and engine, and copied.
"""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import psycopg
import pytest
from psycopg import sql

os.environ["DJANGO_SETTINGS_MODULE"] = "samordna.office.web.settings"
import samordna.office  # noqa: F401 - sets Django up

del os.environ["DJANGO_SETTINGS_MODULE"]  # processes that a test starts find their own

from django.conf import settings
from tests import postgres
from tests.visiting import Site

from samordna.office.actions import TERMINAL, create_association
from samordna.office.store import postgresql
from samordna.office.store.folder import CONFIGURATION, SQLITE, DataFolder, close_folder, open_folder, read_folder
from samordna.office.store.new_folder import configuration_text

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # passwords are meant to be slow

NewFolder: TypeAlias = Callable[[str], Path]

NAME = "Samordningsförbundet Exempel"
LAYOUT = "lkbr"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Return the address of a server that databases can be made on."""
    try:
        with postgres.server() as url:
            yield url
    except postgres.Unavailable as reason:
        pytest.skip(str(reason))


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Choose the engine that new folders get: each test runs once on each."""
    if request.param == "postgresql":
        monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgresql_server"))
    else:
        monkeypatch.delenv("DATABASE_URL", raising=False)
    yield request.param
    close_folder()


@pytest.fixture(scope="session")
def _originals() -> dict[str, DataFolder]:
    """Hold the folders that have been made this run, one an engine."""
    return {}


@pytest.fixture
def new_folder(
    engine: str,
    _originals: dict[str, DataFolder],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[NewFolder]:
    """Return a function that gives a new, empty association by folder name; it is not opened."""
    if engine not in _originals:
        made = tmp_path_factory.mktemp("original") / engine
        create_association(made, name=NAME, organisation_number="222000-0000", layout=LAYOUT, by=TERMINAL)
        close_folder()
        _originals[engine] = read_folder(made)
    original, copies = _originals[engine], list[DataFolder]()

    def copy(name: str) -> Path:
        path = tmp_path / name
        if engine == SQLITE:
            shutil.copytree(original.path, path)
        else:
            copies.append(_copy_on_server(original, path, request.getfixturevalue("postgresql_server")))
        return path

    yield copy
    close_folder()
    for folder in copies:
        server = request.getfixturevalue("postgresql_server")
        _on_server(server, "DROP DATABASE {} WITH (FORCE)", folder.database)


@pytest.fixture
def association_folder(new_folder: NewFolder) -> Path:
    """Return the data folder of a new, empty association, and open it. The test runs on both engines."""
    path = new_folder("forbund")
    open_folder(path)
    return path


@pytest.fixture
def site(association_folder: Path) -> Site:
    """Return the site of a new, empty association, with a user of every role. The test runs on both engines."""
    return Site(association_folder)


def _copy_on_server(original: DataFolder, path: Path, server: str) -> DataFolder:
    folder = DataFolder(path, original.engine, postgresql.new_name(path), dt.datetime.now(dt.UTC))
    _on_server(server, "CREATE DATABASE {} TEMPLATE {}", folder.database, original.database)
    path.mkdir()
    (path / CONFIGURATION).write_text(configuration_text(folder), "utf-8")
    return folder


def _on_server(server: str, command: str, *names: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))
