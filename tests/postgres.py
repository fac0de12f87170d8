"""How does a test run get a PostgreSQL server of its own?

PostgreSQL refuses to run as root, so the throw-away cluster belongs to another user when the tests do.
Nothing of it outlives the run; ``SAMORDNA_TEST_DATABASE_URL`` points the tests at a server that exists.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

USER = "postgres"


class Unavailable(Exception):  # noqa: N818 - it is a reason to skip, not an error
    """There is no PostgreSQL to test against; the message says why."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a server that databases can be made on. Raises ``Unavailable`` when there is none."""
    given = os.environ.get("SAMORDNA_TEST_DATABASE_URL")
    if given:
        yield given
        return
    programs = _programs()
    with tempfile.TemporaryDirectory(prefix="samordna-postgres-") as made:
        home = Path(made)
        as_user = _as_another_user(home)
        _run([programs / "initdb", "-D", home / "data", "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"], as_user)
        port = free_port()
        settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": home, "fsync": "off"}
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (home / "log").open("wb") as log:
            command = [str(programs / "postgres"), "-D", str(home / "data"), *flags]
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, **as_user)
        url = f"postgresql://{USER}@127.0.0.1:{port}/postgres"
        try:
            _wait_for(url, home / "log")
            yield url
        finally:
            process.send_signal(signal.SIGINT)  # "fast": whoever is still connected is thrown out
            process.wait(timeout=30)


def _programs() -> Path:
    """Return the folder with ``initdb`` and ``postgres``: Debian keeps them out of the path, one per version."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[4]))
    found = str(versions[-1]) if versions else shutil.which("postgres")
    if not found:
        raise Unavailable("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return Path(found).parent


def _as_another_user(home: Path) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    try:
        other = pwd.getpwnam(USER)
    except KeyError:
        raise Unavailable(f"the tests run as root, and there is no user {USER} to run PostgreSQL as") from None
    os.chown(home, other.pw_uid, other.pw_gid)
    return {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}


def _run(command: list[object], as_user: dict[str, Any]) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd="/", **as_user)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _wait_for(url: str, log: Path) -> None:
    for _ in range(1200):
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise Unavailable(f"PostgreSQL did not start: {log.read_text()[-500:]}")
