"""Which mail server does the environment name, and what is wrong with what it says?

Read before anything is open. What cannot be understood names no server: letters are then shown to be copied, and
whoever starts or checks the site is told why.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.values.problem import Problem
from samordna.office.store.problems import MAIL_PORT, MAIL_SECURITY

_HOST: Final = "SAMORDNA_MAIL_HOST"
_PORT: Final = "SAMORDNA_MAIL_PORT"
_SECURITY: Final = "SAMORDNA_MAIL_SECURITY"
_STARTTLS, _TLS, _NONE = "starttls", "tls", "none"
_USUAL_PORTS: Final = {_STARTTLS: 587, _TLS: 465, _NONE: 587}
_LAST_PORT: Final = 65535


@dataclass(frozen=True, slots=True)
class MailServer:
    """A mail server: its name (empty: none that can be used), its port, and how what is sent is kept from others."""

    host: str
    port: int
    tls: bool
    starttls: bool


def mail_server(environment: Mapping[str, str]) -> MailServer:
    """Return the server that is named, without a name when what is said of it cannot be understood."""
    wrong = [*mail_problems(environment)]
    security = _said(environment, _SECURITY) or _STARTTLS
    port = _said(environment, _PORT)
    usual = _USUAL_PORTS.get(security, _USUAL_PORTS[_STARTTLS])
    return MailServer(
        host="" if wrong else _said(environment, _HOST),
        port=usual if wrong or not port else int(port),
        tls=security == _TLS,
        starttls=security not in (_TLS, _NONE),
    )


def mail_problems(environment: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is said of the mail server and cannot be understood."""
    port, security = _said(environment, _PORT), _said(environment, _SECURITY)
    if port and not (port.isascii() and port.isdecimal() and 0 < int(port) <= _LAST_PORT):
        yield MAIL_PORT.at(_PORT, text=port, most=_LAST_PORT)
    if security and security not in _USUAL_PORTS:
        yield MAIL_SECURITY.at(_SECURITY, text=security)


def _said(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name, "").strip()
