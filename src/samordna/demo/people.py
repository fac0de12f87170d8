"""Who can log in to a demo association?

One of every role, called what they are, with a password that everybody knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.office import actions, questions

PASSWORD: Final = "demo-losenord"  # noqa: S105 - printed for whoever runs the demo
"""``samordna check`` refuses a site where anybody at ``DOMAIN`` can log in."""

DOMAIN: Final = "demo.example"


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """How one gets in as a role: what the role is called, e-mail and password."""

    role_name: str
    email: str
    password: str


_PEOPLE: Final = {
    actions.Role.ECONOMIST: ("ekonom", "Demoekonom"),
    actions.Role.DIRECTOR: ("chef", "Demochef"),
    actions.Role.BOARD: ("styrelse", "Demoledamot"),
    actions.Role.AUDITOR: ("revisor", "Demorevisor"),
    actions.Role.ADMINISTRATOR: ("admin", "Demoadministratör"),
}


def let_in() -> tuple[DemoLogin, ...]:
    """Let one of every role in to the open association by invitation, those that are not there; return them all."""
    return tuple(_logins({user.email for user in questions.users()}))


def as_one(role: actions.Role) -> actions.Actor:
    """Return the one of a role that was let in, as the one who does a deed."""
    email = f"{_PEOPLE[role][0]}@{DOMAIN}"
    user = next(user for user in questions.users() if user.email == email)
    return actions.Actor(user.name, user.id, role)


def _logins(there: set[str]) -> Iterator[DemoLogin]:
    for role, (mailbox, name) in _PEOPLE.items():
        email = f"{mailbox}@{DOMAIN}"
        if email not in there:
            link = actions.invite_user(email, name=name, role=role, by=actions.TERMINAL)
            actions.accept_invitation(link.secret, password=PASSWORD)
        yield DemoLogin(str(role.label), email, PASSWORD)
