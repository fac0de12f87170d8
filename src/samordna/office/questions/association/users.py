"""Who are the users, what may each role do, and when did somebody last come in?"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from samordna.access.deeds import Deed
from samordna.access.models import Role, TrailEntry, User
from samordna.access.rights import RIGHTS

_LATEST: Final = 10


@dataclass(frozen=True, slots=True)
class UserShown:
    """A user as the list of users shows it; ``active`` is False for one that is shut out."""

    id: int
    name: str
    email: str
    role: str
    role_name: str
    active: bool
    joined_at: dt.datetime
    last_login: dt.datetime | None
    only_administrator: bool
    """Whether nobody else could let people in and out: the role and the access then stay."""


@dataclass(frozen=True, slots=True)
class RoleShown:
    """A role: its code, and its name in Swedish."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class RightsTable:
    """Role × deed: the roles' names, and for each deed its name and whether each of them may do it."""

    roles: tuple[str, ...]
    deeds: tuple[tuple[str, tuple[bool, ...]], ...]


@dataclass(frozen=True, slots=True)
class Login:
    """That somebody came in with an e-mail address, or was ``refused``."""

    at: dt.datetime
    refused: bool


def users() -> tuple[UserShown, ...]:
    """Return every user: those who may come in first, by name."""
    rows = list(User.objects.order_by("-is_active", "name", "id"))
    return tuple(_shown(row, alone=_is_only_administrator(row, rows)) for row in rows)


def user(user_id: int) -> UserShown | None:
    """Return a user, or None when there is no such."""
    return next((one for one in users() if one.id == user_id), None)


def roles() -> tuple[RoleShown, ...]:
    """Return the roles there are."""
    return tuple(RoleShown(role.value, str(role.label)) for role in Role)


def rights_table() -> RightsTable:
    """Return which role may do what, as the program itself asks it."""
    return RightsTable(
        roles=tuple(str(role.label) for role in Role),
        deeds=tuple((str(deed.label), tuple(role in may for role in Role)) for deed, may in RIGHTS.items()),
    )


def latest_logins(user_id: int) -> tuple[Login, ...]:
    """Return the latest times that somebody came in as the user or was refused with the user's e-mail, latest first."""
    email = User.objects.values_list("email", flat=True).get(pk=user_id)
    theirs = Q(by=user_id, refused=False) | Q(by=None, by_name=email, refused=True)
    entries = TrailEntry.objects.filter(theirs, deed=Deed.LOG_IN).order_by("-id")[:_LATEST]
    return tuple(Login(entry.at, entry.refused) for entry in entries)


def _shown(row: User, *, alone: bool) -> UserShown:
    return UserShown(
        id=row.pk,
        name=str(row),
        email=row.email,
        role=row.role,
        role_name=str(Role(row.role).label),
        active=row.is_active,
        joined_at=row.joined_at,
        last_login=row.last_login,
        only_administrator=alone,
    )


def _is_only_administrator(row: User, rows: list[User]) -> bool:
    return [one for one in rows if one.is_active and one.role == Role.ADMINISTRATOR] == [row]
