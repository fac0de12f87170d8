"""How is one thing measured in a process of its own?"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent


def measured(module: str, *arguments: object, server: str | None = None) -> dict[str, Any]:
    """Return what ``python -m module`` measured: the JSON it prints. ``server`` is its ``DATABASE_URL``."""
    printed = _run(["-m", module, *map(str, arguments)], server)
    answer: dict[str, Any] = json.loads(printed)
    return answer


def seconds_of_command(*arguments: object) -> float:
    """Return how long ``samordna`` takes with these arguments, from the start of its process to the end."""
    started = time.perf_counter()
    _run(["-c", "from samordna.cli import main; main()", *map(str, arguments)], None)
    return time.perf_counter() - started


def peak_memory() -> int:
    """Return the most bytes of memory that this process has held at once."""
    status = Path("/proc/self/status")
    if status.exists():  # the system's own count (getrusage) would begin with the memory of whoever started us
        words = status.read_text().partition("VmHWM:")[2].split()
        return int(words[0]) * 1024
    import resource  # noqa: PLC0415 - not on every system

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _run(arguments: list[str], server: str | None) -> str:
    """Run Python with the arguments; when it fails, its own words are the error."""
    done = subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, *arguments], cwd=ROOT, env=_environment(server), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)}\n{done.stderr}")
    return done.stdout


def _environment(server: str | None) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"DATABASE_URL": server} if server else kept
