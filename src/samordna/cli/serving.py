"""How does a person at a terminal show an association in the browser?"""

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from samordna.cli.options import Folder
from samordna.cli.telling import STDERR, refusals
from samordna.office import actions
from samordna.office.web.server import Site, serve

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Address = Annotated[str, typer.Option(help="Adressen att lyssna på; 0.0.0.0 för hela nätverket.")]
Hosts = Annotated[
    list[str] | None,
    typer.Option("--host", metavar="NAMN", help="Namn som webbläsare får nå platsen under. Kan anges flera gånger."),
]
Https = Annotated[bool, typer.Option("--https", help="En server framför krypterar och sätter X-Forwarded-Proto.")]

_WAIT_SECONDS: Final = 10


@app.command(name="serve")
def serve_command(
    data: Folder,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Porten att lyssna på.")] = 8000,
    address: Address = "127.0.0.1",
    host: Hosts = None,
    https: Https = False,
) -> None:
    """Visa förbundet i webbläsaren, tills du avslutar med Ctrl+C.

    Exempel:

      samordna serve --data mitt-forbund

      samordna serve --data mitt-forbund --address 0.0.0.0 --host samordna.example.se --https
    """
    site = Site(data, address, port, tuple(host or ()), https)
    with refusals(reads=True):
        facts = actions.open_association(data)  # says here, and not in the server process, what is wrong
        STDERR.print(f"{facts.name}: {site.url}  (avsluta med Ctrl+C)", markup=False)
        serve(site)


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
