"""What do fifty people at once meet, who read and write as people do?

Run as ``python -m bench.crowd PEOPLE SECONDS FOLDER``. The site is served by its own command in a process of its
own; everybody has a connection of their own, reads a page, thinks for two seconds, and sometimes writes.
"""

import json
import random
import re
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tests.large_ledger import large_ledger
from tests.serving import served

from bench.addresses import addresses
from bench.visitor import visitor
from samordna.access.models import User

THINKING: Final = (1.0, 3.0)
"""Seconds between an answer and the next question, evenly spread."""

WRITING: Final = 0.1
"""The share of what people do that changes something."""

_SMALL_PAPER: Final = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
_BOUNDARY: Final = "----------------bench"


class Person:
    """Somebody logged in, with a connection that stays open; ``took`` is every answer's milliseconds by kind."""

    def __init__(self, url: str, cookie: str, seed: int) -> None:
        self._connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
        self._cookies = {settings.SESSION_COOKIE_NAME: cookie}
        self._chance = random.Random(seed)  # noqa: S311 - habits, not secrets
        self._ledger = large_ledger(20, seed=seed)
        self.took: dict[str, list[float]] = {"read": [], "write": []}
        self.failed: list[str] = []
        self.led_to = ""

    def live(self, screens: Sequence[str], voucher: str, until: float) -> None:
        """Read and write until the time is over; people do not all come at the same moment."""
        time.sleep(self._chance.uniform(0, THINKING[1]))
        while time.monotonic() < until:
            if self._chance.random() < WRITING:
                self._chance.choice((self._hand_in, self._attach))(voucher)
            else:
                self.ask(self._chance.choice(screens))
            time.sleep(self._chance.uniform(*THINKING))

    def ask(self, address: str) -> str:
        """Get a page and return it."""
        return self._answer("read", "GET", address, None, {})

    def _hand_in(self, _voucher: str) -> None:
        """Hand in a small ledger, look at what it is, and leave it."""
        name = f"liten-{self._chance.randrange(10**9)}.se"
        draft = self._send("/inlasning/", {}, ("files", name, self._ledger))
        self.ask(draft)
        self._send(f"{draft}avsta/", {}, None)

    def _attach(self, voucher: str) -> None:
        paper = _SMALL_PAPER + str(self._chance.random()).encode()
        self._send(f"{voucher}underlag/", {}, ("file", "faktura.pdf", paper))

    def _send(self, address: str, fields: Mapping[str, str], file: tuple[str, str, bytes] | None) -> str:
        """Send a form and return where it leads."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.ask("/inlasning/"))
        if token is None:
            raise LookupError("there is no form on the page")
        words = {"csrfmiddlewaretoken": token[1], **fields}
        if file:
            body, kind = _multipart(words, file), f"multipart/form-data; boundary={_BOUNDARY}"
        else:
            body, kind = urlencode(words).encode(), "application/x-www-form-urlencoded"
        self._answer("write", "POST", address, body, {"Content-Type": kind})
        return self.led_to

    def _answer(self, kind: str, method: str, address: str, body: bytes | None, headers: Mapping[str, str]) -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        started = time.perf_counter()
        self._connection.request(method, address, body, {**headers, "Cookie": cookies})
        answer = self._connection.getresponse()
        content = answer.read()
        self.took[kind].append((time.perf_counter() - started) * 1000)
        self._keep_cookies(answer)
        self.led_to = answer.headers.get("Location", "")
        if answer.status >= 500 or answer.status == 403:
            self.failed.append(f"{method} {address}: {answer.status}")
        return content.decode(errors="replace")

    def _keep_cookies(self, answer: HTTPResponse) -> None:
        for name, value in answer.headers.items():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]


def main() -> None:
    """Let everybody live for a while and print what they met."""
    people, seconds, folder = int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    client = visitor(folder)
    screens = dict(addresses(lambda address: client.get(address).content.decode()))
    voucher = urlsplit(screens["A voucher"]).path
    cookies = [_session() for _ in range(people)]
    with served(folder) as site:
        crowd = [Person(site.url, cookie, seed) for seed, cookie in enumerate(cookies)]
        _warm(crowd[0], list(screens.values()))
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(people) as pool:
            for living in [pool.submit(person.live, list(screens.values()), voucher, until) for person in crowd]:
                living.result()
    print(json.dumps(_told(crowd, seconds)))  # noqa: T201


def _warm(person: Person, screens: Sequence[str]) -> None:
    """Ask for everything once: what the first question after a start costs is measured elsewhere."""
    for address in screens:
        person.ask(address)
    person.took["read"].clear()


def _session() -> str:
    """Return the cookie of a new session of the economist: telling fifty passwords apart would take a minute."""
    user = User.objects.get(role="economist")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _told(crowd: Sequence[Person], seconds: float) -> dict[str, Any]:
    kinds = {kind: [took for person in crowd for took in person.took[kind]] for kind in ("read", "write")}
    return {
        "failed": [failure for person in crowd for failure in person.failed],
        "a_second": sum(map(len, kinds.values())) / seconds,
        **{
            kind: {"count": len(took), "median": statistics.median(took), "p95": statistics.quantiles(took, n=20)[-1]}
            for kind, took in kinds.items()
        },
    }


def _multipart(fields: Mapping[str, str], file: tuple[str, str, bytes]) -> bytes:
    field, name, data = file
    parts = [
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
    return b"".join((*parts, f"{head}Content-Type: application/octet-stream\r\n\r\n".encode(), data, b"\r\n",
                     f"--{_BOUNDARY}--\r\n".encode()))  # fmt: skip


if __name__ == "__main__":
    main()
