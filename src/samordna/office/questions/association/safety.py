"""What is unsafe with how an association's site is served, kept and entered?

Pure checks over facts that somebody else has gathered: each is one function, tried by itself.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Severity
from samordna.office.questions.association import safety_problems as problems

DEMO_DOMAIN: Final = "@demo.example"

_GRAVEST_FIRST: Final = tuple(Severity)
_SHORTEST_SECRET: Final = 50
_FEWEST_SIGNS: Final = 10
_MEGABYTE: Final = 1024 * 1024
_FULL: Final = 200 * _MEGABYTE
_LOW: Final = 2_000 * _MEGABYTE
_LONG: Final = dt.timedelta(days=7)
_ENCRYPTED: Final = {"verify-full", "verify-ca", "require"}
_VERIFIED: Final = {"verify-full", "verify-ca"}


@dataclass(frozen=True, slots=True)
class Serving:
    """How the site is served: the address listened on, the names browsers may use, whether somebody encrypts."""

    address: str = "127.0.0.1"
    hosts: tuple[str, ...] = ()
    https: bool = False

    @property
    def local(self) -> bool:
        """Whether only this machine reaches it."""
        return is_local(self.address)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file or folder that is kept, and who may read and write it, as Unix writes it (``0o640``)."""

    path: str
    mode: int
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A user who may come in, or somebody a link waits for: since when, and when last seen."""

    name: str
    email: str
    since: dt.datetime
    administrator: bool = False
    seen: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is looked at. ``users`` and ``links`` are None when the database is too old to be asked.

    ``secret`` is that of the environment, empty for the data folder's own; ``database_host`` is empty for a file.
    ``mail``: what is wrong with what is said of the mail server.
    """

    folder: str
    now: dt.datetime
    serving: Serving
    kept: tuple[Kept, ...]
    free: int
    users: tuple[Person, ...] | None
    links: tuple[Person, ...] | None
    secret: str = ""
    database_host: str = ""
    sslmode: str = ""
    behind: bool = False
    root: bool = False
    mail: tuple[Problem, ...] = ()


def unsafe(facts: Facts) -> tuple[Problem, ...]:
    """Return all that is unsafe, what refuses first."""
    found = [problem for check in _CHECKS for problem in check(facts)]
    return tuple(sorted(found, key=lambda problem: _GRAVEST_FIRST.index(problem.severity)))


def is_local(host: str) -> bool:
    """Tell whether an address or a name is this very machine, or a socket on it."""
    if host in {"", "localhost"} or host.startswith("/"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _kept_from_others(facts: Facts) -> Iterator[Problem]:
    for kept in facts.kept:
        remedy = {"mode": "700" if kept.folder else "600", "path": kept.path}
        if kept.mode & 0o007:
            yield problems.READABLE_BY_OTHERS.at(kept.path, **remedy)
        elif kept.mode & 0o070:
            yield problems.READABLE_BY_GROUP.at(kept.path, **remedy)


def _encrypted(facts: Facts) -> Iterator[Problem]:
    serving = facts.serving
    if not serving.local:
        kind = problems.AROUND_THE_FRONT if serving.https else problems.WITHOUT_HTTPS
        yield kind.at(f"--address {serving.address}")


def _named(facts: Facts) -> Iterator[Problem]:
    serving = facts.serving
    for host in serving.hosts:
        if "*" in host or host.startswith("."):
            yield problems.WILDCARD_HOST.at(f"--host {host}")
    if not serving.hosts and (serving.https or not serving.local):
        yield problems.NO_HOST.at("--host")


def _signed(facts: Facts) -> Iterator[Problem]:
    if facts.secret and (len(facts.secret) < _SHORTEST_SECRET or len(set(facts.secret)) < _FEWEST_SIGNS):
        yield problems.SHORT_SECRET.at("SAMORDNA_SECRET_KEY")


def _database(facts: Facts) -> Iterator[Problem]:
    if facts.behind:
        yield problems.OLDER_DATABASE.at(facts.folder, folder=facts.folder)
    if is_local(facts.database_host):
        return
    if facts.sslmode not in _ENCRYPTED:
        yield problems.UNENCRYPTED_DATABASE.at("DATABASE_URL", host=facts.database_host)
    elif facts.sslmode not in _VERIFIED:
        yield problems.UNVERIFIED_DATABASE.at("DATABASE_URL", host=facts.database_host)


def _administrators(facts: Facts) -> Iterator[Problem]:
    if facts.users is None:
        return
    count = sum(user.administrator for user in facts.users)
    if count == 0:
        yield problems.NO_ADMINISTRATOR.at(facts.folder, folder=facts.folder)
    elif count == 1:
        yield problems.ONE_ADMINISTRATOR.at(facts.folder)


def _known_passwords(facts: Facts) -> Iterator[Problem]:
    known = [user.email for user in facts.users or () if user.email.endswith(DEMO_DOMAIN)]
    if known:
        yield problems.DEMO_USERS.at(facts.folder, emails=", ".join(known))


def _seen(facts: Facts) -> Iterator[Problem]:
    for user in facts.users or ():
        if user.seen is None and facts.now - user.since > _LONG and not user.email.endswith(DEMO_DOMAIN):
            yield problems.NEVER_LOGGED_IN.at(f"{user.name} ({user.email})")


def _waiting(facts: Facts) -> Iterator[Problem]:
    for link in facts.links or ():
        waited = facts.now - link.since
        if waited > _LONG:
            yield problems.LINK_WAITS.at(link.name, days=waited.days, email=link.email)


def _room(facts: Facts) -> Iterator[Problem]:
    free = facts.free // _MEGABYTE
    if facts.free < _FULL:
        yield problems.DISK_FULL.at(facts.folder, free=free)
    elif facts.free < _LOW:
        yield problems.DISK_LOW.at(facts.folder, free=free)


def _humble(facts: Facts) -> Iterator[Problem]:
    if facts.root:
        yield problems.RUNS_AS_ROOT.at(swedish("användaren som kör"))


def _mailed(facts: Facts) -> Iterator[Problem]:
    yield from facts.mail


_CHECKS: Final[tuple[Callable[[Facts], Iterator[Problem]], ...]] = (
    _kept_from_others,
    _encrypted,
    _named,
    _signed,
    _database,
    _mailed,
    _administrators,
    _known_passwords,
    _seen,
    _waiting,
    _room,
    _humble,
)
