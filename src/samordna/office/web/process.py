"""What does the process that ``samordna serve`` becomes do? ``python -m samordna.office.web.process ADDRESS PORT``.

It opens the data folder (``wsgi``) and answers, alone, until it is told to stop. A request is taken in whole before
a thread looks at it, so that nobody's slow network, or slow malice, holds up the others.
"""

import signal
import sys
from typing import Any, Final

import waitress

from samordna.office.actions import HAND_IN_LIMITS
from samordna.office.web.settings import HTTPS

_THREADS: Final = 8
"""Requests answered at once. Python runs one at a time; the others wait for files and databases."""
_SILENCE_SECONDS: Final = 60
"""A connection on which nothing has happened for so long is closed."""
_CONNECTIONS: Final = 1_000
_LARGEST: Final = HAND_IN_LIMITS.largest_file + 32 * 1024 * 1024
"""Bytes of a request. A little more than the site takes: it says so in plain words, this server in one."""

_BEHIND_ANOTHER: Final[dict[str, Any]] = {
    "trusted_proxy": "*",
    "trusted_proxy_count": 1,
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"},
}
"""Whoever serves with HTTPS has a server in front, and lets nobody past it."""


def main() -> None:
    """Serve until told to stop."""
    from samordna.office.web.wsgi import application  # noqa: PLC0415 - opens the folder: not for whoever only looks

    address, port = sys.argv[1:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    waitress.serve(
        application,
        host=address,
        port=int(port),
        threads=_THREADS,
        channel_timeout=_SILENCE_SECONDS,
        connection_limit=_CONNECTIONS,
        max_request_body_size=_LARGEST,
        asyncore_use_poll=True,
        ident=None,
        clear_untrusted_proxy_headers=True,
        **(_BEHIND_ANOTHER if HTTPS else {}),
    )


if __name__ == "__main__":
    main()
