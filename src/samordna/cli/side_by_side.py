"""How are several associations shown at once, when one process serves one of them?"""

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_WAIT_SECONDS: Final = 10


def serve_side_by_side(sites: Sequence[tuple[Path, int]]) -> None:
    """Serve several data folders, each by a process of its own, until somebody stops it or one of them ends."""
    command = [sys.executable, "-m", "samordna.cli", "serve", "--data"]
    started = [subprocess.Popen([*command, str(folder), "--port", str(port)]) for folder, port in sites]  # noqa: S603
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while all(process.poll() is None for process in started):
            for process in started:
                _wait_a_little(process)
    except KeyboardInterrupt:
        pass
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(_WAIT_SECONDS)


def _wait_a_little(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        return
