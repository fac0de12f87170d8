"""What does the process that ``samordna serve`` becomes do? ``python -m samordna.office.web.process ADDRESS PORT``.

It watches over one worker, which opens the data folder and answers (``wsgi``), and starts another if it dies.
"""

import sys
from typing import Final

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

THREADS: Final = 8
"""Requests answered at once. Python runs one at a time; the others wait for files, databases and slow networks."""


def main() -> None:
    """Serve until told to stop."""
    address, port = sys.argv[1:]
    Server(
        "samordna.office.web.wsgi:application",
        address=address,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
        websockets=False,
        respawn_failed_workers=True,
    ).serve()


if __name__ == "__main__":
    main()
