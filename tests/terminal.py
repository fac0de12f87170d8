"""How does a test give the command ``samordna``, as a person at a terminal does?"""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.environment import environment
from typer.testing import CliRunner

from samordna.cli.front import app
from samordna.office.store.folder import close_folder

SAMORDNA = Path(sys.executable).with_name("samordna")


class Answer(NamedTuple):
    """What a command answered: its exit code, and what it wrote where."""

    code: int
    out: str
    err: str


def samordna(*arguments: object, env: Mapping[str, str] | None = None) -> Answer:
    """Return the answer of a command given in this process: quick, and all but a start of its own."""
    close_folder()
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="samordna", env=env)
    close_folder()
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


def samordna_process(*arguments: object, folder: Path | None = None, **env: str) -> Answer:
    """Return the answer of the installed command in a process of its own, standing in ``folder``.

    Its database is a file unless ``env`` names a server.
    """
    command = [str(SAMORDNA), *map(str, arguments)]
    ours = {name: value for name, value in environment().items() if name != "DATABASE_URL"}
    done = _run(command, cwd=folder, env=ours | env)
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def _run(command: list[str], **options: Any) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command, capture_output=True, check=False, timeout=300, **options)
