"""How does a data folder, and what serves it, stand right now? Looked at, and nothing changed."""

import os
import shutil
import stat
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone

from samordna.access.models import Invitation, Role, User
from samordna.domain.values.problem import Problem
from samordna.office.questions.association.mail import mail_problems
from samordna.office.questions.association.safety import Facts, Kept, Person, Serving, unsafe
from samordna.office.store.folder import CONFIGURATION, POSTGRESQL, SQLITE_FILE, DataFolder, looked_at
from samordna.office.store.secret import SECRET_FILE

_KEPT: Final = (CONFIGURATION, SQLITE_FILE, f"{SQLITE_FILE}-wal", f"{SQLITE_FILE}-shm", SECRET_FILE)


def safety(path: Path, serving: Serving) -> tuple[Problem, ...]:
    """Return what is unsafe with the data folder at ``path`` when it is served so. Raises ``Refused`` when it is none.

    The folder is not migrated; no folder is open afterwards.
    """
    kept = _kept(path)  # before the database is opened: that makes files of its own
    with looked_at(path) as (folder, behind):
        facts = _facts(folder, serving, kept, behind=behind)
    return unsafe(facts)


def _facts(folder: DataFolder, serving: Serving, kept: tuple[Kept, ...], *, behind: bool) -> Facts:
    database = settings.DATABASES["default"] if folder.engine == POSTGRESQL else {}
    return Facts(
        folder=str(folder.path),
        now=timezone.now(),
        serving=serving,
        kept=kept,
        free=shutil.disk_usage(folder.path).free,
        users=None if behind else _users(),
        links=None if behind else _links(),
        secret=os.environ.get("SAMORDNA_SECRET_KEY", ""),
        database_host=database.get("HOST", ""),
        sslmode=database.get("OPTIONS", {}).get("sslmode", os.environ.get("PGSSLMODE", "")),
        behind=behind,
        root=os.geteuid() == 0,
        mail=mail_problems(),
    )


def _kept(path: Path) -> tuple[Kept, ...]:
    """Return who may read what is kept; what is inside a folder that is closed to others is closed to them too."""
    if not path.is_dir():
        return ()
    folder = Kept(str(path), _mode(path), folder=True)
    if not folder.mode & 0o077:
        return (folder,)
    return (folder, *(Kept(str(path / name), _mode(path / name)) for name in _KEPT if (path / name).exists()))


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _users() -> tuple[Person, ...]:
    return tuple(
        Person(str(row), row.email, row.joined_at, row.role == Role.ADMINISTRATOR, row.last_login)
        for row in User.objects.filter(is_active=True).order_by("name", "id")
    )


def _links() -> tuple[Person, ...]:
    now = timezone.now()
    rows = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now).order_by("id")
    return tuple(Person(row.name, row.email, row.made_at) for row in rows)
