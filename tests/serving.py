"""How does a test get a site that really answers, served by the command that a person gives?"""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.environment import environment
from tests.postgres import free_port

WAIT_SECONDS = 120


class Served:
    """A site that answers: its address, the cookies of those who have logged in, and secrets of links to its forms."""

    def __init__(self, url: str, folder: Path, process: "subprocess.Popen[str]") -> None:
        self.url, self.folder, self.process = url, folder, process
        self.cookies = dict[str, list[dict]]()
        self.links = dict[str, str]()


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a data folder with the command that a person gives, until the block is left."""
    port = free_port()
    command = [sys.executable, "-m", "samordna.cli", "serve", "--data", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment())
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, process)
        yield Served(url, folder, process)
    finally:
        process.terminate()
        process.wait(WAIT_SECONDS)


def _wait_for(url: str, process: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, process.stderr.read()
        try:
            urllib.request.urlopen(f"{url}/logga-in/", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{url} never answered")
