"""How is a data folder made so that a killed maker never leaves one that looks whole?

The database is made under another name and moved in place; ``association.toml``, which is what makes a
folder a data folder, is moved in place last.
"""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from samordna.domain.values.problem import Refused
from samordna.office.store import postgresql, problems
from samordna.office.store.folder import (
    CONFIGURATION,
    FORMAT,
    POSTGRESQL,
    SQLITE,
    SQLITE_FILE,
    DataFolder,
    close_folder,
    connect,
    open_folder,
)  # fmt: skip
from samordna.office.store.migrate import apply_migrations

_MAKING: Final = ".creating-"


def make_folder(path: Path, fill: Callable[[], None], *, created: dt.datetime) -> DataFolder:
    """Make a data folder at ``path``, let ``fill`` write the first rows, and open it.

    The engine is PostgreSQL when ``DATABASE_URL`` is set, else SQLite. Raises ``Refused`` when something
    else is there already; whatever goes wrong, ``path`` is then no data folder.
    """
    _refuse_what_is_there(path)
    server = os.environ.get("DATABASE_URL")
    engine, name = (POSTGRESQL, postgresql.new_name(path)) if server else (SQLITE, SQLITE_FILE)
    folder = DataFolder(path, engine, name, created)
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=_MAKING, dir=path))
        try:
            _make_database(folder, making, server, fill)
            _put_in_place(folder, making)
            for left in path.glob(_MAKING + "*"):  # by makers that were killed; any that lives has just lost
                shutil.rmtree(left, ignore_errors=True)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    except OSError as error:
        raise Refused([problems.FOLDER_UNREADABLE.at(str(path), why=error.strerror)]) from None
    return open_folder(path)


def _refuse_what_is_there(path: Path) -> None:
    if (path / CONFIGURATION).exists():
        raise Refused([problems.FOLDER_TAKEN.at(str(path))])
    try:
        there = sorted(p.name for p in path.iterdir() if not p.name.startswith(_MAKING)) if path.exists() else []
    except OSError as error:
        raise Refused([problems.FOLDER_UNREADABLE.at(str(path), why=error.strerror)]) from None
    if there:
        raise Refused([problems.FOLDER_NOT_EMPTY.at(str(path), names=", ".join(there[:5]))])


def _make_database(folder: DataFolder, making: Path, server: str | None, fill: Callable[[], None]) -> None:
    """Make, migrate and fill the folder's database, with nobody knowing of it yet."""
    if server:
        postgresql.create_database(server, folder.database)
    else:
        (making / folder.database).touch(0o600)
    try:
        connect(folder, making / folder.database)
        apply_migrations()
        fill()
        close_folder()  # the last to leave empties SQLite's write-ahead log into the file
    except BaseException:
        close_folder()
        if server:
            postgresql.drop_database(server, folder.database)
        raise


def _put_in_place(folder: DataFolder, making: Path) -> None:
    """Move what was made in place, the file that makes it a data folder last."""
    configuration = making / CONFIGURATION
    configuration.touch(0o600)
    with configuration.open("w", encoding="utf-8") as file:
        file.write(configuration_text(folder))
        file.flush()
        os.fsync(file.fileno())
    _refuse_what_is_there(folder.path)
    if folder.engine == SQLITE:
        (making / folder.database).replace(folder.path / folder.database)
    configuration.replace(folder.path / CONFIGURATION)


def configuration_text(folder: DataFolder) -> str:
    """Return what ``association.toml`` says of ``folder``: enough to find its database, and no secret."""
    lines = [
        "# Ett samordningsförbunds datamapp. Skriven av Samordna; ändra den inte för hand.",
        f"format = {FORMAT}",
        f'engine = "{folder.engine}"',
    ]
    if folder.engine == POSTGRESQL:
        lines.append(f'database = "{folder.database}"  # på den server som DATABASE_URL pekar ut')
    lines.append(f"created = {folder.created.isoformat(timespec='seconds')}")
    return "\n".join(lines) + "\n"
