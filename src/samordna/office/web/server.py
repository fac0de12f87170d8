"""How is a data folder served to browsers?

One server process answers pages and static files, with no other server in front.
"""

import errno
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from samordna.domain.values.problem import Refused
from samordna.office.web.problems import ADDRESS_TAKEN, ADDRESS_UNUSABLE


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
        everywhere = {"0.0.0.0", "::"}  # noqa: S104 - somebody has asked for it
        name = self.hosts[0] if self.hosts else "127.0.0.1" if self.address in everywhere else self.address
        return f"https://{name}/" if self.https else f"http://{name}:{self.port}/"

    @property
    def environment(self) -> dict[str, str]:
        """What the server process is told."""
        return {
            "DJANGO_SETTINGS_MODULE": "samordna.office.web.settings",
            "SAMORDNA_DATA": str(self.folder.resolve()),
            "SAMORDNA_HOSTS": " ".join(self.hosts),
            "SAMORDNA_HTTPS": "1" if self.https else "",
        }


def serve(site: Site) -> NoReturn:
    """Become the server, until somebody stops it. Raises ``Refused`` when the address cannot be listened on.

    The process starts anew as ``process``: Django has one set of settings a process, and this one has the terminal's.
    """
    _refuse_taken(site)
    command = [sys.executable, "-m", "samordna.office.web.process", site.address, str(site.port)]
    os.execve(sys.executable, command, os.environ | site.environment)  # noqa: S606 - our own words, no shell


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
