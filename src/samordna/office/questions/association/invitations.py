"""Which links let somebody in, and whom does this one let in?"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Final

from django.utils import timezone

from samordna.access.models import Invitation, Role
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.questions.association import invitation_problems as problems
from samordna.office.questions.identity import association

PLACE: Final = swedish("länken")


@dataclass(frozen=True, slots=True)
class InvitationShown:
    """A link as whoever holds it is told of it; ``new_password`` when it is for somebody who is a user already."""

    name: str
    email: str
    role_name: str
    association: str
    expires_at: dt.datetime
    new_password: bool


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """A link that nobody has used yet, as those who see users are told of it; the link itself nobody can show again."""

    id: int
    name: str
    email: str
    role_name: str
    made_at: dt.datetime
    made_by: str
    expires_at: dt.datetime
    expired: bool
    new_password: bool


def invitation(secret: str) -> InvitationShown:
    """Return whom the link with ``secret`` lets in. Raises ``Refused`` when it lets in nobody."""
    row = invitation_row(secret)
    facts = association()
    return InvitationShown(
        name=row.name,
        email=row.email,
        role_name=str(Role(row.role).label),
        association=facts.name,
        expires_at=row.expires_at,
        new_password=row.user_id is not None,
    )


def open_invitations() -> tuple[OpenInvitation, ...]:
    """Return the links that nobody has used and nobody has withdrawn, latest first; some may have expired."""
    rows = Invitation.objects.filter(accepted_at=None, withdrawn_at=None).order_by("-id")
    now = timezone.now()
    return tuple(
        OpenInvitation(
            id=row.pk,
            name=row.name,
            email=row.email,
            role_name=str(Role(row.role).label),
            made_at=row.made_at,
            made_by=row.made_by_name,
            expires_at=row.expires_at,
            expired=row.expires_at <= now,
            new_password=row.user_id is not None,
        )
        for row in rows
    )


def invitation_row(secret: str) -> Invitation:
    """Return the row of the link with ``secret``. Raises ``Refused`` when it is none, used, withdrawn or too old."""
    row = Invitation.objects.select_related("user").filter(digest=digest(secret)).first()
    if row is None:
        raise Refused([problems.NO_SUCH_INVITATION.at(PLACE)])
    if row.accepted_at is not None:
        raise Refused([problems.INVITATION_USED.at(PLACE)])
    if row.withdrawn_at is not None:
        raise Refused([problems.INVITATION_WITHDRAWN.at(PLACE)])
    if row.expires_at <= timezone.now():
        until = f"{timezone.localtime(row.expires_at):%Y-%m-%d %H.%M}"
        raise Refused([problems.INVITATION_EXPIRED.at(PLACE, until=until)])
    if row.user is not None and not row.user.is_active:
        raise Refused([problems.USER_SHUT_OUT.at(PLACE)])
    return row


def digest(secret: str) -> str:
    """Return what is kept of a link's secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
