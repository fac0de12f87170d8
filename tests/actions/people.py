"""Users as the tests of deeds need them: one of each role, let in as anybody is."""

from samordna.access.actor import Actor
from samordna.access.models import Role, TrailEntry, User
from samordna.office.actions import TERMINAL, accept_invitation, invite_user

PASSWORD = "korrekt häst batteri häftklammer"


def let_in(role: Role, email: str = "", *, name: str = "") -> User:
    """Return a new user who came in by a link."""
    made = invite_user(
        email or f"{role.value}@example.se", name=name or str(role.label).title(), role=role, by=TERMINAL
    )
    return User.objects.get(pk=accept_invitation(made.secret, password=PASSWORD).user_id)


def actor(role: Role) -> Actor:
    """Return somebody with the role who is nobody among the users."""
    return Actor(str(role.label), role=role)


def last_trace() -> TrailEntry:
    entry = TrailEntry.objects.last()
    assert entry is not None
    return entry
