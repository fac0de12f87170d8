"""How is a data folder served to browsers?

One server process answers pages and static files, with no other server in front. A few threads, so that a
large file on its way in does not make others wait.
"""

import errno
import logging
import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from samordna.domain.values.problem import Refused
from samordna.office.web.problems import ADDRESS_TAKEN, ADDRESS_UNUSABLE

THREADS: Final = 8
"""Requests answered at once. Python runs one at a time; the others wait for files, databases and slow networks."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is served and where.

    ``hosts`` are further names browsers may use, ``https`` says that a server in front encrypts.
    """

    folder: Path
    address: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = ()
    https: bool = False

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        name = self.hosts[0] if self.hosts else "127.0.0.1" if self.address in {"0.0.0.0", "::"} else self.address  # noqa: S104
        return f"https://{name}/" if self.https else f"http://{name}:{self.port}/"

    @property
    def environment(self) -> dict[str, str]:
        """What the server process is told."""
        return {
            "SAMORDNA_DATA": str(self.folder.resolve()),
            "SAMORDNA_HOSTS": " ".join(self.hosts),
            "SAMORDNA_HTTPS": "1" if self.https else "",
        }


def serve(site: Site) -> None:
    """Serve until somebody stops it. Raises ``Refused`` when the address cannot be listened on."""
    _refuse_taken(site)
    os.environ.update(site.environment)
    logging.getLogger("granian").setLevel(logging.WARNING)
    Server(
        "samordna.office.web.wsgi:application",
        address=site.address,
        port=site.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        websockets=False,
        respawn_failed_workers=True,
        process_name="samordna",
    ).serve()


def _refuse_taken(site: Site) -> None:
    family = socket.AF_INET6 if ":" in site.address else socket.AF_INET
    place = f"{site.address}:{site.port}"
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((site.address, site.port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Refused([ADDRESS_TAKEN.at(place, port=site.port, other=site.port + 1)]) from None
            raise Refused([ADDRESS_UNUSABLE.at(place, why=error.strerror)]) from None
